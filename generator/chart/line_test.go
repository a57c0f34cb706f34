package chart

import (
	"regexp"
	"strings"
	"testing"
)

func known(values ...float64) []Point {
	points := make([]Point, len(values))
	for i, v := range values {
		points[i] = Point{Value: v, Known: v >= 0}
	}
	return points
}

func TestLine_GapsAndBreaks(t *testing.T) {
	broken := known(1, 2, 3, 4)
	broken[2].Break = true
	tests := []struct {
		about   string
		points  []Point
		path    string
		upright int
	}{
		{"a whole line", known(1, 2, 3), "M2 26l50-12 50-12", 0},
		{"a gap interrupts it", known(1, 2, -1, 3, 4), "M2 26l25-8M77 10l25-8", 0},
		{"a lone period is a dot", known(1, 2, -1, 3), "M2 26l33-12M102 2l0 0", 0},
		{"a lone period before the last", known(1, -1, 3, 4), "M2 26l0 0M69 10l33-8", 0},
		{"a break interrupts it", broken, "M2 26l33-8M69 10l33-8", 1},
		{"all equal", known(5, 5, 5), "M2 14l50 0 50 0", 0},
		{"one period is no line", known(5), "", 0},
		{"nothing known", known(-1, -1), "", 0},
		{"no periods", nil, "", 0},
		{"a real zero is drawn", known(0, 1), "M2 26l100-24", 0},
	}
	for _, test := range tests {
		svg := string(AppendLine(nil, &Line{Points: test.points}))
		d := ""
		if path := regexp.MustCompile(`<path d="([^"]*)"`).FindStringSubmatch(svg); path != nil {
			d = path[1]
		}
		if d != test.path || strings.Count(svg, `class="breuk"`) != test.upright {
			t.Errorf("%s: %q, %d uprights; %q and %d would be right\n%s", test.about, d, strings.Count(svg, `class="breuk"`), test.path, test.upright, svg)
		}
		if err := wellFormed([]byte(svg)); err != nil || strings.Contains(svg, "NaN") {
			t.Errorf("%s: %v\n%s", test.about, err, svg)
		}
	}
}

// A change that is small beside the least range stays small in the drawing.
func TestLine_RippleIsNoWave(t *testing.T) {
	tall := func(least float64) int {
		s := newScale(&Line{Points: known(10, 10.1), Least: least})
		return s.y(10) - s.y(10.1)
	}
	if flat, full := tall(10), tall(0); flat > 1 || full < 20 {
		t.Errorf("0.1 of 10 is %v high, alone %v", flat, full)
	}
}

// A line without a figure is no drawing: a table of the country has half a
// million of them.
func TestLine_NoFigure(t *testing.T) {
	const before = "<td>"
	for _, points := range [][]Point{nil, make([]Point, 11)} {
		if got := string(AppendLine([]byte(before), &Line{Points: points})); got != before {
			t.Errorf("%d points without a figure: %s", len(points), got)
		}
	}
}
