package disclosure

import (
	"fmt"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

// A plan is a country to build: leaf counts by leaf region and smallest group,
// from which everything else is summed.
type plan struct {
	districts []int // per municipality
	groups    []model.Group
	leaves    []int       // smallest groups, as indexes of groups
	counts    [][]float64 // district × leaf
	twins     map[int]int // group of the second classification that is the same people as one of the first
	lost      []int       // cells region × group whose count the source left unknown
	periods   int
}

// minBase is the threshold of the test countries.
const minBase = 50

// build makes the monitor: indicator 0 counts people, 1 is a share. Every
// period has the same counts.
func (p plan) build() *model.Monitor {
	m := &model.Monitor{
		Themes:          []model.Theme{{Key: "demografie"}},
		Indicators:      []model.Indicator{{Key: "inwoners"}, {Key: "aandeel", Kind: model.Share}},
		Groups:          p.groups,
		Classifications: []model.Classification{{Key: "a"}, {Key: "b"}},
		Regions:         []model.Region{{Code: "NL00", Parent: -1, Municipality: -1}},
	}
	for i := range p.periods {
		m.Periods = append(m.Periods, model.Period{Code: fmt.Sprintf("%dJJ00", 2020+i)})
	}
	var leaf []int // region of each district
	for i, n := range p.districts {
		g := len(m.Regions)
		m.Regions[0].Children = append(m.Regions[0].Children, g)
		m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("GM%04d", i), Level: model.Municipality, Municipality: g})
		for d := range n {
			leaf = append(leaf, len(m.Regions))
			m.Regions[g].Children = append(m.Regions[g].Children, len(m.Regions))
			m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("WK%04d%02d", i, d), Level: model.District, Parent: g, Municipality: g})
		}
	}
	keep := make([]bool, len(m.Regions))
	sums := make([]float64, len(keep)*len(p.groups))
	for r := range keep {
		keep[r] = true
	}
	for d, row := range p.counts {
		for l, n := range row {
			for r := leaf[d]; r >= 0; r = m.Regions[r].Parent {
				for g := p.leaves[l]; g >= 0; g = p.groups[g].Parent {
					sums[r*len(p.groups)+g] += n
					if twin := p.twins[g]; twin > 0 {
						sums[r*len(p.groups)+twin] += n
					}
				}
			}
		}
	}
	m.Cube = model.NewCube(keep, len(p.groups), 2, p.periods)
	for c, n := range sums {
		for period := range p.periods {
			m.Cube.Set(c/len(p.groups), c%len(p.groups), 0, period, model.Number(n))
			m.Cube.Set(c/len(p.groups), c%len(p.groups), 1, period, model.Number(float64(c%97)))
		}
	}
	for _, c := range p.lost {
		m.Cube.Set(c/len(p.groups), c%len(p.groups), 0, 0, model.Gap(model.Unknown))
	}
	return m
}

// drawn is a random small country. Of the second classification only the first
// level is there, and its parts leave a rest.
func drawn(t *rapid.T) plan {
	p := plan{periods: 1}
	municipalities := rapid.IntRange(1, 5).Draw(t, "municipalities")
	for range municipalities { // of one district alone all groups look alike
		p.districts = append(p.districts, rapid.IntRange(1+1/municipalities, 5).Draw(t, "districts"))
	}
	p.groups = []model.Group{{Key: "totaal", Classification: -1, Parent: -1}}
	p.twins = map[int]int{}
	group := func(parent, classification int) int {
		p.groups = append(p.groups, model.Group{Key: fmt.Sprint("g", len(p.groups)), Parent: parent, Classification: classification,
			MinBase: minBase, Hidden: rapid.IntRange(0, 9).Draw(t, "hidden") == 0})
		return len(p.groups) - 1
	}
	p.leaves = append(p.leaves, group(0, 0)) // never twinned: a classification of one part that is everybody cannot be protected
	for range rapid.IntRange(1, 3).Draw(t, "first level") {
		whole := group(0, 0)
		parts := rapid.SampledFrom([]int{0, 0, 1, 2, 3}).Draw(t, "parts")
		for range parts {
			p.leaves = append(p.leaves, group(whole, 0))
		}
		if parts == 0 || rapid.Bool().Draw(t, "rest") {
			p.leaves = append(p.leaves, whole)
		}
	}
	taken := map[int]bool{} // wholes of which a part has a twin: they would overlap
	for g := len(p.groups) - 1; g > 1; g-- {
		if rapid.IntRange(0, 2).Draw(t, "twin") == 0 && !taken[g] {
			p.twins[g] = group(0, 1)
			p.groups[p.twins[g]].Hidden = p.groups[g].Hidden
			taken[p.groups[g].Parent] = true
		}
	}
	large := rapid.SampledFrom([]int{10, 60, 300, 3000}).Draw(t, "large")
	for _, n := range p.districts {
		for range n {
			row := make([]float64, len(p.leaves))
			for i := range row {
				row[i] = float64(rapid.IntRange(0, 20).Draw(t, "few"))
				if i == 0 || rapid.Bool().Draw(t, "many?") {
					row[i] = float64(rapid.IntRange(max(0, 1-i), large).Draw(t, "many"))
				}
			}
			p.counts = append(p.counts, row)
		}
	}
	return p
}

// figures copies what a cube holds.
func figures(m *model.Monitor) (all []model.Figure) {
	for r := range m.Regions {
		for g := range m.Groups {
			for i := range m.Indicators {
				for p := range m.Periods {
					all = append(all, m.Cube.At(r, g, i, p))
				}
			}
		}
	}
	return all
}
