package profile

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"sync"
	"testing"

	"wijkmonitor/generator/model"
)

// national is a synthetic cube of the size of the Netherlands: the country, 340 municipalities of
// 10 districts of 4 neighbourhoods, and neighbourhoods up to 18,000 regions; groups on municipalities and districts.
func national(indicators, groups, periods int) *model.Monitor {
	m := &model.Monitor{SpreadLevel: model.Municipality, Themes: make([]model.Theme, 6)}
	m.Regions = append(m.Regions, model.Region{Code: "NL00", Parent: -1, Municipality: -1})
	for range 340 {
		g := len(m.Regions)
		m.Regions = append(m.Regions, model.Region{Level: model.Municipality, Municipality: g})
		for range 10 {
			m.Regions = append(m.Regions, model.Region{Level: model.District, Municipality: g})
			for range 4 {
				m.Regions = append(m.Regions, model.Region{Level: model.Neighbourhood, Municipality: g})
			}
		}
	}
	for len(m.Regions) < 18_000 {
		m.Regions = append(m.Regions, model.Region{Level: model.Neighbourhood, Municipality: 1})
	}
	m.Indicators = append(m.Indicators, model.Indicator{Key: "inwoners"})
	for i := 1; i < indicators; i++ {
		m.Indicators = append(m.Indicators, model.Indicator{Kind: model.Share, Theme: i % 6, Polarity: model.Polarity(i%3 - 1)})
	}
	m.Groups = make([]model.Group, groups)
	m.Periods = make([]model.Period, periods)
	withGroups := make([]bool, len(m.Regions))
	for r := range withGroups {
		m.Regions[r].Last = periods - 1
		withGroups[r] = groups > 1 && m.Regions[r].Level != model.Neighbourhood
	}
	m.Cube = model.NewCube(withGroups, groups, indicators, periods)
	random := rand.New(rand.NewPCG(1, 2))
	for r := range m.Regions {
		for g := range groups {
			for i := range indicators {
				for p := range periods {
					m.Cube.Set(r, g, i, p, model.Number(float64(random.IntN(1000))))
				}
			}
		}
	}
	return m
}

func TestProfile_Concurrent(t *testing.T) {
	m := country1{reference: model.Number(15), values: halves(60, 10, 20)}.monitor()
	b := NewBaseline(m)
	want := make([]Profile, len(m.Regions))
	for r := range want {
		want[r] = b.Profile(r, 0)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for r := range want {
				if got := b.Profile(r, 0); !reflect.DeepEqual(got, want[r]) {
					t.Errorf("region %d: %+v, want %+v", r, got, want[r])
				}
			}
		})
	}
	wait.Wait()
}

func TestBaseline_SameBits(t *testing.T) {
	m := country1{reference: model.Number(15), values: halves(60, 10, 20)}.monitor()
	first := NewBaseline(m)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if second := NewBaseline(m); !reflect.DeepEqual(first, second) {
		t.Error("two baselines of one monitor differ")
	}
}

func TestProfile_Allocations(t *testing.T) {
	b := NewBaseline(country1{reference: model.Number(15), values: halves(60, 10, 20)}.monitor())
	var p Profile
	if n := testing.AllocsPerRun(100, func() { p = b.Profile(2, 0) }); n > 2 {
		t.Errorf("%v allocations for a profile of %d items, want at most 2", n, len(p.Items))
	}
}

func BenchmarkBaseline(b *testing.B) {
	m := national(50, 1, 11)
	b.ReportAllocs()
	for b.Loop() {
		NewBaseline(m)
	}
}

func BenchmarkProfile(b *testing.B) {
	m := national(50, 1, 11)
	baseline := NewBaseline(m)
	b.ReportAllocs()
	for b.Loop() {
		for r := range m.Regions {
			baseline.Profile(r, 0)
		}
	}
	b.ReportMetric(float64(b.N*len(m.Regions))/b.Elapsed().Seconds(), "profiles/s")
}
