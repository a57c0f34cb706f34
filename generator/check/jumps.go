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

// A column is one indicator of the regions of one level, whole population. It
// is taken out of the cube once for all pairs of years.
type column struct {
	indicator int
	level     model.Level
	regions   []int
	figures   [][]model.Figure // by period; as the regions
	known     []bool           // by period: of any region
	changes   []change         // room for those of two years
	sizes     []float64
}

// newColumn makes room for the regions of a level.
func newColumn(m *model.Monitor, level model.Level, regions []int) *column {
	c := &column{level: level, regions: regions, figures: make([][]model.Figure, len(m.Periods)), known: make([]bool, len(m.Periods))}
	for p := range c.figures {
		c.figures[p] = make([]model.Figure, len(regions))
	}
	return c
}

// read takes an indicator out of the cube.
func (c *column) read(m *model.Monitor, indicator int) {
	c.indicator = indicator
	clear(c.known)
	for k, r := range c.regions {
		for p := range c.figures {
			f := m.Cube.At(r, 0, indicator, p)
			c.figures[p][k] = f
			c.known[p] = c.known[p] || f.Known()
		}
	}
}

// findJumps lists all jumps, the largest first.
func findJumps(m *model.Monitor) []Jump {
	var of [model.LevelCount][]int
	for r := range m.Regions {
		of[m.Regions[r].Level] = append(of[m.Regions[r].Level], r)
	}
	var list []Jump
	for level := model.Municipality; level <= model.Neighbourhood; level++ {
		c := newColumn(m, level, of[level])
		for i := range m.Indicators {
			if m.Indicators[i].Combined {
				continue
			}
			c.read(m, i)
			last := -1
			for p := range m.Periods {
				if last >= 0 && !slices.Contains(m.Indicators[i].Breaks, p) {
					list = append(list, c.jumps(&m.Indicators[i], last, p)...)
				}
				if c.known[p] {
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

// jumps lists those between two years.
func (c *column) jumps(ind *model.Indicator, from, to int) []Jump {
	changes := c.changes[:0]
	for k, r := range c.regions {
		a, ok1 := c.figures[from][k].Value()
		b, ok2 := c.figures[to][k].Value()
		if !ok1 || !ok2 {
			continue
		}
		if changed, ok := changeOf(ind, c.level, a, b); ok {
			changed.region = r
			changes = append(changes, changed)
		}
	}
	c.changes = changes
	if len(changes) < fewestPeers {
		return nil
	}
	sizes := c.sizes[:0]
	for i := range changes {
		sizes = append(sizes, changes[i].size)
	}
	c.sizes = sizes
	middle := median(sizes)
	for i := range changes {
		sizes[i] = math.Abs(changes[i].size - middle)
	}
	usual := median(sizes)
	var list []Jump
	for _, one := range changes {
		away := math.Abs(one.size-middle) - one.rounding
		if floor := max(usual, one.rounding/2, 1e-9); away > JumpTimes*floor {
			list = append(list, Jump{Region: one.region, Indicator: c.indicator, From: from, To: to, Before: one.before, After: one.after, Times: away / floor})
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
