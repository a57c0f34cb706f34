package chart

import "math"

// A Scatter is the figures of many regions on one scale, each a dot; dots that
// would cover each other are stacked.
type Scatter struct {
	Label     string // its text equivalent
	Dots      []ScatterDot
	Reference float64 // NaN for none
	Low, High string  // the figures at the ends, printed
	Unit      float64 // the step in which figures are printed; 0 = not known
	Average   string  // said at the reference
}

// A ScatterDot is one region.
type ScatterDot struct {
	Value float64
	Class string // class name of its colour: f2 … nh2; "" when not compared
}

// The scatter is 600 wide; a dot takes 8 across, and in height what leaves the
// highest stack within 180.
const (
	scatterWide, scatterEdge = 600.0, 14.0
	scatterDot               = 8.0
	scatterTall              = 180.0
)

// A stacks is where the dots of about one figure stand: in rows of across.
type stacks struct {
	place  []int // of each dot
	count  []int
	across int
	step   float64 // from one stack to the next
	rise   float64 // from one row to the next
}

// stack divides the dots. Figures that are printed in few steps make few and
// broad stacks.
func (s *Scatter) stack(span Span) stacks {
	n := int(math.Floor((scatterWide - 2*scatterEdge) / scatterDot))
	if steps := (span.High - span.Low) / s.Unit; s.Unit > 0 && steps < float64(n) {
		n = max(1, int(math.Round(steps)))
	}
	k := stacks{place: make([]int, len(s.Dots)), count: make([]int, n+1), step: (scatterWide - 2*scatterEdge) / float64(n)}
	k.across = max(1, min(6, int(k.step/scatterDot)))
	most := 1
	for i := range s.Dots {
		k.place[i] = int(math.Round(span.part(s.Dots[i].Value) * float64(n)))
		k.count[k.place[i]]++
		most = max(most, k.count[k.place[i]])
	}
	k.rise = min(scatterDot, scatterTall/float64((most+k.across-1)/k.across))
	return k
}

// height is how high the highest stack is.
func (k *stacks) height() float64 {
	most := 1
	for _, n := range k.count {
		most = max(most, n)
	}
	return float64((most+k.across-1)/k.across) * k.rise
}

// at returns where dot number j of a stack stands, above its foot.
func (k *stacks) at(place, j int) (x, up float64) {
	row, column := j/k.across, j%k.across
	wide := min(k.across, k.count[place])
	return scatterEdge + float64(place)*k.step + (float64(column)-float64(wide-1)/2)*scatterDot, (float64(row) + .5) * k.rise
}

// AppendScatter appends the drawing for a page.
func AppendScatter(b []byte, s *Scatter) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	span := Span{math.Inf(1), math.Inf(-1)}
	for i := range s.Dots {
		span.Low, span.High = min(span.Low, s.Dots[i].Value), max(span.High, s.Dots[i].Value)
	}
	k := s.stack(span)
	foot := k.height() + 34
	d.s(`<svg class="verdeling" viewBox="0 0 600 `)
	d.i(int(foot) + 26)
	d.s(`" role="img" aria-label="`)
	d.esc(s.Label)
	d.s(`">`)
	d.axis(s, span, foot)
	done := make([]int, len(k.count))
	for i := range s.Dots {
		x, up := k.at(k.place[i], done[k.place[i]])
		done[k.place[i]]++
		d.s(`<circle r="3.4" cx="`)
		d.f(x)
		d.s(`" cy="`)
		d.f(foot - 2 - up)
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
