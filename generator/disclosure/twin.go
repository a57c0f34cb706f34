package disclosure

import (
	"math"
)

// twins tells whether a group of another classification is the same people as
// groups that are known to be the same: their counts are equal, but for
// rounding, in all regions that have both, and in more than two. Two classifications side by side
// share groups, and one would tell what the other withholds.
func (s *sheet) twins(groups []int, g int) bool {
	places := 0
	for _, other := range groups {
		if s.m.Groups[other].Classification == s.m.Groups[g].Classification {
			return false
		}
		for r := range s.m.Regions {
			a, b := s.people[s.at(r, other)], s.people[s.at(r, g)]
			if math.Abs(a-b) > 2*s.indicator(s.count).Rounding[s.m.Regions[r].Level] {
				return false
			}
			if a > 0 && b > 0 {
				places++
			}
		}
	}
	return places > 2
}
