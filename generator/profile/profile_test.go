package profile

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
)

// Municipalities at 10 and 20 have spread 5; the reference is 15.
func TestProfile_Deviation(t *testing.T) {
	tests := []struct {
		about  string
		figure model.Figure
		want   float64
		class  model.Class
	}{
		{"equal to the reference", model.Number(15), 0, model.Average},
		{"just average", model.Number(17.4), 0.48, model.Average},
		{"the border of higher", model.Number(17.5), 0.5, model.Higher},
		{"the border of much higher", model.Number(22.5), 1.5, model.MuchHigher},
		{"the border of lower", model.Number(12.5), -0.5, model.Lower},
		{"the border of much lower", model.Number(7.5), -1.5, model.MuchLower},
		{"zero is a number", model.Number(0), -3, model.MuchLower},
		{"negative", model.Number(-5), -4, model.MuchLower},
		{"unknown", model.Gap(model.Unknown), 0, model.NotCompared},
		{"withheld", model.Gap(model.Withheld), 0, model.NotCompared},
		{"impossible", model.Gap(model.Impossible), 0, model.NotCompared},
		{"did not exist", model.Gap(model.NoRegion), 0, model.NotCompared},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			m := country1{reference: model.Number(15), values: halves(40, 10, 20)}.monitor()
			district := len(m.Regions) - 1
			m.Cube.Set(district, 0, 1, 0, test.figure)
			p := NewBaseline(m).Profile(district, 0)
			item := p.Items[1]
			if math.Abs(item.Deviation-test.want) > 1e-12 || item.Class != test.class {
				t.Errorf("deviation %v class %v, want %v class %v", item.Deviation, item.Class, test.want, test.class)
			}
			if item.Figure != test.figure || item.Reference != model.Number(15) || item.Municipality != model.Number(20) {
				t.Errorf("figure %v, reference %v, municipality %v", item.Figure, item.Reference, item.Municipality)
			}
			if p.Any() != test.figure.Known() {
				t.Errorf("Any() = %v", p.Any())
			}
			if count := p.Items[0]; count.Class != model.NotCompared || count.Deviation != 0 {
				t.Errorf("a count was compared: %+v", count)
			}
		})
	}
}

func TestProfile_NotCompared(t *testing.T) {
	tests := []struct {
		about string
		c     country1
		any   bool
	}{
		{"no reference", country1{reference: model.Gap(model.Unknown), values: halves(40, 10, 20)}, true},
		{"all equal: no spread", country1{reference: model.Number(9), values: halves(40, 9, 9)}, true},
		{"29 regions: no spread", country1{reference: model.Number(15), values: halves(29, 10, 20)}, true},
		{"one region", country1{reference: model.Number(15), values: numbers(30)}, true},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			p := NewBaseline(test.c.monitor()).Profile(1, 0)
			item := p.Items[1]
			if item.Class != model.NotCompared || item.Deviation != 0 {
				t.Errorf("compared: %+v", item)
			}
			if !item.Figure.Known() || item.Period < 0 {
				t.Errorf("the region has a figure, which is not shown: %+v", item)
			}
			if p.Any() != test.any {
				t.Errorf("Any() = %v, want %v", p.Any(), test.any)
			}
		})
	}
}

// A municipality is not compared with itself, a country with nothing.
func TestProfile_MunicipalityOfRegion(t *testing.T) {
	m := country1{reference: model.Number(15), values: halves(40, 10, 20)}.monitor()
	b := NewBaseline(m)
	for region, want := range []model.Figure{model.Gap(model.NotMeasured), model.Gap(model.NotMeasured), model.Number(10)} {
		p := b.Profile(region, 0)
		if got := p.Items[1].Municipality; got != want {
			t.Errorf("%s: municipality %v, want %v", m.Regions[region].Code, got, want)
		}
	}
}

// Each group has the latest period in which the country has a number for it.
func TestProfile_PeriodOfGroup(t *testing.T) {
	m := country1{values: halves(40, 10, 20)}.monitor()
	m.Groups = append(m.Groups, model.Group{Key: "marokko"}, model.Group{Key: "h-marokko"})
	m.Periods = append(m.Periods, model.Period{Code: "2021JJ00"}, model.Period{Code: "2022JJ00"})
	withGroups := make([]bool, len(m.Regions))
	withGroups[0], withGroups[1] = true, true
	m.Cube = model.NewCube(withGroups, 3, 2, 3)
	m.Cube.Set(0, 0, 1, 1, model.Number(15))
	m.Cube.Set(0, 1, 1, 0, model.Number(30))
	m.Cube.Set(1, 1, 1, 0, model.Number(31))
	b := NewBaseline(m)
	for group, want := range []int{1, 0, -1} {
		if got := b.Period(group, 1); got != want {
			t.Errorf("group %d: period %d, want %d", group, got, want)
		}
	}
	p := b.Profile(1, 1)
	if got := p.Items[1]; got.Period != 0 || got.Figure != model.Number(31) || got.Class != model.NotCompared {
		t.Errorf("group in a period without a reference: %+v", got)
	}
	p = b.Profile(1, 2)
	if got := p.Items[1]; got.Period != -1 || got.Figure.Known() || got.Reference.Known() || p.Any() {
		t.Errorf("group without figures: %+v", got)
	}
	p = b.Profile(2, 1)
	if got := p.Items[1]; got.Figure.State() != model.NotMeasured {
		t.Errorf("region that keeps no groups: %+v", got)
	}
}

func TestProfile_EmptyMonitor(t *testing.T) {
	b := NewBaseline(&model.Monitor{Cube: model.NewCube(nil, 0, 0, 0)})
	if b == nil {
		t.Fatal("no baseline")
	}
}
