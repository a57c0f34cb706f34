package extract

import (
	"testing"

	"wijkmonitor/generator/model"
)

func TestLoad_TinyCountry(t *testing.T) {
	m, err := Load(tinyDefinition(), write(t, tiny()))
	if err != nil {
		t.Fatal(err)
	}
	num, gap := model.Number, model.Gap
	tests := []struct {
		region, group, indicator, period string
		want                             model.Figure
	}{
		{"NL00", "totaal", "inwoners", "2020JJ00", num(1000)},
		{"NL00", "totaal", "inwoners", "2021JJ00", num(1001)},
		{"GM0002", "h-marokko", "inwoners", "2020JJ00", num(50)},
		{"GM0002", "totaal", "bijstand", "2020JJ00", num(10)},
		{"BU0002AA02", "totaal", "inwoners", "2020JJ00", num(0)},
		{"BU0002AA02", "totaal", "bijstand", "2020JJ00", gap(model.Unknown)},
		{"BU0002AA02", "totaal", "inkomen", "2020JJ00", gap(model.Unknown)},
		{"GM0002", "totaal", "eenzaamheid", "2020JJ00", gap(model.NotYetPublished)},
		{"GM0002", "h-marokko", "bijstand", "2021JJ00", gap(model.Unknown)},
		{"GM0002", "h-marokko", "bijstand", "2020JJ00", gap(model.NotMeasured)},
		{"BU0002AA01", "h-marokko", "inwoners", "2020JJ00", gap(model.NotMeasured)},
		{"WK0002AA", "h-marokko", "inwoners", "2020JJ00", gap(model.NotMeasured)},
		{"BU0002AA02", "h-marokko", "inwoners", "2020JJ00", gap(model.NotMeasured)},
		{"GM0003", "totaal", "inwoners", "2020JJ00", gap(model.NoRegion)},
		{"GM0003", "h-marokko", "inkomen", "2020JJ00", gap(model.NoRegion)},
		{"GM0003", "totaal", "inkomen", "2021JJ00", num(30)},
	}
	for _, tt := range tests {
		if got := at(t, m, tt.region, tt.group, tt.indicator, tt.period); got != tt.want {
			t.Errorf("%s %s %s %s: got %+v, want %+v", tt.region, tt.group, tt.indicator, tt.period, got, tt.want)
		}
	}
}

func TestLoad_Regions(t *testing.T) {
	m, err := Load(tinyDefinition(), write(t, tiny()))
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Region{
		{Code: "NL00", Name: "Verzonnenland", Level: model.Country, Parent: -1, Municipality: -1},
		{Code: "GM0002", Name: "'s-Gravenwold", Level: model.Municipality, Parent: 0, Municipality: 1, Change: '1'},
		{Code: "WK0002AA", Name: "Wijk 00 Dorp & <Duin>", Level: model.District, Parent: 1, Municipality: 1, Change: '1'},
		{Code: "BU0002AA01", Name: "Dorp", Level: model.Neighbourhood, Parent: 2, Municipality: 1, Change: '3'},
		{Code: "BU0002AA02", Name: "Súdhôf", Level: model.Neighbourhood, Parent: 2, Municipality: 1, Change: '1'},
		{Code: "GM0003", Name: "Nieuwland", Level: model.Municipality, Parent: 0, Municipality: 5, Change: '2'},
	}
	if len(m.Regions) != len(want) {
		t.Fatalf("got %d regions, want %d: %+v", len(m.Regions), len(want), m.Regions)
	}
	for i, r := range m.Regions {
		for _, c := range r.Children {
			if m.Regions[c].Parent != i {
				t.Errorf("child %s of %s has parent %d", m.Regions[c].Code, r.Code, m.Regions[c].Parent)
			}
		}
		r.Children = nil
		if r.Code != want[i].Code || r.Name != want[i].Name || r.Level != want[i].Level || r.Parent != want[i].Parent || r.Municipality != want[i].Municipality || r.Change != want[i].Change {
			t.Errorf("region %d: got %+v, want %+v", i, r, want[i])
		}
	}
	if len(m.Regions[0].Children) != 2 || len(m.Regions[2].Children) != 2 {
		t.Errorf("children: %v %v", m.Regions[0].Children, m.Regions[2].Children)
	}
}

