package chart

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

func TestDot_StandsOnItsScale(t *testing.T) {
	dots := []Dot{
		{Value: 0, Low: 0, High: 4, Reference: 10},
		{Value: 20, Low: -100, High: math.Inf(1), Reference: 10},
		{Value: 10, Low: 9, High: 11, Reference: math.NaN()},
	}
	s := NewSpan(dots)
	if s.Low != -10 || s.High != 30 {
		t.Errorf("span %v; −10 to 30 would be right", s)
	}
	var at []float64
	for i := range dots {
		svg := AppendDot(nil, &dots[i], s)
		if err := wellFormed(svg); err != nil {
			t.Error(err)
		}
		if regexp.MustCompile("NaN|Inf").Match(svg) {
			t.Errorf("%s", svg)
		}
		x, _ := strconv.ParseFloat(string(regexp.MustCompile(`cx="([0-9.]+)"`).FindSubmatch(svg)[1]), 64)
		at = append(at, x)
		if has := regexp.MustCompile(`class="ref"`).Match(svg); has != (i < 2) {
			t.Errorf("dot %d has a reference: %v", i, has)
		}
	}
	if !(at[0] < at[2] && at[2] < at[1]) || math.Abs(at[2]-100) > 1 {
		t.Errorf("dots at %v", at)
	}
	if x := NewSpan(dots[2:]).x(10); x != 100 {
		t.Errorf("a lone figure stands at %v", x)
	}
}

// A reference outside all margins lies on the scale, at its own place.
func TestDot_ReferenceOutsideTheMargins(t *testing.T) {
	dots := []Dot{{Value: 36.4, Low: 36.3, High: 36.5, Reference: 24.8}}
	s := NewSpan(dots)
	if s.Low != 24.8 || s.High != 36.5 {
		t.Errorf("span %v; 24.8 to 36.5 would be right", s)
	}
	if s.x(36.5)-s.x(36.3) > 4 {
		t.Errorf("a margin of 0.2 is drawn from %d to %d", s.x(36.3), s.x(36.5))
	}
}
