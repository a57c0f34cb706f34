package definition

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// smallEnglish has the English texts of the small definition.
const smallEnglish = `title: Example
description: >
  Figures about
  all areas.
country: the Netherlands
total: {label: Everybody}
sources: {Verzonnen: Made up}
themes:
  demografie: Demography
  arbeid: Labour and income
classifications:
  herkomst:
    label: Origin
    note: Since 2022.
    groups:
      buiten-europa: {label: Outside Europe, phrase: with origin outside Europe}
      marokko: {label: Morocco, phrase: with origin Morocco}
indicators:
  bijstand: {title: Social assistance, short: Assistance, unit: "per 1,000", universe: residents aged 15 to 65}
  inwoners: {title: Residents}
  inkomen: {title: Income, unit: euros}
  samen: {title: Together}
  druk:
    title: Pressure
areas:
  noord: {label: Woongoed North, note: Of the association.}
`

// english reads texts that go with the small definition.
func english(t *testing.T, source string) (*model.Translation, error) {
	t.Helper()
	d, err := Parse("m.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	return parseTranslation(d, language.English, "m.en.yaml", []byte(source))
}

func TestParseTranslation(t *testing.T) {
	got, err := english(t, smallEnglish)
	if err != nil {
		t.Fatal(err)
	}
	if got.Language != language.English {
		t.Errorf("the language is %v", got.Language)
	}
	got.Language = nil
	want := &model.Translation{
		File: "m.en.yaml", Title: "Example", Description: "Figures about all areas.", Country: "the Netherlands", Total: "Everybody",
		Sources:         map[string]string{"Verzonnen": "Made up"},
		Themes:          map[string]string{"demografie": "Demography", "arbeid": "Labour and income"},
		Classifications: map[string]model.NamedText{"herkomst": {Label: "Origin", Note: "Since 2022."}},
		Groups:          map[string]model.NamedText{"buiten-europa": {Label: "Outside Europe", Note: "with origin outside Europe"}, "marokko": {Label: "Morocco", Note: "with origin Morocco"}},
		Indicators: map[string]model.IndicatorText{
			"bijstand": {Line: 19, Title: "Social assistance", Short: "Assistance", Unit: "per 1,000", Universe: "residents aged 15 to 65"},
			"inwoners": {Line: 20, Title: "Residents"}, "inkomen": {Line: 21, Title: "Income", Unit: "euros"}, "samen": {Line: 22, Title: "Together"}, "druk": {Line: 24, Title: "Pressure"},
		},
		Areas: map[string]model.NamedText{"noord": {Label: "Woongoed North", Note: "Of the association."}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Each row changes one place of the English texts and gives exactly the problems
// named: a text that lacks, and one of something that the definition has not.
func TestParseTranslation_Problems(t *testing.T) {
	for _, test := range []struct{ about, old, new, want string }{
		{"no title", "title: Example\n", "", `1: the translation lacks "title"`},
		{"no description", "description: >\n  Figures about\n  all areas.\n", "", `1: the translation lacks "description"`},
		{"no name of everybody", "total: {label: Everybody}\n", "", `1: the translation lacks "total"`},
		{"everybody without a name", "{label: Everybody}", "{}", `6: total lacks "label"`},
		{"unknown key", "title: Example", "title: Example\nedition: 2025", `2: the translation has unknown key "edition"`},
		{"mistyped key", "country:", "contry:", `5: the translation has unknown key "contry"; did you mean "country"?`},
		{"unknown source", "{Verzonnen: Made", "{Verzonen: Made", `7: sources has unknown key "Verzonen"; did you mean "Verzonnen"?`},
		{"no themes", "themes:\n  demografie: Demography\n  arbeid: Labour and income\n", "", `1: the translation lacks "themes"`},
		{"missing theme", "  arbeid: Labour and income\n", "", `9: themes lacks theme "arbeid"`},
		{"mistyped theme", "arbeid: Labour", "arbied: Labour", "10: themes has unknown key \"arbied\"; did you mean \"arbeid\"?\n9: themes lacks theme \"arbeid\""},
		{"empty theme", "arbeid: Labour and income", `arbeid: ""`, `10: themes: "arbeid" is an empty text`},
		{"classification without a note", "    note: Since 2022.\n", "", `13: classification "herkomst" lacks "note"`},
		{"missing group", "      marokko: {label: Morocco, phrase: with origin Morocco}\n", "", `16: groups lacks group "marokko"`},
		{"group without a phrase", ", phrase: with origin outside Europe", "", `16: group "buiten-europa" lacks "phrase"`},
		{"group twice", "marokko: {", "buiten-europa: {", "16: groups lacks group \"marokko\"\n17: groups has key \"buiten-europa\" twice; it is also on line 16"},
		{"missing indicator", "  inwoners: {title: Residents}\n", "", `19: indicators lacks indicator "inwoners"`},
		{"indicator that is gone", "  inwoners: {title: Residents}", "  inwoners: {title: Residents}\n  huishoudens: {title: Households}", `21: indicators has unknown key "huishoudens"; inwoners, inkomen, samen, druk or bijstand would be right`},
		{"indicator without a title", "    title: Pressure", "    short: Pressure", `24: indicator "druk" lacks "title"`},
		{"indicator without what the definition has", ", short: Assistance, unit: \"per 1,000\", universe: residents aged 15 to 65", "", "19: indicator \"bijstand\" lacks \"short\"\n19: indicator \"bijstand\" lacks \"universe\""},
		{"indicator with a setting", "{title: Income,", "{title: Income, polarity: geen,", `21: indicator "inkomen" has unknown key "polarity"; title, short, unit or universe would be right`},
		{"indicator that is a text", "{title: Residents}", "Residents", `20: indicator "inwoners" is a text; a mapping with title, short, unit or universe would be right`},
		{"area without a note", ", note: Of the association.", "", `26: area "noord" lacks "note"`},
		{"nothing", smallEnglish, "", "1: the file is empty; a mapping with title, total, themes and indicators would be right"},
		{"a list", smallEnglish, "[title]", `1: the translation is a list; a mapping with title, description, country, total, sources, themes, classifications, indicators or areas would be right`},
	} {
		t.Run(test.about, func(t *testing.T) {
			source := strings.Replace(smallEnglish, test.old, test.new, 1)
			if source == smallEnglish {
				t.Fatalf("%q is not in the English texts", test.old)
			}
			got, err := english(t, source)
			if err == nil || got != nil {
				t.Fatalf("%v and error %v, want %s", got, err, test.want)
			}
			if problems := strings.ReplaceAll(err.Error(), "monitor: m.en.yaml:", ""); sorted(problems) != sorted(test.want) {
				t.Errorf("problems\n%s\nwant\n%s", problems, test.want)
			}
		})
	}
}

func TestParse_Languages(t *testing.T) {
	for _, test := range []struct{ languages, want string }{
		{"[nl]", ""}, {"nl", ""}, {"[nl, en]", ""},
		{"[en, nl]", `3: languages begins with "en"; nl first would be right`},
		{"en", `3: languages begins with "en"; nl first would be right`},
		{"[nl, eng]", `3: languages has "eng", which the program does not speak; did you mean "en"?`},
		{"[nl, fr]", `3: languages has "fr", which the program does not speak; nl or en would be right`},
		{"[nl, en, en]", `3: the definition: "languages" has "en" twice`},
		{"[]", `3: the definition: "languages" is an empty list`},
		{"[nl, 1]", `3: the definition: "languages" is a number; a text (in quotes if need be) would be right`},
	} {
		source := strings.Replace(small, "edition: 2025", "edition: 2025\nlanguages: "+test.languages, 1)
		if test.want != "" {
			checkProblems(t, source, test.want)
			continue
		}
		if _, err := Parse("m.yaml", []byte(source)); err != nil {
			t.Errorf("%s: %v", test.languages, err)
		}
	}
}

// A definition of two languages is read with the file beside it, and not without.
func TestRead_Languages(t *testing.T) {
	dir := t.TempDir()
	file, texts := filepath.Join(dir, "monitor.yaml"), filepath.Join(dir, "monitor.en.yaml")
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(file, strings.Replace(small, "edition: 2025", "edition: 2025\nlanguages: [nl, en]", 1))
	_, err := Read(file)
	want := `monitor: ` + file + `: languages has "en", and ` + texts + ` is not there: a file with the texts in English would be right`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	write(texts, smallEnglish)
	d, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Translations) != 1 || d.Translations[0].Language != language.English || d.Translations[0].File != texts || d.Translations[0].Title != "Example" {
		t.Errorf("translations %+v", d.Translations)
	}
	write(texts, strings.Repeat("#", largest+1))
	if _, err := Read(file); err == nil || !strings.Contains(err.Error(), texts+":1: the file is larger than 1024 KiB") {
		t.Errorf("too large a file: %v", err)
	}
	write(file, small)
	if d, err := Read(file); err != nil || len(d.Translations) != 0 {
		t.Errorf("a definition of Dutch alone: %v, with error %v", d, err)
	}
}
