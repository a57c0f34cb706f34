package disclosure

import (
	"wijkmonitor/generator/model"
)

// solve withholds pairs until every withheld cell has a certificate, large
// regions first. It returns how many cells nothing could protect.
func (t *table) solve() (open int) {
	proved := make([]float64, len(t.state))
	failed := map[int]bool{}
	for {
		queue := t.lacking(proved)
		if len(queue) == 0 {
			return t.recheck(failed)
		}
		for len(queue) > 0 {
			c := queue[0]
			queue = queue[1:]
			proved[c] = t.width(c/len(t.columns), c%len(t.columns))
			added, ok := t.secure(c/len(t.columns), c%len(t.columns), proved[c])
			queue = append(queue, added...)
			failed[c] = !ok
			proved[c]++ // above 0, and above what it would be now
		}
	}
}

// recheck counts the cells that still have no certificate with all that was
// withheld after they failed.
func (t *table) recheck(failed map[int]bool) (open int) {
	for c := range t.state {
		if !failed[c] {
			continue
		}
		r, n := c/len(t.columns), c%len(t.columns)
		if _, met := t.certificate(r, n, t.width(r, n), true); !met {
			open++
		} else if t.proof != nil {
			t.proof(c, t.width(r, n))
		}
		t.reset()
	}
	return open
}

// lacking lists the withheld cells that have no certificate, or that need a
// wider one since a count that bounded them was withheld.
func (t *table) lacking(proved []float64) (queue []int) {
	for l := range model.LevelCount {
		for r := range t.s.m.Regions {
			if t.s.m.Regions[r].Level != l {
				continue
			}
			for n := range t.columns {
				c := t.at(r, n)
				if t.state[c] == withheld && (n > 0) == (len(t.columns) > 1) && t.width(r, n)+1 > proved[c] {
					queue = append(queue, c)
				}
			}
		}
	}
	return queue
}

// secure withholds what the cell (r, n) needs for a certificate, and returns
// which cells that were.
func (t *table) secure(r, n int, width float64) (added []int, ok bool) {
	if x := t.count[t.at(r, n)]; x == x && width <= 0 {
		return nil, true // published totals leave nothing to protect: nobody lives there
	}
	for resort := 0; ; {
		have, met := t.certificate(r, n, width, resort > 0)
		if met {
			if t.proof != nil {
				t.proof(t.at(r, n), width)
			}
			t.reset()
			return added, true
		}
		x, found := t.choose(r, n, width-have, r == 0 || resort > 1)
		t.reset()
		if found {
			t.each(&x, func(c int, _ float64) {
				if t.state[c] == published {
					t.state[c] = withheld
					added = append(added, c)
				}
			})
			continue
		}
		resort++
		switch {
		case resort == 1 && r > 0:
			added = append(added, t.widen(t.s.m.Regions[r].Municipality)...)
		case resort == 3:
			added = append(added, t.widen(-1)...)
		case resort > 3:
			return added, false
		}
	}
}

// certificate moves people through withheld cells only, and leaves the two
// worlds that it reached: one with the cell raised, one with it lowered. It
// returns how far they are apart, and whether that is enough. A cell without a
// known count needs no width, but does need a transfer. With again it goes round
// until nothing moves.
func (t *table) certificate(r, n int, width float64, again bool) (have float64, met bool) {
	s := search{table: t}
	exists := false
	for before := -1.0; before < 0 || again && have > before && have < width; {
		before = have // what a transfer brings to a cell, another can take further
		s.partners(r, n, func(_, up, down float64) bool {
			return up > 0 || down > 0 || !exists
		}, func(x *transfer) bool {
			exists = true
			fit := t.apply(x, room{width, width})
			have += fit.up + fit.down
			return have < width
		}, func() bool { return exists && have >= width })
	}
	return have, exists && have >= width
}
