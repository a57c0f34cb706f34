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
	figures [][]float64 // by period; as the regions; NaN for a gap
	known   []bool      // by period: of any region
}

// together is how many indicators are taken out of the cube at once: those of a
// region lie beside each other.
const together = 8

// A table is some indicators of the regions of one level.
type table struct {
	m       *model.Monitor
	level   model.Level
	regions []int
	columns [together]column
	changes []change // room for those of two years
	sizes   []float64
}

// newTable makes room for the regions of a level.
func newTable(m *model.Monitor, level model.Level, regions []int) *table {
	t := &table{m: m, level: level, regions: regions}
	for k := range t.columns {
		c := &t.columns[k]
		c.known, c.figures = make([]bool, len(m.Periods)), make([][]float64, len(m.Periods))
		for p := range c.figures {
			c.figures[p] = make([]float64, len(regions))
		}
	}
	return t
}

// read takes indicators out of the cube, region by region.
func (t *table) read(indicators []int) {
	for k := range t.columns {
		clear(t.columns[k].known)
	}
	for at, r := range t.regions {
		for k, i := range indicators {
			c, row := &t.columns[k], t.m.Cube.Row(r, 0, i)
			for p := range row {
				v, known := row.At(p).Value()
				if !known {
					v = math.NaN()
				}
				c.figures[p][at] = v
				c.known[p] = c.known[p] || known
			}
		}
	}
}

// findJumps lists all jumps, the largest first.
func findJumps(m *model.Monitor) []Jump {
	var of [model.LevelCount][]int
	for r := range m.Regions {
		of[m.Regions[r].Level] = append(of[m.Regions[r].Level], r)
	}
	var indicators []int
	for i := range m.Indicators {
		if !m.Indicators[i].Combined {
			indicators = append(indicators, i)
		}
	}
	var list []Jump
	for level := model.Municipality; level <= model.Neighbourhood; level++ {
		t := newTable(m, level, of[level])
		for some := range slices.Chunk(indicators, together) {
			t.read(some)
			for k, i := range some {
				list = append(list, t.jumpsOf(&t.columns[k], i)...)
			}
		}
	}
	slices.SortFunc(list, func(a, b Jump) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Region, b.Region), cmp.Compare(a.To, b.To))
	})
	return list
}

// jumpsOf lists those of an indicator, between each two years that follow each
// other and have figures.
func (t *table) jumpsOf(c *column, indicator int) (list []Jump) {
	last := -1
	for p := range t.m.Periods {
		if last >= 0 && !slices.Contains(t.m.Indicators[indicator].Breaks, p) {
			list = append(list, t.jumps(c, indicator, last, p)...)
		}
		if c.known[p] {
			last = p
		}
	}
	return list
}

// jumps lists those between two years.
func (t *table) jumps(c *column, indicator, from, to int) []Jump {
	ind, changes := &t.m.Indicators[indicator], t.changes[:0]
	before, after := c.figures[from], c.figures[to]
	for k, r := range t.regions {
		a, b := before[k], after[k]
		if a != a || b != b {
			continue
		}
		if changed, ok := changeOf(ind, t.level, a, b); ok {
			changed.region = r
			changes = append(changes, changed)
		}
	}
	t.changes = changes
	if len(changes) < fewestPeers {
		return nil
	}
	sizes := t.sizes[:0]
	for i := range changes {
		sizes = append(sizes, changes[i].size)
	}
	t.sizes = sizes
	middle := median(sizes)
	for i := range changes {
		sizes[i] = math.Abs(changes[i].size - middle)
	}
	usual := median(sizes)
	var list []Jump
	for _, one := range changes {
		away := math.Abs(one.size-middle) - one.rounding
		if floor := max(usual, one.rounding/2, 1e-9); away > JumpTimes*floor {
			list = append(list, Jump{Region: one.region, Indicator: indicator, From: from, To: to, Before: one.before, After: one.after, Times: away / floor})
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
