package disclosure

import (
	"math"

	"wijkmonitor/generator/model"
)

// An alias is an indicator of the whole population that says how many people
// a group has: "born abroad" is everyone but the group born here. Where the
// group is withheld the alias has to be as well.
type alias struct {
	indicator int // by its place in the cube
	group     int
}

// aliases finds, by their figures, the indicators that are another word for a
// group: in the country and in every municipality that has both, the count or
// the part that the share stands for is that of the group, or of all others.
// One place proves nothing.
func (s *sheet) aliases() (all []alias) {
	var large []int // regions
	for r := range s.m.Regions {
		if s.m.Regions[r].Level <= model.Municipality {
			large = append(large, r)
		}
	}
	for i := range s.indicators() {
		if i == s.count {
			continue
		}
		parts := s.parts(large, i)
		for g := 1; g < len(s.m.Groups); g++ {
			if s.m.Groups[g].MinBase > 0 && (s.same(parts, g, false) || s.same(parts, g, true)) {
				all = append(all, alias{i, g})
			}
		}
	}
	return all
}

// A part is how many people an indicator of the whole population counts in a
// region, and how far rounding can keep it from that.
type part struct {
	region   int
	n, slack float64
}

// parts lists those of an indicator: once for all groups that it is compared
// with.
func (s *sheet) parts(regions []int, i int) (list []part) {
	for _, r := range regions {
		if n, slack, ok := s.part(r, i); ok {
			list = append(list, part{r, n, slack})
		}
	}
	return list
}

// same compares an indicator with a group, or with all who are not in it.
func (s *sheet) same(parts []part, g int, others bool) bool {
	places := 0
	for _, part := range parts {
		n := s.people[s.at(part.region, g)]
		if others {
			n = s.people[s.at(part.region, 0)] - n
		}
		if n != n {
			continue
		}
		if math.Abs(part.n-n) > part.slack {
			return false
		}
		if n > 10*part.slack {
			places++
		}
	}
	return places > 1
}

// part returns how many people an indicator of the whole population counts in
// a region, and how far rounding can keep it from that.
func (s *sheet) part(r, i int) (n, slack float64, ok bool) {
	v, known := s.m.Cube.At(r, 0, i, s.period).Value()
	ind := s.indicator(i)
	switch {
	case !known:
		return 0, 0, false
	case ind.Kind == model.Count:
		return v, .5, true
	case ind.Kind != model.Share || !s.ofPeople(ind):
		return 0, 0, false
	}
	base := s.people[s.at(r, 0)]
	slack = .5
	if ind.Formula == "" {
		slack = .5 * math.Pow10(-ind.Decimals) * base / 100
	}
	return v * base / 100, slack, base == base
}

// ofPeople tells whether a share is a share of the count of people.
func (s *sheet) ofPeople(ind *model.Indicator) bool {
	if base, ok := ind.Base.Index(); ok {
		return base == s.count
	}
	return ind.Universe == people
}

// indicator returns an indicator or input by its place in the cube.
func (s *sheet) indicator(i int) *model.Indicator {
	if i < len(s.m.Indicators) {
		return &s.m.Indicators[i]
	}
	return &s.m.Inputs[i-len(s.m.Indicators)]
}

// silence withholds an alias wherever its group is withheld, and in the parts
// of such a region that have no figures of the group: these would add up to it.
func (s *sheet) silence(a alias) {
	for r := range s.m.Regions {
		if s.marks[s.at(r, a.group)] != open {
			s.empty(r, 0, a.indicator)
			s.silenceParts(r, a)
		}
	}
}

func (s *sheet) silenceParts(r int, a alias) {
	for _, child := range s.m.Regions[r].Children {
		if s.marks[s.at(child, a.group)] == open && !s.any(child, a.group) {
			s.empty(child, 0, a.indicator)
			s.silenceParts(child, a)
		}
	}
}
