package profile

import (
	"runtime"

	"golang.org/x/sync/errgroup"

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
	var workers errgroup.Group // each has a group of its own
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for group := range m.Groups {
		workers.Go(func() error {
			for indicator := range m.Indicators {
				at := &latest[group*len(m.Indicators)+indicator]
				if *at = latestKnown(m, country, group, indicator); *at < 0 {
					*at = latestAnywhere(m, group, indicator)
				}
			}
			return nil
		})
	}
	_ = workers.Wait() // no worker fails
	return latest
}

// latestAnywhere returns the latest period in which a region has a number.
func latestAnywhere(m *model.Monitor, group, indicator int) int {
	latest := -1
	for r := 0; r < len(m.Regions) && latest < len(m.Periods)-1; r++ {
		if group == 0 || m.Cube.HasGroups(r) {
			latest = max(latest, latestKnown(m, r, group, indicator))
		}
	}
	return latest
}

// latestKnown returns the latest period in which a region has a number; −1 when there is none.
func latestKnown(m *model.Monitor, region, group, indicator int) int {
	if region >= len(m.Regions) {
		return -1
	}
	for p := len(m.Periods) - 1; p >= 0; p-- {
		if m.Cube.At(region, group, indicator, p).Known() {
			return p
		}
	}
	return -1
}
