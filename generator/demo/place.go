package demo

import "wijkmonitor/generator/model"

// A place is a region with the hidden factors that its figures follow from.
type place struct {
	code, name string
	level      model.Level
	parts      []*place // one level down, by code
	seed       seed

	size  float64 // inhabitants around 2020; of a neighbourhood
	pros  float64 // prosperity, in standard deviations
	urb   float64 // urbanity
	old   float64 // how much older the inhabitants are
	since int     // first year; 0 = always
	fresh bool    // a neighbourhood that was built in its first year
	until int     // last year; 0 = for ever
	exact bool    // a neighbourhood whose size is given, not drawn

	changes map[int]string // Indelingswijziging by year, where it is not 1
	was     string         // code before the year recoded; "" when it never had another
	recoded int
}

func newPlace(code, name string, level model.Level) *place {
	return &place{code: code, name: name, level: level, seed: named(code), changes: map[int]string{}}
}

// current counts the parts that are still there.
func (p *place) current() int {
	n := 0
	for _, part := range p.parts {
		if part.until == 0 {
			n++
		}
	}
	return n
}

// inherit gives a district its factors from those of its municipality.
func (p *place) inherit(m *place, prosperity, urbanity float64) {
	p.pros = m.pros + prosperity
	p.urb = m.urb + urbanity
	p.old = .25*m.seed.of(1).normal() + .45*p.seed.of(1).normal() - .3*p.urb
}

// settle gives a neighbourhood its factors and its size from its district.
func (p *place) settle(d *place, size float64) {
	p.pros = d.pros + .35*p.seed.of(2).normal()
	p.urb = d.urb + .2*p.seed.of(3).normal()
	p.old = d.old + .45*p.seed.of(4).normal()
	if !p.exact {
		p.size = size * (1 + .18*p.seed.of(5).normal())
	}
}

// there tells whether the place existed in a year.
func (p *place) there(year int) bool {
	return year >= p.since && (p.until == 0 || year <= p.until)
}

// within tells whether the place existed in any of the years.
func (p *place) within(first, last int) bool {
	return p.since <= last && (p.until == 0 || p.until >= first)
}

// changed returns Indelingswijziging for a year.
func (p *place) changed(year int) string {
	switch {
	case p.level == model.Country:
		return "."
	case p.changes[year] != "":
		return p.changes[year]
	case year == p.since:
		return "3"
	}
	return "1"
}
