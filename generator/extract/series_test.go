package extract

import (
	"testing"

	"wijkmonitor/generator/model"
)

// moving is the tiny country and a table of 2022 in which the topic has another key.
func moving(title, unit string) (*Table, *model.Definition) {
	later := wide("90002NED", 1002, 610, 1)
	later.Topics[0] = Topic{Key: "M000352", Title: title, Unit: unit, Datatype: "Long"}
	def := tinyDefinition()
	def.Tables = append(def.Tables, model.TableSpec{Line: 6, ID: "90002NED", Period: "2022JJ00"})
	def.Indicators[1].Moved = map[string]string{"90002NED": "M000352"}
	return later, def
}

func TestLoad_Moved(t *testing.T) {
	later, def := moving(" INWONERS", "aantal ")
	dir := write(t, tiny())
	if err := WriteTableV4(dir, later); err != nil {
		t.Fatal(err)
	}
	m := load(t, def, dir)
	for period, want := range map[string]float64{"2020JJ00": 600, "2021JJ00": 601, "2022JJ00": 610} {
		if got := at(t, m, "GM0002", "totaal", "inwoners", period); period != "2021JJ00" && got != model.Number(want) {
			t.Errorf("%s: %+v, want %v", period, got, want)
		}
	}
	i := m.Indicators[m.Find("inwoners")]
	if len(i.Sources) != 2 || i.Sources[1].Table != 1 || i.Sources[1].Numerator[0] != "M000352" || i.Title != "Inwoners" {
		t.Errorf("sources %+v of %q", i.Sources, i.Title)
	}
	def.Indicators[1].Tables = []string{"90001NED", "90002NED"}
	load(t, def, dir)
	def.Indicators[1].Moved["90002NED"] = "M000353"
	_, err := Load(def, dir)
	wantError(t, err, `monitor.yaml:21: indicator "inwoners" reads topic "M000353", which table 90002NED does not have; did you mean "M000352"?`)
	def.Indicators[1].Tables = nil
	_, err = Load(def, dir)
	wantError(t, err, `"M000353", which table 90002NED does not have`)
}

func TestLoad_SeriesThatDiffers(t *testing.T) {
	later, def := moving("Bevolking", "x 1 000")
	dir := write(t, tiny(), later)
	_, err := Load(def, dir)
	wantError(t, err, `monitor.yaml:21: indicator "inwoners" has the title "Inwoners" in table 90001NED (line 5) and "Bevolking" in table 90002NED (line 6); a title of its own, or same: true, would be right if they mean the same`,
		`has the unit "aantal" in table 90001NED (line 5) and "x 1 000" in table 90002NED (line 6)`)
	def.Indicators[1].Same = true
	load(t, def, dir)
	def.Indicators[1].Same, def.Indicators[1].Title = false, "Inwoners"
	_, err = Load(def, dir)
	wantError(t, err, "has the unit")
	def.Indicators[1].Unit = "inwoners"
	load(t, def, dir)
}
