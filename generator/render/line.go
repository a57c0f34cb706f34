package render

import (
	"slices"

	"wijkmonitor/generator/chart"
)

// line prepares the years of one figure; with the country's when asked. The
// line is the place's own until the next.
func (p *Place) line(region, group, indicator int, reference bool) *chart.Line {
	r, ind := p.r, &p.r.m.Indicators[indicator]
	l := &p.years
	l.Points, l.Reference = l.Points[:0], l.Reference[:0]
	l.Least = r.leastRange(region, indicator)
	for period := range r.m.Periods {
		v, known := r.m.Cube.At(region, group, indicator, period).Value()
		point := chart.Point{Value: v, Known: known, Break: len(ind.Breaks) > 0 && slices.Contains(ind.Breaks, period)}
		l.Points = append(l.Points, point)
		if reference && region != 0 && ind.Compared() {
			point.Value, point.Known = r.base.Reference(indicator, period).Value()
			l.Reference = append(l.Reference, point)
		}
	}
	return l
}

// leastRange is the change that a line must show at full height: two spreads,
// which tell most municipalities apart; of a count a fifth of itself.
func (r *Renderer) leastRange(region, indicator int) float64 {
	if r.m.Indicators[indicator].Compared() {
		return r.least[indicator]
	}
	least := 0.0
	for p := range r.m.Periods {
		if v, known := r.m.Cube.At(region, 0, indicator, p).Value(); known {
			least = max(least, v/5)
		}
	}
	return least
}

// leastRanges returns two spreads of every indicator, the largest of all
// periods; 0 where there is none.
func (r *Renderer) leastRanges() []float64 {
	least := make([]float64, len(r.m.Indicators))
	for i := range least {
		for p := range r.m.Periods {
			if s, ok := r.base.Spread(i, p); ok {
				least[i] = max(least[i], 2*s)
			}
		}
	}
	return least
}
