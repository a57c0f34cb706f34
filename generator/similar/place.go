package similar

import (
	"fmt"
	"math"
	"slices"
)

// axes is how many directions rows have a place along: a first stretch, and one
// for rows that the first leaves near.
const axes = 2 * stretch

// A place is where a row lies along the axes. Those are of length 1 and at
// right angles, so two places are never further apart than their rows.
type place [axes]float64

// rare is of how many rows one at least must have a set of indicators for it to
// count in the core. Rows that lack some of the core are measured against all.
const rare = 100

// rounds is how often directions are turned towards those in which rows differ
// most. Any directions give the same lists; better ones sooner.
const rounds = 20

// nothing is how small a part of a direction is given up: rounding would leave
// it too far from a right angle to the others.
const nothing = 1e-6

// Rounding moves two places apart by some 1e-14 times the length of the longest
// row; blurred is ample. So two rows at x are no further than x+y, with y the
// blur, and (x+y)² is at most x²(1+loose) + y²(1+1/loose).
const blurred, loose = 1e-12, 1e-6

// arrange gives a place to the rows that have all of the core, and puts those
// first, in the order of the tree.
func (t *table) arrange() {
	core := t.core()
	var order, apart []int
	var inTree []row
	for k := range t.rows {
		if t.rows[k].covers(core) {
			order, inTree = append(order, k), append(inTree, t.rows[k])
		} else {
			apart = append(apart, k)
		}
		t.blur = max(t.blur, blurred*blurred*(1+1/loose)*dot(t.rows[k].z, t.rows[k].z))
	}
	directions := principal(covariance(inTree, core))
	places := make([]place, len(t.rows))
	for _, r := range order {
		for k, direction := range directions {
			places[r][k] = dot(direction, t.rows[r].z)
		}
	}
	t.tree = grow(order, places, 0, len(order))
	rows := t.rows
	t.rows = make([]row, 0, len(rows))
	for _, r := range slices.Concat(order, apart) {
		t.rows = append(t.rows, rows[r])
	}
	for _, r := range order {
		t.places = append(t.places, places[r])
	}
}

// core returns the columns in every set of indicators that is not rare. CBS
// withholds indicators together, so that nearly all rows have one of a few sets.
func (t *table) core() []uint64 {
	rows, core := map[string]int{}, []uint64(nil)
	for k := range t.rows {
		own := &t.rows[k]
		if own.shared(own) < t.least {
			continue
		}
		set := fmt.Sprint(own.bits)
		if rows[set]++; rows[set] != (len(t.rows)+rare-1)/rare {
			continue
		}
		if core == nil {
			core = slices.Clone(own.bits)
		}
		for w, bits := range own.bits {
			core[w] &= bits
		}
	}
	return core
}

// covers tells whether a row has all of a core. Without one there is nothing to
// have.
func (p *row) covers(core []uint64) bool {
	for w := range core {
		if p.bits[w]&core[w] != core[w] {
			return false
		}
	}
	return core != nil
}

// covariance tells how the columns of the core go together. Others stay 0, so
// that they have no part in a place: two rows need not share them.
func covariance(rows []row, core []uint64) [][]float64 {
	if len(rows) == 0 {
		return nil
	}
	width := len(rows[0].z)
	mean, away, products := make([]float64, width), make([]float64, width), make([][]float64, width)
	for k := range rows {
		for c, z := range rows[k].z {
			mean[c] += z / float64(len(rows))
		}
	}
	for c := range products {
		products[c] = make([]float64, width)
	}
	for k := range rows {
		for c, z := range rows[k].z {
			away[c] = (z - mean[c]) * float64(core[c/64]>>(c%64)&1)
		}
		for c, x := range away {
			for d, y := range away {
				products[c][d] += x * y
			}
		}
	}
	return products
}

// principal finds the directions in which a covariance is largest: the leading
// principal components, or nearly so. Those that it lacks are 0 all along.
func principal(covariance [][]float64) (directions [axes][]float64) {
	for k := range directions {
		directions[k] = make([]float64, len(covariance))
		for c := k; c < len(covariance); c += axes {
			directions[k][c] = 1
		}
	}
	for range rounds {
		for k := range directions {
			turned := make([]float64, len(covariance))
			for c := range turned {
				turned[c] = dot(covariance[c], directions[k])
			}
			before := math.Sqrt(dot(turned, turned))
			for _, other := range directions[:k] {
				along := dot(other, turned)
				for c := range turned {
					turned[c] -= along * other[c]
				}
			}
			length := math.Sqrt(dot(turned, turned))
			for c := range turned {
				if length > nothing*before {
					turned[c] /= length
				} else {
					turned[c] = 0
				}
			}
			directions[k] = turned
		}
	}
	return directions
}

func dot(x, y []float64) (sum float64) {
	for c := range x {
		sum += x[c] * y[c]
	}
	return sum
}

// within tells whether the squared distance of two places is at most a limit.
func (p *place) within(q *place, limit float64) bool {
	sum := squares((*[stretch]float64)(p[:]), (*[stretch]float64)(q[:]))
	return sum <= limit && sum+squares((*[stretch]float64)(p[stretch:]), (*[stretch]float64)(q[stretch:])) <= limit
}
