package disclosure

import (
	"math"

	"wijkmonitor/generator/model"
)

// depth is how many levels a side can have.
const depth = int(model.LevelCount)

// A side is the half of a transfer that concerns regions: a chain from below
// the region that both sides share down to the end, the smallest region.
type side struct {
	chain [depth]int
	n     int
	cost  float64 // people in pairs that would have to be withheld, and a price for each pair
	gain  room    // of the cells that gain when the target rises, if this side holds the target
	loss  room
}

// room is how far the counts of some cells can go down: in the world where the
// target was raised as far as possible so far, and in the one where it was
// lowered.
type room struct{ up, down float64 }

func (a room) min(b room) room { return room{min(a.up, b.up), min(a.down, b.down)} }

var anything = room{math.Inf(1), math.Inf(1)}

// A search looks for transfers.
type search struct {
	*table
	extend  bool // cells that are published can be withheld, at a cost
	country bool // those of the country too
	price   float64
	found   transfer // the one that is looked at
}

// start is the side without regions.
func start() side { return side{gain: anything, loss: anything} }

// step takes a region into a side; false when a cell there must not move.
func (s *search) step(a side, r int, mv *move) (side, bool) {
	ok := true
	if a.gain, ok = s.cells(r, mv.plus, a.gain, &a.cost); !ok {
		return a, false
	}
	if a.loss, ok = s.cells(r, mv.minus, a.loss, &a.cost); !ok {
		return a, false
	}
	a.chain[a.n] = r
	a.n++
	return a, true
}

// parted tells whether a group that a move ends with has parts in a region,
// which would have to move along.
func (s *search) parted(r int, mv *move) bool {
	for _, n := range mv.ends {
		if s.finer[r*len(s.nodes)+n] {
			return true
		}
	}
	return false
}

// cells adds the columns of a region to what limits a side. A cell of which
// nothing is known limits nothing: a smaller one on the way down does.
func (s *search) cells(r int, columns []int, limit room, cost *float64) (room, bool) {
	for _, col := range columns {
		c := s.at(r, col)
		switch s.state[c] {
		case nothing:
			continue
		case published:
			if !s.extend || col == 0 && len(s.columns) > 1 || r == 0 && !s.country {
				return limit, false
			}
			if x := s.table.count[c]; x == x {
				*cost += x
			}
			*cost += s.price
		}
		limit = limit.min(s.room(c))
	}
	return limit, true
}

// room returns how far a count can go down for sure; 0 when it is not known.
func (t *table) room(c int) room {
	x := t.sure[c]
	return room{max(0, x+t.up[c]), max(0, x+t.down[c])}
}

// isEnd tells whether no part of the region has to move along.
func (s *search) isEnd(r int, mv *move) bool {
	for _, columns := range [2][]int{mv.plus, mv.minus} {
		for _, c := range columns {
			if s.deeper[s.at(r, c)] {
				return false
			}
		}
	}
	return true
}

// descend calls use with each way to bring a side down to an end, until it
// returns false. A side that keep refuses is left. Both get copies: a pointer
// would put every side on the heap.
func (s *search) descend(a side, r int, mv *move, keep func(side) bool, use func(side) bool) bool {
	if s.parted(r, mv) {
		return true
	}
	a, ok := s.step(a, r, mv)
	if !ok || !keep(a) {
		return true
	}
	if s.isEnd(r, mv) {
		for _, n := range mv.ends {
			if s.state[s.at(r, s.nodes[n].column)] == nothing {
				return true
			}
		}
		return use(a)
	}
	for _, child := range s.s.m.Regions[r].Children {
		if !s.descend(a, child, mv, keep, use) {
			return false
		}
	}
	return true
}
