package main

import (
	"path/filepath"
	"testing"

	"wijkmonitor/generator/extract"
)

// hamlet writes the smallest country there is, of one municipality, and
// returns the flags that read it: for tests that build many times.
func hamlet(t *testing.T) []string { return hamletOf(t, "2024-05-01", 1000) }

// hamletOf is the hamlet as a table of another day tells of it, with so many
// people.
func hamletOf(t *testing.T, modified string, people float64) []string {
	t.Helper()
	table := &extract.Table{ID: "99001TNY", Title: "Kerncijfers Gehucht", Modified: modified, GeoDimension: "WijkenEnBuurten",
		Dimension: &extract.Dim{Key: "Herkomst", Title: "Herkomst", Codes: []extract.Code{
			{Key: "T001040", Title: "Totaal"}, {Key: "1012600", Title: "Nederland"}, {Key: "1012610", Title: "Marokko"}}},
		Time: &extract.Dim{Key: "Perioden", Title: "Perioden", Codes: []extract.Code{{Key: "2024JJ00", Title: "2024"}}},
		Regions: []extract.Code{{Key: "NL00", Title: "Gehucht"}, {Key: "GM9001", Title: "Dorp"}, {Key: "WK900100", Title: "Kern"},
			{Key: "BU90010000", Title: "Noord"}, {Key: "BU90010001", Title: "Zuid"}}}
	for _, topic := range []string{"AantalInwoners_5", "k_0Tot15Jaar_8", "Koopwoningen_40", "Inkomen_70", "Bijstand_80"} {
		table.Topics = append(table.Topics, extract.Topic{Key: topic, Title: topic, Unit: "aantal", Datatype: "Long"})
	}
	table.Topics[2].Unit, table.Topics[3].Unit = "%", "x 1 000 euro"
	table.Values, table.Strings = make([][]float64, len(table.Topics)), make([][]string, len(table.Topics))
	for region, people := range []float64{people, people, people, people - 600, 600} {
		table.RegionIdx, table.DimIdx, table.TimeIdx = append(table.RegionIdx, int32(region)), append(table.DimIdx, 0), append(table.TimeIdx, 0)
		for i, v := range []float64{people, people / 5, 55, 30, people / 20} {
			table.Values[i] = append(table.Values[i], v)
		}
	}
	dir := t.TempDir()
	if err := extract.WriteTable(dir, table); err != nil {
		t.Fatal(err)
	}
	return []string{"--dataset", filepath.Join("site", "testdata", "tiny"), "--extracts", dir,
		"--content", filepath.Join("..", "content"), "--templates", filepath.Join("..", "templates")}
}
