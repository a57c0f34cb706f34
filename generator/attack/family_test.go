package attack

import "math"

// A family is a group with its parts, as nodes.
type family struct {
	whole int
	parts []int
	rest  bool // parts leave people over
}

// families finds which parts add up, in the first region that has them all.
func (s *system) families(published bounds) (all []family) {
	for whole, g := range s.nodes {
		f := family{whole: whole}
		for node, part := range s.nodes {
			if node > 0 && s.m.Groups[part].Parent == g {
				f.parts = append(f.parts, node)
			}
		}
		if len(f.parts) == 0 {
			continue
		}
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
