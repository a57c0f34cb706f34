package extract

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"wijkmonitor/generator/model"
)

func remove(t testing.TB, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func rewrite(t testing.TB, name string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, change(b), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wantError demands an error that names every part.
func wantError(t testing.TB, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error; want one with %q", parts)
		return
	}
	for _, p := range parts {
		if !strings.Contains(err.Error(), p) {
			t.Errorf("the error does not name %q: %v", p, err)
		}
	}
}

func TestLoad_DamagedFiles(t *testing.T) {
	const set = "cbs.v3.90001NED_TypedDataSet.parquet"
	tests := []struct {
		name   string
		part   string
		change func([]byte) []byte
		want   []string
	}{
		{"cut off", "TypedDataSet", func(b []byte) []byte { return b[:len(b)/2] }, []string{set, "cut off"}},
		{"foreign", "TypedDataSet", func([]byte) []byte { return []byte("<html>Not found, sorry</html>") }, []string{set, "not a Parquet file"}},
		{"empty", "TypedDataSet", func([]byte) []byte { return nil }, []string{set, "0 bytes"}},
		{"huge footer", "DataProperties", func(b []byte) []byte { b[len(b)-5] = 0x7f; return b }, []string{"DataProperties", "footer"}},
		{"foreign dimension", "Herkomst", func([]byte) []byte { return []byte("Key;Title;Description\n") }, []string{"Herkomst", "not a Parquet file"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t, tiny())
			rewrite(t, v3.file(dir, "90001NED", tt.part), tt.change)
			_, err := Load(tinyDefinition(), dir)
			wantError(t, err, append(tt.want, "extract: ")...)
		})
	}
}

func TestLoad_MissingFiles(t *testing.T) {
	for _, part := range []string{"TypedDataSet", "DataProperties", "WijkenEnBuurten", "Herkomst", "Perioden"} {
		dir := write(t, tiny())
		remove(t, v3.file(dir, "90001NED", part))
		_, err := Load(tinyDefinition(), dir)
		wantError(t, err, "extract: ", part, "missing")
	}
	_, err := Load(tinyDefinition(), t.TempDir()+"/nergens")
	wantError(t, err, "nergens", "no such directory", "--extracts")
}

func TestLoad_BadRows(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Table)
		want   []string
	}{
		{"duplicate region", func(t *Table) { t.RegionIdx[3] = 1 }, []string{"row 4 (GM0002)", "second row", "2020JJ00", "totaal"}},
		{"orphan buurt", func(t *Table) { t.Regions[3].Key = "BU0002AB01" }, []string{"row 4 (BU0002AB01)", "WK0002AB"}},
		{"orphan wijk", func(t *Table) { t.Regions[2].Key = "WK0009AA" }, []string{"row 3 (WK0009AA)", "GM0009"}},
		{"unparsable code", func(t *Table) { t.Regions[3].Key = "BU0002/A01" }, []string{"row 4 (BU0002/A01)", "not a region code"}},
		{"nameless region", func(t *Table) { t.Regions[3].Title = "" }, []string{"row 4 (BU0002AA01)", "title"}},
		{"negative count", func(t *Table) { t.Values[1][1] = -12 }, []string{"TypedDataSet", "row 2 (GM0002), Inwoners_1: -12 is not a count"}},
		{"no country", func(t *Table) { t.Regions[0].Key = "GM0001" }, []string{"NL00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := tiny()
			tt.change(table)
			_, err := Load(tinyDefinition(), write(t, table))
			wantError(t, err, tt.want...)
		})
	}
}

