package definition

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wijkmonitor/generator/model"
)

// small is a definition without problems that uses every key; tests change one place of it.
const small = `title: Voorbeeld
edition: 2025
description: >
  Cijfers over
  alle gebieden.
fictional: true
levels: [land, gemeente, wijk]
group_levels: [gemeente, land]
spread_level: wijk
tables:
  - {id: 90001DEMO, source: Verzonnen, dimension: Herkomst, classification: herkomst}
  - {id: 90002DEMO, period: 2020JJ00, regions: Wijken, retrieved: "2025-10-02", select: {Geslacht: T001038}, rounding: {gemeente: 10}}
themes:
  - {key: demografie, label: Demografie}
  - {key: arbeid, label: Arbeid en inkomen}
total: {label: Iedereen, code: 1012600}
classifications:
  - key: herkomst
    label: Herkomst
    note: Vanaf 2022.
    groups:
      - {key: buiten-europa, label: Buiten Europa, phrase: met herkomst buiten Europa, codes: [1, "02"], merge: true}
      - {key: marokko, label: Marokko, parent: buiten-europa, code: H008, topics: {inwoners: Marokko_19}, hidden: true, min_base: 20}
indicators:
  - key: bijstand
    theme: arbeid
    numerator: [Bijstand_83]
    denominator: Inwoners15Tot65_9
    per: 1000
    polarity: lager-is-gunstig
    kind: rate
    universe: inwoners van 15 tot 65 jaar
    title: Bijstand
    short: Bijstand
    unit: per 1.000
    decimals: 1
    tables: [90001DEMO]
  - key: inwoners
    theme: demografie
    topic: AantalInwoners_5
    key_figure: true
  - {key: inkomen, theme: demografie, topic: Inkomen_1, moved: {90002DEMO: M00012}, same: true, low: Laag_1, high: Hoog_1, base: inwoners, base_part: 0.5, breaks: [2021, 2023]}
  - {key: samen, theme: demografie, title: Samen, mean_of: {bijstand: 1, inkomen: -0.5}}
  - {key: druk, theme: demografie, title: Druk, unit: "%", kind: share, expression: bijstand / (100 - bijstand) * 100}
min_base: 30
history: wijzigingen.csv
areas:
  - {key: noord, label: Woongoed Noord, note: Van de corporatie., codes: [WK000101, BU00010201]}
dashboards: [gemeente]
embeds: [wijk, land]
frame_ancestors: ["https://intranet.example.nl", "https://*.example.org:8443"]
postcodes: postcodes.csv.gz
retired: [GM0999, leegstand]
reports: [wijk]
embed_details: [wijk]
embed_indicators: [bijstand, samen]
group_maps: [land]
`

