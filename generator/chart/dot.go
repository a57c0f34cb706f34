package chart

import (
	"math"
	"strconv"
)

// A Dot is one figure among others on a common scale: a dot at the figure, a
// bar for its margin, and a dashed line where the reference is.
type Dot struct {
	Value, Low, High float64 // Low and High may be infinite
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
	outer.Low, outer.High = min(outer.Low, inner.Low), max(outer.High, inner.High)
	room := (inner.High - inner.Low) / 2
	return Span{max(outer.Low, inner.Low-room), min(outer.High, inner.High+room)}
}

const dotWide = 200.0

func (s Span) x(v float64) int64 {
	if s.High <= s.Low || math.IsNaN(v) {
		return dotWide / 2
	}
	return int64(6 + (min(max(v, s.Low), s.High)-s.Low)/(s.High-s.Low)*(dotWide-12) + 0.5)
}

// AppendDot appends the drawing, 200 × 20, for a table of a page. It says
// nothing that the cells beside it do not say, so it is hidden from screen
// readers.
func AppendDot(b []byte, dot *Dot, s Span) []byte {
	b = append(b, `<svg class="stipplot" aria-hidden="true">`...)
	if dot.Reference == dot.Reference {
		b = append(b, `<path class="ref" d="M`...)
		b = strconv.AppendInt(b, s.x(dot.Reference), 10)
		b = append(b, ` 0v20"/>`...)
	}
	b = append(b, `<path d="M`...)
	b = strconv.AppendInt(b, s.x(dot.Low), 10)
	b = append(b, ` 10H`...)
	b = strconv.AppendInt(b, s.x(dot.High), 10)
	b = append(b, `"/><circle r="5" cy="10" cx="`...)
	b = strconv.AppendInt(b, s.x(dot.Value), 10)
	return append(b, `"/></svg>`...)
}
