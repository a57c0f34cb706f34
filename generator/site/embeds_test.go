package site

import (
	"slices"
	"testing"

	"wijkmonitor/generator/model"
)

// TestChooseEmbeds counts: a small edition has pages of every indicator, one of
// the size of the Netherlands those of the key figures, unless the definition
// names others.
func TestChooseEmbeds(t *testing.T) {
	monitor := func(municipalities int) *model.Monitor {
		m := &model.Monitor{EmbedDetails: []model.Level{model.Country, model.Municipality}, Regions: []model.Region{{}}, Groups: make([]model.Group, 24)}
		for range municipalities {
			m.Regions = append(m.Regions, model.Region{Level: model.Municipality}, model.Region{Level: model.District}, model.Region{Level: model.District})
		}
		for i := range 46 {
			m.Indicators = append(m.Indicators, model.Indicator{Key: string(rune('a' + i)), KeyFigure: i%20 == 0})
		}
		return m
	}
	for about, c := range map[string]struct {
		municipalities int
		named          []string
		want           []int // nil = all
	}{
		"a province":              {12, nil, nil},
		"as many as fit":          {56, nil, nil},
		"one more":                {57, nil, []int{0, 20, 40}},
		"a nation":                {345, nil, []int{0, 20, 40}},
		"a nation that names two": {345, []string{"c", "b"}, []int{1, 2}},
	} {
		m := monitor(c.municipalities)
		chooseEmbeds(m, c.named)
		if c.want == nil && len(m.EmbedIndicators) != 46 || c.want != nil && !slices.Equal(m.EmbedIndicators, c.want) {
			t.Errorf("%s: %v", about, m.EmbedIndicators)
		}
	}
}
