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
	for i := range m.Indicators {
		ind := &m.Indicators[i]
		if ind.Kind != model.Count || ind.Combined {
			continue
		}
		for r := range m.Regions {
			for p := range m.Periods {
				for _, g := range shown(m, r) {
					if s, ok := sumOfRegions(m, r, g, i, p); ok {
						list = append(list, s)
					}
				}
				list = append(list, sumsOfGroups(m, r, i, p)...)
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
	whole, ok := m.Cube.At(region, group, indicator, period).Value()
	r, off := &m.Regions[region], &m.Indicators[indicator].Rounding
	if !ok || r.Level == model.OwnArea || len(r.Children) == 0 {
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

// sumsOfGroups compares every group of a region with its parts. Parts may be
// less than the whole, as a definition may leave groups out; more is wrong.
func sumsOfGroups(m *model.Monitor, region, indicator, period int) (list []Sum) {
	if !m.Cube.HasGroups(region) {
		return nil
	}
	type parent struct{ group, classification int }
	sums := map[parent]*Sum{}
	off := m.Indicators[indicator].Rounding[m.Regions[region].Level]
	var order []parent
	for g := 1; g < len(m.Groups); g++ {
		v, ok := m.Cube.At(region, g, indicator, period).Value()
		if !ok || m.Groups[g].Hidden {
			continue
		}
		at := parent{m.Groups[g].Parent, m.Groups[g].Classification}
		if sums[at] == nil {
			sums[at] = &Sum{Region: region, Group: at.group, Indicator: indicator, Period: period, Groups: true, Bound: off}
			order = append(order, at)
		}
		sums[at].Parts += v
		sums[at].Bound += off * float64(max(1, m.Groups[g].Sums))
	}
	for _, at := range order {
		s := sums[at]
		whole, ok := m.Cube.At(region, at.group, indicator, period).Value()
		if s.Whole = whole; ok && !m.Groups[at.group].Hidden && s.Parts > whole+s.Bound+1e-6 {
			list = append(list, *s)
		}
	}
	return list
}
