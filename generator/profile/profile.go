package profile

import (
	"math"

	"wijkmonitor/generator/model"
)

// An Item is one indicator of a region and group, with what it is compared with.
type Item struct {
	Indicator    int          // index in Monitor.Indicators
	Period       int          // index in Monitor.Periods; −1 when the country has no number for the group
	Figure       model.Figure // in the indicator's own unit
	Reference    model.Figure // the country, whole population, same period
	Municipality model.Figure // the region's municipality, whole population, same period; NotMeasured for a country or municipality
	Deviation    float64      // z, in spreads; 0 when Class is NotCompared
	Class        model.Class  // NotCompared for a count, and when the figure, the reference or the spread lacks
}

// A Profile is everything that a profile wheel shows of one region and group.
type Profile struct {
	Region int     // index in Monitor.Regions
	Group  int     // index in Monitor.Groups
	Items  []Item  // one per indicator, same index
	Scores []Score // one per theme, same index
	known  bool    // a compared indicator has a number
}

// Profile compares all indicators of a region and group.
func (b *Baseline) Profile(region, group int) Profile {
	p := Profile{Region: region, Group: group}
	p.Items = make([]Item, len(b.m.Indicators))
	p.Scores = make([]Score, len(b.m.Themes))
	for i := range p.Items {
		p.Items[i] = b.item(region, group, i)
		p.known = p.known || p.Items[i].Figure.Known() && b.m.Indicators[i].Compared()
	}
	b.score(p.Items, p.Scores)
	return p
}

// Any reports whether at least one compared indicator has a number, with or without a spread to compare it by.
func (p *Profile) Any() bool {
	return p.known
}

func (b *Baseline) item(region, group, indicator int) Item {
	item := Item{Indicator: indicator, Period: b.Period(group, indicator)}
	item.Figure = model.Gap(model.NotMeasured)
	item.Reference = b.Reference(indicator, item.Period)
	item.Municipality = model.Gap(model.NotMeasured)
	if item.Period < 0 {
		return item
	}
	item.Figure = b.m.Cube.At(region, group, indicator, item.Period)
	if r := &b.m.Regions[region]; r.Level > model.Municipality && r.Municipality >= 0 {
		item.Municipality = b.m.Cube.At(r.Municipality, everybody, indicator, item.Period)
	}
	if z, ok := b.deviation(indicator, item.Period, item.Figure, item.Reference); ok {
		item.Deviation, item.Class = z, model.Classify(z)
	}
	return item
}

// deviation returns z = (figure − reference) / spread; false when one of them lacks or the indicator is a count.
func (b *Baseline) deviation(indicator, period int, figure, reference model.Figure) (float64, bool) {
	difference, known := figure.Minus(reference).Value()
	spread, ok := b.Spread(indicator, period)
	if !known || !ok || !b.m.Indicators[indicator].Compared() {
		return 0, false
	}
	z := difference / spread
	return z, !math.IsInf(z, 0)
}
