package similar

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// size says how large a random country is.
type size struct{ towns, wijken, buurten, indicators int }

// national is the Netherlands: 342 municipalities and some 3,400 districts of
// 14,600 regions.
var national = size{342, 10, 31, 46}

// country makes a random country. One region in five lacks a third of its
// figures, for every reason there is, and the last indicator
// is made from others. As in real
// countries, indicators go together: three things that nobody measured are
// behind half of what they show.
func country(s size, seed uint64) *model.Monitor {
	rnd := rand.New(rand.NewPCG(seed, 3))
	m := &model.Monitor{SpreadLevel: model.Municipality, Themes: make([]model.Theme, 1), Groups: make([]model.Group, 1), Periods: make([]model.Period, 1)}
	m.Indicators = append(m.Indicators, model.Indicator{Key: "inwoners"})
	for i := 1; i < s.indicators; i++ {
		m.Indicators = append(m.Indicators, model.Indicator{Key: fmt.Sprint("i", i), Kind: model.Share})
	}
	m.Indicators[s.indicators-1].Combined = true
	m.Regions = append(m.Regions, model.Region{Code: "NL00", Parent: -1, Municipality: -1})
	for t := range s.towns {
		g := len(m.Regions)
		m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("GM%04d", t), Level: model.Municipality, Municipality: g})
		for w := range s.wijken {
			m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("WK%04d%02d", t, w), Level: model.District, Municipality: g})
		}
		for b := range s.buurten {
			m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("BU%04d00%02d", t, b), Level: model.Neighbourhood, Municipality: g})
		}
	}
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 1, s.indicators, 1)
	gaps := []model.State{model.Unknown, model.Impossible, model.Withheld, model.NotYetPublished, model.NotMeasured, model.NoRegion, model.Broken}
	for r := range m.Regions {
		m.Cube.Set(r, 0, 0, 0, model.Number(float64(1000+rnd.IntN(9000))))
		poor := rnd.IntN(5) == 0
		behind := [3]float64{rnd.NormFloat64(), rnd.NormFloat64(), rnd.NormFloat64()}
		for i := 1; i < s.indicators; i++ {
			f := model.Number(math.Round(200+(behind[i%3]+rnd.NormFloat64())*40) / 10)
			if r > 0 && poor && rnd.IntN(3) == 0 {
				f = model.Gap(gaps[rnd.IntN(len(gaps))])
			}
			m.Cube.Set(r, 0, i, 0, f)
		}
	}
	return m
}

// distance is the definition, worked out plainly.
func distance(m *model.Monitor, b *profile.Baseline, a, c int) (mean float64, shared int) {
	x, y := b.Profile(a, 0), b.Profile(c, 0)
	for i := range m.Indicators {
		if m.Indicators[i].Combined || x.Items[i].Class == model.NotCompared || y.Items[i].Class == model.NotCompared {
			continue
		}
		d := x.Items[i].Deviation - y.Items[i].Deviation
		mean += float64(d * d)
		shared++
	}
	return mean / float64(shared), shared
}

// close leaves room for another order of adding up.
func close(a, b Match) bool {
	return a.Region == b.Region && a.Shared == b.Shared && math.Abs(a.Distance-b.Distance) < 1e-12
}

// TestNew_IsTheDefinition holds the lists against the definition for random
// countries: every list has the nearest, in order, of the own level.
func TestNew_IsTheDefinition(t *testing.T) {
	for seed := range uint64(6) {
		m := country(size{40, 3, 2, 14}, seed)
		b := profile.NewBaseline(m)
		lists := New(m, b)
		for r := range m.Regions {
			var want []Match
			for c := range m.Regions {
				if level := m.Regions[r].Level; c == r || m.Regions[c].Level != level || level == model.Country || level == model.Neighbourhood {
					continue
				}
				if mean, shared := distance(m, b, r, c); 3*shared >= 2*12 {
					want = append(want, Match{c, math.Sqrt(mean), shared})
				}
			}
			slices.SortStableFunc(want, func(a, b Match) int { return cmp.Compare(a.Distance, b.Distance) })
			want = want[:min(len(want), Most)]
			if got := lists.Of(r); !slices.EqualFunc(got, want, close) {
				t.Fatalf("seed %d, %s: %v; %v would be right", seed, m.Regions[r].Code, got, want)
			}
		}
	}
}

