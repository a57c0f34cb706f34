package extract

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

// drawTable draws a table of few regions, groups and years with whole and
// broken numbers, gaps and absent rows, and a definition that reads it.
func drawTable(t *rapid.T) (*Table, *model.Definition) {
	table := &Table{ID: "90001NED", Title: "Getrokken", GeoDimension: "RegioS", Regions: []Code{{Key: "NL00", Title: "Land"}},
		Dimension: &Dim{Key: "Herkomst", Title: "Herkomst", Codes: []Code{{Key: "T001", Title: "Totaal"}, {Key: "H010", Title: "Marokko"}, {Key: "H020", Title: "Turkije"}, {Key: "H999", Title: "Overig"}}},
		Time:      &Dim{Key: "Perioden", Title: "Perioden", Codes: []Code{{Key: "2020JJ00", Title: "2020"}, {Key: "2021KW01", Title: "2021 1e kwartaal*"}, {Key: "2021JJ00", Title: "2021"}}},
		Topics: []Topic{{Key: "Inwoners_1", Title: "Inwoners", Unit: "aantal", Datatype: "Long"}, {Key: "Bijstand_2", Title: "Bijstand", Unit: "aantal", Datatype: "Long"},
			{Key: "Inkomen_3", Title: "Inkomen", Unit: "x 1 000 euro", Decimals: 1, Datatype: "Double"}},
		Values: make([][]float64, 3), Strings: make([][]string, 3)}
	for g := range rapid.IntRange(1, 3).Draw(t, "municipalities") {
		table.Regions = append(table.Regions, Code{Key: fmt.Sprintf("GM%04d", g), Title: "Gemeente"})
		for w := range rapid.IntRange(0, 2).Draw(t, "districts") {
			table.Regions = append(table.Regions, Code{Key: fmt.Sprintf("WK%04d%02d", g, w), Title: "Wijk"})
		}
	}
	value := rapid.OneOf(rapid.Just(null), rapid.Map(rapid.IntRange(0, 5000), func(n int) float64 { return float64(n) }))
	for r := range table.Regions {
		for d := range table.Dimension.Codes {
			for p := range table.Time.Codes {
				whole := d == 0 && p == 0 // so that every region and period is there
				if !whole && rapid.IntRange(0, 3).Draw(t, "absent") == 0 {
					continue
				}
				table.RegionIdx, table.DimIdx, table.TimeIdx = append(table.RegionIdx, int32(r)), append(table.DimIdx, int32(d)), append(table.TimeIdx, int32(p))
				for k := range table.Topics {
					v := value.Draw(t, "value")
					if k == 2 {
						v /= 10
					}
					table.Values[k] = append(table.Values[k], v)
				}
			}
		}
	}
	def := tinyDefinition()
	def.GroupLevels = []model.Level{model.Country, model.Municipality, model.District}
	def.Classifications[0].Groups = []model.GroupSpec{
		{Line: 13, Key: "samen", Label: "Samen", Codes: []string{"H010", "H999"}, Merged: true}, {Line: 14, Key: "turkije", Label: "Turkije", Codes: []string{"H020"}}}
	def.Indicators = []model.IndicatorSpec{
		{Line: 20, Key: "bijstand", Theme: "arbeid", Numerator: []string{"Bijstand_2"}, Denominator: []string{"Inwoners_1", "Bijstand_2"}, Decimals: -1, Title: "Bijstand"},
		{Line: 21, Key: "inwoners", Theme: "demografie", Topic: "Inwoners_1", Decimals: -1},
		{Line: 22, Key: "inkomen", Theme: "arbeid", Topic: "Inkomen_3", Decimals: -1},
	}
	return table, def
}

// shuffled is a table with its rows, and the codes of its dimensions, in another order.
func shuffled(table *Table, seed uint64) *Table {
	out := *table
	order := rand.New(rand.NewPCG(seed, 1)).Perm(len(table.RegionIdx))
	kept := make([]int32, len(order))
	for i, o := range order {
		kept[i] = int32(o)
	}
	out.RegionIdx, out.DimIdx, out.TimeIdx = pick(table.RegionIdx, kept), pick(table.DimIdx, kept), pick(table.TimeIdx, kept)
	out.Values = nil
	for _, v := range table.Values {
		out.Values = append(out.Values, pick(v, kept))
	}
	return &out
}

func loadDrawn(t *rapid.T, def *model.Definition, table *Table, write func(string, *Table) error) *model.Monitor {
	dir, err := os.MkdirTemp("", "extract")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := write(dir, table); err != nil {
		t.Fatal(err)
	}
	m, err := Load(def, dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Whatever the order of the rows and the layout, the monitor is the same.
func TestLoad_OrderAndLayoutDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, def := drawTable(t)
		other := shuffled(table, rapid.Uint64().Draw(t, "seed"))
		want := loadDrawn(t, def, table, WriteTable)
		sameMonitor(t, want, loadDrawn(t, def, other, WriteTable))
		sameMonitor(t, want, loadDrawn(t, def, table, WriteTableV4))
		sameMonitor(t, want, loadDrawn(t, def, other, WriteTableV4))
	})
}

// A merged group is the sum of its codes, wherever every code has a number.
func TestLoad_MergedIsTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, def := drawTable(t)
		m := loadDrawn(t, def, table, WriteTableV4)
		sums, parts := map[[2]string]float64{}, map[[2]string]int{}
		for i, r := range table.RegionIdx {
			if code := table.Dimension.Codes[table.DimIdx[i]].Key; code == "H010" || code == "H999" {
				if v := table.Values[0][i]; v == v {
					k := [2]string{table.Regions[r].Key, table.Time.Codes[table.TimeIdx[i]].Key}
					sums[k] += v
					parts[k]++
				}
			}
		}
		inhabitants := m.Find("inwoners")
		for r := range m.Regions {
			for p := range m.Periods {
				k := [2]string{m.Regions[r].Code, m.Periods[p].Code}
				got, known := m.Cube.At(r, 1, inhabitants, p).Value()
				if known != (parts[k] == 2) || known && got != sums[k] {
					t.Fatalf("%v: %v %v, want %v of %d parts", k, got, known, sums[k], parts[k])
				}
			}
		}
	})
}
