package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"wijkmonitor/generator/model"
)

func TestWriteTable_SameBytes(t *testing.T) {
	a, b := write(t, tiny()), write(t, tiny())
	names, err := filepath.Glob(filepath.Join(a, "*"))
	if err != nil || len(names) != 6 {
		t.Fatalf("%v %v", names, err)
	}
	for _, name := range names {
		x, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, filepath.Base(name)))
		if err != nil || !bytes.Equal(x, y) {
			t.Errorf("%s differs: %v", filepath.Base(name), err)
		}
	}
}

func TestWriteTable_PadsAsCBS(t *testing.T) {
	dir := write(t, tiny())
	f, err := openFile(v3.file(dir, "90001NED", "TypedDataSet"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	raw := f.parquet.RowGroups()[0].ColumnChunks()[1].Pages()
	defer raw.Close()
	pg, err := raw.ReadPage()
	if err != nil {
		t.Fatal(err)
	}
	if got := pg.Dictionary().Index(0).String(); got != "NL00      " {
		t.Errorf("the region key is %q", got)
	}
	if f.names[0] != "ID" || f.names[1] != "WijkenEnBuurten" || f.names[4] != "Indelingswijziging_4" {
		t.Errorf("the columns are %v", f.names)
	}
}

func TestWriteTable_Properties(t *testing.T) {
	dir := write(t, tiny())
	f, err := openFile(v3.file(dir, "90001NED", "DataProperties"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	p, err := readProperties(f)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.geos, []string{"WijkenEnBuurten"}) || !slices.Equal(p.dimensions, []string{"Herkomst"}) || !slices.Equal(p.times, []string{"Perioden"}) {
		t.Errorf("dimensions: %+v", p)
	}
	want := tiny()
	for i, key := range p.keys {
		got, w := p.topics[key], &want.Topics[i]
		if got.Key != w.Key || got.Title != w.Title || got.Unit != w.Unit || got.Decimals != w.Decimals || got.Datatype != w.Datatype || !slices.Equal(got.Group, w.Group) {
			t.Errorf("topic %d: got %+v, want %+v", i, got, w)
		}
	}
}

func TestWriteTable_Refuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Table)
		want   string
	}{
		{"too few values", func(t *Table) { t.Values[1] = t.Values[1][:3] }, "Inwoners_1"},
		{"unknown region", func(t *Table) { t.RegionIdx[2] = 99 }, "row 3"},
		{"not whole", func(t *Table) { t.Values[1][1] = 1.5 }, "Inwoners_1, row 2: 1.5 is not a Long"},
		{"no id", func(t *Table) { t.ID = "" }, "needs an id"},
	}
	for _, tt := range tests {
		table := tiny()
		tt.change(table)
		wantError(t, WriteTable(t.TempDir(), table), tt.want)
	}
}

// large is a table of n municipalities × groups × years.
func large(n, groups, years, topics int) (*Table, *model.Definition) {
	t := tiny()
	t.Regions = []Code{{Key: "NL00", Title: "Land"}}
	for i := range n {
		t.Regions = append(t.Regions, Code{Key: "GM" + digits(i), Title: "Gemeente " + digits(i)})
	}
	t.Dimension.Codes, t.Time.Codes = nil, nil
	def := tinyDefinition()
	def.Total.Codes, def.Classifications[0].Groups, def.Indicators = []string{"T0000"}, nil, nil
	for g := range groups {
		t.Dimension.Codes = append(t.Dimension.Codes, Code{Key: "T" + digits(g), Title: digits(g)})
		if g > 0 {
			def.Classifications[0].Groups = append(def.Classifications[0].Groups, model.GroupSpec{Key: "g" + digits(g), Codes: []string{"T" + digits(g)}})
		}
	}
	for y := range years {
		t.Time.Codes = append(t.Time.Codes, Code{Key: digits(2000+y) + "JJ00", Title: digits(2000 + y)})
	}
	t.RegionIdx, t.DimIdx, t.TimeIdx, t.Strings, t.Topics = nil, nil, nil, nil, nil
	for y := range years {
		for g := range groups {
			for r := range n + 1 {
				t.RegionIdx, t.DimIdx, t.TimeIdx = append(t.RegionIdx, int32(r)), append(t.DimIdx, int32(g)), append(t.TimeIdx, int32(y))
			}
		}
	}
	t.Values = make([][]float64, topics)
	for k := range topics {
		key := "T_" + digits(k)
		t.Topics = append(t.Topics, Topic{Key: key, Title: key, Unit: "%", Decimals: 1, Datatype: "Double"})
		def.Indicators = append(def.Indicators, model.IndicatorSpec{Key: "i" + digits(k), Theme: "arbeid", Topic: key, Decimals: -1})
		v := make([]float64, len(t.RegionIdx))
		for i := range v {
			v[i] = float64((i*7+k*13+i/11)%1000) / 10
		}
		t.Values[k] = v
	}
	return t, def
}

func digits(n int) string {
	return string([]byte{'0' + byte(n/1000%10), '0' + byte(n/100%10), '0' + byte(n/10%10), '0' + byte(n%10)})
}

func TestLoad_LargeTableRoundTrip(t *testing.T) {
	table, def := large(300, 21, 10, 3)
	m, err := Load(def, write(t, table))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range table.RegionIdx {
		for k := range table.Topics {
			want := model.Number(table.Values[k][i])
			if got := m.Cube.At(int(r), int(table.DimIdx[i]), k, int(table.TimeIdx[i])); got != want {
				t.Fatalf("row %d, topic %d: got %+v, want %+v", i, k, got, want)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	table, def := large(1000, 20, 10, 10)
	dir := write(b, table)
	cells := 0
	b.ReportAllocs()
	for b.Loop() {
		m, err := Load(def, dir)
		if err != nil {
			b.Fatal(err)
		}
		cells = m.Cube.Len()
	}
	b.ReportMetric(float64(cells)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mcells/s")
}
