package site

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/extract"
)

// The tiny country: two municipalities, three districts, thirty-two
// neighbourhoods, three groups, two years. It has one of every awkward thing:
// a real zero (bijstand in BU90010001), an unknown cell (koopwoningen in
// BU90010002), a group too small to publish in a district (h-marokko in
// WK900100), an uninhabited neighbourhood (BU90010003), a district with
// letters in its code, a topic that is empty throughout (inkomen), and names
// with a quote, an ampersand, a circumflex and an angle bracket.
const tinyID = "99001TNY"

type tinyRegion struct {
	code, name string
	people     float64
}

func tinyRegions() []tinyRegion {
	all := []tinyRegion{
		{"NL00", "Kleinland", 0},
		{"GM9001", "'s-Kleinzand & Co", 0}, {"WK900100", "Wijk 00 Âldgea", 0},
		{"GM9002", "Nieuw <Klein>", 0}, {"WK900201", "Centrum", 0}, {"WK9002AA", "Haven", 0},
	}
	add := func(wijk, gemeente int, code, name string, people float64) {
		all = append(all, tinyRegion{code, name, people})
		for _, up := range []int{0, gemeente, wijk} {
			all[up].people += people
		}
	}
	for i := range 16 {
		people := float64(100 + 45*i)
		if i == 3 {
			people = 0
		}
		add(2, 1, fmt.Sprintf("BU900100%02d", i), fmt.Sprintf("Buurt %d", i), people)
	}
	for i := range 8 {
		add(4, 3, fmt.Sprintf("BU900201%02d", i), []string{"Centrum", "Oost & West", "'t Eind"}[i%3], float64(200+35*i))
		add(5, 3, fmt.Sprintf("BU9002AA%02d", i), fmt.Sprintf("Kade %d", i), float64(300+25*i))
	}
	return all
}

// writeTiny writes the extract of the tiny country. reverse writes the rows in
// the opposite order, which must change no byte of the site.
func writeTiny(t *testing.T, dir string, reverse bool) {
	t.Helper()
	table := tinyTable()
	if reverse {
		reverseRows(table)
	}
	if err := extract.WriteTable(dir, table); err != nil {
		t.Fatal(err)
	}
}

func tinyTable() *extract.Table {
	table := &extract.Table{
		ID: tinyID, Title: "Kerncijfers Kleinland", Modified: "2024-05-01", GeoDimension: "WijkenEnBuurten",
		Dimension: &extract.Dim{Key: "Herkomst", Title: "Herkomst", Codes: []extract.Code{
			{Key: "T001040", Title: "Totaal"}, {Key: "1012600", Title: "Nederland"}, {Key: "1012610", Title: "Marokko"}}},
		Time: &extract.Dim{Key: "Perioden", Title: "Perioden", Codes: []extract.Code{{Key: "2023JJ00", Title: "2023"}, {Key: "2024JJ00", Title: "2024"}}},
		Topics: []extract.Topic{
			{Key: "AantalInwoners_5", Title: "Aantal inwoners", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "k_0Tot15Jaar_8", Title: "0 tot 15 jaar", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "Koopwoningen_40", Title: "Koopwoningen", Description: "Deel van de woningen dat eigendom is van de bewoner.", Unit: "%", Datatype: "Long", Group: []string{"Wonen"}},
			{Key: "Inkomen_70", Title: "Gemiddeld inkomen", Unit: "x 1 000 euro", Decimals: 1, Datatype: "Double", Group: []string{"Inkomen"}},
			{Key: "Bijstand_80", Title: "Personen met bijstand", Unit: "aantal", Datatype: "Long", Group: []string{"Inkomen"}},
		},
		Values:  make([][]float64, 5),
		Strings: make([][]string, 5),
	}
	for i, r := range tinyRegions() {
		table.Regions = append(table.Regions, extract.Code{Key: r.code, Title: r.name})
		for year := range 2 {
			for group := range 3 {
				if group > 0 && len(r.code) == len("BU90010001") {
					continue
				}
				addTinyRow(table, i, group, year, r)
			}
		}
	}
	return table
}

func addTinyRow(table *extract.Table, region, group, year int, r tinyRegion) {
	null := math.NaN()
	people := math.Round(r.people * []float64{1, 0.8, 0.05}[group])
	owned := float64(40 + (region*7+group*11)%45)
	row := []float64{people, math.Round(people * (0.12 + 0.005*float64(region%9))), owned, null, math.Round(people * (0.02 + 0.008*float64(region%11) + 0.01*float64(group)))}
	switch {
	case r.code == "BU90010001":
		row[4] = 0
	case r.code == "BU90010002":
		row[2] = null
	case people == 0:
		row = []float64{0, null, null, null, null}
	case r.code == "WK900100" && group == 2:
		row = []float64{people, null, null, null, null}
	}
	table.RegionIdx = append(table.RegionIdx, int32(region))
	table.DimIdx = append(table.DimIdx, int32(group))
	table.TimeIdx = append(table.TimeIdx, int32(year))
	for i, v := range row {
		table.Values[i] = append(table.Values[i], v)
	}
}

func reverseRows(table *extract.Table) {
	n := len(table.RegionIdx)
	for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
		for _, column := range [][]int32{table.RegionIdx, table.DimIdx, table.TimeIdx} {
			column[i], column[j] = column[j], column[i]
		}
		for _, column := range table.Values {
			column[i], column[j] = column[j], column[i]
		}
	}
}

// tinyOptions builds the tiny country with the project's own texts and
// templates into a new folder.
func tinyOptions(t *testing.T, reverse bool) Options {
	t.Helper()
	extracts := t.TempDir()
	writeTiny(t, extracts, reverse)
	return Options{
		Dataset: filepath.Join("testdata", "tiny"), Extracts: extracts,
		Content: filepath.Join("..", "..", "content"), Templates: filepath.Join("..", "..", "templates"),
		Out: filepath.Join(t.TempDir(), "public"),
	}
}
