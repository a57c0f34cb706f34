package profile

import (
	"fmt"
	"math"

	"wijkmonitor/generator/model"
)

// Aggregates are what a Baseline took all regions to compute, so that another
// machine need not: references, their margins, spreads, and the period that is
// shown.
type Aggregates struct {
	Latest  []int         // group × indicator → period, −1 for none
	Values  []float64     // of the references, indicator × period; NaN for a gap
	States  []model.State // of the references
	Margins []Interval    // indicator × period
	Spreads []float64     // indicator × period
}

// Aggregates returns what b holds.
func (b *Baseline) Aggregates() Aggregates {
	a := Aggregates{Latest: b.latest, Margins: b.margins, Spreads: b.spreads}
	for _, f := range b.references {
		v, known := f.Value()
		if !known {
			v = math.NaN()
		}
		a.Values, a.States = append(a.Values, v), append(a.States, f.State())
	}
	return a
}

// LoadBaseline is NewBaseline with the work done already, for the same monitor.
func LoadBaseline(m *model.Monitor, a *Aggregates) (*Baseline, error) {
	cells, groups := len(m.Indicators)*len(m.Periods), len(m.Groups)*len(m.Indicators)
	if len(a.Latest) != groups || len(a.Values) != cells || len(a.States) != cells || len(a.Margins) != cells || len(a.Spreads) != cells {
		return nil, fmt.Errorf("profile: aggregates of %d groups × indicators and %d indicators × periods; %d and %d would be right", len(a.Latest), len(a.Values), groups, cells)
	}
	for _, p := range a.Latest {
		if p < -1 || p >= len(m.Periods) {
			return nil, fmt.Errorf("profile: aggregates with period %d; −1 to %d would be right", p, len(m.Periods)-1)
		}
	}
	b := newBaseline(m)
	b.latest, b.margins, b.spreads = a.Latest, a.Margins, a.Spreads
	for i, v := range a.Values {
		if a.States[i] == model.Known {
			b.references = append(b.references, model.Number(v))
		} else {
			b.references = append(b.references, model.Gap(a.States[i]))
		}
	}
	return b, nil
}
