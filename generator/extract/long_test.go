package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// writeLong writes tables in the v4 layout into a fresh directory.
func writeLong(t testing.TB, tables ...*Table) string {
	t.Helper()
	dir := t.TempDir()
	for _, table := range tables {
		if err := WriteTableV4(dir, table); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t testing.TB, def *model.Definition, dir string) *model.Monitor {
	t.Helper()
	m, err := Load(def, dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// failer is what a test and a property test have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// sameMonitor demands that two monitors have the same parts and cells.
func sameMonitor(t failer, a, b *model.Monitor) {
	t.Helper()
	x, y := *a, *b
	x.Cube, y.Cube = nil, nil
	if !reflect.DeepEqual(x, y) {
		t.Fatalf("the monitors differ:\n%+v\n%+v", x, y)
	}
	for r := range a.Regions {
		for g := range a.Groups {
			for i := range len(a.Indicators) + len(a.Inputs) {
				for p := range a.Periods {
					if u, v := a.Cube.At(r, g, i, p), b.Cube.At(r, g, i, p); u != v {
						t.Fatalf("%s, %s, indicator %d, %s: %+v and %+v", a.Regions[r].Code, a.Groups[g].Key, i, a.Periods[p].Code, u, v)
					}
				}
			}
		}
	}
}

func TestLoad_LongIsAsWide(t *testing.T) {
	sameMonitor(t, load(t, tinyDefinition(), write(t, tiny())), load(t, tinyDefinition(), writeLong(t, tiny())))
	table, def := large(60, 8, 5, 3)
	sameMonitor(t, load(t, def, write(t, table)), load(t, def, writeLong(t, table)))
}

func TestLoad_LongBesideWide(t *testing.T) {
	def := tinyDefinition()
	def.Tables = append(def.Tables, model.TableSpec{Line: 6, ID: "90002NED", Period: "2022JJ00"})
	def.Classifications[0].Groups[0].Topics = map[string]string{"inwoners": "Marokko_7"}
	dir := write(t, tiny())
	if err := WriteTableV4(dir, wide("90002NED", 1002, 610, 1)); err != nil {
		t.Fatal(err)
	}
	sameMonitor(t, load(t, def, write(t, tiny(), wide("90002NED", 1002, 610, 1))), load(t, def, dir))
	if err := WriteTable(dir, wide("90002NED", 1002, 610, 1)); err != nil {
		t.Fatal(err)
	}
	_, err := Load(def, dir)
	wantError(t, err, "90002NED lies there both as TypedDataSet (v3) and as Observations (v4)")
}

func TestLoad_ValueAttributes(t *testing.T) {
	table := tiny()
	table.Attributes = make([][]string, len(table.Topics))
	words := make([]string, len(table.RegionIdx))
	words[0], words[1], words[2], words[3] = "Impossible", "Confidential", "Whatever", "None"
	table.Attributes[4] = words // Inkomen_5, of which row 1 to 4 have numbers
	m := load(t, tinyDefinition(), writeLong(t, table))
	for region, want := range map[string]model.Figure{"NL00": model.Gap(model.Impossible), "GM0002": model.Gap(model.Withheld), "WK0002AA": model.Gap(model.Unknown)} {
		if got := at(t, m, region, "totaal", "inkomen", "2020JJ00"); got != want {
			t.Errorf("%s: got %+v, want %+v", region, got, want)
		}
	}
}

func TestLoad_LongBadRows(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Table)
		want   []string
	}{
		{"duplicate observation", func(t *Table) { t.RegionIdx[3] = 1 }, []string{"Observations", "row 17 (GM0002)", "second observation", "Inwoners_1"}},
		{"orphan buurt", func(t *Table) { t.Regions[3].Key = "BU0002AB01" }, []string{"row 16 (BU0002AB01)", "WK0002AB"}},
		{"negative count", func(t *Table) { t.Values[2][1] = -12 }, []string{"Observations", "row 8 (GM0002), Bijstand_2: -12 is not a count"}},
		{"topic of text", func(t *Table) { t.Topics[1].Datatype = "String"; t.Strings[1] = make([]string, len(t.RegionIdx)) }, []string{"Inwoners_1", "holds text; numbers would be right"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := tiny()
			tt.change(table)
			_, err := Load(tinyDefinition(), writeLong(t, table))
			wantError(t, err, tt.want...)
		})
	}
}

func TestLoad_LongDamagedFiles(t *testing.T) {
	for _, part := range []string{"Observations", "MeasureCodes", "MeasureGroups", "Dimensions", "WijkenEnBuurtenCodes", "HerkomstCodes", "PeriodenCodes"} {
		t.Run(part, func(t *testing.T) {
			dir := writeLong(t, tiny())
			name := v4.file(dir, "90001NED", part)
			rewrite(t, name, func(b []byte) []byte { return b[:len(b)/2] })
			_, err := Load(tinyDefinition(), dir)
			wantError(t, err, filepath.Base(name), "extract: ")
			rewrite(t, name, func([]byte) []byte { return []byte("<html>Not found, sorry</html>") })
			_, err = Load(tinyDefinition(), dir)
			wantError(t, err, filepath.Base(name), "not a Parquet file")
			remove(t, name)
			_, err = Load(tinyDefinition(), dir)
			if part == "MeasureGroups" {
				if err != nil {
					t.Errorf("a table without groups of measures: %v", err)
				}
				return
			}
			wantError(t, err, filepath.Base(name), "missing")
		})
	}
}

// A flipped bit anywhere in the observations is an error or another number, never the end of the program.
func TestLoad_LongFlippedBits(t *testing.T) {
	dir := writeLong(t, tiny())
	name := v4.file(dir, "90001NED", "Observations")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += 7 {
		b := append([]byte(nil), whole...)
		b[at] ^= 1 << (at % 8)
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(tinyDefinition(), dir); err != nil && !strings.Contains(err.Error(), "90001NED") {
			t.Errorf("byte %d: the error names no table: %v", at, err)
		}
	}
}

func TestWriteTableV4_SameBytes(t *testing.T) {
	a, b := writeLong(t, tiny()), writeLong(t, tiny())
	names, err := filepath.Glob(filepath.Join(a, "cbs.v4.*"))
	if err != nil || len(names) != 11 {
		t.Fatalf("%d files: %v %v", len(names), names, err)
	}
	for _, name := range names {
		x, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, filepath.Base(name)))
		if err != nil || string(x) != string(y) {
			t.Errorf("%s differs: %v", filepath.Base(name), err)
		}
	}
}

