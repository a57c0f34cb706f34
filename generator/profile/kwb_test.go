package profile_test

import (
	"fmt"
	"math"
	"os"
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

const kwbExtracts = "../../../shared/data/cbs-parquet/84799NED"

// loadKWB reads the real national extract of 2020 with the definition that the project ships.
func loadKWB(t *testing.T) *model.Monitor {
	t.Helper()
	if _, err := os.Stat(kwbExtracts); err != nil {
		t.Skipf("the real extract of KWB 2020 is not here: %v", err)
	}
	d, err := definition.Read("../../datasets/kwb-2020/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(d, kwbExtracts)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestKWB2020(t *testing.T) {
	m := loadKWB(t)
	b := profile.NewBaseline(m)
	t.Run("regions", func(t *testing.T) { checkRegions(t, m) })
	t.Run("known figures", func(t *testing.T) { checkFigures(t, m, b) })
	t.Run("every compared indicator has classes", func(t *testing.T) { checkFilled(t, m, b) })
	t.Run("groups", func(t *testing.T) { checkGroups(t, m) })
	t.Run("shares of 65 and older", func(t *testing.T) { checkDistribution(t, m, b) })
}

func checkRegions(t *testing.T, m *model.Monitor) {
	levels := map[model.Level]int{}
	inhabitants := 0.0
	for r := range m.Regions {
		levels[m.Regions[r].Level]++
		if m.Regions[r].Level == model.Municipality {
			v, _ := m.Cube.At(r, 0, indicator(t, m, "inwoners"), 0).Value()
			inhabitants += v
		}
	}
	want := map[model.Level]int{model.Country: 1, model.Municipality: 355, model.District: 3177, model.Neighbourhood: 13808}
	if fmt.Sprint(levels) != fmt.Sprint(want) || len(m.Regions) != 17341 {
		t.Errorf("%d regions %v, want 17341 %v", len(m.Regions), levels, want)
	}
	if inhabitants != 17_407_585 {
		t.Errorf("municipalities sum to %v inhabitants", inhabitants)
	}
}

// The figures are those of the published table, worked out by hand.
func checkFigures(t *testing.T, m *model.Monitor, b *profile.Baseline) {
	tests := []struct {
		region, indicator string
		figure, reference float64
		class             model.Class
	}{
		{"GM0363", "inwoners", 872757, 17407585, model.NotCompared},
		{"GM0363", "herkomst-marokko", 100 * 77210.0 / 872757, 100 * 408864.0 / 17407585, model.MuchHigher}, // 8.8% and 2.3%
		{"GM0363", "ouder-dan-65", 100 * 110959.0 / 872757, 100 * 3392555.0 / 17407585, model.MuchLower},
		{"GM0363", "migratieachtergrond", 100 * (170164.0 + 314818) / 872757, 100 * (1828645.0 + 2392060) / 17407585, model.MuchHigher},
		{"GM0363", "eenpersoonshuishoudens", 100 * 258962.0 / 475368, 100 * 3079778.0 / 7997800, model.MuchHigher},
		{"GM0363", "bijstand", 100 * 39780.0 / (108636 + 317667 + 210376), 100 * 421110.0 / (2143743 + 4308904 + 4836284), model.Higher},
		{"GM0363", "autos-per-huishouden", 0.5, 1.1, model.MuchLower},
		{"NL00", "bevolkingsdichtheid", 517, 517, model.Average},
	}
	for _, test := range tests {
		i := indicator(t, m, test.indicator)
		p := b.Profile(region(t, m, test.region), 0)
		item := p.Items[i]
		figure, _ := item.Figure.Value()
		reference, _ := item.Reference.Value()
		if math.Abs(figure-test.figure) > 1e-9 || math.Abs(reference-test.reference) > 1e-9 || item.Class != test.class {
			t.Errorf("%s %s: %v against %v, class %d; want %v against %v, class %d",
				test.region, test.indicator, figure, reference, item.Class, test.figure, test.reference, test.class)
		}
	}
	if v, _ := b.Profile(region(t, m, "GM0363"), 0).Items[indicator(t, m, "herkomst-marokko")].Figure.Value(); fmt.Sprintf("%.1f", v) != "8.8" {
		t.Errorf("share of inhabitants with origin Marokko in Amsterdam is %v, want 8.8", v)
	}
}

// The definition names only topics that are filled: each has a reference, a spread, and figures nearly everywhere.
func checkFilled(t *testing.T, m *model.Monitor, b *profile.Baseline) {
	for i := range m.Indicators {
		if !b.Reference(i, 0).Known() {
			t.Errorf("indicator %s has no reference", m.Indicators[i].Key)
		}
		if s, ok := b.Spread(i, 0); ok != m.Indicators[i].Compared() {
			t.Errorf("indicator %s has spread %v", m.Indicators[i].Key, s)
		}
		known := 0
		for r := range m.Regions {
			if m.Cube.At(r, 0, i, 0).Known() {
				known++
			}
		}
		if known < 14_000 {
			t.Errorf("indicator %s has figures in %d regions", m.Indicators[i].Key, known)
		}
	}
}

func checkGroups(t *testing.T, m *model.Monitor) {
	for g := range m.Groups {
		if m.Groups[g].Key != "marokko" {
			continue
		}
		v, _ := m.Cube.At(region(t, m, "GM0363"), g, indicator(t, m, "inwoners"), 0).Value()
		if v != 77210 {
			t.Errorf("%v inhabitants of Amsterdam with origin Marokko, want 77210", v)
		}
		return
	}
	t.Error("no group marokko")
}

// The design gives the distribution of this indicator over the classes, from much lower to much higher, in percent,
// without regard to chance. Chance takes colour from small neighbourhoods, and next to none from municipalities.
func checkDistribution(t *testing.T, m *model.Monitor, b *profile.Baseline) {
	want := map[model.Level][5]int{model.Municipality: {1, 9, 37, 41, 13}, model.Neighbourhood: {21, 17, 23, 17, 23}}
	i := indicator(t, m, "ouder-dan-65")
	shown, plain := map[model.Level]float64{}, map[model.Level]float64{}
	defer func() {
		towns, quarters := shown[model.Municipality]/plain[model.Municipality], shown[model.Neighbourhood]/plain[model.Neighbourhood]
		if towns < 0.8 || towns > 1 || quarters > 0.6 || quarters < 0.2 {
			t.Errorf("chance leaves %.2f of the colour of municipalities and %.2f of that of neighbourhoods", towns, quarters)
		}
	}()
	for level, shares := range want {
		var counts [model.ClassCount]float64
		total := 0.0
		for r := range m.Regions {
			if item := b.Profile(r, 0).Items[i]; m.Regions[r].Level == level && item.Class != model.NotCompared {
				counts[model.Classify(item.Deviation)]++
				total++
				shown[level] += math.Abs(float64(item.Class.Step()))
				plain[level] += math.Abs(float64(model.Classify(item.Deviation).Step()))
			}
		}
		for step, share := range shares {
			got := 100 * counts[int(model.MuchLower)+step] / total
			if math.Abs(got-float64(share)) > 1.5 {
				t.Errorf("%s, class %d: %.1f%%, want about %d%%", level, step, got, share)
			}
		}
	}
}

func indicator(t *testing.T, m *model.Monitor, key string) int {
	t.Helper()
	for i := range m.Indicators {
		if m.Indicators[i].Key == key {
			return i
		}
	}
	t.Fatalf("no indicator %s", key)
	return -1
}

func region(t *testing.T, m *model.Monitor, code string) int {
	t.Helper()
	for r := range m.Regions {
		if m.Regions[r].Code == code {
			return r
		}
	}
	t.Fatalf("no region %s", code)
	return -1
}
