package disclosure

import "slices"

// A move is the half of a transfer that concerns groups: every column of plus
// gains what every column of minus loses. In a tree it goes from an end, the
// smallest group, up to below the group that both ends are part of. A node
// that adds up to nothing needs no minus. A move that touches columns of other
// trees goes on there.
type move struct {
	plus, minus []int // columns
	ends        []int // nodes
}

// planMoves lists, for each column, the moves that raise it, the shortest way
// up first.
func (t *table) planMoves() {
	t.moves = make([][]move, len(t.columns))
	all := make([][]move, t.trees)
	for n := range t.nodes {
		for _, mv := range t.raising(n) {
			if mv.ends[0] == n {
				all[t.nodes[n].tree] = append(all[t.nodes[n].tree], mv)
			}
		}
	}
	for c := range t.columns {
		n := t.columns[c].nodes[0]
		for _, mv := range t.raising(n) {
			t.moves[c] = append(t.moves[c], t.complete(mv, 0, t.nodes[n].tree, all)...)
		}
	}
}

// raising lists the moves within its tree that raise a node.
func (t *table) raising(n int) (moves []move) {
	way := []int{n} // from n up to below the shared group
	for {
		top := way[len(way)-1]
		shared := t.nodes[top].parent
		for _, end := range t.under(n) {
			plus := append(slices.Clone(end), way[1:]...)
			if shared < 0 {
				moves = append(moves, move{plus: t.columnsOf(plus), ends: plus[:1]})
				continue
			}
			for _, part := range t.nodes[shared].parts {
				if part == top {
					continue
				}
				for _, minus := range t.under(part) {
					moves = append(moves, move{t.columnsOf(plus), t.columnsOf(minus), []int{plus[0], minus[0]}})
				}
			}
		}
		if shared < 0 {
			return moves
		}
		way = append(way, shared)
	}
}

// under lists the ways from a node or a part of it up to the node.
func (t *table) under(n int) [][]int {
	ways := [][]int{{n}}
	for _, part := range t.nodes[n].parts {
		for _, way := range t.under(part) {
			ways = append(ways, append(slices.Clone(way), n))
		}
	}
	return ways
}

func (t *table) columnsOf(nodes []int) []int {
	columns := make([]int, len(nodes))
	for i, n := range nodes {
		columns[i] = t.nodes[n].column
	}
	return columns
}

// complete carries a move on into the trees from the given one, but not into
// its own: there the columns that they share must change in the same way.
func (t *table) complete(mv move, tree, own int, all [][]move) (moves []move) {
	if tree == t.trees {
		return []move{mv}
	}
	if tree == own || !t.touches(mv, tree) {
		return t.complete(mv, tree+1, own, all)
	}
	for _, other := range all[tree] {
		if !t.agree(mv, other, tree) {
			continue
		}
		both := move{slices.Clone(mv.plus), slices.Clone(mv.minus), slices.Concat(mv.ends, other.ends)}
		for _, c := range other.plus {
			if !slices.Contains(both.plus, c) {
				both.plus = append(both.plus, c)
			}
		}
		for _, c := range other.minus {
			if !slices.Contains(both.minus, c) {
				both.minus = append(both.minus, c)
			}
		}
		moves = append(moves, t.complete(both, tree+1, own, all)...)
	}
	return moves
}

// in tells whether a column has a node in a tree.
func (t *table) in(column, tree int) bool {
	return slices.ContainsFunc(t.columns[column].nodes, func(n int) bool { return t.nodes[n].tree == tree })
}

func (t *table) touches(mv move, tree int) bool {
	in := func(c int) bool { return t.in(c, tree) }
	return slices.ContainsFunc(mv.plus, in) || slices.ContainsFunc(mv.minus, in)
}

// agree tells whether a move within a tree changes the columns that it shares
// as a move from elsewhere does.
func (t *table) agree(mv, other move, tree int) bool {
	for c := range t.columns {
		if len(t.columns[c].nodes) > 1 && t.in(c, tree) &&
			(slices.Contains(mv.plus, c) != slices.Contains(other.plus, c) || slices.Contains(mv.minus, c) != slices.Contains(other.minus, c)) {
			return false
		}
	}
	return true
}
