package compose

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// bilingual is a monitor with a text of every sort, and its English texts.
func bilingual() (*model.Monitor, *model.Translation) {
	m := &model.Monitor{
		Title: "Monitor", Description: "Cijfers.",
		Tables:          []model.Table{{Title: "Kerncijfers", Source: "Bureau"}, {Source: "CBS"}},
		Regions:         []model.Region{{Name: "Nederland"}, {Name: "Meerstede", Level: model.Municipality}, {Code: "noord", Name: "Noord", Note: "Een deel.", Level: model.OwnArea}},
		Themes:          []model.Theme{{Key: "wonen", Label: "Wonen"}},
		Indicators:      []model.Indicator{{Key: "koop", Title: "Koopwoningen", Short: "Koop", Unit: "%", Universe: "woningen"}, {Key: "gas", Title: "Gas", Short: "Gas", Unit: "× 1.000 m³"}},
		Classifications: []model.Classification{{Key: "herkomst", Label: "Herkomst", Note: "Vanaf 2022."}},
		Groups:          []model.Group{{Key: "totaal", Label: "Totale bevolking"}, {Key: "marokko", Label: "Marokko", Phrase: "met herkomst Marokko"}},
		Periods:         []model.Period{{Label: "2e halfjaar 2024"}},
	}
	return m, &model.Translation{
		Language: language.English, File: "monitor.en.yaml", Title: "The monitor", Description: "Figures.", Country: "the Netherlands", Total: "Total population",
		Sources:         map[string]string{"Bureau": "Office"},
		Themes:          map[string]string{"wonen": "Housing"},
		Classifications: map[string]model.NamedText{"herkomst": {Label: "Origin", Note: "Since 2022."}},
		Groups:          map[string]model.NamedText{"marokko": {Label: "Morocco", Note: "with origin Morocco"}},
		Indicators:      map[string]model.IndicatorText{"koop": {Title: "Owner-occupied dwellings", Short: "Owner-occupied", Universe: "dwellings"}, "gas": {Line: 7, Title: "Natural gas"}},
		Areas:           map[string]model.NamedText{"noord": {Label: "North", Note: "A part."}},
	}
}

// Every text of a monitor is said in the other language, and the Dutch monitor,
// of which pages are still to come, stays what it was.
func TestTranslate(t *testing.T) {
	m, texts := bilingual()
	before, _ := bilingual()
	got, err := Translate(m, texts)
	if err != nil {
		t.Fatal(err)
	}
	want := &model.Monitor{
		Title: "The monitor", Description: "Figures.",
		Tables:          []model.Table{{Title: "Kerncijfers", Source: "Office"}, {Source: "CBS"}},
		Regions:         []model.Region{{Name: "The Netherlands"}, {Name: "Meerstede", Level: model.Municipality}, {Code: "noord", Name: "North", Note: "A part.", Level: model.OwnArea}},
		Themes:          []model.Theme{{Key: "wonen", Label: "Housing"}},
		Indicators:      []model.Indicator{{Key: "koop", Title: "Owner-occupied dwellings", Short: "Owner-occupied", Unit: "%", Universe: "dwellings"}, {Key: "gas", Title: "Natural gas", Short: "Natural gas", Unit: "× 1,000 m³"}},
		Classifications: []model.Classification{{Key: "herkomst", Label: "Origin", Note: "Since 2022."}},
		Groups:          []model.Group{{Key: "totaal", Label: "Total population"}, {Key: "marokko", Label: "Morocco", Phrase: "with origin Morocco"}},
		Periods:         []model.Period{{Label: "2nd half year 2024"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, m); diff != "" {
		t.Errorf("the Dutch monitor changed: %s", diff)
	}
}

// The country keeps the name that its table gives when no other is given.
func TestTranslate_Country(t *testing.T) {
	m, texts := bilingual()
	texts.Country = ""
	got, err := Translate(m, texts)
	if err != nil {
		t.Fatal(err)
	}
	if name := got.Regions[0].Name; name != "Nederland" {
		t.Errorf("the country is %q", name)
	}
}

// A unit of a table that the language has no word for is an error that says
// where to write it, rather than Dutch on an English page.
func TestTranslate_Unit(t *testing.T) {
	m, texts := bilingual()
	m.Indicators[1].Unit = "dagen"
	_, err := Translate(m, texts)
	want := `monitor: monitor.en.yaml:7: indicator "gas" lacks a unit: the table gives "dagen", which is Dutch`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// Units group digits as their language does: in English × 1.000 is times one.
func TestUnitIn(t *testing.T) {
	for _, test := range []struct {
		unit, want string
		ok         bool
	}{
		{"", "", true}, {"%", "%", true}, {"km", "km", true}, {"kWh", "kWh", true}, {"per km²", "per km²", true},
		{"× 1.000", "× 1,000", true}, {"× 1.000.000", "× 1,000,000", true}, {"× 1.000 m³", "× 1,000 m³", true}, {"× 1.000 euro", "× 1,000 euros", true},
		{"per 1.000", "per 1,000", true}, {"per 1.000 inwoners", "per 1,000 residents", true}, {"score, 0 is gemiddeld", "score, 0 is average", true},
		{"dagen", "", false},
	} {
		if got, ok := unitIn(language.English, test.unit); got != test.want || ok != test.ok {
			t.Errorf("%q is %q, %t; want %q, %t", test.unit, got, ok, test.want, test.ok)
		}
	}
}

func TestPeriodIn(t *testing.T) {
	for label, want := range map[string]string{
		"2024": "2024", "2023 1e kwartaal": "2023 1st quarter", "2e halfjaar 2024": "2nd half year 2024", "2023 3e kwartaal": "2023 3rd quarter",
		"schooljaar 2023/'24": "school year 2023/'24", "maart 2024": "March 2024",
	} {
		if got := periodIn(language.English, label); got != want {
			t.Errorf("%q is %q, want %q", label, got, want)
		}
	}
}

// The units that the shipped definitions give themselves are said in English,
// by the definition or by the language.
func TestTranslate_Datasets(t *testing.T) {
	files, err := filepath.Glob("../../datasets/*/monitor.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no definitions found: %v", err)
	}
	for _, file := range files {
		d, err := definition.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		texts, err := definition.ReadTranslation(d, language.English)
		if err != nil {
			t.Fatal(err)
		}
		m := &model.Monitor{Regions: make([]model.Region, 1)}
		for i := range d.Indicators {
			m.Indicators = append(m.Indicators, model.Indicator{Key: d.Indicators[i].Key, Unit: d.Indicators[i].Unit})
		}
		english, err := Translate(m, texts)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for i := range english.Indicators {
			if unit := english.Indicators[i].Unit; strings.Contains(unit, ".000") {
				t.Errorf("%s: %s has unit %q", texts.File, english.Indicators[i].Key, unit)
			}
		}
	}
}
