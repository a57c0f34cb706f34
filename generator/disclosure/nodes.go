package disclosure

import (
	"math"
	"slices"
)

// plant makes the tree of nodes: the total, the groups of classification k
// that have a count in the period, and the rests.
func (t *table) plant(k int) {
	s := t.s
	t.nodes = []node{{parent: -1}}
	place := map[int]int{0: 0}
	for g := range s.m.Groups {
		if g > 0 && k >= 0 && s.m.Groups[g].Classification == k && t.countedAnywhere(g) {
			place[g] = len(t.nodes)
			t.nodes = append(t.nodes, node{group: g, parent: -1, never: s.m.Groups[g].Hidden})
		}
	}
	for whole := range len(t.nodes) {
		var parts []int
		for n := range t.nodes {
			if g := t.nodes[n].group; n > 0 && g >= 0 && n != whole && s.m.Groups[g].Parent == t.nodes[whole].group {
				parts = append(parts, n)
			}
		}
		t.join(whole, parts)
	}
}

func (t *table) countedAnywhere(g int) bool {
	for r := range t.s.m.Regions {
		if n := t.s.people[t.s.at(r, g)]; n == n {
			return true
		}
	}
	return false
}

// join makes nodes the parts of a whole, when they can be: they overlap when
// together they are more than it; they leave a rest when they are less.
func (t *table) join(whole int, parts []int) {
	if len(parts) == 0 {
		return
	}
	over, slack := t.surplus(whole, parts)
	if over > slack {
		return
	}
	if over < -slack {
		parts = append(slices.Clone(parts), len(t.nodes))
		t.nodes = append(t.nodes, node{group: -1, parent: whole, never: true})
	}
	t.nodes[whole].parts = parts
	for _, n := range parts {
		t.nodes[n].parent = whole
	}
}

// surplus returns how many people the parts have more than the whole, in the
// first region from the country down that counts all of them, and how much of
// it can be rounding. Where no region does, the parts are taken to add up: the
// sum that is not there protects nothing.
func (t *table) surplus(whole int, parts []int) (over, slack float64) {
	s := t.s
	for r := range s.m.Regions {
		sum := -s.people[s.at(r, t.nodes[whole].group)]
		for _, n := range parts {
			sum += s.people[s.at(r, t.nodes[n].group)]
		}
		if !math.IsNaN(sum) {
			return sum, t.rounding(r) * float64(1+len(parts))
		}
	}
	return 0, 0
}

// rounding returns how far from the truth a count in a region can be.
func (t *table) rounding(r int) float64 {
	i := t.s.count
	if i < len(t.s.m.Indicators) {
		return t.s.m.Indicators[i].Rounding[t.s.m.Regions[r].Level]
	}
	return t.s.m.Inputs[i-len(t.s.m.Indicators)].Rounding[t.s.m.Regions[r].Level]
}
