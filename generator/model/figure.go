package model

// A State says whether a Figure is a number, and if not, why not.
type State uint8

const (
	Unknown         State = iota // CBS "." in the source: unknown, unreliable or confidential
	Known                        // a number
	Impossible                   // cannot occur (CBS blank)
	Withheld                     // too few people in the group
	NotYetPublished              // the topic is empty in the whole table
	NotMeasured                  // not published for this level, group or period
	NoRegion                     // the region did not exist in this period
	Broken                       // there is a number, but of another area than the region has now
	StateCount
)

// A Figure is a published number or the reason there is none.
// The zero Figure is Unknown, so a forgotten field never prints as 0.
type Figure struct {
	value float64
	state State
}

// Number returns a known Figure; a NaN or an infinity becomes Unknown.
func Number(v float64) Figure {
	if v-v != 0 { // only of these two
		return Figure{}
	}
	return Figure{value: v, state: Known}
}

// Gap returns a Figure without a number. Gap(Known) is Unknown.
func Gap(s State) Figure {
	if s == Known || s >= StateCount {
		return Figure{}
	}
	return Figure{state: s}
}

// State tells why there is no number, or Known.
func (f Figure) State() State { return f.state }

// Known tells whether there is a number.
func (f Figure) Known() bool { return f.state == Known }

// Value returns the number and whether there is one.
func (f Figure) Value() (float64, bool) { return f.value, f.state == Known }

// Minus returns f − g in the same unit; the gap of f, else of g, when either
// has no number.
func (f Figure) Minus(g Figure) Figure {
	switch {
	case !f.Known():
		return f
	case !g.Known():
		return g
	}
	return Number(f.value - g.value)
}

// Over returns per × f / g: a share of g. A zero denominator is Impossible,
// never 0; a gap in either part is the gap of the result.
func (f Figure) Over(g Figure, per float64) Figure {
	switch {
	case !f.Known():
		return f
	case !g.Known():
		return g
	case g.value == 0:
		return Gap(Impossible)
	}
	return Number(per * f.value / g.value)
}
