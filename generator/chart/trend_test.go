package chart

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	_ "wijkmonitor/generator/steady"
)

func percent(v float64) string { return fmt.Sprintf("%.1f%%", v) }

func drawTrend(t testing.TB, trend *Trend) []byte {
	t.Helper()
	svg, err := AppendTrend(nil, trend)
	if err != nil {
		t.Fatal(err)
	}
	if err := wellFormed(svg); err != nil {
		t.Fatalf("%v\n%s", err, svg)
	}
	return svg
}

// A line stops at a gap and at a break, which is drawn; a lone period is a dot;
// names cannot break out of the drawing; nothing has a style of its own.
func TestTrend(t *testing.T) {
	svg := drawTrend(t, &Trend{
		Label: `a "name" <b>`, Periods: []string{"2019", "<2020>", "2021", "2022"}, Unit: .1, Print: percent,
		Lines: []TrendLine{
			{Name: "all", Whole: true, Points: []Point{{1, true, false}, {2, true, false}, {3, true, true}, {4, true, true}}},
			{Name: "gap", Points: []Point{{5, true, false}, {6, true, false}, {0, false, true}, {6, true, true}}},
		},
	})
	count := func(want int, form string) {
		t.Helper()
		if n := len(regexp.MustCompile(form).FindAll(svg, -1)); n != want {
			t.Errorf("%d times %s; %d would be right\n%s", n, form, want, svg)
		}
	}
	count(3, `class="l heel"`)         // broken before 2021 and before 2022
	count(2, `class="l l1"`)           // broken off by the gap
	count(1, `class="l l1"[^>]*l0 0"`) // a dot
	count(2, `class="breuk"`)
	count(2, `class="nr"`)
	count(1, `&lt;2020&gt;`)
	count(0, `style=|fill=|NaN|Inf|font-family`)
	again := drawTrend(t, &Trend{Label: `x`, Periods: []string{"a", "b"}, Unit: 1, Print: percent, Lines: []TrendLine{{Points: []Point{{7, true, false}, {7, true, false}}}}})
	if len(again) > 3000 {
		t.Errorf("a level line takes %d bytes", len(again))
	}
}

// Whatever the figures: they lie within the drawing, higher ones higher, and no
// two numbers cover each other.
func TestTrend_Properties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		periods, lines := rapid.IntRange(2, 14).Draw(rt, "periods"), rapid.IntRange(1, MaxTrendLines).Draw(rt, "lines")
		large := rapid.SampledFrom([]float64{1e-3, 1, 100, 1e7}).Draw(rt, "large")
		trend := &Trend{Label: "l", Unit: large / 1000, Print: percent}
		for i := range periods {
			trend.Periods = append(trend.Periods, strconv.Itoa(2010+i))
		}
		for range lines {
			l := TrendLine{}
			for range periods {
				l.Points = append(l.Points, Point{Value: large * rapid.Float64Range(-1, 1).Draw(rt, "figure"), Known: rapid.IntRange(0, 3).Draw(rt, "known") > 0})
			}
			l.Points[0].Known = true
			trend.Lines = append(trend.Lines, l)
		}
		svg := drawTrend(t, trend)
		if !bytes.Equal(svg, drawTrend(t, trend)) {
			rt.Fatal("drawn again it is another drawing")
		}
		var ys []float64
		for _, m := range regexp.MustCompile(`class="nr" x="(\d+)" y="(-?\d+)"`).FindAllSubmatch(svg, -1) {
			y, _ := strconv.ParseFloat(string(m[2]), 64)
			for _, other := range ys {
				if math.Abs(other-y) < trendNumber*fine {
					rt.Fatalf("numbers at %v and %v", other, y)
				}
			}
			ys = append(ys, y)
		}
		if len(ys) != lines {
			rt.Fatalf("%d numbers of %d lines", len(ys), lines)
		}
		for _, m := range regexp.MustCompile(`class="l l\d+" d="M(\d+) (\d+)l`).FindAllSubmatch(svg, -1) {
			x, _ := strconv.Atoi(string(m[1]))
			y, _ := strconv.Atoi(string(m[2]))
			if x > trendWide*fine || y > trendTall*fine {
				rt.Fatalf("a line starts at %d, %d", x, y)
			}
		}
	})
}

func BenchmarkAppendTrend(b *testing.B) {
	trend := &Trend{Label: "l", Unit: .1, Print: percent}
	for i := range 11 {
		trend.Periods = append(trend.Periods, strconv.Itoa(2015+i))
	}
	for k := range 8 {
		l := TrendLine{}
		for i := range 11 {
			l.Points = append(l.Points, Point{Value: float64(k*i%7) + 3, Known: true})
		}
		trend.Lines = append(trend.Lines, l)
	}
	var room []byte
	b.ReportAllocs()
	for b.Loop() {
		room, _ = AppendTrend(room[:0], trend)
	}
}
