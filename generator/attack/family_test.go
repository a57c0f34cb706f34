package attack

import (
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// A family is a group with its parts, as nodes.
type family struct {
	whole int
	parts []int
	rest  bool // parts leave people over
}

// families finds which parts add up, in the first region that has them all.
func (s *system) families(published bounds) (all []family) {
	for _, f := range s.wholes() {
		g := s.nodes[f.whole]
		over := false
		for r := range s.m.Regions {
			low, high, there, _ := published(r, g)
			least, most := 0.0, 0.0
			for _, node := range f.parts {
				l, h, t, _ := published(r, s.nodes[node])
				there = there && t
				least, most = least+l, most+h
			}
			if there && !math.IsInf(most+high, 1) {
				f.rest, over = most < low, least > high
				break
			}
		}
		if !over {
			all = append(all, f)
		}
	}
	return all
}

// addFamily adds the sums over groups, with the rest as a part.
func (s *system) addFamily(f family, rest int) {
	for r := range s.m.Regions {
		whole := s.at(r, f.whole)
		x := sum{whole: whole}
		for _, part := range f.parts {
			if c := s.at(r, part); s.there[c] {
				x.parts = append(x.parts, c)
			}
		}
		if !s.there[whole] || len(x.parts) == 0 {
			continue
		}
		if c := s.at(r, rest); f.rest || len(x.parts) < len(f.parts) {
			s.there[c], s.high[c] = true, math.Inf(1)
			x.parts = append(x.parts, c)
		}
		s.sums = append(s.sums, x)
	}
}

// wholes lists each group that has parts, and the total once in each
// classification.
func (s *system) wholes() (all []family) {
	for k := range s.m.Classifications {
		for whole, g := range s.nodes {
			f := family{whole: whole}
			for node, part := range s.nodes {
				if group := &s.m.Groups[part]; node > 0 && group.Parent == g && group.Classification == k {
					f.parts = append(f.parts, node)
				}
			}
			if len(f.parts) > 0 {
				all = append(all, f)
			}
		}
	}
	return all
}

// addSame adds that two groups are the same people.
func (s *system) addSame(same [][2]int) {
	for i, g := range s.nodes {
		for j, other := range s.nodes {
			if !slices.Contains(same, [2]int{g, other}) {
				continue
			}
			for r := range s.m.Regions {
				if s.there[s.at(r, i)] && s.there[s.at(r, j)] {
					s.sums = append(s.sums, sum{s.at(r, i), []int{s.at(r, j)}})
				}
			}
		}
	}
}

// same finds groups of two classifications that are the same people: they are
// equally many in every municipality that publishes both.
func (x *target) same(period int) (pairs [][2]int) {
	people := x.bounds(x.quantities()[0], period, exact)
	for g := range x.m.Groups {
		for other := g + 1; other < len(x.m.Groups); other++ {
			if g == 0 || x.m.Groups[g].Classification == x.m.Groups[other].Classification {
				continue
			}
			places, equal := 0, true
			for r := range x.m.Regions {
				_, a, seen, _ := people(r, g)
				_, b, there, _ := people(r, other)
				if x.m.Regions[r].Level <= model.Municipality && seen && there && !math.IsInf(a+b, 1) {
					places++
					equal = equal && a == b
				}
			}
			if equal && places > 2 {
				pairs = append(pairs, [2]int{g, other})
			}
		}
	}
	return pairs
}
