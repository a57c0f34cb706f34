package attack

import "math"

// propagate lets the bounds of cells tighten each other through the sums until
// nothing changes.
func (s *system) propagate(rows []row) (low, high []float64) {
	low, high = make([]float64, len(s.low)), make([]float64, len(s.high))
	copy(low, s.low)
	copy(high, s.high)
	for changed, round := true, 0; changed && round < 500; round++ {
		changed = false
		for _, r := range rows {
			for i, c := range r.cells {
				// The others of the row leave this much for the cell.
				least, most := r.low, r.high
				for j, d := range r.cells {
					if j == i {
						continue
					}
					if r.signs[j] > 0 {
						least, most = least-high[d], most-low[d]
					} else {
						least, most = least+low[d], most+high[d]
					}
				}
				if r.signs[i] < 0 {
					least, most = -most, -least
				}
				const small = 1e-7
				if !math.IsNaN(least) && least > low[c]+small {
					low[c], changed = least, true
				}
				if !math.IsNaN(most) && most < high[c]-small {
					high[c], changed = max(most, 0), true
				}
			}
		}
	}
	return low, high
}
