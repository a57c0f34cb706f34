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
  - {id: 90002DEMO, period: 2020JJ00}
themes:
  - {key: demografie, label: Demografie}
  - {key: arbeid, label: Arbeid en inkomen}
total: {label: Iedereen, code: 1012600}
classifications:
  - key: herkomst
    label: Herkomst
    note: Vanaf 2022.
    groups:
      - {key: buiten-europa, label: Buiten Europa, phrase: met herkomst buiten Europa, codes: [1, "02"]}
      - {key: marokko, label: Marokko, parent: buiten-europa, code: H008, topics: {inwoners: Marokko_19}}
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
		SpreadLevel: model.District, MinBase: 50,
		Tables: []model.TableSpec{
			{Line: 11, ID: "90001DEMO", Source: "Verzonnen", Dimension: "Herkomst", Classification: "herkomst"},
			{Line: 12, ID: "90002DEMO", Source: "CBS", Period: "2020JJ00"},
		},
		Themes: []model.ThemeSpec{{Line: 14, Key: "demografie", Label: "Demografie"}, {Line: 15, Key: "arbeid", Label: "Arbeid en inkomen"}},
		Total:  model.GroupSpec{Line: 16, Key: "totaal", Label: "Iedereen", Codes: []string{"1012600"}, MinBase: -1},
		Classifications: []model.ClassificationSpec{{Line: 18, Key: "herkomst", Label: "Herkomst", Note: "Vanaf 2022.", Groups: []model.GroupSpec{
			{Line: 22, Key: "buiten-europa", Label: "Buiten Europa", Phrase: "met herkomst buiten Europa", Codes: []string{"1", "02"}, MinBase: -1},
			{Line: 23, Key: "marokko", Label: "Marokko", Parent: "buiten-europa", Codes: []string{"H008"}, Topics: map[string]string{"inwoners": "Marokko_19"}, MinBase: -1},
		}}},
		Indicators: []model.IndicatorSpec{ // in the order of their themes
			{Line: 38, Key: "inwoners", Theme: "demografie", Topic: "AantalInwoners_5", Per: 100, Decimals: -1, KeyFigure: true},
			{Line: 25, Key: "bijstand", Theme: "arbeid", Numerator: []string{"Bijstand_83"}, Denominator: []string{"Inwoners15Tot65_9"}, Per: 1000, Kind: "rate",
				Polarity: model.LowerIsFavourable, Universe: "inwoners van 15 tot 65 jaar", Title: "Bijstand", Short: "Bijstand", Unit: "per 1.000", Decimals: 1, Tables: []string{"90001DEMO"}},
		},
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
		SpreadLevel: model.Municipality,
		Tables:      []model.TableSpec{{Line: 3, ID: "90001DEMO", Source: "CBS"}},
		Themes:      []model.ThemeSpec{{Line: 4, Key: "demografie", Label: "Demografie"}},
		Total:       model.GroupSpec{Line: 1, Key: "totaal", Label: "Totale bevolking", MinBase: -1},
		Indicators:  []model.IndicatorSpec{{Line: 5, Key: "inwoners", Theme: "demografie", Topic: "AantalInwoners_5", Per: 100, Decimals: -1}},
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
	source := small + strings.Repeat("  - {theme: x}\n", 15)
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
	if !errors.As(err, &one) || one.Line != 42 {
		t.Errorf("first problem %v", one)
	}
}
