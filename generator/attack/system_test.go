package attack

import (
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// A system is what the intruder knows of one additive number (people, or
// those of them with some property) in one period: bounds for every
// cell region × node, and sums. Node 0 is the total; a node without
// a group is the rest that parts leave.
type system struct {
	m        *model.Monitor
	nodes    []int // index of the group; −1 for a rest
	low      []float64
	high     []float64
	there    []bool // there is such a cell at all
	withheld []bool // the site says that it has too few people
	sums     []sum
}

// A sum says that the whole is its parts together, but for rounding.
type sum struct {
	whole int
	parts []int
}

// bounds gives what is published of a cell: its bounds, whether there is a
// number at all, and whether it is withheld.
type bounds func(region, group int) (low, high float64, there, withheld bool)

func (s *system) at(region, node int) int { return region*len(s.nodes) + node }

// unknown tells whether the cell's number was not published.
func (s *system) unknown(c int) bool { return s.there[c] && math.IsInf(s.high[c], 1) }

// newSystem sets up the cells and sums of all classifications together, with
// pairs of groups that are the same people.
func newSystem(m *model.Monitor, same [][2]int, published bounds) *system {
	s := &system{m: m, nodes: []int{0}}
	for g := range m.Groups {
		if g > 0 && !m.Groups[g].Hidden {
			s.nodes = append(s.nodes, g)
		}
	}
	groups := len(s.nodes)
	families := s.families(published)
	for range families {
		s.nodes = append(s.nodes, -1)
	}
	n := len(m.Regions) * len(s.nodes)
	s.low, s.high, s.there, s.withheld = make([]float64, n), make([]float64, n), make([]bool, n), make([]bool, n)
	for r := range m.Regions {
		for i, g := range s.nodes[:groups] {
			c := s.at(r, i)
			s.low[c], s.high[c], s.there[c], s.withheld[c] = published(r, g)
			// An own area hides the regions in it, not itself: anybody can add up
			// regions, and the rest of a published total is a sum of several.
			s.withheld[c] = s.withheld[c] && m.Regions[r].Level != model.OwnArea
		}
	}
	for i, f := range families {
		s.addFamily(f, groups+i)
	}
	for node := range groups {
		s.addRegions(node)
	}
	s.addSame(same)
	return s
}

// addRegions adds the sums over regions of a node: those inside one, and those
// that an own area counts together.
func (s *system) addRegions(node int) {
	for r := range s.m.Regions {
		x := sum{whole: s.at(r, node)}
		for _, child := range append(slices.Clone(s.m.Regions[r].Children), s.m.Regions[r].Parts...) {
			if c := s.at(child, node); s.there[c] {
				x.parts = append(x.parts, c)
			}
		}
		if s.there[x.whole] && len(x.parts) > 0 {
			s.sums = append(s.sums, x)
		}
	}
}

// A row is a sum written for the unknown cells only: their signed sum lies
// between low and high.
type row struct {
	cells     []int
	signs     []float64
	low, high float64
}

// rows moves what is known to the other side.
func (s *system) rows() (all []row) {
	for _, x := range s.sums {
		var r row
		add := func(c int, sign float64) {
			switch {
			case s.unknown(c):
				r.cells, r.signs = append(r.cells, c), append(r.signs, sign)
			case sign > 0:
				r.low, r.high = r.low-s.high[c], r.high-s.low[c]
			default:
				r.low, r.high = r.low+s.low[c], r.high+s.high[c]
			}
		}
		add(x.whole, -1)
		for _, c := range x.parts {
			add(c, 1)
		}
		if len(r.cells) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// allowed is the width that a withheld head count must keep: MinBase, or the
// smallest published count that it is a part of.
func (s *system) allowed(c int) float64 {
	region, node := c/len(s.nodes), c%len(s.nodes)
	width := float64(s.m.Groups[s.nodes[node]].MinBase)
	for r := region; r >= 0; r = s.m.Regions[r].Parent {
		for g := s.nodes[node]; g >= 0; g = s.m.Groups[g].Parent {
			for i, other := range s.nodes {
				if w := s.at(r, i); other == g && s.there[w] && !s.unknown(w) {
					width = min(width, (s.low[w]+s.high[w])/2)
				}
			}
		}
	}
	return width
}
