package disclosure

import (
	"math"
	"slices"
)

// A node is a column's place in the tree of a classification.
type node struct {
	column int
	tree   int
	parent int // the node that it adds up to; −1 for none
	parts  []int
}

// plant makes the trees: of every classification the total, the groups that
// have a count in the period, and the rests.
func (t *table) plant(groups bool) {
	s := t.s
	t.columns = []column{{groups: []int{0}}}
	place := map[int]int{0: 0} // column by group
	for k := range s.m.Classifications {
		var members []int
		for g := 1; groups && g < len(s.m.Groups); g++ {
			if s.m.Groups[g].Classification == k && t.countedAnywhere(g) {
				members = append(members, g)
				t.place(g, place)
			}
		}
		if len(members) > 0 {
			t.plantTree(members, place)
		}
	}
	if t.trees == 0 {
		t.plantTree(nil, place)
	}
}

// place gives a group a column: that of a group of another classification that
// is the same people, or a new one.
func (t *table) place(g int, place map[int]int) {
	for c := 1; c < len(t.columns); c++ {
		if col := &t.columns[c]; len(col.groups) > 0 && t.s.twins(col.groups, g) {
			col.groups = append(col.groups, g)
			col.never = col.never && t.s.m.Groups[g].Hidden
			place[g] = c
			return
		}
	}
	place[g] = len(t.columns)
	t.columns = append(t.columns, column{groups: []int{g}, never: t.s.m.Groups[g].Hidden})
}

// plantTree joins groups of one classification under a node for the total.
func (t *table) plantTree(members []int, place map[int]int) {
	node0 := len(t.nodes)
	members = append([]int{0}, members...)
	for _, g := range members {
		t.columns[place[g]].nodes = append(t.columns[place[g]].nodes, len(t.nodes))
		t.nodes = append(t.nodes, node{column: place[g], tree: t.trees, parent: -1})
	}
	for i, whole := range members {
		var parts []int
		var groups []int
		for j, g := range members {
			if j > 0 && t.s.m.Groups[g].Parent == whole {
				parts, groups = append(parts, node0+j), append(groups, g)
			}
		}
		t.join(node0+i, whole, parts, groups)
	}
	t.trees++
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
func (t *table) join(whole, group int, parts, groups []int) {
	if len(parts) == 0 {
		return
	}
	over, slack := t.surplus(group, groups)
	if over > slack {
		return
	}
	if over < -slack {
		parts = append(parts, len(t.nodes))
		t.columns = append(t.columns, column{nodes: []int{len(t.nodes)}, never: true})
		t.nodes = append(t.nodes, node{column: len(t.columns) - 1, tree: t.trees})
	}
	t.nodes[whole].parts = slices.Clone(parts)
	for _, n := range parts {
		t.nodes[n].parent = whole
	}
}

// surplus returns how many people groups have more than the whole, in the
// first region from the country down that counts all of them, and how much of
// it can be rounding. Where no region does, they are taken to add up: the sum
// that is not there protects nothing.
func (t *table) surplus(whole int, groups []int) (over, slack float64) {
	s := t.s
	for r := range s.m.Regions {
		sum := -s.people[s.at(r, whole)]
		for _, g := range groups {
			sum += s.people[s.at(r, g)]
		}
		if !math.IsNaN(sum) {
			return sum, t.rounding(r) * float64(1+len(groups))
		}
	}
	return 0, 0
}

// sums returns how many rounded counts the count of a column sums.
func (t *table) sums(c int) float64 {
	most := 1
	for _, g := range t.columns[c].groups {
		most = max(most, t.s.m.Groups[g].Sums)
	}
	return float64(most)
}

// rounding returns how far from the truth a count in a region can be.
func (t *table) rounding(r int) float64 {
	return t.s.indicator(t.s.count).Rounding[t.s.m.Regions[r].Level]
}