func TestParse(t *testing.T) {
	got, err := Parse("monitor.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	want := &model.Definition{
		File: "monitor.yaml", Title: "Voorbeeld", Edition: 2025, Description: "Cijfers over alle gebieden.", Fictional: true,
		Levels:      []model.Level{model.Country, model.Municipality, model.District},
		GroupLevels: []model.Level{model.Country, model.Municipality},
		SpreadLevel: model.District, MinBase: 30, History: "wijzigingen.csv", Postcodes: "postcodes.csv.gz", Dashboards: []model.Level{model.Municipality}, GroupMaps: []model.Level{model.Country},
		Embeds: []model.Level{model.Country, model.District}, EmbedDetails: []model.Level{model.District}, EmbedIndicators: []string{"bijstand", "samen"}, Reports: []model.Level{model.District}, FrameAncestors: []string{"https://intranet.example.nl", "https://*.example.org:8443"},
		Retired: []string{"GM0999", "leegstand"},
		Tables: []model.TableSpec{
			{Line: 11, ID: "90001DEMO", Source: "Verzonnen", Dimension: "Herkomst", Classification: "herkomst"},
			{Line: 12, ID: "90002DEMO", Source: "CBS", Period: "2020JJ00", Regions: "Wijken", Retrieved: "2025-10-02",
				Select: []model.Selection{{Line: 12, Dimension: "Geslacht", Code: "T001038"}}, Rounding: [model.LevelCount]int{model.Municipality: 10}},
		},
		Themes: []model.ThemeSpec{{Line: 14, Key: "demografie", Label: "Demografie"}, {Line: 15, Key: "arbeid", Label: "Arbeid en inkomen"}},
		Total:  model.GroupSpec{Line: 16, Key: "totaal", Label: "Iedereen", Codes: []string{"1012600"}, MinBase: -1},
		Classifications: []model.ClassificationSpec{{Line: 18, Key: "herkomst", Label: "Herkomst", Note: "Vanaf 2022.", Groups: []model.GroupSpec{
			{Line: 22, Key: "buiten-europa", Label: "Buiten Europa", Phrase: "met herkomst buiten Europa", Codes: []string{"1", "02"}, Merged: true, MinBase: -1},
			{Line: 23, Key: "marokko", Label: "Marokko", Parent: "buiten-europa", Codes: []string{"H008"}, Topics: map[string]string{"inwoners": "Marokko_19"}, Hidden: true, MinBase: 20},
		}}},
		Indicators: []model.IndicatorSpec{ // in the order of their themes
			{Line: 38, Key: "inwoners", Theme: "demografie", Topic: "AantalInwoners_5", Per: 100, Decimals: -1, KeyFigure: true},
			{Line: 42, Key: "inkomen", Theme: "demografie", Topic: "Inkomen_1", Moved: map[string]string{"90002DEMO": "M00012"}, Same: true, Per: 100, Low: "Laag_1", High: "Hoog_1",
				Base: "inwoners", BasePart: 0.5, Breaks: []int{2021, 2023}, Decimals: -1},
			{Line: 43, Key: "samen", Theme: "demografie", Title: "Samen", Per: 100, Decimals: -1,
				MeanOf: []model.Weighted{{Line: 43, Key: "bijstand", Weight: 1}, {Line: 43, Key: "inkomen", Weight: -0.5}}},
			{Line: 44, Key: "druk", Theme: "demografie", Title: "Druk", Unit: "%", Kind: "share", Per: 100, Decimals: -1, Expression: "bijstand / (100 - bijstand) * 100"},
			{Line: 25, Key: "bijstand", Theme: "arbeid", Numerator: []string{"Bijstand_83"}, Denominator: []string{"Inwoners15Tot65_9"}, Per: 1000, Kind: "rate",
				Polarity: model.LowerIsFavourable, Universe: "inwoners van 15 tot 65 jaar", Title: "Bijstand", Short: "Bijstand", Unit: "per 1.000", Decimals: 1, Tables: []string{"90001DEMO"}},
		},
		Areas: []model.AreaSpec{{Line: 48, Key: "noord", Label: "Woongoed Noord", Note: "Van de corporatie.", Codes: []string{"WK000101", "BU00010201"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// least is the smallest definition: what it does not say has a default.
const least = `title: Voorbeeld
edition: 2025
tables: [{id: 90001DEMO}]
themes: [{key: demografie, label: Demografie}]
indicators: [{key: inwoners, theme: demografie, topic: AantalInwoners_5}]
`

func TestParse_Defaults(t *testing.T) {
	got, err := Parse("monitor.yaml", []byte(least))
	if err != nil {
		t.Fatal(err)
	}
	want := &model.Definition{
		File: "monitor.yaml", Title: "Voorbeeld", Edition: 2025,
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		SpreadLevel: model.Municipality, Embeds: []model.Level{model.Country, model.Municipality, model.District}, EmbedDetails: []model.Level{model.Country, model.Municipality}, Reports: []model.Level{model.Municipality, model.District}, Dashboards: []model.Level{model.Country, model.Municipality, model.District}, GroupMaps: []model.Level{model.Country, model.Municipality},
		Tables:     []model.TableSpec{{Line: 3, ID: "90001DEMO", Source: "CBS"}},
		Themes:     []model.ThemeSpec{{Line: 4, Key: "demografie", Label: "Demografie"}},
		Total:      model.GroupSpec{Line: 1, Key: "totaal", Label: "Totale bevolking", MinBase: -1},
		Indicators: []model.IndicatorSpec{{Line: 5, Key: "inwoners", Theme: "demografie", Topic: "AantalInwoners_5", Per: 100, Decimals: -1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	grouped := least + "classifications: [{key: k, label: K, groups: [{key: g, label: G, topics: {inwoners: G_1}}]}]\n"
	got, err = Parse("monitor.yaml", []byte(grouped))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]model.Level{model.Country, model.Municipality, model.District}, got.GroupLevels); diff != "" {
		t.Error(diff)
	}
	derived := least[:len(least)-2] + ", {key: jong, theme: demografie, numerator: A_1, denominator: B_2, title: Jong}]\n"
	got, err = Parse("monitor.yaml", []byte(derived))
	if err != nil {
		t.Fatal(err)
	}
	if i := got.Indicators[1]; i.Unit != "%" || i.Per != 100 {
		t.Errorf("derived share has unit %q per %v", i.Unit, i.Per)
	}
}

func TestRead_NoFile(t *testing.T) {
	_, err := Read(filepath.Join(t.TempDir(), "monitor.yaml"))
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want that the file does not exist", err)
	}
}

func TestRead_File(t *testing.T) {
	file := filepath.Join(t.TempDir(), "monitor.yaml")
	if err := os.WriteFile(file, []byte("\ufeff"+strings.ReplaceAll(least, "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(file); err != nil {
		t.Errorf("a file with a byte order mark and Windows line ends: %v", err)
	}
	if err := os.WriteFile(file, []byte(strings.Repeat("#", largest+1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(file); err == nil || !strings.Contains(err.Error(), "larger than 1024 KiB") {
		t.Errorf("too large a file: %v", err)
	}
}

// At most 20 problems are listed, by line.
func TestParse_ManyProblems(t *testing.T) {
	source := strings.Replace(small, "min_base: 30", strings.Repeat("  - {theme: x}\n", 15)+"min_base: 30", 1)
	_, err := Parse("monitor.yaml", []byte(source))
	var all *Errors
	if !errors.As(err, &all) {
		t.Fatalf("error %T %v", err, err)
	}
	if len(all.Problems) != 20 || all.More != 25 { // each lacks a key and a formula, and has an unknown theme
		t.Errorf("%d problems and %d more", len(all.Problems), all.More)
	}
	for i := 1; i < len(all.Problems); i++ {
		if all.Problems[i].Line < all.Problems[i-1].Line {
			t.Errorf("line %d after %d", all.Problems[i].Line, all.Problems[i-1].Line)
		}
	}
	if !strings.HasSuffix(err.Error(), "monitor: monitor.yaml: and 25 more") {
		t.Errorf("message %s", err)
	}
	var one *Problem
	if !errors.As(err, &one) || one.Line != 45 {
		t.Errorf("first problem %v", one)
	}
}