// TestMeasure_Properties: distance is symmetric and never negative, equal
// profiles are at none, and no region is in its own list.
func TestMeasure_Properties(t *testing.T) {
	m := country(size{60, 0, 0, 20}, 9)
	b := profile.NewBaseline(m)
	var regions []int
	for r := range m.Regions {
		if m.Regions[r].Level == model.Municipality {
			regions = append(regions, r)
		}
	}
	table := newTable(m, b, regions, indicators(m))
	for x := range regions {
		for y := range regions {
			there, n, ok := table.measure(x, y, math.Inf(1))
			back, k, also := table.measure(y, x, math.Inf(1))
			if there != back || n != k || ok != also || there < 0 || x == y && ok && there != 0 {
				t.Fatalf("%d to %d: %v %v %v, back %v %v %v", x, y, there, n, ok, back, k, also)
			}
		}
	}
	for r, list := range New(m, b).of {
		for k, match := range list {
			if match.Region == r || k > 0 && match.Distance < list[k-1].Distance {
				t.Errorf("the list of region %d: %v", r, list)
			}
		}
	}
}

// TestNew_GapsNeverCount puts another number behind every gap: nothing changes.
// A reason has no number, so this holds as long as nobody stores one.
func TestNew_GapsNeverCount(t *testing.T) {
	m := country(size{40, 2, 0, 12}, 4)
	b := profile.NewBaseline(m)
	before := New(m, b)
	for r := range m.Regions {
		for i := range m.Indicators {
			if f := m.Cube.At(r, 0, i, 0); !f.Known() {
				m.Cube.Set(r, 0, i, 0, model.Gap(model.Withheld))
			}
		}
	}
	if after := New(m, b); !reflect.DeepEqual(before, after) {
		t.Error("the lists depend on why a figure lacks")
	}
	// A figure that is withheld from now on leaves every distance.
	const town = 1
	for i := 1; i < len(m.Indicators); i++ {
		m.Cube.Set(town, 0, i, 0, model.Gap(model.Withheld))
	}
	after := New(m, b)
	for r := range m.Regions {
		if slices.ContainsFunc(after.Of(r), func(n Match) bool { return n.Region == town }) || r == town && len(after.Of(r)) > 0 {
			t.Errorf("%s: %v, though nothing of %s is shown", m.Regions[r].Code, after.Of(r), m.Regions[town].Code)
		}
	}
}

func TestNew_TiesByCode(t *testing.T) {
	m := country(size{40, 0, 0, 6}, 2)
	for r := 1; r < len(m.Regions); r++ {
		for i := 1; i < 6; i++ {
			m.Cube.Set(r, 0, i, 0, model.Number(float64(10+r%2)))
		}
	}
	got := New(m, profile.NewBaseline(m)).Of(20)
	for k, want := range []int{2, 4, 6, 8, 10} {
		if k >= len(got) || got[k].Region != want || got[k].Distance != 0 {
			t.Fatalf("%v; the first five of the even regions would be right", got)
		}
	}
}

func TestNew_SameOnOneCore(t *testing.T) {
	m := country(size{50, 4, 0, 20}, 5)
	b := profile.NewBaseline(m)
	first := New(m, b)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !reflect.DeepEqual(first, New(m, b)) {
		t.Error("the lists differ")
	}
}

func TestNew_NothingToCompare(t *testing.T) {
	m := country(size{3, 1, 0, 4}, 1) // too few for a spread
	for r, list := range New(m, profile.NewBaseline(m)).of {
		if len(list) > 0 {
			t.Errorf("region %d: %v", r, list)
		}
	}
}

// TestNew_NationalInTime allows a slow and busy machine many times what it
// takes.
func TestNew_NationalInTime(t *testing.T) {
	m := country(national, 1)
	b := profile.NewBaseline(m)
	start := time.Now()
	New(m, b)
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%v for %d regions", took, len(m.Regions))
	} else {
		t.Logf("%v for %d regions", took, len(m.Regions))
	}
}

func BenchmarkNew(b *testing.B) {
	double := national
	double.towns *= 2
	for _, s := range []size{national, double} {
		m := country(s, 1)
		base := profile.NewBaseline(m)
		b.Run(fmt.Sprint(s.towns, " municipalities"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(m, base)
			}
		})
	}
}
