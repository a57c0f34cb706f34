package disclosure

import (
	"math"

	"wijkmonitor/generator/model"
)

// A mark says why a pair is withheld.
type mark uint8

const (
	open mark = iota
	primary
	secondary
)

// A sheet is one period: regions × groups.
type sheet struct {
	m      *model.Monitor
	count  int // the indicator that counts people, by its place in the cube
	period int
	marks  []mark    // region × group
	people []float64 // region × group; NaN where no count is known
	counts Counts

	emptied []int // figures that were withheld, as index says
}

func newSheet(m *model.Monitor, count, period int) *sheet {
	n := len(m.Regions) * len(m.Groups)
	s := &sheet{m: m, count: count, period: period, marks: make([]mark, n), people: make([]float64, n)}
	for i := range s.people {
		s.people[i] = math.NaN()
	}
	for r := range m.Regions {
		for g := range s.groupsOf(r) {
			if v, known := m.Cube.At(r, g, count, period).Value(); known {
				s.people[s.at(r, g)] = v
			}
		}
	}
	return s
}

func (s *sheet) at(region, group int) int { return region*len(s.m.Groups) + group }

// mark keeps the first reason.
func (s *sheet) mark(region, group int, why mark) {
	if i := s.at(region, group); s.marks[i] == open {
		s.marks[i] = why
	}
}

// groupsOf returns how many groups a region keeps.
func (s *sheet) groupsOf(region int) int {
	if s.m.Cube.HasGroups(region) {
		return len(s.m.Groups)
	}
	return 1
}

// indicators returns how many indicators and inputs the cube has.
func (s *sheet) indicators() int { return len(s.m.Indicators) + len(s.m.Inputs) }

// any tells whether a pair has a figure at all.
func (s *sheet) any(region, group int) bool {
	for i := range s.indicators() {
		if s.m.Cube.At(region, group, i, s.period).Known() {
			return true
		}
	}
	return false
}

// primary marks the pairs with too few people.
//
// A pair with figures but no known count is withheld as well where that group
// is counted at that level in the period: its base is not known, and the
// count of another year is not its base. Where the group is not counted there
// at all, in no region, it comes from a table that gives only other figures of
// it, and there is no base to go by: its figures are the source's own choice.
func (s *sheet) primary() {
	counted := s.counted()
	for r := range s.m.Regions {
		for g := range s.groupsOf(r) {
			least := float64(s.m.Groups[g].MinBase)
			n := s.people[s.at(r, g)]
			small := n < least || n != n && least > 0 && counted[s.m.Regions[r].Level][g]
			if small && s.any(r, g) || g > 0 && s.marks[s.at(r, 0)] != open && s.any(r, g) {
				s.mark(r, g, primary)
			}
		}
	}
}

// counted tells of each level and group whether there is a count at all.
func (s *sheet) counted() (has [model.LevelCount][]bool) {
	for l := range has {
		has[l] = make([]bool, len(s.m.Groups))
	}
	for r := range s.m.Regions {
		for g := range s.groupsOf(r) {
			if n := s.people[s.at(r, g)]; n == n {
				has[s.m.Regions[r].Level][g] = true
			}
		}
	}
	return has
}

// withhold empties the marked pairs and counts them. A gap keeps its reason.
func (s *sheet) withhold() Counts {
	for _, a := range s.aliases() {
		s.silence(a)
	}
	for r := range s.m.Regions {
		for g := range s.groupsOf(r) {
			switch s.marks[s.at(r, g)] {
			case open:
				continue
			case primary:
				s.counts.Primary[s.m.Regions[r].Level]++
			case secondary:
				s.counts.Secondary[s.m.Regions[r].Level]++
			}
			for i := range s.indicators() {
				s.empty(r, g, i)
			}
		}
	}
	return s.counts
}

// empty withholds one figure, if there is one.
func (s *sheet) empty(region, group, indicator int) {
	if s.m.Cube.At(region, group, indicator, s.period).Known() {
		s.m.Cube.Set(region, group, indicator, s.period, model.Gap(model.Withheld))
		s.counts.Cells++
		s.emptied = append(s.emptied, index(s.m, region, group, indicator, s.period))
	}
}
