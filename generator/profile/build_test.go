package profile

import (
	"fmt"

	"wijkmonitor/generator/model"
)

// country1 describes a small country for tests: a country, municipalities with one district each,
// one period unless said otherwise, indicator 0 "inwoners" and indicator 1 "aandeel".
type country1 struct {
	reference  model.Figure   // of "aandeel"
	values     []model.Figure // of "aandeel", one per municipality
	weights    []float64      // inhabitants; 1 each when nil
	kind       model.Kind     // of "aandeel"
	polarity   model.Polarity
	spreadOver model.Level
}

func (c country1) monitor() *model.Monitor {
	m := &model.Monitor{
		SpreadLevel: model.Municipality,
		Themes:      []model.Theme{{Key: "demografie"}},
		Indicators: []model.Indicator{
			{Key: "inwoners", Kind: model.Count},
			{Key: "aandeel", Kind: model.Share, Polarity: c.polarity},
		},
		Groups:  []model.Group{{Key: "totaal", Classification: -1, Parent: -1}},
		Periods: []model.Period{{Code: "2020JJ00", Label: "2020"}},
		Regions: []model.Region{{Code: "NL00", Parent: -1, Municipality: -1}},
	}
	if c.kind != 0 {
		m.Indicators[1].Kind = c.kind
	}
	if c.spreadOver != 0 {
		m.SpreadLevel = c.spreadOver
	}
	for i := range c.values {
		g := len(m.Regions)
		m.Regions = append(m.Regions,
			model.Region{Code: fmt.Sprintf("GM%04d", i), Level: model.Municipality, Municipality: g},
			model.Region{Code: fmt.Sprintf("WK%04d00", i), Level: model.District, Parent: g, Municipality: g})
	}
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 1, 2, 1)
	m.Cube.Set(0, 0, 1, 0, c.reference)
	for i, v := range c.values {
		w := 1.0
		if c.weights != nil {
			w = c.weights[i]
		}
		for r := 1 + 2*i; r < 3+2*i; r++ {
			m.Cube.Set(r, 0, 0, 0, model.Number(w))
			m.Cube.Set(r, 0, 1, 0, v)
		}
	}
	return m
}

// numbers turns plain numbers into figures.
func numbers(values ...float64) []model.Figure {
	figures := make([]model.Figure, len(values))
	for i, v := range values {
		figures[i] = model.Number(v)
	}
	return figures
}

// halves returns n figures, the first half low, the second half high.
func halves(n int, low, high float64) []model.Figure {
	figures := make([]model.Figure, n)
	for i := range figures {
		figures[i] = model.Number(low)
		if i >= n/2 {
			figures[i] = model.Number(high)
		}
	}
	return figures
}
