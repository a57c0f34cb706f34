package definition

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wijkmonitor/generator/model"
)

// rich uses the keys for withholding, history, own areas, further dimensions, moved topics and
// computed indicators; tests change one place of it.
const rich = `title: Voorbeeld
edition: 2025
min_base: 20
history: wijzigingen.csv
tables:
  - {id: 90001DEMO, dimension: Herkomst, classification: herkomst, regions: Wijken, select: {Geslacht: T001038, Leeftijd: 10000}, rounding: {gemeente: 1, wijk: 10, buurt: 15}}
  - {id: 90002DEMO, period: 2020JJ00}
themes: [{key: demografie, label: Demografie}]
total: {code: T001, min_base: 5}
classifications:
  - key: herkomst
    label: Herkomst
    groups:
      - {key: buiten-europa, label: Buiten Europa, codes: [A, B], merge: true, min_base: 0}
      - {key: rest, label: Rest, code: C, hidden: true}
indicators:
  - {key: inwoners, theme: demografie, topic: Inwoners_1, kind: count}
  - {key: 65-plus, theme: demografie, topic: Ouder_2, universe: inwoners, base: inwoners, breaks: [2021, 2015]}
  - key: inkomen
    theme: demografie
    topic: Inkomen_3
    moved: {90002DEMO: M000352}
    same: true
    low: InkomenLaag_4
    high: InkomenHoog_5
    breaks: 2020
  - key: samengesteld
    theme: demografie
    mean_of:
      inkomen: 1
      65-plus: -0.5
    title: Samengesteld
  - key: deel
    theme: demografie
    expression: (inwoners - 65-plus) / inwoners * 100
    title: Deel
    unit: "%"
    kind: share
areas:
  - {key: noord, label: Noord, note: Eigen indeling., codes: [WK036301, GM0362]}
`

