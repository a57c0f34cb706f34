package disclosure

import "math"

// width returns how far apart the largest and smallest count that a reader
// holds possible for a cell must at least be: MinBase, but not more than the
// smallest published count that the cell is a part of, nor than what the parts
// of that count hold together where rounding keeps them from adding up.
func (t *table) width(r, n int) float64 {
	if x := t.count[t.at(r, n)]; x != x {
		return 0
	}
	width := float64(t.leastBase(n))
	for q := r; q >= 0; q = t.s.m.Regions[q].Parent {
		for w := n; w >= 0; w = t.nodes[w].parent {
			c := t.at(q, w)
			if x := t.count[c]; t.state[c] != published || math.IsNaN(x) || x >= 4*width {
				continue
			}
			width = min(width, t.count[c], t.held(q, w))
		}
	}
	return width
}

// held adds up the smallest cells that a cell consists of.
func (t *table) held(r, n int) float64 {
	c, sum := t.at(r, n), 0.0
	switch {
	case t.finer[c]:
		for _, part := range t.nodes[n].parts {
			sum += t.held(r, part)
		}
	case t.deeper[c]:
		for _, child := range t.s.m.Regions[r].Children {
			sum += t.held(child, n)
		}
	default:
		sum = t.sure[c]
	}
	return sum
}
