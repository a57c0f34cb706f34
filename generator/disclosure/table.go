package disclosure

import "math"

// A state says what a reader of the site knows of a cell.
type state uint8

const (
	nothing   state = iota // no figure was read: nothing to keep, nothing to move
	published              // must stay as it is
	withheld               // may be moved
	free                   // never published: may be moved
)

// A node is a column: a group, or the rest that the parts of a group leave.
type node struct {
	group  int // index in Monitor.Groups; −1 for a rest
	parent int // the node that it adds up to; −1 for none
	parts  []int
	never  bool // never published
}

// A table holds the head counts of the total and one classification in one
// period: regions × nodes. Node 0 is the total.
type table struct {
	s       *sheet
	nodes   []node
	moves   [][]move // by node: those that raise it
	count   []float64
	sure    []float64 // count less what rounding can have added; 0 when it is not known
	state   []state
	deeper  []bool // the region's parts have figures of the node
	finer   []bool // the node's parts have figures in the region
	up      []float64
	down    []float64                     // what transfers changed, raising and lowering the target
	dirty   []int                         // cells that up or down differ in
	proof   func(cell int, width float64) // when not nil, is told of each certificate while both worlds stand
	widened int                           // cells withheld because no choice was left
}

func (t *table) at(region, node int) int { return region*len(t.nodes) + node }

// newTable reads the total and the groups of classification k that are
// counted in the period; k = −1 gives the total alone.
func newTable(s *sheet, k int) *table {
	t := &table{s: s}
	t.plant(k)
	n := len(s.m.Regions) * len(t.nodes)
	t.count, t.state = make([]float64, n), make([]state, n)
	t.deeper, t.finer = make([]bool, n), make([]bool, n)
	t.up, t.down = make([]float64, n), make([]float64, n)
	for r := range s.m.Regions {
		for i := range t.nodes {
			t.read(r, i)
		}
	}
	t.addRests()
	t.sure = make([]float64, n)
	for c, x := range t.count {
		if x == x {
			t.sure[c] = max(0, x-t.rounding(c/len(t.nodes)))
		}
	}
	for r := range s.m.Regions {
		for i := range t.nodes {
			t.look(r, i)
		}
	}
	t.planMoves()
	return t
}

// read fills the cell of a group.
func (t *table) read(r, n int) {
	c := t.at(r, n)
	t.count[c] = math.NaN()
	node := &t.nodes[n]
	if node.group < 0 || node.group > 0 && !t.s.m.Cube.HasGroups(r) {
		return
	}
	i := t.s.at(r, node.group)
	t.count[c] = t.s.people[i]
	known := t.count[c] == t.count[c]
	switch {
	case node.never && known:
		t.state[c] = free
	case node.never:
	case t.s.marks[i] != open:
		t.state[c] = withheld
	case known || t.s.any(r, node.group):
		t.state[c] = published
	}
}

// addRests fills the rests, and gives them room in the cells: what the known
// parts leave of a group. A rest with an unknown part has no known count.
func (t *table) addRests() {
	for n := range t.nodes {
		if t.nodes[n].group >= 0 {
			continue
		}
		whole := t.nodes[n].parent
		for r := range t.s.m.Regions {
			left, split := t.count[t.at(r, whole)], false
			for _, part := range t.nodes[whole].parts {
				if part != n {
					left -= t.count[t.at(r, part)]
					split = split || t.state[t.at(r, part)] != nothing
				}
			}
			if split && t.state[t.at(r, whole)] != nothing {
				t.count[t.at(r, n)], t.state[t.at(r, n)] = max(left, 0), free
			}
		}
	}
}

// look notes where the parts of a cell have figures of their own.
func (t *table) look(r, n int) {
	c := t.at(r, n)
	for _, child := range t.s.m.Regions[r].Children {
		t.deeper[c] = t.deeper[c] || t.state[t.at(child, n)] != nothing
	}
	for _, part := range t.nodes[n].parts {
		t.finer[c] = t.finer[c] || t.state[t.at(r, part)] != nothing
	}
}
