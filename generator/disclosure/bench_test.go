package disclosure

import (
	"math"
	"math/rand/v2"
	"testing"

	"wijkmonitor/generator/model"
)

// national is a country of the size of the Netherlands: 342 municipalities,
// 3,400 districts, 20 groups in two levels, 11 periods. Groups are small: half
// of them have a few dozen people in a district.
func national() *model.Monitor {
	random := rand.New(rand.NewPCG(1, 2))
	p := plan{periods: 11, groups: []model.Group{{Key: "totaal", Classification: -1, Parent: -1}}}
	share := []float64{.75, .03, .015, .01, .03, .004, .024, .024, .02, .01, .008, .005, .005, .004, .003, .02, .015, .012, .008, .003}
	for g := 1; g <= 20; g++ {
		parent := 0
		switch {
		case g > 14:
			parent = 3
		case g > 3:
			parent = 2
		}
		p.groups = append(p.groups, model.Group{Parent: parent, MinBase: minBase})
		if g == 1 || g > 3 {
			p.leaves = append(p.leaves, g)
		}
	}
	for i := range 342 {
		n := max(1, int(8*math.Exp(.8*random.NormFloat64())))
		if i%20 == 0 {
			n = 1
		}
		p.districts = append(p.districts, min(n, 99))
		urban := .5 * random.NormFloat64()
		for range p.districts[i] {
			size := 4700 * math.Exp(random.NormFloat64())
			row := make([]float64, len(p.leaves))
			for l, g := range p.leaves {
				row[l] = math.Round(size * share[g-1] * math.Exp(urban+.6*random.NormFloat64()))
				if l == 0 {
					row[l] = math.Round(size * share[0])
				}
			}
			p.counts = append(p.counts, row)
		}
	}
	return p.build()
}

func BenchmarkProtect_National(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		b.StopTimer()
		m := national()
		b.StartTimer()
		sum := Protect(m, Options{}).Total()
		b.ReportMetric(float64(sum.Primary[2])/11, "wijk-primary/period")
		b.ReportMetric(float64(sum.Secondary[2])/11, "wijk-secondary/period")
		b.ReportMetric(float64(sum.Primary[1])/11, "gm-primary/period")
		b.ReportMetric(float64(sum.Secondary[1])/11, "gm-secondary/period")
		b.ReportMetric(float64(sum.Open), "open")
	}
}

// wide is a period of a country with as many regions and indicators as the
// Netherlands. Half of the indicators are shares of households: those are no
// group of people, whatever their figures.
func wide() *sheet {
	random := rand.New(rand.NewPCG(3, 4))
	m := &model.Monitor{Groups: make([]model.Group, 23), Periods: make([]model.Period, 1), Regions: make([]model.Region, 18443)}
	for i := range 46 {
		m.Indicators = append(m.Indicators, model.Indicator{Key: people})
		if i > 0 {
			m.Indicators[i] = model.Indicator{Kind: model.Kind(i % 2), Universe: "huishoudens"}
		}
	}
	groups := make([]bool, len(m.Regions))
	for r := range m.Regions {
		groups[r] = r < 3700
		m.Regions[r].Level = model.Neighbourhood
		if r < 343 {
			m.Regions[r].Level = model.Municipality
		}
	}
	for g := range m.Groups {
		m.Groups[g].MinBase = minBase
	}
	m.Cube = model.NewCube(groups, len(m.Groups), len(m.Indicators), 1)
	for r := range m.Regions {
		for g := range m.Groups {
			for i := range m.Indicators {
				m.Cube.Set(r, g, i, 0, model.Number(float64(random.IntN(100000))))
			}
		}
	}
	return newSheet(m, 0, 0)
}

func BenchmarkAliases_National(b *testing.B) {
	s := wide()
	b.ReportAllocs()
	for b.Loop() {
		if all := s.aliases(); len(all) > 0 {
			b.Fatal(all)
		}
	}
}
