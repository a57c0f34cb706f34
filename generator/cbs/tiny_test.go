package cbs_test

import (
	"fmt"
	"testing"

	"wijkmonitor/generator/cbs/cbsserver"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const tinyID = "90001DEM"

// tinyTable is an invented country of two municipalities and 25 districts.
func tinyTable() *extract.Table {
	t := &extract.Table{ID: tinyID, Title: "Kerncijfers wijken en buurten 2020", Modified: "2021-03-26T02:00:00", GeoDimension: "WijkenEnBuurten",
		Regions: []extract.Code{{Key: "NL00", Title: "Nergensland"}, {Key: "PV01", Title: "Nergensoord"}, {Key: "GM0001", Title: "Aa"}, {Key: "GM0002", Title: "Bee"}},
		Topics: []extract.Topic{{Key: "Gemeentenaam_1", Title: "Gemeentenaam", Datatype: "String"},
			{Key: "AantalInwoners_5", Title: "Aantal inwoners", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "Mannen_6", Title: "Mannen", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking", "Geslacht"}},
			{Key: "Afstand_9", Title: "Afstand tot \"school\"", Unit: "km", Decimals: 1, Datatype: "Double"}}}
	for i := range 25 {
		t.Regions = append(t.Regions, extract.Code{Key: fmt.Sprintf("WK0001%02d", i), Title: fmt.Sprintf("Wijk %02d", i)})
	}
	t.Values, t.Strings = make([][]float64, 4), make([][]string, 4)
	for i := range t.Regions {
		t.RegionIdx = append(t.RegionIdx, int32(i))
		t.Strings[0] = append(t.Strings[0], "Aa")
		for topic := 1; topic < 3; topic++ {
			t.Values[topic] = append(t.Values[topic], float64(1000*topic+i))
		}
		t.Values[3] = append(t.Values[3], float64(i)+0.5)
	}
	return t
}

// tinyDefinition reads two topics of the tiny table.
func tinyDefinition() *model.Definition {
	return &model.Definition{File: "monitor.yaml", Title: "Nergensland", Edition: 2020,
		Levels: []model.Level{model.Country, model.Municipality, model.District}, SpreadLevel: model.Municipality,
		Tables: []model.TableSpec{{Line: 5, ID: tinyID, Period: "2020JJ00"}},
		Themes: []model.ThemeSpec{{Key: "alles", Label: "Alles"}},
		Total:  model.GroupSpec{Key: "totaal", Label: "Totale bevolking"},
		Indicators: []model.IndicatorSpec{
			{Line: 20, Key: "inwoners", Theme: "alles", Topic: "AantalInwoners_5", Decimals: -1},
			{Line: 21, Key: "afstand", Theme: "alles", Topic: "Afstand_9", Decimals: -1},
		}}
}

// tiny serves the tiny country in pages of which there are several.
func tiny(t *testing.T, fault cbsserver.Fault) cbsserver.Options {
	t.Helper()
	dir := t.TempDir()
	if err := extract.WriteTable(dir, tinyTable()); err != nil {
		t.Fatal(err)
	}
	return cbsserver.Options{Extracts: dir, Fault: fault, PageV3: 10, PageV4: 40}
}

func tinyServer(t testing.TB, dir string) *cbsserver.Server {
	t.Helper()
	if err := extract.WriteTable(dir, tinyTable()); err != nil {
		t.Fatal(err)
	}
	s, err := cbsserver.New(cbsserver.Options{Extracts: dir})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