func TestParse_Rich(t *testing.T) {
	got, err := Parse("monitor.yaml", []byte(rich))
	if err != nil {
		t.Fatal(err)
	}
	want := &model.Definition{
		File: "monitor.yaml", Title: "Voorbeeld", Edition: 2025, MinBase: 20, History: "wijzigingen.csv",
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		GroupLevels: []model.Level{model.Country, model.Municipality, model.District},
		SpreadLevel: model.Municipality,
		Tables: []model.TableSpec{
			{Line: 6, ID: "90001DEMO", Source: "CBS", Dimension: "Herkomst", Classification: "herkomst", Regions: "Wijken",
				Select: []model.Selection{{Line: 6, Dimension: "Geslacht", Code: "T001038"}, {Line: 6, Dimension: "Leeftijd", Code: "10000"}}, Rounding: [model.LevelCount]int{0, 1, 10, 15}},
			{Line: 7, ID: "90002DEMO", Source: "CBS", Period: "2020JJ00"},
		},
		Themes: []model.ThemeSpec{{Line: 8, Key: "demografie", Label: "Demografie"}},
		Total:  model.GroupSpec{Line: 9, Key: "totaal", Label: "Totale bevolking", Codes: []string{"T001"}, MinBase: 5},
		Classifications: []model.ClassificationSpec{{Line: 11, Key: "herkomst", Label: "Herkomst", Groups: []model.GroupSpec{
			{Line: 14, Key: "buiten-europa", Label: "Buiten Europa", Codes: []string{"A", "B"}, Merged: true},
			{Line: 15, Key: "rest", Label: "Rest", Codes: []string{"C"}, Hidden: true, MinBase: -1},
		}}},
		Indicators: []model.IndicatorSpec{
			{Line: 17, Key: "inwoners", Theme: "demografie", Topic: "Inwoners_1", Kind: "count", Per: 100, Decimals: -1},
			{Line: 18, Key: "65-plus", Theme: "demografie", Topic: "Ouder_2", Universe: "inwoners", Base: "inwoners", Breaks: []int{2015, 2021}, Per: 100, Decimals: -1},
			{Line: 19, Key: "inkomen", Theme: "demografie", Topic: "Inkomen_3", Moved: map[string]string{"90002DEMO": "M000352"}, Same: true,
				Low: "InkomenLaag_4", High: "InkomenHoog_5", Breaks: []int{2020}, Per: 100, Decimals: -1},
			{Line: 27, Key: "samengesteld", Theme: "demografie", MeanOf: []model.Weighted{{Line: 30, Key: "inkomen", Weight: 1}, {Line: 31, Key: "65-plus", Weight: -0.5}},
				Kind: "mean", Title: "Samengesteld", Per: 100, Decimals: -1},
			{Line: 33, Key: "deel", Theme: "demografie", Expression: "(inwoners - 65-plus) / inwoners * 100", Kind: "share", Title: "Deel", Unit: "%", Per: 100, Decimals: -1},
		},
		Areas: []model.AreaSpec{{Line: 40, Key: "noord", Label: "Noord", Note: "Eigen indeling.", Codes: []string{"WK036301", "GM0362"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParse_RichProblems(t *testing.T) {
	tests := []struct{ about, old, new, want string }{
		{"base below zero", "min_base: 20", "min_base: -1", `3: the definition: "min_base" is -1; a whole number from 0 to 1000000 would be right`},
		{"base of a group", "min_base: 0}", "min_base: 1.5}", `14: group "buiten-europa": "min_base" is 1.5; a whole number from 0 to 1000000 would be right`},
		{"base of everybody", "min_base: 5}", "min_base: veel}", `9: total: "min_base" is "veel"; a whole number from 0 to 1000000 would be right`},
		{"history elsewhere", "history: wijzigingen.csv", "history: ../wijzigingen.csv", `4: history is "../wijzigingen.csv"; the name of a CSV file beside the definition, such as wijzigingen.csv, would be right`},
		{"history of another sort", "history: wijzigingen.csv", "history: wijzigingen.xlsx", `4: history is "wijzigingen.xlsx"; the name of a CSV file beside the definition, such as wijzigingen.csv, would be right`},
		{"unknown key of a table", "regions: Wijken", "region: Wijken", `6: table "90001DEMO" has unknown key "region"; did you mean "regions"?`},
		{"selection that is a list", "{Geslacht: T001038, Leeftijd: 10000}", "[Geslacht]", `6: table "90001DEMO": "select" is a list; a mapping from dimension to code would be right`},
		{"selection twice", "Leeftijd: 10000", "Geslacht: 10000", `6: table "90001DEMO": "select" has "Geslacht" twice`},
		{"selection of the groups", "Leeftijd: 10000", "Herkomst: A", `6: table "90001DEMO" selects from "Herkomst", which the monitor shows; another dimension would be right`},
		{"selection of the regions", "Leeftijd: 10000", "Wijken: A", `6: table "90001DEMO" selects from "Wijken", which the monitor shows; another dimension would be right`},
		{"rounding of an unknown level", "wijk: 10", "wjk: 10", `6: table "90001DEMO": "rounding" has unknown level "wjk"; did you mean "wijk"?`},
		{"rounding to nothing", "wijk: 10", "wijk: 0", `6: table "90001DEMO": "rounding" of wijk is 0; a whole number from 1 to 1000 would be right`},
		{"merge of one code", "codes: [A, B]", "codes: [A]", `14: group "buiten-europa" has merge, which sums codes, and 1 of them; two or more under codes would be right`},
		{"hidden that is a text", "hidden: true", "hidden: ja", `15: group "rest": "hidden" is a text; true or false would be right`},
		{"moved in an unknown table", "{90002DEMO: M000352}", "{90003DEMO: M000352}", `22: indicator "inkomen" has moved in unknown table "90003DEMO"; did you mean "90001DEMO"?`},
		{"moved in a table that is not read", "same: true", "tables: 90001DEMO", `22: indicator "inkomen" has moved in table "90002DEMO", which is not among its tables`},
		{"moved that is a text", "moved: {90002DEMO: M000352}", "moved: M000352", `22: indicator "inkomen": "moved" is a text; a mapping from table to topic would be right`},
		{"low without high", "    high: InkomenHoog_5\n", "", `19: indicator "inkomen" has one of low and high; both or neither would be right`},
		{"unknown base", "base: inwoners", "base: inwoner", `18: indicator "65-plus" has unknown base "inwoner"; did you mean "inwoners"?`},
		{"base that is no count", "base: inwoners", "base: deel", `18: indicator "65-plus" has base "deel", which is no count that is read from a topic`},
		{"base of a computed one", "    kind: share\n", "    kind: share\n    base: inwoners\n", `39: indicator "deel" has base, which goes with a topic only`},
		{"break that is no year", "[2021, 2015]", "[2021, 20]", `18: indicator "65-plus": "breaks" has 20; a year from 1900 to 2200 would be right`},
		{"break twice", "[2021, 2015]", "[2021, 2021]", `18: indicator "65-plus": "breaks" has 2021 twice`},
		{"mean of an unknown one", "      inkomen: 1", "      inkome: 1", `30: indicator "samengesteld" is computed of unknown indicator "inkome"; did you mean "inkomen"?`},
		{"mean of a count", "      inkomen: 1", "      inwoners: 1", `30: indicator "samengesteld" has a mean of "inwoners", which is a count and has no deviation; a share, rate or mean would be right`},
		{"weight zero", "inkomen: 1\n", "inkomen: 0\n", `30: indicator "samengesteld": "mean_of" has weight 0 for "inkomen"; a number other than 0 would be right`},
		{"weight that is a text", "inkomen: 1\n", "inkomen: veel\n", `30: indicator "samengesteld": "mean_of" has weight "veel" for "inkomen"; a number other than 0 would be right`},
		{"mean with a unit", "    title: Samengesteld", "    title: Samengesteld\n    unit: punten", `33: indicator "samengesteld" has a unit; a mean of deviations has none`},
		{"mean without a title", "    title: Samengesteld\n", "", `27: indicator "samengesteld" has mean_of, so no table gives its title; a title would be right`},
		{"mean that is a count", "    title: Samengesteld", "    title: Samengesteld\n    kind: count", `33: indicator "samengesteld" is a mean of deviations, so it is no count; share, rate or mean would be right`},
		{"mean of itself", "      65-plus: -0.5", "      samengesteld: 1", `27: indicator "samengesteld" is computed of itself: samengesteld of samengesteld`},
		{"circle", "      65-plus: -0.5", "      deel: 1", ""},
		{"long circle", "expression: (inwoners - 65-plus)", "expression: (inwoners - samengesteld)", ""},
		{"expression without a unit", "    unit: \"%\"\n", "", `33: indicator "deel" has expression, so no table gives its unit; a unit would be right`},
		{"expression without a kind", "    kind: share\n", "", `33: indicator "deel" has expression, so no table gives its kind; a kind would be right`},
		{"expression of nothing", "expression: (inwoners - 65-plus) / inwoners * 100", `expression: "100"`, `35: indicator "deel": "expression" names no indicator`},
		{"expression of an unknown one", "(inwoners - 65-plus)", "(inwoners - 65plus)", `33: indicator "deel" is computed of unknown indicator "65plus"; did you mean "65-plus"?`},
		{"expression with a mistake", "(inwoners - 65-plus)", "(inwoners -65-plus)", `35: indicator "deel": "expression": character 11: a minus sign needs a space on both sides, since keys hold hyphens: a - b; and a number before it: 0 - a`},
		{"expression and topic", "    kind: share\n", "    kind: share\n    topic: X\n", `35: indicator "deel" has both topic and expression; one of them would be right`},
		{"expression with tables", "    kind: share\n", "    kind: share\n    tables: 90001DEMO\n", `39: indicator "deel" has tables, which goes with a topic or a numerator and denominator only`},
		{"expression with per", "    kind: share\n", "    kind: share\n    per: 10\n", `39: indicator "deel" has per, which goes with a numerator and denominator only`},
		{"area without codes", ", codes: [WK036301, GM0362]", "", `40: area "noord" lacks "codes"`},
		{"area of no region", "GM0362", "Amsterdam", `40: area "noord": "Amsterdam" is not a region code: NL00, GM0363, WK036302 or BU03630201 would be right`},
		{"area of the country", "GM0362", "NL00", `40: area "noord" has NL00, the whole country; municipalities, districts or neighbourhoods would be right`},
		{"area in itself", "GM0362", "GM0363", `40: area "noord" has both GM0363 and WK036301, which lies in it; one of them would be right`},
		{"area of a level without pages", "min_base: 20", "min_base: 20\nlevels: [land, gemeente]", `41: area "noord" has WK036301, a wijk, which levels has not`},
		{"area key", "key: noord", "key: Noord", `40: area key "Noord" is not fit for a URL; lower-case letters, digits and single hyphens would be right`},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			source := strings.Replace(rich, test.old, test.new, 1)
			if source == rich {
				t.Fatalf("%q is not in the definition", test.old)
			}
			if test.want == "" { // allowed: computed of computed, without a circle
				if _, err := Parse("m.yaml", []byte(source)); err != nil {
					t.Error(err)
				}
				return
			}
			checkProblems(t, source, test.want)
		})
	}
	circle := strings.Replace(strings.Replace(rich, "      65-plus: -0.5", "      deel: 1", 1), "(inwoners - 65-plus)", "(inwoners - samengesteld)", 1)
	checkProblems(t, circle, `27: indicator "samengesteld" is computed of itself: samengesteld of deel of samengesteld`)
}
