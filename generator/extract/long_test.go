package extract

import (
	"reflect"
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

func TestLoad_NoFiles(t *testing.T) {
	_, err := Load(tinyDefinition(), t.TempDir())
	wantError(t, err, "the files of table 90001NED are missing; cbs.v3.90001NED_TypedDataSet.parquet (v3) or cbs.v4.90001NED_Observations.parquet (v4) would be right")
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
