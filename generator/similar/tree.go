package similar

import (
	"cmp"
	"math"
	"slices"
)

// crowd is how many rows a node may have that is not halved.
const crowd = 32

// sides is along how many axes a node has a box: rows differ too little along
// the others for a box to be far away.
const sides = 4

// A node is a part of the rows whose places lie together, and the box around
// those.
type node struct {
	from, to  int // of the rows
	low, high [sides]float64
	halves    []node // none of a small one
}

// grow puts a part of an order in the order of its node, which it halves across
// the longest side.
func grow(order []int, places []place, from, to int) node {
	n, side := node{from: from, to: to}, 0
	for k := range sides {
		n.low[k], n.high[k] = math.Inf(1), math.Inf(-1)
		for _, r := range order[from:to] {
			n.low[k], n.high[k] = min(n.low[k], places[r][k]), max(n.high[k], places[r][k])
		}
		if n.high[k]-n.low[k] > n.high[side]-n.low[side] {
			side = k
		}
	}
	if to-from > crowd {
		slices.SortFunc(order[from:to], func(a, b int) int {
			return cmp.Or(cmp.Compare(places[a][side], places[b][side]), a-b)
		})
		half := (from + to) / 2
		n.halves = []node{grow(order, places, from, half), grow(order, places, half, to)}
	}
	return n
}

// away is the square of how far a place is from the box of a node.
func (n *node) away(p *place) (sum float64) {
	for k := range sides {
		if d := n.low[k] - p[k]; d > 0 {
			sum += d * d
		} else if d := p[k] - n.high[k]; d > 0 {
			sum += d * d
		}
	}
	return sum
}

// A search finds the rows nearest to one.
type search struct {
	*table
	row   int
	place *place // of the row; if it has none any will do, for there is no limit
	list  []near
	limit float64 // on the squared distance of places: what is above it is too far
	seen  int     // how many boxes and rows it looked at
}

// nearest finds the list of one row.
func (t *table) nearest(a int) *search {
	s := &search{table: t, row: a, place: &place{}, list: make([]near, 0, Most+1), limit: math.Inf(1)}
	if a < len(t.places) {
		s.place = &t.places[a]
	}
	s.visit(&t.tree)
	for b := len(t.places); b < len(t.rows); b++ {
		s.look(b)
	}
	return s
}

// visit looks through a node, the nearest half first: the list is good soon,
// and the halves and rows that are too far by then are passed by.
func (s *search) visit(n *node) {
	if n.halves == nil {
		for b := n.from; b < n.to; b++ {
			if s.place.within(&s.places[b], s.limit) {
				s.look(b)
			} else {
				s.seen++
			}
		}
		return
	}
	s.seen += 2
	first, second := &n.halves[0], &n.halves[1]
	least, far := first.away(s.place), second.away(s.place)
	if far < least {
		first, second, least, far = second, first, far, least
	}
	if least <= s.limit {
		s.visit(first)
	}
	if far <= s.limit {
		s.visit(second)
	}
}

// look measures a row. The limit is a sum, not a mean, over as many indicators
// as two rows can share at most.
func (s *search) look(b int) {
	s.seen++
	if b == s.row {
		return
	}
	enough := math.Inf(1)
	if len(s.list) == Most {
		enough = s.list[Most-1].mean
	}
	mean, shared, ok := s.measure(s.row, b, enough)
	if !ok {
		return
	}
	s.list = s.offer(s.list, near{b, mean, shared})
	if s.row < len(s.places) && len(s.list) == Most {
		s.limit = s.list[Most-1].mean*s.whole*(1+loose) + s.blur
	}
}
