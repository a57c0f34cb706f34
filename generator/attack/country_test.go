package attack

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/extract"
)

// An exactCountry has no rounding at all: the intruder knows every sum to the
// last person.
type exactCountry struct {
	towns   []int  // districts of each municipality
	without string // a group that the table leaves out, so that parts leave a rest
	size    func(random *rand.Rand, leaf int) float64
}

// exactGroups are the groups; h-enig is the only part of h-west.
var exactGroups = []struct{ key, code, parent string }{
	{"h-eigen", "1", ""}, {"h-west", "2", ""}, {"h-oost", "3", ""},
	{"h-berg", "31", "h-oost"}, {"h-dal", "32", "h-oost"}, {"h-kust", "33", "h-oost"}, {"h-enig", "21", "h-west"},
}

// exactLeaves are the smallest groups.
var exactLeaves = []int{0, 3, 4, 5, 6}

// fewPeople gives groups of a few dozen to a few thousand people.
func fewPeople(random *rand.Rand, leaf int) float64 {
	typical := map[int]float64{0: 4000, 3: 60, 4: 25, 5: 100, 6: 40}[leaf]
	return math.Round(typical * math.Exp(random.NormFloat64()))
}

// write writes the dataset into a folder of its own.
func (x exactCountry) write(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	table := x.table()
	if err := extract.WriteTable(dir, table); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "monitor.yaml"), []byte(x.definition()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (x exactCountry) table() *extract.Table {
	table := &extract.Table{ID: "99002TNY", Title: "Kerncijfers Sommeland", Modified: "2024-05-01", GeoDimension: "WijkenEnBuurten",
		Dimension: &extract.Dim{Key: "Herkomst", Title: "Herkomst", Codes: []extract.Code{{Key: "T", Title: "Totaal"}}},
		Time:      &extract.Dim{Key: "Perioden", Title: "Perioden", Codes: []extract.Code{{Key: "2024JJ00", Title: "2024"}}},
		Topics: []extract.Topic{
			{Key: "Inwoners_1", Title: "Inwoners", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "Jong_2", Title: "Jong", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "Inkomen_3", Title: "Inkomen", Unit: "euro", Datatype: "Long", Group: []string{"Inkomen"}}},
		Regions: []extract.Code{{Key: "NL00", Title: "Sommeland"}},
		Values:  make([][]float64, 3), Strings: make([][]string, 3)}
	for _, g := range exactGroups {
		table.Dimension.Codes = append(table.Dimension.Codes, extract.Code{Key: g.code, Title: g.key})
	}
	var districts [][]int // the regions that each is in
	for town, n := range x.towns {
		g := len(table.Regions)
		table.Regions = append(table.Regions, extract.Code{Key: fmt.Sprintf("GM91%02d", town), Title: fmt.Sprint("Stad ", town)})
		for d := range n {
			districts = append(districts, []int{0, g, len(table.Regions)})
			table.Regions = append(table.Regions, extract.Code{Key: fmt.Sprintf("WK91%02d%02d", town, d), Title: fmt.Sprint("Wijk ", d)})
		}
	}
	x.fill(table, districts)
	return table
}

// fill adds up people, young people among them, and an income that is another
// number in every row.
func (x exactCountry) fill(table *extract.Table, districts [][]int) {
	random := rand.New(rand.NewPCG(3, 4))
	codes := len(table.Dimension.Codes)
	people := make([]float64, len(table.Regions)*codes)
	young := make([]float64, len(people))
	for _, in := range districts {
		for _, leaf := range exactLeaves {
			n := x.size(random, leaf)
			part := math.Round(n * (.1 + .3*random.Float64()))
			for _, r := range in {
				for _, g := range withParents(leaf) {
					people[r*codes+g] += n
					young[r*codes+g] += part
				}
			}
		}
	}
	for c := range people {
		if c%codes > 0 && exactGroups[c%codes-1].key == x.without {
			continue
		}
		table.RegionIdx = append(table.RegionIdx, int32(c/codes))
		table.DimIdx = append(table.DimIdx, int32(c%codes))
		table.TimeIdx = append(table.TimeIdx, 0)
		for i, v := range []float64{people[c], young[c], float64(7000123 + 1009*c)} {
			table.Values[i] = append(table.Values[i], v)
		}
	}
}

// withParents returns the columns of the table that a leaf is in; 0 is the total.
func withParents(leaf int) []int {
	in := []int{0, leaf + 1}
	for i, g := range exactGroups {
		if g.key == exactGroups[leaf].parent {
			in = append(in, i+1)
		}
	}
	return in
}
