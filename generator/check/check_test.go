package check

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// country is a land of thirty municipalities of 1,000 people that all grow by
// about 1%, in two years; the first has two districts and a group.
func country() *model.Monitor {
	m := &model.Monitor{Title: "Proef", Edition: 2021, Periods: []model.Period{{Code: "2020JJ00", Label: "2020"}, {Code: "2021JJ00", Label: "2021"}},
		Indicators: []model.Indicator{{Key: "inwoners", Kind: model.Count}, {Key: "bijstand", Kind: model.Share, Unit: "%", Decimals: 1}},
		Groups:     []model.Group{{Key: "totaal", Classification: -1, Parent: -1}, {Key: "a"}, {Key: "b"}}}
	add := func(code string, level model.Level, parent int) int {
		i := len(m.Regions)
		m.Regions = append(m.Regions, model.Region{Code: code, Name: code, Level: level, Parent: parent, Last: 1})
		if parent >= 0 {
			m.Regions[parent].Children = append(m.Regions[parent].Children, i)
		}
		return i
	}
	add("NL00", model.Country, -1)
	for n := range 30 {
		add(fmt.Sprintf("GM%04d", n+1), model.Municipality, 0)
	}
	add("WK000100", model.District, 1)
	add("WK000101", model.District, 1)
	groups := make([]bool, len(m.Regions))
	groups[1] = true
	m.Cube = model.NewCube(groups, 3, 2, 2)
	m.Indicators[0].Rounding = [model.LevelCount]float64{0, 0, 4, 4, 0}
	for p := range 2 {
		sum := 0.0
		for r := 1; r <= 30; r++ {
			v := float64(1000 + p*(8+r%5))
			sum += v
			m.Cube.Set(r, 0, 0, p, model.Number(v))
			m.Cube.Set(r, 0, 1, p, model.Number(5+float64(p*(r%3))/10))
		}
		m.Cube.Set(0, 0, 0, p, model.Number(sum))
		m.Cube.Set(31, 0, 0, p, model.Number(400))
		m.Cube.Set(32, 0, 0, p, model.Number(605+float64(p)*9))
		m.Cube.Set(1, 1, 0, p, model.Number(300))
		m.Cube.Set(1, 2, 0, p, model.Number(600))
	}
	return m
}

func TestNew_Healthy(t *testing.T) {
	if r := New(country()); r.Findings() != 0 {
		t.Errorf("%+v", r)
	}
}

func TestNew_Jump(t *testing.T) {
	m := country()
	m.Cube.Set(7, 0, 1, 1, model.Number(50)) // 5% becomes 50%
	r := New(m)
	if r.AllJumps != 1 || r.Jumps[0].Region != 7 || r.Jumps[0].Before != 5 || r.Jumps[0].After != 50 {
		t.Fatalf("%+v", r.Jumps)
	}
	var b bytes.Buffer
	if err := r.WriteText(&b, m); err != nil || !strings.Contains(b.String(), "GM0007 GM0007, bijstand: 5.0 → 50.0 from 2020JJ00 to 2021JJ00") {
		t.Errorf("%v\n%s", err, b.String())
	}
	m.Indicators[1].Breaks = []int{1}
	if r := New(m); r.AllJumps != 0 {
		t.Errorf("a break that the definition tells is a jump: %+v", r.Jumps)
	}
}

func TestNew_Sums(t *testing.T) {
	m := country()
	m.Cube.Set(32, 0, 0, 0, model.Number(614)) // 1,014 where 1,000 ± 8 is right
	r := New(m)
	if r.AllSums != 1 || r.Sums[0].Region != 1 || r.Sums[0].Parts != 1014 || r.Sums[0].Bound != 8 {
		t.Errorf("%+v", r.Sums)
	}
	for _, state := range []model.State{model.Withheld, model.Unknown, model.Broken} {
		m.Cube.Set(31, 0, 0, 0, model.Gap(state))
		if r := New(m); r.AllSums != 0 {
			t.Errorf("a sum with a part without a number is judged: %+v", r.Sums)
		}
	}
	m.Cube.Set(1, 2, 0, 1, model.Number(900)) // with 300 others more than all 1,009
	if r := New(m); r.AllSums != 1 || !r.Sums[0].Groups || r.Sums[0].Parts != 1200 {
		t.Errorf("%+v", r.Sums)
	}
	m.Groups[2].Hidden = true
	if r := New(m); r.AllSums != 0 {
		t.Errorf("a hidden group is told about: %+v", r.Sums)
	}
}

func TestNew_Vanished(t *testing.T) {
	m := country()
	m.Regions[5].Last, m.Regions[6].Last = 0, 0
	m.Regions[6].Events = []model.Event{{Kind: model.Merged, Other: "GM0001"}}
	if r := New(m); len(r.Vanished) != 1 || r.Vanished[0] != 5 {
		t.Errorf("%v", r.Vanished)
	}
	m.Regions[1].Last, m.Regions[31].Last, m.Regions[32].Last = 0, 0, 1
	m.Regions[1].Events = m.Regions[6].Events
	if r := New(m); len(r.Vanished) != 1 {
		t.Errorf("a district of a municipality that merged is vanished: %v", r.Vanished)
	}
}

func TestNew_Filling(t *testing.T) {
	m := country()
	m.Cube.Set(31, 0, 0, 0, model.Gap(model.Withheld))
	f := New(m).Indicators[0]
	if f.Cells[model.Withheld] != 1 || f.Cells[model.Known] != 69 || f.Total() != 2*(33+2) || f.First != 0 || f.Last != 1 {
		t.Errorf("%+v", f)
	}
}
