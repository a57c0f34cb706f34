package extract

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
)

var null = math.NaN()

// tiny is a country of one municipality with letters in its wijk code, a
// second municipality without wijken, one group, two years.
//
// Inwoners_1: a real zero in BU0002AA02 (uninhabited); Bijstand_2: null there
// (unknown); group marokko has no figures on buurt level (not measured);
// Eenzaam_3 is empty (not yet published); GM0003 exists in 2021 only.
func tiny() *Table {
	t := &Table{
		ID: "90001NED", Title: "Kerncijfers verzonnen land", Modified: "2022-03-01", GeoDimension: "WijkenEnBuurten",
		Regions: []Code{
			{Key: "NL00", Title: "Verzonnenland"}, {Key: "GM0002", Title: "'s-Gravenwold"}, {Key: "WK0002AA", Title: "Wijk 00 Dorp & <Duin>"},
			{Key: "BU0002AA01", Title: "Dorp"}, {Key: "BU0002AA02", Title: "Súdhôf"}, {Key: "GM0003", Title: "Nieuwland"}, {Key: "GM0998", Title: "Buitenland"},
		},
		Dimension: &Dim{Key: "Herkomst", Title: "Herkomst", Codes: []Code{{Key: "T001", Title: "Totaal"}, {Key: "H010", Title: "Marokko"}, {Key: "H999", Title: "Niet gebruikt"}}},
		Time:      &Dim{Key: "Perioden", Title: "Perioden", Codes: []Code{{Key: "2020JJ00", Title: "2020"}, {Key: "2021JJ00", Title: "2021"}}},
		Topics: []Topic{
			{Key: "Indelingswijziging_4", Title: "Indelingswijziging", Datatype: "String", Group: []string{"Regio"}},
			{Key: "Inwoners_1", Title: "Inwoners", Description: "Wie er\r\nwoont.", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking", "Geslacht"}},
			{Key: "Bijstand_2", Title: "Bijstand", Unit: "aantal", Datatype: "Long", Group: []string{"Bevolking"}},
			{Key: "Eenzaam_3", Title: "Eenzaam", Unit: "%", Decimals: 1, Datatype: "Double"},
			{Key: "Inkomen_5", Title: "Inkomen", Unit: "x 1 000 euro", Decimals: 1, Datatype: "Double"},
		},
		Values: make([][]float64, 5), Strings: make([][]string, 5),
	}
	row := func(region, dim, time int32, change string, v ...float64) {
		t.RegionIdx, t.DimIdx, t.TimeIdx = append(t.RegionIdx, region), append(t.DimIdx, dim), append(t.TimeIdx, time)
		t.Strings[0] = append(t.Strings[0], change)
		for i := range 4 {
			t.Values[i+1] = append(t.Values[i+1], v[i])
		}
	}
	for time := range int32(2) {
		more := float64(time)
		row(0, 0, time, ".", 1000+more, 100, null, 31.5)
		row(1, 0, time, "1", 600, 60, null, 29.25)
		row(2, 0, time, "1", 600, 60, null, 29)
		row(3, 0, time, "3", 600, 60, null, 29)
		row(4, 0, time, "1", 0, null, null, null)
		row(6, 0, time, ".", 5, 5, null, 5)
		row(0, 1, time, ".", 100, 20, null, 25)
		row(1, 1, time, "1", 50, null, null, 24)
		row(3, 1, time, "3", null, null, null, null)
		row(1, 2, time, "1", 7, 7, null, 7)
	}
	row(5, 0, 1, "2", 400, 40, null, 30)
	row(5, 1, 1, "2", 40, 4, null, 30)
	return t
}

// tinyDefinition is a definition of the tiny country.
func tinyDefinition() *model.Definition {
	return &model.Definition{
		File: "monitor.yaml", Title: "Proef", Edition: 2021, Fictional: true,
		Levels:      []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood},
		GroupLevels: []model.Level{model.Country, model.Municipality, model.Neighbourhood}, SpreadLevel: model.District,
		Tables: []model.TableSpec{{Line: 5, ID: "90001NED", Dimension: "Herkomst", Classification: "herkomst"}},
		Themes: []model.ThemeSpec{{Line: 8, Key: "demografie", Label: "Demografie"}, {Line: 9, Key: "arbeid", Label: "Arbeid"}},
		Total:  model.GroupSpec{Line: 11, Key: "totaal", Label: "Totale bevolking", Codes: []string{"T001"}},
		Classifications: []model.ClassificationSpec{{Line: 12, Key: "herkomst", Label: "Herkomst", Groups: []model.GroupSpec{
			{Line: 13, Key: "h-marokko", Label: "Marokko", Phrase: "met herkomst Marokko", Codes: []string{"H010"}}}}},
		Indicators: []model.IndicatorSpec{
			{Line: 20, Key: "bijstand", Theme: "arbeid", Numerator: []string{"Bijstand_2"}, Denominator: []string{"Inwoners_1"}, Decimals: -1, Polarity: model.LowerIsFavourable, Title: "Bijstand"},
			{Line: 21, Key: "inwoners", Theme: "demografie", Topic: "Inwoners_1", Decimals: -1, KeyFigure: true},
			{Line: 22, Key: "eenzaamheid", Theme: "arbeid", Topic: "Eenzaam_3", Decimals: -1},
			{Line: 23, Key: "inkomen", Theme: "arbeid", Topic: "Inkomen_5", Decimals: 0},
		},
	}
}

// write writes a table into a fresh directory.
func write(t testing.TB, tables ...*Table) string {
	t.Helper()
	dir := t.TempDir()
	for _, table := range tables {
		if err := WriteTable(dir, table); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// at finds a figure by keys.
func at(t testing.TB, m *model.Monitor, region, group, indicator, period string) model.Figure {
	t.Helper()
	find := func(n int, what, key string, is func(int) string) int {
		for i := range n {
			if is(i) == key {
				return i
			}
		}
		t.Fatalf("there is no %s %q", what, key)
		return -1
	}
	return m.Cube.At(
		find(len(m.Regions), "region", region, func(i int) string { return m.Regions[i].Code }),
		find(len(m.Groups), "group", group, func(i int) string { return m.Groups[i].Key }),
		find(len(m.Indicators), "indicator", indicator, func(i int) string { return m.Indicators[i].Key }),
		find(len(m.Periods), "period", period, func(i int) string { return m.Periods[i].Code }))
}
