package extract

import (
	"os"
	"testing"

	"wijkmonitor/generator/model"
)

const realExtract = "../../../shared/data/cbs-parquet/84799NED"

func realDefinition() *model.Definition {
	return &model.Definition{
		File: "monitor.yaml", Title: "KWB 2020", Edition: 2020,
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		GroupLevels: []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood}, SpreadLevel: model.Municipality,
		Tables: []model.TableSpec{{Line: 5, ID: "84799NED", Period: "2020JJ00"}},
		Themes: []model.ThemeSpec{{Key: "demografie", Label: "Demografie"}},
		Total:  model.GroupSpec{Key: "totaal", Label: "Totale bevolking"},
		Classifications: []model.ClassificationSpec{{Key: "migratieachtergrond", Label: "Migratieachtergrond", Groups: []model.GroupSpec{
			{Key: "marokko", Label: "Marokko", Topics: map[string]string{"inwoners": "Marokko_19"}}}}},
		Indicators: []model.IndicatorSpec{
			{Line: 20, Key: "inwoners", Theme: "demografie", Topic: "AantalInwoners_5", Decimals: -1},
			{Line: 21, Key: "aandeel-marokko", Theme: "demografie", Numerator: []string{"Marokko_19"}, Denominator: []string{"AantalInwoners_5"}, Decimals: -1},
			{Line: 22, Key: "appartement", Theme: "demografie", Topic: "Appartement_48", Decimals: -1},
		},
	}
}

func TestLoad_RealExtract(t *testing.T) {
	if _, err := os.Stat(realExtract); err != nil {
		t.Skip("the real extract of 84799NED is not here")
	}
	m, err := Load(realDefinition(), realExtract)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Regions) != 17341 {
		t.Errorf("%d regions; 17341 would be right", len(m.Regions))
	}
	if got := at(t, m, "GM0363", "totaal", "inwoners", "2020JJ00"); got != model.Number(872757) {
		t.Errorf("Amsterdam: %+v", got)
	}
	if got := at(t, m, "GM0363", "marokko", "inwoners", "2020JJ00"); got != model.Number(77210) {
		t.Errorf("Amsterdam, Marokko: %+v", got)
	}
	share, ok := at(t, m, "GM0363", "totaal", "aandeel-marokko", "2020JJ00").Value()
	if !ok || share < 8.84 || share > 8.85 {
		t.Errorf("share: %v", share)
	}
	if got := at(t, m, "GM0363", "totaal", "appartement", "2020JJ00"); got != model.Gap(model.NotYetPublished) {
		t.Errorf("an empty topic: %+v", got)
	}
	checkRealRegions(t, m)
}

func checkRealRegions(t *testing.T, m *model.Monitor) {
	var sum float64
	var levels [model.LevelCount]int
	for i, r := range m.Regions {
		levels[r.Level]++
		if r.Name == "" || i > 0 && r.Parent >= i {
			t.Errorf("region %+v", r)
		}
		if r.Level == model.Municipality {
			v, ok := m.Cube.At(i, 0, 0, 0).Value()
			if !ok {
				t.Errorf("%s has no number of inhabitants", r.Code)
			}
			sum += v
		}
	}
	if levels != [model.LevelCount]int{1, 355, 3177, 13808} || sum != 17407585 {
		t.Errorf("levels %v, inhabitants of the municipalities %v", levels, sum)
	}
	if m.Tables[0].Modified != "2021-03-26" || m.Tables[0].Title != "Kerncijfers wijken en buurten 2020" {
		t.Errorf("table: %+v", m.Tables[0])
	}
	if m.Regions[0].Name != "Nederland" || m.Regions[0].Code != "NL00" {
		t.Errorf("country: %+v", m.Regions[0])
	}
}

func BenchmarkLoad_RealExtract(b *testing.B) {
	if _, err := os.Stat(realExtract); err != nil {
		b.Skip("the real extract of 84799NED is not here")
	}
	for b.Loop() {
		if _, err := Load(realDefinition(), realExtract); err != nil {
			b.Fatal(err)
		}
	}
}
