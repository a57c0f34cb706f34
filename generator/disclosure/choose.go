package disclosure

import "math"

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
