package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

func TestMedian_AsSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(-9, 9).Draw(t, "v")) / 4 }), 1, 40).Draw(t, "values")
		sorted := slices.Sorted(slices.Values(v))
		want := (sorted[(len(v)-1)/2] + sorted[len(v)/2]) / 2
		if got := median(v); got != want {
			t.Errorf("median %v; %v would be right of %v", got, want, sorted)
		}
	})
}

// nation is a country as large as the Netherlands, with fewer groups.
func nation() *model.Monitor {
	random := rand.New(rand.NewPCG(5, 6))
	m := &model.Monitor{Groups: make([]model.Group, 4), Periods: make([]model.Period, 11), Regions: make([]model.Region, 18443)}
	for i := range 46 {
		m.Indicators = append(m.Indicators, model.Indicator{Key: fmt.Sprint(i), Kind: model.Kind(i % 2), Unit: "%", Decimals: 1, Rounding: [model.LevelCount]float64{1e9, 1e9, 1e9, 1e9}})
	}
	groups := make([]bool, len(m.Regions))
	for r := range m.Regions {
		g := &m.Regions[r]
		switch {
		case r == 0:
			g.Parent = -1
		case r < 343:
			g.Level = model.Municipality
		case r < 3743:
			g.Level, g.Parent = model.District, 1+r%342
		default:
			g.Level, g.Parent = model.Neighbourhood, 343+r%3400
		}
		groups[r] = r < 3743
		if r > 0 {
			m.Regions[g.Parent].Children = append(m.Regions[g.Parent].Children, r)
		}
	}
	m.Cube = model.NewCube(groups, len(m.Groups), len(m.Indicators), len(m.Periods))
	for r := range m.Regions {
		for i := range m.Indicators {
			for p := range m.Periods {
				m.Cube.Set(r, 0, i, p, model.Number(float64(1000+random.IntN(1000))))
			}
		}
	}
	return m
}

func BenchmarkJumps_National(b *testing.B) {
	m := nation()
	b.ReportAllocs()
	for b.Loop() {
		findJumps(m)
	}
}

func BenchmarkSums_National(b *testing.B) {
	m := nation()
	b.ReportAllocs()
	for b.Loop() {
		findSums(m)
	}
}

func BenchmarkFill_National(b *testing.B) {
	m := nation()
	b.ReportAllocs()
	for b.Loop() {
		fill(m)
	}
}
