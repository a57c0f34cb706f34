package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// An areaRow is one row of a hand-made table: inhabitants < 0 is null.
type areaRow struct {
	code string
	year int
	mark string
	n    float64
}

// areas is a table of inhabitants and their share under 15, by region and
// year. names are titles of the codes; a code without one is called by itself.
func areas(id string, names map[string]string, rows []areaRow) *Table {
	t := &Table{ID: id, GeoDimension: "WijkenEnBuurten", Time: &Dim{Key: "Perioden", Title: "Perioden"},
		Topics: []Topic{{Key: "Indelingswijziging_4", Title: "Indelingswijziging", Datatype: "String"},
			{Key: "Inwoners_1", Title: "Inwoners", Unit: "aantal", Datatype: "Long"}, {Key: "Jong_2", Title: "Jong", Unit: "%", Datatype: "Long"}},
		Values: make([][]float64, 3), Strings: make([][]string, 3)}
	code, year := map[string]int32{}, map[int]int32{}
	for _, r := range rows {
		if _, ok := code[r.code]; !ok {
			code[r.code] = int32(len(t.Regions))
			t.Regions = append(t.Regions, Code{Key: r.code, Title: orElse(names[r.code], r.code)})
		}
		if _, ok := year[r.year]; !ok {
			year[r.year] = int32(len(t.Time.Codes))
			t.Time.Codes = append(t.Time.Codes, Code{Key: fmt.Sprintf("%dJJ00", r.year), Title: fmt.Sprint(r.year)})
		}
		n, young := r.n, 20.0
		if n < 0 {
			n, young = null, null
		}
		t.RegionIdx, t.TimeIdx = append(t.RegionIdx, code[r.code]), append(t.TimeIdx, year[r.year])
		t.Strings[0] = append(t.Strings[0], r.mark)
		t.Values[1], t.Values[2] = append(t.Values[1], n), append(t.Values[2], young)
	}
	return t
}

// each gives a row for every year of a region; what differs stands in marks.
func each(code string, first, last int, n float64, marks map[int]string) []areaRow {
	var rows []areaRow
	for y := first; y <= last; y++ {
		rows = append(rows, areaRow{code, y, orElse(marks[y], "1"), n + float64(y-2000)})
	}
	return rows
}

// withoutMarks takes Indelingswijziging out of a table, as tables by municipality are.
func withoutMarks(t *Table) *Table {
	t.Topics, t.Values, t.Strings = t.Topics[1:], t.Values[1:], t.Strings[1:]
	return t
}

func historyDefinition(t testing.TB, changes string, tables ...*Table) *model.Definition {
	t.Helper()
	def := &model.Definition{File: filepath.Join(t.TempDir(), "monitor.yaml"), Title: "Proef", Edition: 2021,
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		SpreadLevel: model.Municipality, Themes: []model.ThemeSpec{{Key: "demografie", Label: "Demografie"}}, Total: model.GroupSpec{Key: "totaal"},
		Indicators: []model.IndicatorSpec{{Key: "inwoners", Theme: "demografie", Topic: "Inwoners_1", Decimals: -1}, {Key: "jong", Theme: "demografie", Topic: "Jong_2", Decimals: -1}}}
	for _, table := range tables {
		def.Tables = append(def.Tables, model.TableSpec{ID: table.ID})
	}
	if changes != "" {
		def.History = "wijzigingen.csv"
		text := strings.Join(historyColumns, ";") + "\n" + changes
		if err := os.WriteFile(filepath.Join(filepath.Dir(def.File), def.History), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return def
}

func loadHistory(t testing.TB, changes string, tables ...*Table) *model.Monitor {
	t.Helper()
	m, err := Load(historyDefinition(t, changes, tables...), write(t, tables...))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// line writes the figures of a region over the years: a number, ? unknown,
// - not there, / broken.
func line(t testing.TB, m *model.Monitor, code string) string {
	t.Helper()
	var words []string
	for _, p := range m.Periods {
		f := at(t, m, code, "totaal", "inwoners", p.Code)
		signs := map[model.State]string{model.Unknown: "?", model.NoRegion: "-", model.Broken: "/", model.NotMeasured: "x"}
		if v, ok := f.Value(); ok {
			signs[model.Known] = fmt.Sprint(v)
		}
		words = append(words, signs[f.State()])
	}
	return strings.Join(words, " ")
}

// life writes the periods and events of a region.
func life(m *model.Monitor, code string) string {
	for _, r := range m.Regions {
		if r.Code != code {
			continue
		}
		out := fmt.Sprintf("%d-%d", r.First, r.Last)
		for _, e := range r.Events {
			word := [...]string{"recode", "merge", "split", "border", "reuse"}[e.Kind]
			side := ">"
			if e.Before {
				side = "<"
			}
			other := e.Other
			if e.Region >= 0 {
				other = "*" + m.Regions[e.Region].Code
			}
			out += fmt.Sprintf(" %d@%d %s%s%s", e.Year, e.Period, word, side, other)
			if e.Name != "" {
				out += "(" + e.Name + ")"
			}
		}
		return out
	}
	return "none"
}
