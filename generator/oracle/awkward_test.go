package oracle

import (
	"fmt"
	"testing"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

func awkwardDefinition() *model.Definition {
	all := []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood}
	d := &model.Definition{File: "monitor.yaml", Title: "Proef", Edition: 2023, Levels: all, GroupLevels: all[:3], SpreadLevel: model.Municipality,
		Tables: []model.TableSpec{{ID: "90003NED", Dimension: "Afkomst", Classification: "afkomst"}},
		Themes: []model.ThemeSpec{{Key: "een", Label: "Een"}, {Key: "twee", Label: "Twee"}},
		Total:  model.GroupSpec{Key: "totaal", Label: "Totaal", Codes: []string{"T"}},
		Classifications: []model.ClassificationSpec{{Key: "afkomst", Label: "Afkomst", Groups: []model.GroupSpec{
			{Key: "a", Label: "A", Codes: []string{"A"}, MinBase: -1}, {Key: "b", Label: "B", Codes: []string{"B", "X"}, Merged: true, MinBase: -1}}}}}
	add := func(s model.IndicatorSpec) {
		s.Theme, s.Decimals, s.Title = d.Themes[len(d.Indicators)%2].Key, -1, s.Key
		s.Polarity = model.Polarity(len(d.Indicators)%3 - 1)
		d.Indicators = append(d.Indicators, s)
	}
	derived := func(key, kind string, per float64, numerator, denominator []string) {
		add(model.IndicatorSpec{Key: key, Kind: kind, Per: per, Numerator: numerator, Denominator: denominator})
	}
	topic := func(key, topic, universe string) {
		add(model.IndicatorSpec{Key: key, Topic: topic, Universe: universe, Per: 100})
	}
	topic("inwoners", "Inwoners_1", "inwoners")
	topic("huizen", "Huizen_4", "huizen")
	derived("jong", "share", 100, []string{"Jong_2"}, []string{"Inwoners_1"})
	derived("jong-van-allen", "share", 100, []string{"Jong_2"}, []string{"Jong_2", "Oud_3"})
	derived("allen-per-huis", "mean", 1, []string{"Jong_2", "Oud_3"}, []string{"Huizen_4"})
	derived("oud-per-duizend", "rate", 1000, []string{"Oud_3"}, []string{"Inwoners_1"})
	for _, t := range awkwardTopics[4:15] {
		universe := "inwoners"
		if t.topic.Unit == "per 100 huizen" {
			universe = "huizen"
		}
		topic("t-"+t.topic.Key, t.topic.Key, universe)
	}
	add(model.IndicatorSpec{Key: "deel-van-huizen", Topic: "Koop_5", Base: "huizen", Universe: "inwoners", Per: 100})
	add(model.IndicatorSpec{Key: "score", Topic: "Score_16", Low: "Onder_17", High: "Boven_18", Per: 100})
	return d
}

// TestAwkward: figures that no real table has together. Nothing lives
// somewhere, shares above 100, rates below 0, nulls, rows that lack, an
// indicator that is the same everywhere, one that few regions have.
func TestAwkward(t *testing.T) {
	for seed := range uint64(2) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			dir, d := t.TempDir(), awkwardDefinition()
			if err := extract.WriteTable(dir, awkwardTable(seed)); err != nil {
				t.Fatal(err)
			}
			m, err := extract.Load(d, dir)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, m, ask(t, d, m, dir, nil))
		})
	}
}
