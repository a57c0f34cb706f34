package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

const historyHead = "year;kind;from;from_name;to;to_name\n"

func TestParseChanges(t *testing.T) {
	want := []change{
		{line: 3, year: 2018, kind: model.Recoded, from: "WK000101", fromName: "Dorp; en meer", to: "WK000102", toName: "Dorp"},
		{line: 2, year: 2019, kind: model.Merged, from: "GM0005", fromName: "Bedum", to: "GM1966", toName: "Het Hogeland"},
		{line: 5, year: 2021, kind: model.Bordered, from: "BU00010101", fromName: "A", to: "BU00010101", toName: "A"},
	}
	text := "\uFEFF" + historyHead + "2019;merge;GM0005;Bedum;GM1966; Het Hogeland \r\n2018;recode;WK000101;\"Dorp; en meer\";WK000102;Dorp\n\n2021;border;BU00010101;A;BU00010101;A"
	got, err := parseChanges("w.csv", []byte(text))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
	comma := strings.NewReplacer("Dorp; en", "Dorp# en", ";", ",").Replace(text)
	got, err = parseChanges("w.csv", []byte(strings.ReplaceAll(comma, "#", ";")))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("with commas: got %+v, %v; want %+v", got, err, want)
	}
}

func TestParseChanges_Errors(t *testing.T) {
	tests := []struct {
		about, text string
		want        []string
	}{
		{"empty", "", []string{"w.csv:1", "year;kind;from;from_name;to;to_name"}},
		{"another header", "jaar;soort\n", []string{"w.csv:1", "jaar;soort", "year;kind"}},
		{"a column too many", "year;kind;from;from_name;to;to_name;note\n", []string{"w.csv:1"}},
		{"too few fields", historyHead + "2019;merge;GM0005\n", []string{"w.csv:2", "3 fields", "6"}},
		{"unknown kind", historyHead + "\n2019;fusie;GM0005;A;GM0006;B\n", []string{"w.csv:3", `"fusie"`, "recode, merge, split or border"}},
		{"no year", historyHead + "19;merge;GM0005;A;GM0006;B\n", []string{"w.csv:2", `"19"`}},
		{"a year too early", historyHead + "1815;merge;GM0005;A;GM0006;B\n", []string{"1815", "1830"}},
		{"a year too late", historyHead + "9019;merge;GM0005;A;GM0006;B\n", []string{"9019", "2200"}},
		{"bad code", historyHead + "2019;merge;GM5;A;GM0006;B\n", []string{"w.csv:2", `"GM5"`, "GM0363"}},
		{"bad other code", historyHead + "2019;merge;GM0005;A;Winsum;B\n", []string{"w.csv:2", `"Winsum"`}},
		{"two levels", historyHead + "2019;merge;GM0005;A;WK000601;B\n", []string{"GM0005", "WK000601", "one level"}},
		{"the country", historyHead + "2019;border;NL00;A;NL00;A\n", []string{"NL00"}},
		{"no name", historyHead + "2019;merge;GM0005;;GM0006;B\n", []string{"the name of GM0005"}},
		{"a name of two lines", historyHead + "2019;merge;GM0005;A;GM0006;\"B\nC\"\n", []string{"the name of GM0006"}},
		{"an open quote", historyHead + "2019;merge;GM0005;\"A;GM0006;B\n", []string{"w.csv:2"}},
		{"not UTF-8", historyHead + "2019;merge;GM0005;A\xff;GM0006;B\n", []string{"w.csv:2", "UTF-8"}},
		{"into itself", historyHead + "2019;merge;GM0005;A;GM0005;A\n", []string{"w.csv:2", "itself"}},
		{"twice", historyHead + "2019;merge;GM0005;A;GM0006;B\n2019;merge;GM0005;A;GM0006;B\n", []string{"w.csv:3", "line 2"}},
		{"a circle", historyHead + "2019;merge;GM0005;A;GM0006;B\n2019;merge;GM0006;B;GM0007;C\n2019;split;GM0007;C;GM0005;A\n", []string{"circle", "2019"}},
		{"recoded to two codes", historyHead + "2019;recode;GM0005;A;GM0006;B\n2019;recode;GM0005;A;GM0007;B\n", []string{"w.csv:3", "GM0005", "line 2"}},
		{"two codes recoded to one", historyHead + "2019;recode;GM0005;A;GM0007;B\n2019;recode;GM0006;A;GM0007;B\n", []string{"w.csv:3", "GM0007", "line 2"}},
		{"recoded and merged", historyHead + "2019;recode;GM0005;A;GM0007;B\n2019;merge;GM0005;A;GM0008;C\n", []string{"w.csv:3", "GM0005"}},
		{"too large", historyHead + strings.Repeat("\n", maxHistory), []string{"larger"}},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			_, err := parseChanges("w.csv", []byte(tt.text))
			wantError(t, err, tt.want...)
		})
	}
}

func TestParseChanges_OverTheYears(t *testing.T) {
	text := historyHead + "2019;recode;WK000101;A;WK000102;A\n2021;recode;WK000102;A;WK000101;A\n2021;recode;WK000101;B;WK000102;B\n2019;border;GM0005;A;GM0006;B\n2019;border;GM0006;B;GM0005;A\n"
	if _, err := parseChanges("w.csv", []byte(text)); err != nil {
		t.Error(err)
	}
}

func TestParseChanges_AtMostTwentyErrors(t *testing.T) {
	_, err := parseChanges("w.csv", []byte(historyHead+strings.Repeat("2019;x;GM0005;A;GM0006;B\n", 30)))
	wantError(t, err, "w.csv:21", "and 10 more")
}

func TestReadHistory_Files(t *testing.T) {
	def := &model.Definition{File: filepath.Join(t.TempDir(), "monitor.yaml")}
	for _, name := range []string{"../w.csv", "map/w.csv", `..\w.csv`, ".."} {
		def.History = name
		_, err := readHistory(def)
		wantError(t, err, "beside the definition")
	}
	def.History = "w.csv"
	_, err := readHistory(def)
	wantError(t, err, "w.csv", "missing")
	if err := os.WriteFile(filepath.Join(filepath.Dir(def.File), "w.csv"), []byte(historyHead), 0o644); err != nil {
		t.Fatal(err)
	}
	if h, err := readHistory(def); err != nil || len(h.changes) != 0 {
		t.Errorf("a file without changes: %v, %v", h, err)
	}
}

func FuzzParseChanges(f *testing.F) {
	f.Add([]byte(historyHead + "2019;merge;GM0005;Bedum;GM1966;Het Hogeland\n2019;recode;WK000101;A;WK000102;B\n"))
	f.Add([]byte("\uFEFFyear,kind,from,from_name,to,to_name\n2019,border,BU00010101,\"A\",BU00010102,B\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := parseChanges("w.csv", b)
		if err != nil {
			return
		}
		h := &history{changes: list}
		h.index()
		for i, c := range list {
			if c.line < 2 || c.year < firstYear || c.year > lastYear || i > 0 && c.year < list[i-1].year {
				t.Errorf("%+v", c)
			}
			level, err := model.ParseCode(h.now(c.from, 0))
			if from, _ := model.ParseCode(c.from); err != nil || level != from {
				t.Errorf("%s becomes %s", c.from, h.now(c.from, 0))
			}
		}
	})
}
