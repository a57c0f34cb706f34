package model

import "math"

// A Cube holds the figures of a Monitor: region × group × indicator × period.
// A region keeps either the whole population only or every group, so that
// 15,000 neighbourhoods without groups cost nothing. One cell is 8 bytes: the
// number, or a NaN whose payload is the State.
type Cube struct {
	groups     int
	indicators int
	periods    int
	start      []int // of each region's block in cells; one more than there are regions
	cells      []float64
}

const gapBits = 0x7ff8_0000_0000_0000

// NewCube allots a cube whose every cell is NotMeasured. withGroups tells of
// each region whether it keeps all groups or the whole population only.
func NewCube(withGroups []bool, groups, indicators, periods int) *Cube {
	c := &Cube{groups: groups, indicators: indicators, periods: periods, start: make([]int, len(withGroups)+1)}
	n := 0
	for r, all := range withGroups {
		c.start[r] = n
		if all {
			n += groups * indicators * periods
		} else {
			n += indicators * periods
		}
	}
	c.start[len(withGroups)] = n
	c.cells = make([]float64, n)
	empty := math.Float64frombits(gapBits | uint64(NotMeasured))
	for i := range c.cells {
		c.cells[i] = empty
	}
	return c
}

// HasGroups tells whether the region keeps figures of every group.
func (c *Cube) HasGroups(region int) bool {
	return c.start[region+1]-c.start[region] > c.indicators*c.periods
}

// Grow adds regions behind the last, every cell NotMeasured.
func (c *Cube) Grow(withGroups []bool) {
	more := NewCube(withGroups, c.groups, c.indicators, c.periods)
	last := len(c.cells)
	for _, start := range more.start[1:] {
		c.start = append(c.start, last+start)
	}
	c.cells = append(c.cells, more.cells...)
}

func (c *Cube) index(region, group, indicator, period int) int {
	if group > 0 && !c.HasGroups(region) {
		return -1
	}
	return c.start[region] + (group*c.indicators+indicator)*c.periods + period
}

// At returns one figure; NotMeasured for a group that the region does not keep.
func (c *Cube) At(region, group, indicator, period int) Figure {
	i := c.index(region, group, indicator, period)
	if i < 0 {
		return Gap(NotMeasured)
	}
	return unbox(c.cells[i])
}

// Set stores one figure. Setting a group that the region does not keep is a
// mistake of the caller and is ignored.
func (c *Cube) Set(region, group, indicator, period int, f Figure) {
	if i := c.index(region, group, indicator, period); i >= 0 {
		c.cells[i] = box(f)
	}
}

// Len returns how many cells the cube has.
func (c *Cube) Len() int { return len(c.cells) }

func box(f Figure) float64 {
	if f.state == Known {
		return f.value
	}
	return math.Float64frombits(gapBits | uint64(f.state))
}

func unbox(v float64) Figure {
	if v == v {
		return Figure{value: v, state: Known}
	}
	return Figure{state: State(math.Float64bits(v) & 0xff)}
}
