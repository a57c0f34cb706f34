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
	cells      [][]float64 // of each region: group × indicator × period, or indicator × period
}

const gapBits = 0x7ff8_0000_0000_0000

// NewCube allots a cube whose every cell is NotMeasured. withGroups tells of
// each region whether it keeps all groups or the whole population only.
func NewCube(withGroups []bool, groups, indicators, periods int) *Cube {
	c := &Cube{groups: groups, indicators: indicators, periods: periods}
	c.Grow(withGroups)
	return c
}

// Grow adds regions behind the last, every cell NotMeasured.
func (c *Cube) Grow(withGroups []bool) {
	one := c.indicators * c.periods
	total := 0
	for _, all := range withGroups {
		total += c.size(all, one)
	}
	room := make([]float64, total)
	empty := math.Float64frombits(gapBits | uint64(NotMeasured))
	for i := range room {
		room[i] = empty
	}
	for _, all := range withGroups {
		n := c.size(all, one)
		c.cells = append(c.cells, room[:n:n])
		room = room[n:]
	}
}

func (c *Cube) size(withGroups bool, one int) int {
	if withGroups {
		return c.groups * one
	}
	return one
}

// HasGroups tells whether the region keeps figures of every group.
func (c *Cube) HasGroups(region int) bool {
	return len(c.cells[region]) > c.indicators*c.periods
}

// cell returns the place of a figure; nil for a group that the region does not
// keep.
func (c *Cube) cell(region, group, indicator, period int) *float64 {
	i := (group*c.indicators+indicator)*c.periods + period
	if all := c.cells[region]; i < len(all) || group == 0 {
		return &all[i]
	}
	return nil
}

// At returns one figure; NotMeasured for a group that the region does not keep.
func (c *Cube) At(region, group, indicator, period int) Figure {
	if at := c.cell(region, group, indicator, period); at != nil {
		return unbox(*at)
	}
	return Gap(NotMeasured)
}

// A Row is the figures of one region, group and indicator, which lie beside
// each other; not to be changed.
type Row []float64

// Row returns the figures of all periods, for what reads several of them; none
// for a group that the region does not keep.
func (c *Cube) Row(region, group, indicator int) Row {
	i := (group*c.indicators + indicator) * c.periods
	if all := c.cells[region]; i < len(all) {
		return all[i : i+c.periods]
	}
	return nil
}

// At returns the figure of a period.
func (r Row) At(period int) Figure { return unbox(r[period]) }

// Set stores one figure. Setting a group that the region does not keep is a
// mistake of the caller and is ignored.
func (c *Cube) Set(region, group, indicator, period int, f Figure) {
	if at := c.cell(region, group, indicator, period); at != nil {
		*at = box(f)
	}
}

// Len returns how many cells the cube has.
func (c *Cube) Len() (n int) {
	for _, all := range c.cells {
		n += len(all)
	}
	return n
}

// Cells returns the cells of a region as bits, to compare or hash; not to be
// changed.
func (c *Cube) Cells(region int) []float64 { return c.cells[region] }

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
