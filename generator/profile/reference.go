package profile

import (
	"slices"

	"wijkmonitor/generator/model"
)

// country is the index of the country in Monitor.Regions, everybody that of the whole population in Monitor.Groups.
const (
	country   = 0
	everybody = 0
)

// Reference returns the figure of the country, whole population, in the indicator's own unit;
// NotMeasured when period is −1.
func (b *Baseline) Reference(indicator, period int) model.Figure {
	if period < 0 {
		return model.Gap(model.NotMeasured)
	}
	return b.references[indicator*b.periods+period]
}

// Margin returns where the true reference can lie, by rounding; zero when it is
// not known.
func (b *Baseline) Margin(indicator, period int) Interval {
	if period < 0 {
		return Interval{}
	}
	return b.margins[indicator*b.periods+period]
}

// Period returns the index of the latest period in which the country has a number for the group and
// indicator, or any region where the country never has; −1 when there is none.
func (b *Baseline) Period(group, indicator int) int {
	return b.latest[group*len(b.m.Indicators)+indicator]
}

// findReferences returns the figures of the country, whole population: indicator × period.
func findReferences(m *model.Monitor) []model.Figure {
	references := make([]model.Figure, len(m.Indicators)*len(m.Periods))
	for i := range references {
		references[i] = model.Gap(model.NotMeasured)
		if len(m.Regions) > 0 {
			references[i] = m.Cube.At(country, everybody, i/len(m.Periods), i%len(m.Periods))
		}
	}
	return references
}

// findMargins returns what rounding makes of the references: indicator ×
// period. Chance plays no part: the reference is the yardstick.
func (b *Baseline) findMargins() []Interval {
	margins := make([]Interval, len(b.references))
	for i, f := range b.references {
		v, known := f.Value()
		if !known {
			continue
		}
		c := cell{country, everybody, i / b.periods, i % b.periods, v}
		own, ok := b.sourceInterval(c)
		if !ok {
			own = b.roundingInterval(c)
		}
		margins[i] = own
	}
	return margins
}

// findLatest returns the latest period with a number for the country: group × indicator. Where the country has none, as
// in a table of municipalities alone, it is the latest with a number anywhere; −1 for none.
func findLatest(m *model.Monitor) []int {
	latest := make([]int, len(m.Groups)*len(m.Indicators))
	var nowhere []int // of the country
	for i := range latest {
		if latest[i] = latestKnown(m, country, i/len(m.Indicators), i%len(m.Indicators)); latest[i] < 0 {
			nowhere = append(nowhere, i)
		}
	}
	// Region by region, as the cube lies in memory; few are left to look for after some.
	for r := 0; r < len(m.Regions) && len(nowhere) > 0; r++ {
		nowhere = slices.DeleteFunc(nowhere, func(i int) bool {
			latest[i] = max(latest[i], latestKnown(m, r, i/len(m.Indicators), i%len(m.Indicators)))
			return latest[i] == len(m.Periods)-1
		})
	}
	return latest
}

// latestKnown returns the latest period in which a region has a number; −1 when there is none.
func latestKnown(m *model.Monitor, region, group, indicator int) int {
	if region >= len(m.Regions) {
		return -1
	}
	row := m.Cube.Row(region, group, indicator)
	for p := len(row) - 1; p >= 0; p-- {
		if row.At(p).Known() {
			return p
		}
	}
	return -1
}
