package extract

import (
	"fmt"
	"testing"

	"wijkmonitor/generator/model"
)

// Every figure of a region is of its area: of all groups, and of what others
// are computed with.
func TestBreakBefore_GroupsAndInputs(t *testing.T) {
	m := &model.Monitor{Regions: make([]model.Region, 2), Groups: make([]model.Group, 2), Indicators: make([]model.Indicator, 1), Inputs: make([]model.Indicator, 2),
		Periods: make([]model.Period, 3)}
	m.Cube = model.NewCube([]bool{true, false}, 2, 3, 3)
	for r := range m.Regions {
		setAll(m, r, 0, func(model.Figure) model.Figure { return model.Number(1) })
		setAll(m, r, 1, func(model.Figure) model.Figure { return model.Gap(model.Withheld) })
		setAll(m, r, 2, func(model.Figure) model.Figure { return model.Number(1) })
		breakBefore(m, r, 2)
		for g := range groupsOf(m, r) {
			for i := range 3 {
				for p, want := range []model.Figure{model.Gap(model.Broken), model.Gap(model.Withheld), model.Number(1)} {
					if got := m.Cube.At(r, g, i, p); got != want {
						t.Errorf("region %d, group %d, indicator %d, period %d: %v; %v would be right", r, g, i, p, got, want)
					}
				}
			}
		}
	}
}

// A change takes hold at the beginning of its year, also where the periods are
// shorter: Indelingswijziging stands in all quarters of the year.
func TestHistory_Quarters(t *testing.T) {
	table := areas("90001NED", nil, append(each("WK000101", 2018, 2021, 100, map[int]string{2020: "3", 2021: "3"}), append(each("GM0001", 2018, 2021, 500, nil), nation...)...))
	for i, code := range []string{"2019KW03", "2019KW04", "2020KW01", "2020KW02"} {
		table.Time.Codes[i] = Code{Key: code, Title: code}
	}
	m := loadHistory(t, "", table)
	if got := line(t, m, "WK000101"); got != "/ / 120 121" {
		t.Errorf("WK000101: %s", got)
	}
	if got := life(m, "WK000101"); got != "0-3 2020@2 border<" {
		t.Errorf("WK000101: %s", got)
	}
}

// Of two tables of one year, one may know of a change of which the other does not.
func TestHistory_OneOfTwoTablesTellsOfAChange(t *testing.T) {
	base := append(each("GM0001", 2019, 2020, 500, nil), each("NL00", 2019, 2020, 9000, nil)...)
	first := areas("90001NED", nil, append(each("WK000101", 2019, 2020, 100, map[int]string{2020: "3"}), base...))
	second := areas("90002NED", nil, append(each("WK000101", 2020, 2020, 100, nil), each("NL00", 2020, 2020, 9000, nil)...))
	for _, tables := range [][]*Table{{first, second}, {second, first}} {
		m := loadHistory(t, "", tables...)
		for _, r := range m.Regions {
			if r.Code == "WK000101" && (r.Change != '3' || len(r.Events) != 1) {
				t.Errorf("change %q, events %+v", r.Change, r.Events)
			}
		}
		if got := line(t, m, "WK000101"); got != "/ 120" {
			t.Errorf("WK000101: %s", got)
		}
	}
}

// A later table of one municipality does not end the others: in its year they
// are not measured, and their lives go on. One of half of them does.
func TestLife_TableOfOne(t *testing.T) {
	var first, one, half []areaRow
	for i := range 8 {
		code := fmt.Sprintf("GM%04d", i+1)
		first = append(first, areaRow{code: code, year: 2020, n: 100})
		if i < 4 {
			half = append(half, areaRow{code: code, year: 2022, n: 100})
		}
	}
	first = append(first, areaRow{code: "NL01", year: 2020, n: 800})
	one = append(one, areaRow{code: "GM0003", year: 2024, n: 120})
	for about, test := range map[string]struct {
		later []areaRow
		want  string // of GM0008
		gone  bool
	}{
		"one":  {one, "100 x", false},
		"half": {half, "100 -", true},
	} {
		m := loadHistory(t, "", withoutMarks(areas("90001NED", nil, first)), withoutMarks(areas("90002NED", nil, test.later)))
		if got := line(t, m, "GM0008"); got != test.want {
			t.Errorf("%s later: GM0008 is %q; %q would be right", about, got, test.want)
		}
		last, latest := 0, 0
		for _, g := range m.Regions {
			if g.Level == model.Municipality {
				latest = max(latest, g.Last)
			}
			if g.Code == "GM0008" {
				last = g.Last
			}
		}
		if gone := last < latest; gone != test.gone {
			t.Errorf("%s later: GM0008 is gone: %v; %v would be right", about, gone, test.gone)
		}
	}
}
