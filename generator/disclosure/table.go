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

// A table holds the head counts of one period: regions × columns. A column is
// the total (column 0), a group, two groups of different classifications that
// are the same people, or the rest that the parts of a group leave. Every
// classification has a tree of nodes over the columns.
type table struct {
	s       *sheet
	nodes   []node
	columns []column
	trees   int
	moves   [][]move // by column: those that raise it
	count   []float64
	sure    []float64 // count less what rounding can have added; 0 when it is not known
	state   []state
	deeper  []bool                        // the region's parts have figures of the column
	finer   []bool                        // region × node: the node's parts have figures in the region
	up      []float64                     // what transfers changed, raising the target
	down    []float64                     // the same, lowering it
	dirty   []int                         // cells that up or down differ in
	proof   func(cell int, width float64) // when not nil, is told of each certificate while both worlds stand
}

// A column is what nodes of several trees can share.
type column struct {
	groups []int // in Monitor.Groups; none for a rest
	nodes  []int // one in each tree that has it
	never  bool  // never published
}

func (t *table) at(region, column int) int { return region*len(t.columns) + column }

// newTable reads the total and all groups that are counted in the period; the
// total alone when groups is false.
func newTable(s *sheet, groups bool) *table {
	t := &table{s: s}
	t.plant(groups)
	n := len(s.m.Regions) * len(t.columns)
	t.count, t.sure, t.state, t.deeper = make([]float64, n), make([]float64, n), make([]state, n), make([]bool, n)
	t.up, t.down = make([]float64, n), make([]float64, n)
	t.finer = make([]bool, len(s.m.Regions)*len(t.nodes))
	for r := range s.m.Regions {
		for c := range t.columns {
			t.read(r, c)
		}
		for c := range t.columns {
			t.readRest(r, c)
		}
		for c := range t.columns {
			if x := t.count[t.at(r, c)]; x == x {
				t.sure[t.at(r, c)] = max(0, x-t.rounding(r)*t.sums(c))
			}
		}
	}
	for r := range s.m.Regions {
		t.look(r)
	}
	t.planMoves()
	return t
}

// read fills a cell from its groups: the first count that is known.
func (t *table) read(r, col int) {
	c := t.at(r, col)
	t.count[c] = math.NaN()
	for _, g := range t.columns[col].groups {
		if g > 0 && !t.s.m.Cube.HasGroups(r) {
			continue
		}
		i := t.s.at(r, g)
		known := t.s.people[i] == t.s.people[i]
		if known && math.IsNaN(t.count[c]) {
			t.count[c] = t.s.people[i]
		}
		switch {
		case t.columns[col].never && known:
			t.state[c] = free
		case t.columns[col].never:
		case t.s.marks[i] != open:
			t.state[c] = withheld
		case t.state[c] == nothing && (known || t.s.any(r, g)):
			t.state[c] = published
		}
	}
}

// readRest fills the cell of a rest: what the known parts leave of a group. A
// rest with an unknown part has no known count.
func (t *table) readRest(r, col int) {
	if len(t.columns[col].groups) > 0 {
		return
	}
	whole := t.nodes[t.columns[col].nodes[0]].parent
	left, split := t.count[t.at(r, t.nodes[whole].column)], false
	for _, part := range t.nodes[whole].parts {
		if part := t.nodes[part].column; part != col {
			left -= t.count[t.at(r, part)]
			split = split || t.state[t.at(r, part)] != nothing
		}
	}
	if c := t.at(r, col); split && t.state[t.at(r, t.nodes[whole].column)] != nothing {
		t.count[c], t.state[c] = max(left, 0), free
	}
}

// look notes where the parts of cells have figures of their own.
func (t *table) look(r int) {
	for c := range t.columns {
		for _, child := range t.s.m.Regions[r].Children {
			t.deeper[t.at(r, c)] = t.deeper[t.at(r, c)] || t.state[t.at(child, c)] != nothing
		}
	}
	for n := range t.nodes {
		for _, part := range t.nodes[n].parts {
			i := r*len(t.nodes) + n
			t.finer[i] = t.finer[i] || t.state[t.at(r, t.nodes[part].column)] != nothing
		}
	}
}
