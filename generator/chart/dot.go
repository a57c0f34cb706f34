package chart

import "math"

// A Dot is one figure among others on a common scale: a dot at the figure, a
// bar for its margin, and a dashed line where the reference is.
type Dot struct {
	Value, Low, High float64 // Low and High may be infinite
	Class            string  // class name of its colour: f2 … nh2; "" when not compared
	Reference        float64 // NaN for none
}

// A Span is the stretch of figures that a set of dots is drawn over.
type Span struct{ Low, High float64 }

// NewSpan spans figures and references, and as much of the margins as leaves
// the figures readable.
func NewSpan(dots []Dot) Span {
	inner := Span{math.Inf(1), math.Inf(-1)}
	outer := inner
	for i := range dots {
		d := &dots[i]
		for _, v := range [...]float64{d.Value, d.Reference} {
			if v == v {
				inner.Low, inner.High = min(inner.Low, v), max(inner.High, v)
			}
		}
		outer.Low, outer.High = min(outer.Low, d.Low), max(outer.High, d.High)
	}
	room := (inner.High - inner.Low) / 2
	return Span{max(outer.Low, inner.Low-room), min(outer.High, inner.High+room)}
}

const dotWide = 200.0

func (s Span) x(v float64) float64 {
	if s.High <= s.Low || math.IsNaN(v) {
		return dotWide / 2
	}
	return 6 + (min(max(v, s.Low), s.High)-s.Low)/(s.High-s.Low)*(dotWide-12)
}

// AppendDot appends the drawing for a table of a page. It says nothing that
// the cells beside it do not say, so it is hidden from screen readers.
func AppendDot(b []byte, dot *Dot, s Span) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	d.s(`<svg class="stipplot" viewBox="0 0 200 20" aria-hidden="true">`)
	if dot.Reference == dot.Reference {
		d.s(`<path class="ref" d="M`)
		d.f(s.x(dot.Reference))
		d.s(` 0V20"/>`)
	}
	d.s(`<path class="bereik" d="M`)
	d.f(s.x(dot.Low))
	d.s(` 10H`)
	d.f(s.x(dot.High))
	d.s(`"/><circle class="`)
	if dot.Class == "" {
		d.s("punt")
	}
	d.s(dot.Class, `" r="5" cy="10" cx="`)
	d.f(s.x(dot.Value))
	return append(d.b, `"/></svg>`...)
}