func TestWriteTableV4_Properties(t *testing.T) {
	p, err := readMeasures(writeLong(t, tiny()), "90001NED")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(p.geos, []string{"WijkenEnBuurten"}) || !reflect.DeepEqual(p.dimensions, []string{"Herkomst"}) || !reflect.DeepEqual(p.times, []string{"Perioden"}) {
		t.Errorf("dimensions: %+v", p)
	}
	for i, w := range tiny().Topics {
		got := p.topics[p.keys[i]]
		w.Description = plainText(w.Description)
		if !reflect.DeepEqual(*got, w) {
			t.Errorf("topic %d: got %+v, want %+v", i, got, w)
		}
	}
}

// The metadata of a real table: KWB 2017, as statline-bq stored it.
func TestReadMeasures_Real(t *testing.T) {
	const dir = "../../../shared/data/cbs-parquet/83765NED-v4-metadata"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real metadata of 83765NED are not here")
	}
	p, err := readMeasures(dir, "83765NED")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.keys) != 103 || !reflect.DeepEqual(p.geos, []string{"WijkenEnBuurten"}) || len(p.times) != 0 {
		t.Errorf("%d measures, %+v", len(p.keys), p.geos)
	}
	if got := p.topics["H008673"]; got.Title != "Marokko" || got.Unit != "aantal" || !reflect.DeepEqual(got.Group, []string{"Bevolking", "Personen met een migratieachtergrond", "Niet-westers"}) {
		t.Errorf("%+v", got)
	}
	if got := p.topics["M000100"]; got.Title != "Bevolkingsdichtheid" || got.Unit != "aantal inwoners per km²" {
		t.Errorf("%+v", got)
	}
	if got := p.topics["M000223"]; got.Title != "Gemiddeld inkomen per inkomensontvanger" || got.Decimals != 1 {
		t.Errorf("a title with hard spaces: %+v", got)
	}
	d := dimensionsOf{v4, dir, "83765NED"}
	codes, err := d.codes("WijkenEnBuurten")
	if err != nil || len(codes.keys) != 16667 || codes.titles["GM1680"] != "Aa en Hunze" {
		t.Errorf("%d codes: %v", len(codes.keys), err)
	}
}

func BenchmarkLoad_Long(b *testing.B) {
	table, def := large(1000, 20, 10, 25) // 5,005,000 observations
	dir := writeLong(b, table)
	for b.Loop() {
		if _, err := Load(def, dir); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(table.RegionIdx)*len(table.Topics))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mobservations/s")
}

// FuzzObservations demands that no bytes under Observations end the program.
func FuzzObservations(f *testing.F) {
	dir := writeLong(f, tiny())
	whole, err := os.ReadFile(v4.file(dir, "90001NED", "Observations"))
	if err != nil {
		f.Fatal(err)
	}
	props, err := readMeasures(dir, "90001NED")
	if err != nil {
		f.Fatal(err)
	}
	props.geo = props.geos[0]
	f.Add(whole)
	f.Add(whole[:len(whole)-9])
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := openParquet("fuzz.parquet", bytes.NewReader(b), int64(len(b)))
		if err != nil || p.rows > 1<<20 {
			return
		}
		l, err := openLong(p, props, []string{props.geo, "Herkomst", "Perioden"}, nil)
		if err != nil || l.prepare(props.keys) != nil {
			return
		}
		for _, topic := range props.keys {
			if c, err := l.numbers(topic); err == nil && len(c.values) != l.rows() {
				t.Fatalf("%d values for %d rows", len(c.values), l.rows())
			}
			_, _ = l.texts(topic)
		}
	})
}