func TestLoad_Metadata(t *testing.T) {
	m, err := Load(tinyDefinition(), write(t, tiny()))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Tables) != 1 {
		t.Fatalf("tables: %+v", m.Tables)
	}
	if got := m.Tables[0]; got.ID != "90001NED" || got.Title != "Kerncijfers verzonnen land" || got.Source != "CBS" || got.Modified != "2022-03-01" {
		t.Errorf("tables: %+v", m.Tables)
	}
	i := m.Indicators[0]
	if i.Key != "inwoners" || i.Kind != model.Count || i.Unit != "" || i.Description != "Wie er\nwoont." || !i.KeyFigure || i.Theme != 0 {
		t.Errorf("first indicator: %+v", i)
	}
	i = m.Indicators[1]
	if i.Key != "bijstand" || i.Kind != model.Share || i.Unit != "%" || i.Decimals != 1 || i.Formula != "Bijstand / Inwoners × 100" || i.Theme != 1 {
		t.Errorf("derived indicator: %+v", i)
	}
	i = m.Indicators[3]
	if i.Kind != model.Mean || i.Unit != "× 1.000 euro" || i.Decimals != 0 {
		t.Errorf("income: %+v", i)
	}
	if len(m.Periods) != 2 || m.Periods[0] != (model.Period{Code: "2020JJ00", Label: "2020"}) {
		t.Errorf("periods: %+v", m.Periods)
	}
}

func TestLoad_NoMetadataJSON(t *testing.T) {
	dir := write(t, tiny())
	remove(t, v3.metadata(dir, "90001NED"))
	m, err := Load(tinyDefinition(), dir)
	if err != nil || m.Tables[0].Title != "90001NED" {
		t.Errorf("%v %v", m, err)
	}
}

// wide is a table of 2022 without dimensions, with the group in a topic.
func wide(id string, values ...float64) *Table {
	return &Table{ID: id, GeoDimension: "RegioS", Regions: []Code{{Key: "NL01", Title: "Verzonnenland"}, {Key: "GM0002", Title: "Gravenwold"}, {Key: "PV20", Title: "Provincie"}},
		RegionIdx: []int32{0, 1, 2},
		Topics:    []Topic{{Key: "Inwoners_1", Title: "Inwoners", Unit: "aantal", Datatype: "Long"}, {Key: "Marokko_7", Title: "Marokko", Unit: "aantal", Datatype: "Long"}},
		Values:    [][]float64{values, {200, 44, 3}}}
}

func TestLoad_GroupInTopicOfAnotherTable(t *testing.T) {
	def := tinyDefinition()
	def.Tables = append(def.Tables, model.TableSpec{Line: 6, ID: "90002NED", Period: "2022JJ00"})
	def.Classifications[0].Groups[0].Topics = map[string]string{"inwoners": "Marokko_7"}
	m, err := Load(def, write(t, tiny(), wide("90002NED", 1002, 610, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if got := at(t, m, "NL00", "h-marokko", "inwoners", "2022JJ00"); got != model.Number(200) {
		t.Errorf("group from a topic: %+v", got)
	}
	if got := at(t, m, "GM0002", "totaal", "inwoners", "2022JJ00"); got != model.Number(610) {
		t.Errorf("whole population: %+v", got)
	}
	if got := at(t, m, "GM0002", "totaal", "inwoners", "2021JJ00"); got != model.Number(600) {
		t.Errorf("the other table: %+v", got)
	}
	if m.Regions[1].Name != "Gravenwold" {
		t.Errorf("the latest table names it %q", m.Regions[1].Name)
	}
}

func TestLoad_TwoTablesForOneCell(t *testing.T) {
	def := tinyDefinition()
	def.Indicators = def.Indicators[1:2]
	def.Tables = []model.TableSpec{{ID: "90002NED", Period: "2022JJ00"}, {ID: "90003NED", Period: "2022JJ00"}}
	def.Classifications = nil
	def.Total.Codes = nil
	m, err := Load(def, write(t, wide("90002NED", 1000, null, 1), wide("90003NED", 1000, 600, 2)))
	if err != nil {
		t.Fatal(err)
	}
	if got := at(t, m, "GM0002", "totaal", "inwoners", "2022JJ00"); got != model.Number(600) {
		t.Errorf("a number does not beat a gap: %+v", got)
	}
	_, err = Load(def, write(t, wide("90002NED", 1000, 600, 1), wide("90003NED", 1000, 605, 2)))
	wantError(t, err, "90002NED", "90003NED", "GM0002", "2022JJ00", "605", "600")
}

// Every column that indicators read counts once, with its empty cells.
func TestLoadCounted(t *testing.T) {
	table := tiny()
	_, n, err := LoadCounted(tinyDefinition(), write(t, table))
	if err != nil {
		t.Fatal(err)
	}
	const topics = 4
	if want := topics * len(table.RegionIdx); n != want {
		t.Errorf("%d observations; %d rows of %d topics, %d, would be right", n, len(table.RegionIdx), topics, want)
	}
}
