package definition

import (
	"path/filepath"
	"regexp"
	"testing"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// Every definition that the project ships is read without a problem.
func TestRead_Datasets(t *testing.T) {
	files, err := filepath.Glob("../../datasets/*/monitor.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no definitions found: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			d, err := Read(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range d.Indicators {
				if n := len([]rune(i.Short)); n > 24 {
					t.Errorf("%s:%d: short %q has %d characters; at most 24 fit the wheel", file, i.Line, i.Short, n)
				}
			}
			t.Logf("%d tables, %d themes, %d classifications, %d indicators", len(d.Tables), len(d.Themes), len(d.Classifications), len(d.Indicators))
		})
	}
}

// dutch are words that no English text has.
var dutch = regexp.MustCompile(`(?i)\b(het|een|van|niet|geen|zijn|wordt|naar|voor|met|bij|deze|jaar|jaren|cijfers?|inwoners|gemeenten?|wijken|buurten|huishoudens|woningen|groepen|lager|hoger|gemiddelde?|aantal)\b`)

// Every definition that the project ships has all its texts in English beside
// it, so that a publisher has only to ask for them.
func TestReadTranslation_Datasets(t *testing.T) {
	files, err := filepath.Glob("../../datasets/*/monitor.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no definitions found: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			d, err := Read(file)
			if err != nil {
				t.Fatal(err)
			}
			e, err := ReadTranslation(d, language.English)
			if err != nil {
				t.Fatal(err)
			}
			texts := []string{e.Title, e.Description, e.Country, e.Total}
			for _, label := range e.Themes {
				texts = append(texts, label)
			}
			for _, source := range e.Sources {
				texts = append(texts, source)
			}
			for _, named := range []map[string]model.NamedText{e.Classifications, e.Groups, e.Areas} {
				for _, n := range named {
					texts = append(texts, n.Label, n.Note)
				}
			}
			for key, i := range e.Indicators {
				texts = append(texts, i.Title, i.Short, i.Unit, i.Universe)
				short := i.Short
				if short == "" {
					short = i.Title
				}
				if n := len([]rune(short)); n > 24 {
					t.Errorf("%s:%d: short %q of %s has %d characters; at most 24 fit the wheel", e.File, i.Line, short, key, n)
				}
			}
			for _, text := range texts {
				if word := dutch.FindString(text); word != "" {
					t.Errorf("%s has %q in %q", e.File, word, text)
				}
			}
		})
	}
}