func TestLoad_BadDefinition(t *testing.T) {
	tests := []struct {
		name   string
		change func(*model.Definition)
		want   []string
	}{
		{"unknown topic", func(d *model.Definition) { d.Indicators[1].Topic = "Inwoner_1" },
			[]string{`monitor: monitor.yaml:21: indicator "inwoners" reads topic "Inwoner_1", which table 90001NED does not have; did you mean "Inwoners_1"?`}},
		{"unknown topic in listed table", func(d *model.Definition) {
			d.Indicators[0].Denominator = []string{"Inwoners_9"}
			d.Indicators[0].Tables = []string{"90001NED"}
		}, []string{`monitor.yaml:20`, "Inwoners_9", "90001NED", "Inwoners_1"}},
		{"unknown table", func(d *model.Definition) { d.Indicators[0].Tables = []string{"90002NED"} }, []string{"monitor.yaml:20", "90002NED", "90001NED"}},
		{"unknown group code", func(d *model.Definition) { d.Classifications[0].Groups[0].Codes = []string{"H011"} }, []string{"monitor.yaml:13", "h-marokko", "H011", "H010"}},
		{"unknown dimension", func(d *model.Definition) { d.Tables[0].Dimension = "Herkomsten" }, []string{"monitor.yaml:5", "Herkomsten", `"Herkomst"?`}},
		{"dimension not named", func(d *model.Definition) { d.Tables[0].Dimension = "" }, []string{"monitor.yaml:5", "Herkomst"}},
		{"unknown kind", func(d *model.Definition) { d.Indicators[0].Kind = "aandeel" }, []string{"monitor.yaml:20", "aandeel", "share"}},
		{"mean of a count", func(d *model.Definition) {
			d.Indicators = append(d.Indicators, model.IndicatorSpec{Line: 24, Key: "samen", Theme: "arbeid", Title: "Samen", MeanOf: []model.Weighted{{Line: 25, Key: "inwoners", Weight: 1}}})
		}, []string{"monitor.yaml:25", `"samen" has a mean of "inwoners", which is a count`}},
		{"unknown group topic", func(d *model.Definition) {
			d.Classifications[0].Groups[0].Topics = map[string]string{"inwoners": "Inwoners_2"}
		}, []string{"monitor.yaml:13", "Inwoners_2"}},
		{"topic of text", func(d *model.Definition) { d.Indicators[1].Topic = "Indelingswijziging_4" }, []string{"Indelingswijziging_4", "numbers would be right"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			def := tinyDefinition()
			tt.change(def)
			_, err := Load(def, write(t, tiny()))
			wantError(t, err, tt.want...)
		})
	}
}

func TestLoad_PeriodMissing(t *testing.T) {
	def := tinyDefinition()
	def.Tables = []model.TableSpec{{Line: 6, ID: "90002NED"}}
	_, err := Load(def, write(t, wide("90002NED", 1, 1, 1)))
	wantError(t, err, "monitor.yaml:6", "2020JJ00")
}

func TestLoad_ManyErrors(t *testing.T) {
	table := tiny()
	for i := range 30 {
		table.Regions = append(table.Regions, Code{Key: fmt.Sprintf("WK00%02d/A", i), Title: "?"})
		table.RegionIdx[i%len(table.RegionIdx)] = int32(7 + i)
	}
	_, err := Load(tinyDefinition(), write(t, table))
	var list Errors
	if !errors.As(err, &list) || len(list) != maxErrors+1 || !strings.Contains(list[maxErrors].Error(), "more") {
		t.Errorf("got %d errors: %v", len(list), err)
	}
}

// keyColumns are the dimensions of the tiny country's data set.
type keyColumns struct {
	Region string `parquet:"WijkenEnBuurten,plain"`
	Group  string `parquet:"Herkomst,plain"`
	Period string `parquet:"Perioden,plain"`
}

// one writes a data set of one column beside the tiny country's other files.
func one[T any](t testing.TB, dir string, rows []T, options ...parquet.WriterOption) {
	t.Helper()
	if err := parquet.WriteFile(v3.file(dir, "90001NED", "TypedDataSet"), rows, options...); err != nil {
		t.Fatal(err)
	}
}

func TestLoad_ColumnMissing(t *testing.T) {
	dir := write(t, tiny())
	one(t, dir, []struct {
		keyColumns
		Inwoners_1 int32 `parquet:"Inwoners_1"`
		Bijstand_2 int32 `parquet:"Bijstand_2"`
		Eenzaam_3  int32 `parquet:"Eenzaam_3"`
	}{{}})
	_, err := Load(tinyDefinition(), dir)
	wantError(t, err, "TypedDataSet", `column "Inkomen_5" is missing`)
}

func TestLoad_WrongTypes(t *testing.T) {
	dir := write(t, tiny())
	one(t, dir, []struct {
		keyColumns
		Inwoners_1 string  `parquet:"Inwoners_1,plain"`
		Bijstand_2 bool    `parquet:"Bijstand_2"`
		Eenzaam_3  float32 `parquet:"Eenzaam_3"`
		Inkomen_5  float32 `parquet:"Inkomen_5"`
	}{{}})
	_, err := Load(tinyDefinition(), dir)
	wantError(t, err, `column "Inwoners_1": holds text; numbers would be right`, `column "Bijstand_2": holds values of another type`)
	one(t, dir, []struct{ List []int32 }{{}})
	_, err = Load(tinyDefinition(), dir)
	wantError(t, err, "List", "repeated")
}
