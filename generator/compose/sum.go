package compose

import "wijkmonitor/generator/model"

// A summer fills the figures of one own area.
type summer struct {
	m        *model.Monitor
	region   int
	parts    []int
	people   int // the indicator of inhabitants; −1 for none
	coverage []float64
}

func newSummer(m *model.Monitor, region int) *summer {
	return &summer{m: m, region: region, parts: m.Regions[region].Parts, people: m.Find("inwoners"),
		coverage: make([]float64, len(m.Groups)*len(m.Indicators)*len(m.Periods))}
}

// group fills every indicator and input of one group, counts first: shares
// need them.
func (s *summer) group(g int) {
	n := len(s.m.Indicators)
	for i := range n + len(s.m.Inputs) {
		if ind := s.indicator(i); ind.Kind == model.Count {
			for p := range s.m.Periods {
				f, covered := s.count(g, i, p)
				s.m.Cube.Set(s.region, g, i, p, f)
				s.cover(g, i, p, covered)
			}
		}
	}
	for i := range n {
		ind := &s.m.Indicators[i]
		base, ok := ind.Base.Index()
		if ind.Kind != model.Share && ind.Kind != model.Rate || !ok {
			continue
		}
		for p := range s.m.Periods {
			f, covered := s.share(g, i, base, p)
			s.m.Cube.Set(s.region, g, i, p, f)
			s.cover(g, i, p, covered)
		}
	}
	s.withhold(g)
}

func (s *summer) indicator(i int) *model.Indicator {
	if n := len(s.m.Indicators); i >= n {
		return &s.m.Inputs[i-n]
	}
	return &s.m.Indicators[i]
}

// cover notes the coverage of a figure that the site shows.
func (s *summer) cover(g, i, p int, covered float64) {
	if i < len(s.m.Indicators) {
		s.coverage[(g*len(s.m.Indicators)+i)*len(s.m.Periods)+p] = covered
	}
}

// weight is the number of inhabitants of a part, by which coverage is told;
// 0 where nobody lives or their number is not known.
func (s *summer) weight(part, g, p int) float64 {
	if s.people < 0 {
		return 0
	}
	v, _ := s.m.Cube.At(part, g, s.people, p).Value()
	return v
}

// count sums a count. A gap in a part is the gap of the whole, except where
// nobody lives; a withheld part makes the whole withheld.
func (s *summer) count(g, i, p int) (model.Figure, float64) {
	total, gap := 0.0, model.Number(0)
	known, all := 0.0, 0.0
	for _, part := range s.parts {
		f, w := s.m.Cube.At(part, g, i, p), s.weight(part, g, p)
		all += w
		v, ok := f.Value()
		switch {
		case ok:
			total += v
			known += w
		case f.State() == model.Withheld, gap.Known() && !s.empty(part, p):
			gap = f
		}
	}
	if !gap.Known() {
		return gap, ratio(known, all)
	}
	return model.Number(total), ratio(known, all)
}

// empty tells whether nobody lives in a part.
func (s *summer) empty(part, p int) bool {
	if s.people < 0 {
		return false
	}
	v, known := s.m.Cube.At(part, 0, s.people, p).Value()
	return known && v == 0
}

// share works a share or rate out from the summed parts: each part weighs as
// much as the count that it is a share of.
func (s *summer) share(g, i, base, p int) (model.Figure, float64) {
	sum, whole := 0.0, 0.0
	known, all := 0.0, 0.0
	gap := model.Gap(model.NotMeasured)
	for _, part := range s.parts {
		f, b, w := s.m.Cube.At(part, g, i, p), s.m.Cube.At(part, g, base, p), s.weight(part, g, p)
		all += w
		v, ok := f.Value()
		n, also := b.Value()
		switch {
		case ok && also:
			sum += v * n
			whole += n
			known += w
		case f.State() == model.Withheld || b.State() == model.Withheld:
			return model.Gap(model.Withheld), ratio(known, all)
		case !ok && !s.empty(part, p):
			gap = f
		}
	}
	covered := ratio(known, all)
	switch {
	case covered < enough:
		return gap, covered
	case whole == 0:
		return model.Gap(model.Impossible), covered
	}
	return model.Number(sum / whole), covered
}

func ratio(known, all float64) float64 {
	if all == 0 {
		return 0
	}
	return known / all
}

// withhold withholds what is about too few people of a group, as elsewhere.
func (s *summer) withhold(g int) {
	least := s.m.Groups[g].MinBase
	if least <= 0 || s.people < 0 {
		return
	}
	for p := range s.m.Periods {
		if v, known := s.m.Cube.At(s.region, g, s.people, p).Value(); !known || v >= float64(least) {
			continue
		}
		for i := range len(s.m.Indicators) + len(s.m.Inputs) {
			if s.m.Cube.At(s.region, g, i, p).Known() {
				s.m.Cube.Set(s.region, g, i, p, model.Gap(model.Withheld))
			}
		}
	}
}
