package chart

import "math"

// A Scatter is the figures of many regions on one scale, each a dot; dots that
// would cover each other are stacked.
type Scatter struct {
	Label     string // its text equivalent
	Dots      []ScatterDot
	Reference float64 // NaN for none
	Low, High string  // the figures at the ends, printed
	Average   string  // said at the reference
}

// A ScatterDot is one region.
type ScatterDot struct {
	Value float64
	Class string // class name of its colour: f2 … nh2; "" when not compared
}

// The scatter is 600 wide; a dot takes 8 across, and in height what leaves the
// highest stack within 150.
const (
	scatterWide, scatterEdge = 600.0, 12.0
	scatterDot               = 8.0
	scatterTall              = 150.0
)

// AppendScatter appends the drawing for a page.
func AppendScatter(b []byte, s *Scatter) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	low, high := math.Inf(1), math.Inf(-1)
	for i := range s.Dots {
		low, high = min(low, s.Dots[i].Value), max(high, s.Dots[i].Value)
	}
	span := Span{low, high}
	columns := int((scatterWide - 2*scatterEdge) / scatterDot)
	height := make([]int, columns+1)
	place := make([]int, len(s.Dots))
	most := 1
	for i := range s.Dots {
		place[i] = int(math.Round(span.part(s.Dots[i].Value) * float64(columns)))
		height[place[i]]++
		most = max(most, height[place[i]])
	}
	step := min(scatterDot, scatterTall/float64(most))
	foot := float64(most)*step + 34
	d.s(`<svg class="verdeling" viewBox="0 0 600 `)
	d.i(int(foot) + 26)
	d.s(`" role="img" aria-label="`)
	d.esc(s.Label)
	d.s(`">`)
	d.axis(s, span, foot)
	clear(height)
	for i := range s.Dots {
		height[place[i]]++
		d.s(`<circle r="3.4" cx="`)
		d.f(scatterEdge + float64(place[i])*(scatterWide-2*scatterEdge)/float64(columns))
		d.s(`" cy="`)
		d.f(foot - 2 - (float64(height[place[i]])-.5)*step)
		d.s(`"`)
		if s.Dots[i].Class != "" {
			d.s(` class="`, s.Dots[i].Class, `"`)
		}
		d.s(`/>`)
	}
	return append(d.b, `</svg>`...)
}

// axis draws the foot with the ends, and the dashed line of the average.
func (d *drawing) axis(s *Scatter, span Span, foot float64) {
	d.s(`<path class="as" d="M0 `)
	d.f(foot)
	d.s(`H600"/><text y="`)
	d.f(foot + 20)
	d.s(`">`)
	d.esc(s.Low)
	d.s(`</text><text class="eind" x="600" y="`)
	d.f(foot + 20)
	d.s(`">`)
	d.esc(s.High)
	d.s(`</text>`)
	if s.Reference != s.Reference {
		return
	}
	x := scatterEdge + min(max(span.part(s.Reference), 0), 1)*(scatterWide-2*scatterEdge)
	d.s(`<path class="ref" d="M`)
	d.f(x)
	d.s(` 20V`)
	d.f(foot)
	d.s(`"/><text y="14" x="`)
	d.f(min(max(x, 90), 510))
	d.s(`" class="midden">`)
	d.esc(s.Average)
	d.s(`</text>`)
}

// part is where a figure lies between the ends, 0–1; the middle when all are
// equal.
func (s Span) part(v float64) float64 {
	if s.High <= s.Low || math.IsNaN(v) {
		return .5
	}
	return (v - s.Low) / (s.High - s.Low)
}
