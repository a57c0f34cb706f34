package proof

import (
	"slices"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// A Proof is where one figure comes from and what was made of it.
type Proof struct {
	m      *model.Monitor
	Region *model.Region
	Group  *model.Group
	Of     *model.Indicator
	Period *model.Period // nil when the country has no number in any period
	Item   profile.Item
	Spread float64      // in the indicator's own unit; 0 for none
	Base   model.Figure // what a share is a share of; NotMeasured when that is not known
	Cells  []Cell
}

// A Cell is where a figure, or the parts of a derived figure, stand in a table.
type Cell struct {
	Table       *model.Table
	Coordinates []Coordinate
	Numerator   []string // topics
	Denominator []string // topics; none when the table gives the figure itself
}

// A Coordinate is one dimension of a table with the code of the row.
type Coordinate struct{ Dimension, Code string }

// New traces a figure; period −1 takes the one that pages show.
func New(m *model.Monitor, b *profile.Baseline, region, group, indicator, period int) Proof {
	if period < 0 {
		period = b.Period(group, indicator)
	}
	p := Proof{m: m, Region: &m.Regions[region], Group: &m.Groups[group], Of: &m.Indicators[indicator],
		Item: b.Item(region, group, indicator, period), Base: model.Gap(model.NotMeasured)}
	if period < 0 {
		return p
	}
	p.Period = &m.Periods[period]
	p.Spread, _ = b.Spread(indicator, period)
	if base, ok := p.Of.Base.Index(); ok {
		p.Base = m.Cube.At(region, group, base, period)
	}
	for i := range p.Of.Sources {
		if c, ok := p.cell(&p.Of.Sources[i], group, period); ok {
			p.Cells = append(p.Cells, c)
		}
	}
	return p
}

// cell returns the cell of a source; false when its table has no such row.
func (p *Proof) cell(s *model.Source, group, period int) (Cell, bool) {
	t := &p.m.Tables[s.Table]
	c := Cell{Table: t, Numerator: s.Numerator, Denominator: s.Denominator}
	if !slices.Contains(t.Periods, period) || s.Group >= 0 && s.Group != group || s.Group < 0 && !HoldsGroup(t, p.Group, group) {
		return c, false
	}
	c.Coordinates = append(c.Coordinates, Coordinate{t.Regions, p.Region.Code})
	if t.Groups != "" {
		of := p.Group
		if s.Group >= 0 {
			of = &p.m.Groups[0]
		}
		for _, code := range of.Codes {
			c.Coordinates = append(c.Coordinates, Coordinate{t.Groups, code})
		}
	}
	if t.Time != "" {
		c.Coordinates = append(c.Coordinates, Coordinate{t.Time, p.Period.Code})
	}
	return c, true
}

// HoldsGroup tells whether the rows of a table can be about a group.
func HoldsGroup(t *model.Table, g *model.Group, index int) bool {
	if index == 0 {
		return true
	}
	return t.Groups != "" && (t.Classification < 0 || t.Classification == g.Classification)
}
