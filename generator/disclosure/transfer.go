package disclosure

import "math"

// A transfer moves people between the cells of its regions and columns.
type transfer struct {
	here, there side // here holds the target; there is empty when the country's sum is not published
	mv          *move
}

// cost is what withholding its published cells costs.
func (x *transfer) cost() float64 { return x.here.cost + x.there.cost }

// room returns how far it can raise and lower the target from where the two
// worlds are.
func (x *transfer) room() room {
	return room{
		up:   min(x.here.loss.up, x.there.gain.up),
		down: min(x.here.gain.down, x.there.loss.down),
	}
}

// each calls f with every cell that moves and the sign of its change when the
// target rises.
func (t *table) each(x *transfer, f func(cell int, sign float64)) {
	for i, a := range [2]*side{&x.here, &x.there} {
		sign := float64(1 - 2*i)
		for _, r := range a.chain[:a.n] {
			for _, n := range x.mv.plus {
				f(t.at(r, n), sign)
			}
			for _, n := range x.mv.minus {
				f(t.at(r, n), -sign)
			}
		}
	}
}

// apply moves as many people as fit, at most those wanted, in both worlds, and
// returns how many it raised and lowered the target.
func (t *table) apply(x *transfer, want room) room {
	fit := want
	t.each(x, func(c int, sign float64) {
		if t.state[c] == nothing {
			return
		}
		if sign < 0 {
			fit.up = min(fit.up, t.room(c).up)
		} else {
			fit.down = min(fit.down, t.room(c).down)
		}
	})
	if fit.up <= 0 && fit.down <= 0 {
		return room{}
	}
	t.each(x, func(c int, sign float64) {
		t.up[c] += sign * fit.up
		t.down[c] -= sign * fit.down
		t.dirty = append(t.dirty, c)
	})
	return fit
}

// reset brings both worlds back to the one that was read.
func (t *table) reset() {
	for _, c := range t.dirty {
		t.up[c], t.down[c] = 0, 0
	}
	t.dirty = t.dirty[:0]
}

// partners calls use with each transfer that raises the cell (r, n), those
// between near regions first, until it returns false. A half whose cost or room
// keep refuses is not completed; stop is asked after each distance.
func (s *search) partners(r, n int, keep func(cost float64, up, down float64) bool, use func(*transfer) bool, stop func() bool) {
	regions := s.s.m.Regions
	for top := r; ; top = regions[top].Parent {
		for i := range s.moves[n] {
			if !s.along(r, top, &s.moves[n][i], keep, use) {
				return
			}
		}
		if stop() || regions[top].Parent < 0 {
			return
		}
	}
}

// along walks the transfers of one move between a region below or at r and one
// beside top, an ancestor of r or r itself.
func (s *search) along(r, top int, mv *move, keep func(cost, up, down float64) bool, use func(*transfer) bool) bool {
	regions := s.s.m.Regions
	var way [depth]int
	n := 0
	for a := r; ; a = regions[a].Parent {
		way[n] = a
		n++
		if a == top {
			break
		}
	}
	first := start()
	for i := n - 1; i > 0; i-- {
		ok := false
		if first, ok = s.step(first, way[i], mv); !ok || s.parted(way[i], mv) {
			return true
		}
	}
	x := &s.found
	*x = transfer{mv: mv}
	keepThere := func(there side) bool {
		return keep(x.here.cost+there.cost, math.Min(x.here.loss.up, there.gain.up), math.Min(x.here.gain.down, there.loss.down))
	}
	useThere := func(there side) bool {
		x.there = there
		return use(x)
	}
	return s.descend(first, r, mv, func(a side) bool {
		return keep(a.cost, a.loss.up, a.gain.down)
	}, func(here side) bool {
		x.here = here
		if top == 0 {
			return useThere(side{gain: anything, loss: anything})
		}
		for _, beside := range regions[regions[top].Parent].Children {
			if beside != top && !s.descend(start(), beside, mv, keepThere, useThere) {
				return false
			}
		}
		return true
	})
}
