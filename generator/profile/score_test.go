package profile

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
)

// scored is a monitor with one theme whose indicators have a spread of 5 and a reference of 15.
// Region 1 gets the figures; the polarities are per indicator.
func scored(polarities []model.Polarity, figures []model.Figure) *model.Monitor {
	m := country1{reference: model.Number(15), values: halves(40, 10, 20)}.monitor()
	m.Indicators = m.Indicators[:1]
	for _, p := range polarities {
		m.Indicators = append(m.Indicators, model.Indicator{Key: "i", Kind: model.Share, Polarity: p})
	}
	base := m.Cube
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 1, len(m.Indicators), 1)
	for r := range m.Regions {
		m.Cube.Set(r, 0, 0, 0, base.At(r, 0, 0, 0))
		for i := range polarities {
			m.Cube.Set(r, 0, 1+i, 0, base.At(r, 0, 1, 0))
		}
	}
	district := 2 // not in the spread
	for i, f := range figures {
		m.Cube.Set(district, 0, 1+i, 0, f)
	}
	return m
}

func TestScore(t *testing.T) {
	const up, down, none = model.HigherIsFavourable, model.LowerIsFavourable, model.NoJudgement
	gap := model.Gap(model.Unknown)
	tests := []struct {
		about      string
		polarities []model.Polarity
		figures    []model.Figure
		want       Score
	}{
		{"higher is favourable", []model.Polarity{up}, numbers(25), Score{Class: model.MuchHigher, Value: 2, Known: true, Judged: true, Of: 1, Have: 1}},
		{"lower is favourable", []model.Polarity{down}, numbers(25), Score{Class: model.MuchLower, Value: -2, Known: true, Judged: true, Of: 1, Have: 1}},
		{"mean of both", []model.Polarity{up, down}, numbers(25, 20), Score{Class: model.Higher, Value: 0.5, Known: true, Judged: true, Of: 2, Have: 2}},
		{"the unjudged does not count", []model.Polarity{up, none}, numbers(20, 1000), Score{Class: model.Higher, Value: 1, Known: true, Judged: true, Of: 1, Have: 1}},
		{"exactly half known", []model.Polarity{up, up}, []model.Figure{model.Number(15), gap}, Score{Class: model.Average, Value: 0, Known: true, Judged: true, Of: 2, Have: 1}},
		{"less than half known", []model.Polarity{up, up, up}, []model.Figure{model.Number(25), gap, gap}, Score{Class: model.NotCompared, Value: 0, Known: false, Judged: true, Of: 3, Have: 1}},
		{"nothing known", []model.Polarity{up}, []model.Figure{gap}, Score{Class: model.NotCompared, Value: 0, Known: false, Judged: true, Of: 1, Have: 0}},
		{"nothing judged", []model.Polarity{none, none}, numbers(25, 25), Score{}},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			p := NewBaseline(scored(test.polarities, test.figures)).Profile(2, 0)
			got := p.Scores[0]
			if math.Abs(got.Value-test.want.Value) > 1e-12 {
				t.Errorf("value %v, want %v", got.Value, test.want.Value)
			}
			got.Value, got.Reach = test.want.Value, test.want.Reach
			if got != test.want {
				t.Errorf("score %+v, want %+v", got, test.want)
			}
		})
	}
}

// A judged count is never in a score.
func TestScore_Count(t *testing.T) {
	m := scored([]model.Polarity{model.HigherIsFavourable}, numbers(25))
	m.Indicators[1].Kind = model.Count
	p := NewBaseline(m).Profile(2, 0)
	if p.Scores[0] != (Score{}) {
		t.Errorf("a count is in the score: %+v", p.Scores[0])
	}
}
