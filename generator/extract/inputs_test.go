package extract

import (
	"reflect"
	"testing"

	"wijkmonitor/generator/model"
)

// rich is the definition of the tiny country with every sort of base, bound and rounding.
func rich() *model.Definition {
	def := tinyDefinition()
	def.MinBase = 30
	def.Total.MinBase = -1
	def.Classifications[0].Groups[0].MinBase = -1
	def.Tables[0].Rounding = [model.LevelCount]int{0, 10, 0, 15}
	def.Indicators[2].Universe = "inwoners"
	def.Indicators[3].Low, def.Indicators[3].High, def.Indicators[3].Decimals = "Eenzaam_3", "Inkomen_5", -1
	def.Indicators = append(def.Indicators,
		model.IndicatorSpec{Line: 24, Key: "druk", Theme: "arbeid", Numerator: []string{"Bijstand_2", "Inwoners_1"}, Denominator: []string{"Inwoners_1", "Bijstand_2"}, Per: 1000, Decimals: -1, Title: "Druk"},
		model.IndicatorSpec{Line: 25, Key: "druk-ook", Theme: "arbeid", Numerator: []string{"Bijstand_2"}, Denominator: []string{"Inwoners_1", "Bijstand_2"}, Decimals: -1, Title: "Druk"},
		model.IndicatorSpec{Line: 26, Key: "bijstand-per", Theme: "arbeid", Topic: "Bijstand_2", Kind: "rate", Unit: "per 10.000 inwoners", Base: "inwoners", Decimals: -1},
		model.IndicatorSpec{Line: 27, Key: "omzet", Theme: "arbeid", Topic: "Inkomen_5", Kind: "count", Decimals: -1})
	return def
}

func TestLoad_Inputs(t *testing.T) {
	m := load(t, rich(), write(t, tiny()))
	at := func(key string) model.Indicator {
		i := m.Find(key)
		if i < 0 {
			t.Fatalf("there is no %q", key)
		}
		if i < len(m.Indicators) {
			return m.Indicators[i]
		}
		return m.Inputs[i-len(m.Indicators)]
	}
	ref := func(key string) model.Ref { return model.RefTo(m.Find(key)) }
	counts := [model.LevelCount]float64{0, 9, 4, 14}
	tests := []struct {
		key       string
		base      model.Ref
		low, high model.Ref
		per       float64
		parts     [2]int
		rounding  [model.LevelCount]float64
		source    model.Source
	}{
		{key: "inwoners", rounding: counts, source: model.Source{Group: -1, Numerator: []string{"Inwoners_1"}}},
		{key: "bijstand", base: ref("inwoners"), per: 100, parts: [2]int{1, 1}, rounding: counts, source: model.Source{Group: -1, Numerator: []string{"Bijstand_2"}, Denominator: []string{"Inwoners_1"}}},
		{key: "druk", base: ref("base:Inwoners_1+Bijstand_2"), per: 1000, parts: [2]int{2, 2}, rounding: counts,
			source: model.Source{Group: -1, Numerator: []string{"Bijstand_2", "Inwoners_1"}, Denominator: []string{"Inwoners_1", "Bijstand_2"}}},
		{key: "druk-ook", base: ref("base:Inwoners_1+Bijstand_2"), per: 100, parts: [2]int{1, 2}, rounding: counts,
			source: model.Source{Group: -1, Numerator: []string{"Bijstand_2"}, Denominator: []string{"Inwoners_1", "Bijstand_2"}}},
		{key: "eenzaamheid", base: ref("inwoners"), rounding: [model.LevelCount]float64{.5, .5, .5, .5}, source: model.Source{Group: -1, Numerator: []string{"Eenzaam_3"}}},
		{key: "inkomen", low: ref("low:inkomen"), high: ref("high:inkomen"), rounding: [model.LevelCount]float64{.05, .05, .5, .5}, source: model.Source{Group: -1, Numerator: []string{"Inkomen_5"}}},
		{key: "bijstand-per", base: ref("inwoners"), per: 10000, rounding: [model.LevelCount]float64{.5, .5, .5, .5}, source: model.Source{Group: -1, Numerator: []string{"Bijstand_2"}}},
		{key: "omzet", rounding: [model.LevelCount]float64{.05, .05, .5, .5}, source: model.Source{Group: -1, Numerator: []string{"Inkomen_5"}}},
	}
	for _, tt := range tests {
		i := at(tt.key)
		i.Rounding[model.OwnArea] = 0 // no table has a figure of an own area
		if i.Base != tt.base || i.Low != tt.low || i.High != tt.high || i.Per != tt.per || i.Parts != tt.parts || i.Rounding != tt.rounding {
			t.Errorf("%s: base %d, bounds %d and %d, per %v, parts %v, rounding %v; want %+v", tt.key, i.Base, i.Low, i.High, i.Per, i.Parts, i.Rounding, tt)
		}
		if !reflect.DeepEqual(i.Sources, []model.Source{tt.source}) {
			t.Errorf("%s: sources %+v, want %+v", tt.key, i.Sources, tt.source)
		}
	}
	if base := at("base:Inwoners_1+Bijstand_2"); base.Kind != model.Count || base.Rounding != counts || len(m.Inputs) != 3 {
		t.Errorf("base %+v of %d inputs", base, len(m.Inputs))
	}
	sum := m.Find("base:Inwoners_1+Bijstand_2")
	if got := m.Cube.At(0, 0, sum, 0); got != model.Number(1100) {
		t.Errorf("the base of the country: %+v", got)
	}
	if g := m.Groups; g[0].MinBase != 0 || g[1].MinBase != 30 || !reflect.DeepEqual(g[1].Codes, []string{"H010"}) {
		t.Errorf("groups: %+v", g)
	}
	if table := m.Tables[0]; table.Regions != "WijkenEnBuurten" || table.Groups != "Herkomst" || table.Time != "Perioden" || table.Period != "" {
		t.Errorf("table: %+v", table)
	}
}

// Two shares that are read from different tables have one base, in both tables.
func TestLoad_BaseOverTables(t *testing.T) {
	def := tinyDefinition()
	def.Classifications, def.Total.Codes = nil, nil
	def.Tables = []model.TableSpec{{ID: "90002NED", Period: "2021JJ00"}, {ID: "90003NED", Period: "2022JJ00"}}
	def.Indicators = []model.IndicatorSpec{
		{Line: 20, Key: "a", Theme: "arbeid", Numerator: []string{"Marokko_7"}, Denominator: []string{"Inwoners_1"}, Decimals: -1, Title: "A", Tables: []string{"90002NED"}},
		{Line: 21, Key: "b", Theme: "arbeid", Numerator: []string{"Marokko_7"}, Denominator: []string{"Inwoners_1"}, Decimals: -1, Title: "B", Tables: []string{"90003NED"}},
	}
	m := load(t, def, write(t, wide("90002NED", 1000, 600, 1), wide("90003NED", 1100, 700, 1)))
	base := m.Find("base:Inwoners_1")
	if a, b := m.Cube.At(1, 0, base, 0), m.Cube.At(1, 0, base, 1); a != model.Number(600) || b != model.Number(700) {
		t.Errorf("bases %+v and %+v", a, b)
	}
}
