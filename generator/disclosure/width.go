package disclosure

import "math"

// width returns how far apart the largest and smallest count that a reader
// holds possible for a cell must at least be: MinBase, but not more than the
// smallest published count that the cell is a part of, nor than what the parts
// of that count hold together where rounding keeps them from adding up. A cell
// without a known count needs no width.
func (t *table) width(r, col int) float64 {
	if x := t.count[t.at(r, col)]; x != x {
		return 0
	}
	width := t.leastBase(col)
	for _, n := range t.columns[col].nodes {
		for w := n; w >= 0; w = t.nodes[w].parent {
			for q := r; q >= 0; q = t.s.m.Regions[q].Parent {
				c := t.at(q, t.nodes[w].column)
				if x := t.count[c]; t.state[c] == published && !math.IsNaN(x) && x < 4*width {
					width = min(width, x, t.held(q, w))
				}
			}
		}
	}
	return width
}

// leastBase is the largest MinBase of a column's groups.
func (t *table) leastBase(col int) float64 {
	least := 0
	for _, g := range t.columns[col].groups {
		least = max(least, t.s.m.Groups[g].MinBase)
	}
	return float64(least)
}

// held adds up the smallest cells that a node in a region consists of.
func (t *table) held(r, n int) float64 {
	c, sum := t.at(r, t.nodes[n].column), 0.0
	switch {
	case t.finer[r*len(t.nodes)+n]:
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
