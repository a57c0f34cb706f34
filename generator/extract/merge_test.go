package extract

import (
	"testing"

	"wijkmonitor/generator/model"
)

// merged is the tiny country with a group that is the sum of two codes.
func merged() (*Table, *model.Definition) {
	def := tinyDefinition()
	def.Classifications[0].Groups[0].Codes = []string{"H010", "H999"}
	def.Classifications[0].Groups[0].Merged = true
	def.Indicators = append(def.Indicators, model.IndicatorSpec{Line: 24, Key: "bijstandstrekkers", Theme: "arbeid", Topic: "Bijstand_2", Decimals: -1})
	return tiny(), def
}

func TestLoad_Merged(t *testing.T) {
	table, def := merged()
	for _, dir := range []string{write(t, table), writeLong(t, table)} {
		m := load(t, def, dir)
		num, gap := model.Number, model.Gap
		tests := []struct {
			region, indicator, period string
			want                      model.Figure
		}{
			{"GM0002", "inwoners", "2020JJ00", num(57)},
			{"GM0002", "bijstandstrekkers", "2020JJ00", gap(model.NotMeasured)}, // one part has no number at this level
			{"GM0002", "bijstand", "2020JJ00", gap(model.NotMeasured)},
			{"GM0002", "inkomen", "2020JJ00", gap(model.NotMeasured)}, // a sum of means means nothing
			{"NL00", "inwoners", "2020JJ00", gap(model.NotMeasured)},  // one part has no row
			{"BU0002AA02", "inwoners", "2020JJ00", gap(model.NotMeasured)},
		}
		for _, tt := range tests {
			if got := at(t, m, tt.region, "h-marokko", tt.indicator, tt.period); got != tt.want {
				t.Errorf("%s %s %s: got %+v, want %+v", tt.region, tt.indicator, tt.period, got, tt.want)
			}
		}
	}
	for i, v := range table.Values[2] {
		if v != v {
			table.Values[2][i] = 3
		}
	}
	m := load(t, def, write(t, table))
	if got := at(t, m, "GM0002", "h-marokko", "bijstand", "2020JJ00"); got != model.Number(100*10.0/57) {
		t.Errorf("a share of sums: %+v", got)
	}
}

func TestLoad_MergedBadRows(t *testing.T) {
	table, def := merged()
	def.Classifications[0].Groups[0].Merged = false
	_, err := Load(def, write(t, table))
	wantError(t, err, "monitor.yaml:13", "H999", "merge: true")
	table, def = merged()
	table.DimIdx[9] = 1 // the row of H999 becomes a second one of H010
	_, err = Load(def, write(t, table))
	wantError(t, err, "row 10 (GM0002)", `"H010"`, "second row")
	table, def = merged()
	table.Values[1][9] = -7
	_, err = Load(def, write(t, table))
	wantError(t, err, "row 10 (GM0002), Inwoners_1: -7 is not a count")
}

// crossed is the tiny country with a further dimension: each row twice, for
// everybody and, a hundred times as large, for men.
func crossed() *Table {
	t := tiny()
	n := len(t.RegionIdx)
	t.Others = []Dim{{Key: "Geslacht", Title: "Geslacht", Codes: []Code{{Key: "3000", Title: "Mannen"}, {Key: "T001038", Title: "Totaal mannen en vrouwen"}}}}
	sex := make([]int32, 2*n)
	for i := range n {
		sex[i] = int32(i % 2)
		sex[n+i] = int32(1 - i%2)
	}
	t.OtherIdx = [][]int32{sex}
	t.RegionIdx, t.DimIdx, t.TimeIdx = append(t.RegionIdx, t.RegionIdx...), append(t.DimIdx, t.DimIdx...), append(t.TimeIdx, t.TimeIdx...)
	for i := range t.Topics {
		if t.Strings[i] != nil {
			t.Strings[i] = append(t.Strings[i], t.Strings[i]...)
			continue
		}
		t.Values[i] = append(t.Values[i], t.Values[i]...)
		for row := range t.Values[i] {
			if sex[row] == 0 {
				t.Values[i][row] *= 100
			}
		}
	}
	return t
}

func TestLoad_Select(t *testing.T) {
	def := tinyDefinition()
	def.Tables[0].Select = []model.Selection{{Line: 7, Dimension: "Geslacht", Code: "T001038"}}
	want := load(t, tinyDefinition(), write(t, tiny()))
	for _, dir := range []string{write(t, crossed()), writeLong(t, crossed())} {
		sameMonitor(t, want, load(t, def, dir))
		def.Tables[0].Select[0].Code = "3000"
		m := load(t, def, dir)
		if got := at(t, m, "NL00", "totaal", "inwoners", "2020JJ00"); got != model.Number(100_000) {
			t.Errorf("men: %+v", got)
		}
		def.Tables[0].Select[0].Code = "T001039"
		_, err := Load(def, dir)
		wantError(t, err, `monitor.yaml:7: table 90001NED selects "T001039" of dimension "Geslacht", which does not have that code; did you mean "T001038"?`)
		def.Tables[0].Select[0].Dimension = "Geslagt"
		_, err = Load(def, dir)
		wantError(t, err, `monitor.yaml:7: table 90001NED has no dimension "Geslagt"`, `did you mean "Geslacht"?`)
		_, err = Load(tinyDefinition(), dir)
		wantError(t, err, `monitor.yaml:5: table 90001NED has the further dimension "Geslacht"`, "select: {Geslacht: T001038}", "Totaal mannen en vrouwen")
		def.Tables[0].Select[0] = model.Selection{Line: 7, Dimension: "Geslacht", Code: "T001038"}
	}
}

func TestLoad_SelectedRowsInMessages(t *testing.T) {
	table := crossed()
	def := tinyDefinition()
	def.Tables[0].Select = []model.Selection{{Line: 7, Dimension: "Geslacht", Code: "T001038"}}
	table.Values[1][1] = -5 // row 2 is of everybody
	_, err := Load(def, write(t, table))
	wantError(t, err, "row 2 (GM0002), Inwoners_1: -5 is not a count")
}

func TestLoad_RegionsNamed(t *testing.T) {
	table := tiny()
	table.Others = []Dim{{Key: "Geboorteland", Title: "Geboorteland", Codes: []Code{{Key: "L1", Title: "Totaal"}}}}
	table.OtherIdx = [][]int32{make([]int32, len(table.RegionIdx))}
	def := tinyDefinition()
	def.Tables[0].Regions = "WijkenEnBuurten"
	def.Tables[0].Select = []model.Selection{{Line: 7, Dimension: "Geboorteland", Code: "L1"}}
	sameMonitor(t, load(t, tinyDefinition(), write(t, tiny())), load(t, def, writeLong(t, table)))
	def.Tables[0].Regions = "Wijken"
	_, err := Load(def, write(t, table))
	wantError(t, err, `monitor.yaml:5: table 90001NED has no dimension "Wijken"`)
}
