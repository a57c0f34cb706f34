package check

import (
	"cmp"
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// The rule of a jump: the change of a region is compared with the median
// change of all regions of its level in the same years. It is a jump when it
// is away from that by more than JumpTimes the median distance of the others
// (which one wild region cannot move), and by more than rounding allows.
const (
	JumpTimes   = 15
	fewestPeers = 20  // regions of a level with both years
	fewestCount = 100 // of a count that is compared: small ones move a lot by chance
)

// A Jump is a change between two years unlike that of other regions. Of the
// whole population only: groups are small, and move by chance.
type Jump struct {
	Region, Indicator int
	From, To          int // periods
	Before, After     float64
	Times             float64 // how many times the median distance
}

type change struct {
	region        int
	before, after float64
	size          float64 // of a count the ratio on a log scale, else the difference
	rounding      float64 // what rounding can do to size
}

// findJumps lists all jumps, the largest first.
func findJumps(m *model.Monitor) []Jump {
	var list []Jump
	for i := range m.Indicators {
		if m.Indicators[i].Combined {
			continue
		}
		for level := model.Municipality; level <= model.Neighbourhood; level++ {
			last := -1
			for p := range m.Periods {
				if last >= 0 && !slices.Contains(m.Indicators[i].Breaks, p) {
					list = append(list, jumpsBetween(m, i, level, last, p)...)
				}
				if has(m, i, level, p) {
					last = p
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b Jump) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Region, b.Region), cmp.Compare(a.To, b.To))
	})
	return list
}

func has(m *model.Monitor, indicator int, level model.Level, period int) bool {
	for r := range m.Regions {
		if m.Regions[r].Level == level && m.Cube.At(r, 0, indicator, period).Known() {
			return true
		}
	}
	return false
}

func jumpsBetween(m *model.Monitor, indicator int, level model.Level, from, to int) []Jump {
	var changes []change
	for r := range m.Regions {
		if m.Regions[r].Level != level {
			continue
		}
		a, ok1 := m.Cube.At(r, 0, indicator, from).Value()
		b, ok2 := m.Cube.At(r, 0, indicator, to).Value()
		if !ok1 || !ok2 {
			continue
		}
		if c, ok := changeOf(&m.Indicators[indicator], level, a, b); ok {
			c.region = r
			changes = append(changes, c)
		}
	}
	if len(changes) < fewestPeers {
		return nil
	}
	sizes := make([]float64, len(changes))
	for i, c := range changes {
		sizes[i] = c.size
	}
	middle := median(sizes)
	for i, c := range changes {
		sizes[i] = math.Abs(c.size - middle)
	}
	usual := median(sizes)
	var list []Jump
	for _, c := range changes {
		away := math.Abs(c.size-middle) - c.rounding
		if floor := max(usual, c.rounding/2, 1e-9); away > JumpTimes*floor {
			list = append(list, Jump{Region: c.region, Indicator: indicator, From: from, To: to, Before: c.before, After: c.after, Times: away / floor})
		}
	}
	return list
}

// changeOf measures a change; false where chance says too much.
func changeOf(ind *model.Indicator, level model.Level, a, b float64) (change, bool) {
	c := change{before: a, after: b}
	if ind.Kind == model.Count {
		if max(a, b) < fewestCount || a < 0 || b < 0 {
			return c, false
		}
		c.size = math.Log((b + 1) / (a + 1))
		c.rounding = 2 * max(ind.Rounding[level], 0.5) / (min(a, b) + 1)
		return c, true
	}
	c.size = b - a
	c.rounding = 2 * max(math.Pow10(-ind.Decimals), ind.Rounding[level])
	return c, true
}
