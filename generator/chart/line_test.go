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
		about                       string
		points                      []Point
		moves, lines, crosses, dots int
		upright                     int
	}{
		{"a whole line", known(1, 2, 3), 1, 2, 0, 1, 0},
		{"a gap interrupts it", known(1, 2, -1, 3, 4), 2, 2, 1, 1, 0},
		{"a lone period is a dot", known(1, 2, -1, 3), 1, 1, 1, 1, 0},
		{"a lone period before the last", known(1, -1, 3, 4), 1, 1, 1, 2, 0},
		{"a break interrupts it", broken, 2, 2, 0, 1, 1},
		{"all equal", known(5, 5, 5), 1, 2, 0, 1, 0},
		{"one period", known(5), 0, 0, 0, 1, 0},
		{"nothing known", known(-1, -1), 0, 0, 2, 0, 0},
		{"no periods", nil, 0, 0, 0, 0, 0},
		{"a real zero is drawn", known(0, 1), 1, 1, 0, 1, 0},
	}
	for _, test := range tests {
		svg := string(AppendLine(nil, &Line{Label: `<"&`, Points: test.points}))
		path := regexp.MustCompile(`class="pad" d="([^"]*)"`).FindStringSubmatch(svg)
		d := ""
		if path != nil {
			d = path[1]
		}
		got := [5]int{strings.Count(d, "M"), strings.Count(d, "L"), strings.Count(svg, `class="gat"`), strings.Count(svg, `class="punt"`), strings.Count(svg, `class="breuk"`)}
		if want := [5]int{test.moves, test.lines, test.crosses, test.dots, test.upright}; got != want {
			t.Errorf("%s: moves, lines, crosses, dots, uprights %v, want %v\n%s", test.about, got, want, svg)
		}
		if err := wellFormed([]byte(svg)); err != nil || strings.Contains(svg, "NaN") {
			t.Errorf("%s: %v\n%s", test.about, err, svg)
		}
	}
}

// A change that is small beside the least range stays small in the drawing.
func TestLine_RippleIsNoWave(t *testing.T) {
	tall := func(least float64) float64 {
		s := newScale(&Line{Points: known(10, 10.1), Least: least})
		return s.y(10) - s.y(10.1)
	}
	if flat, full := tall(10), tall(0); flat > 0.5 || full < 20 {
		t.Errorf("0.1 of 10 is %v high, alone %v", flat, full)
	}
}
