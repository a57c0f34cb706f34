package check

import (
	"cmp"
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// A Sum is a count that its parts do not add up to, by more than rounding can
// explain.
type Sum struct {
	Region, Group, Indicator, Period int
	Groups                           bool // the parts are groups, and together more than the whole; else they are the regions within
	Whole, Parts                     float64
	Bound                            float64 // what rounding allows between the two
}

// findSums lists all sums that do not add up, the largest difference beyond
// rounding first, as a share of the whole.
func findSums(m *model.Monitor) []Sum {
	var list []Sum
	var room []family
	groups := make([][]int, len(m.Regions))
	for r := range m.Regions {
		groups[r] = shown(m, r)
	}
	for i := range m.Indicators {
		ind := &m.Indicators[i]
		if ind.Kind != model.Count || ind.Combined {
			continue
		}
		for r := range m.Regions {
			for p := range m.Periods {
				for _, g := range groups[r] {
					if s, ok := sumOfRegions(m, r, g, i, p); ok {
						list = append(list, s)
					}
				}
				var wrong []Sum
				wrong, room = sumsOfGroups(m, r, i, p, room)
				list = append(list, wrong...)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Sum) int { return cmp.Compare(b.excess(), a.excess()) })
	return list
}

func (s *Sum) excess() float64 {
	return (math.Abs(s.Parts-s.Whole) - s.Bound) / max(s.Whole, 1)
}

// sumOfRegions compares a region with the regions within. One part without a
// number, and the sum is not judged.
func sumOfRegions(m *model.Monitor, region, group, indicator, period int) (s Sum, wrong bool) {
	r, off := &m.Regions[region], &m.Indicators[indicator].Rounding
	if r.Level == model.OwnArea || len(r.Children) == 0 {
		return s, false
	}
	whole, ok := m.Cube.At(region, group, indicator, period).Value()
	if !ok {
		return s, false
	}
	s = Sum{Region: region, Group: group, Indicator: indicator, Period: period, Whole: whole, Bound: off[r.Level]}
	parts := 0
	for _, child := range r.Children {
		f := m.Cube.At(child, group, indicator, period)
		if f.State() == model.NoRegion {
			continue
		}
		v, ok := f.Value()
		if !ok {
			return s, false
		}
		s.Parts += v
		s.Bound += off[m.Regions[child].Level]
		parts++
	}
	return s, parts > 0 && math.Abs(s.Parts-s.Whole) > s.Bound+1e-6
}

// A family is the groups that one group of a classification consists of.
type family struct {
	whole, classification int
	parts, bound          float64
}

// sumsOfGroups compares every group of a region with its parts. Parts may be
// less than the whole, as a definition may leave groups out; more is wrong.
// The families are kept in room.
func sumsOfGroups(m *model.Monitor, region, indicator, period int, room []family) (list []Sum, families []family) {
	families = room[:0]
	if !m.Cube.HasGroups(region) {
		return nil, families
	}
	off := m.Indicators[indicator].Rounding[m.Regions[region].Level]
	for g := 1; g < len(m.Groups); g++ {
		group := &m.Groups[g]
		v, ok := m.Cube.At(region, g, indicator, period).Value()
		if !ok || group.Hidden {
			continue
		}
		k := slices.IndexFunc(families, func(f family) bool { return f.whole == group.Parent && f.classification == group.Classification })
		if k < 0 {
			k = len(families)
			families = append(families, family{whole: group.Parent, classification: group.Classification, bound: off})
		}
		families[k].parts += v
		families[k].bound += off * float64(max(1, group.Sums))
	}
	for _, f := range families {
		whole, ok := m.Cube.At(region, f.whole, indicator, period).Value()
		if ok && !m.Groups[f.whole].Hidden && f.parts > whole+f.bound+1e-6 {
			list = append(list, Sum{Region: region, Group: f.whole, Indicator: indicator, Period: period, Groups: true, Whole: whole, Parts: f.parts, Bound: f.bound})
		}
	}
	return list, families
}
