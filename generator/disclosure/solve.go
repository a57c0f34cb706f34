package disclosure

import (
	"math"

	"wijkmonitor/generator/model"
)

// solve withholds pairs until every withheld cell has a certificate, large
// regions first. It returns how many cells nothing could protect.
func (t *table) solve() (open int) {
	proved := make([]float64, len(t.state))
	for {
		queue := t.lacking(proved)
		if len(queue) == 0 {
			return open
		}
		for len(queue) > 0 {
			c := queue[0]
			queue = queue[1:]
			proved[c] = t.width(c/len(t.columns), c%len(t.columns))
			added, ok := t.secure(c/len(t.columns), c%len(t.columns), proved[c])
			queue = append(queue, added...)
			if !ok {
				open++
			}
			proved[c]++ // above 0, and above what it would be now
		}
	}
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
		have, met := t.certificate(r, n, width)
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
// known count needs no width, but does need a transfer.
func (t *table) certificate(r, n int, width float64) (have float64, met bool) {
	s := search{table: t}
	exists := false
	s.partners(r, n, func(_, up, down float64) bool {
		return up > 0 || down > 0 || !exists
	}, func(x *transfer) bool {
		exists = true
		fit := t.apply(x, room{width, width})
		have += fit.up + fit.down
		return have < width
	}, func() bool { return exists && have >= width })
	return have, exists && have >= width
}

// choose returns the transfer through cells that are still published that
// gives the cell the width it lacks and costs least; or when none does, the one
// that gives most. Regions further away are looked at when the near ones are
// not enough.
func (t *table) choose(r, n int, lack float64, country bool) (best transfer, found bool) {
	s := search{table: t, extend: true, country: country, price: t.leastBase(n)}
	most, least := -1.0, math.Inf(1)
	s.partners(r, n, func(cost, up, down float64) bool {
		if up+down < min(lack, most) {
			return false
		}
		return most < lack || cost < least
	}, func(x *transfer) bool {
		cost, fit := x.cost(), x.room()
		gives := min(fit.up+fit.down, lack)
		if cost > 0 && (gives > most || gives == most && cost < least) && (gives > 0 || lack <= 0) {
			most, least, best, found = gives, cost, *x, true
		}
		return true
	}, func() bool { return found })
	return best, found
}

// widen withholds all groups of a municipality, or with −1 of all
// municipalities: what is left when no choice gives a certificate.
func (t *table) widen(municipality int) (added []int) {
	for r := 1; r < len(t.s.m.Regions); r++ {
		if municipality >= 0 && t.s.m.Regions[r].Municipality != municipality {
			continue
		}
		for n := 1; n < len(t.columns); n++ {
			if c := t.at(r, n); t.state[c] == published {
				t.state[c] = withheld
				added = append(added, c)
			}
		}
	}
	return added
}
