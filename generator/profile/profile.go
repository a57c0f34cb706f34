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
	Interval     Interval     // where the true figure can lie; zero when Figure is not known
	Deviation    float64      // z, in spreads; 0 when Class is NotCompared
	Reach        Interval     // the deviations that the intervals of figure and reference allow; zero when Class is NotCompared
	Class        model.Class  // of those that Reach allows the nearest to average; NotCompared for a count, and when the figure, the reference or the spread lacks
}

// A Profile is everything that a profile wheel shows of one region and group.
type Profile struct {
	Region int     // index in Monitor.Regions
	Group  int     // index in Monitor.Groups
	Items  []Item  // one per indicator, same index
	Scores []Score // one per theme, same index
	known  bool    // a compared indicator has a number
	hidden bool    // a figure is withheld
}

// Profile compares all indicators of a region and group.
func (b *Baseline) Profile(region, group int) Profile {
	var p Profile
	b.Fill(&p, region, group)
	return p
}

// Fill is Profile in the place of an older one, whose memory it takes over.
func (b *Baseline) Fill(p *Profile, region, group int) {
	*p = Profile{Region: region, Group: group, Items: p.Items, Scores: p.Scores}
	if len(p.Items) != len(b.m.Indicators) || len(p.Scores) != len(b.m.Themes) {
		p.Items = make([]Item, len(b.m.Indicators))
		p.Scores = make([]Score, len(b.m.Themes))
	}
	clear(p.Scores)
	for i := range p.Items {
		p.Items[i] = b.item(region, group, i)
		p.hidden = p.hidden || p.Items[i].Figure.State() == model.Withheld
		p.known = p.known || p.Items[i].Figure.Known() && b.m.Indicators[i].Compared()
	}
	b.score(p.Items, p.Scores)
}

// Any reports whether at least one compared indicator has a number, with or without a spread to compare it by.
func (p *Profile) Any() bool {
	return p.known
}

// Withheld reports whether there are figures that are not shown because they are about too few people.
func (p *Profile) Withheld() bool { return p.hidden }

func (b *Baseline) item(region, group, indicator int) Item {
	return b.Item(region, group, indicator, b.Period(group, indicator))
}

// Item compares one figure of any period; −1 is no period at all.
func (b *Baseline) Item(region, group, indicator, period int) Item {
	item := Item{Indicator: indicator, Period: period}
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
	if v, known := item.Figure.Value(); known {
		item.Interval = b.interval(cell{region, group, indicator, item.Period, v})
		b.compare(&item)
	}
	return item
}

// compare fills the deviation, its reach and the class: (figure − reference) /
// spread. It leaves them when one of those lacks or the indicator is a count.
func (b *Baseline) compare(item *Item) {
	difference, known := item.Figure.Minus(item.Reference).Value()
	spread, ok := b.Spread(item.Indicator, item.Period)
	if !known || !ok || !b.m.Indicators[item.Indicator].Compared() {
		return
	}
	z := difference / spread
	if math.IsInf(z, 0) {
		return
	}
	reference := b.margins[item.Indicator*b.periods+item.Period]
	item.Deviation = z
	item.Reach = Interval{(item.Interval.Low - reference.High) / spread, (item.Interval.High - reference.Low) / spread}
	item.Class = reachable(item.Reach.Low, item.Reach.High)
}
