package disclosure

import "slices"

// A move is the half of a transfer that concerns groups: every node of plus
// gains what every node of minus loses. Each begins at its end, the smallest
// group, and goes up to below the group that both are part of. A node that
// adds up to nothing needs no minus.
type move struct {
	plus, minus []int
}

// planMoves lists, for each node, the moves that raise it, the shortest way up
// first.
func (t *table) planMoves() {
	t.moves = make([][]move, len(t.nodes))
	for n := range t.nodes {
		way := []int{n} // from n up to below the shared group
		for {
			top := way[len(way)-1]
			shared := t.nodes[top].parent
			for _, end := range t.under(n) {
				plus := append(slices.Clone(end), way[1:]...)
				if shared < 0 {
					t.moves[n] = append(t.moves[n], move{plus: plus})
					continue
				}
				for _, part := range t.nodes[shared].parts {
					if part == top {
						continue
					}
					for _, minus := range t.under(part) {
						t.moves[n] = append(t.moves[n], move{plus, minus})
					}
				}
			}
			if shared < 0 {
				break
			}
			way = append(way, shared)
		}
	}
}

// under lists the ways from a node or a part of it up to the node.
func (t *table) under(n int) [][]int {
	ways := [][]int{{n}}
	for _, part := range t.nodes[n].parts {
		for _, way := range t.under(part) {
			ways = append(ways, append(way, n))
		}
	}
	return ways
}
