package geo

import "slices"

// A topology is the rings of a map as arcs that they share.
type topology struct {
	shapes [][][]point // region → ring → points, closed
	refs   [][][]int   // region → ring → arcs; ^i is arc i backwards
	arcs   [][]point
	index  map[ends][]int
}

// ends finds an arc that was kept before.
type ends struct {
	first, second, last point
	n                   int
}

func newTopology() *topology { return &topology{index: map[ends][]int{}} }

func (t *topology) add(rings [][]point) { t.shapes = append(t.shapes, rings) }

// cut divides every ring at the junctions, and keeps each arc once.
func (t *topology) cut() {
	junction := t.junctions()
	t.refs = make([][][]int, len(t.shapes))
	for i, rings := range t.shapes {
		for _, ring := range rings {
			t.refs[i] = append(t.refs[i], t.cutRing(ring, junction))
		}
	}
}

// junctions finds the points where borders meet or part: those that have other
// neighbours on one ring than on another.
func (t *topology) junctions() map[point]bool {
	beside := map[point][2]point{}
	junction := map[point]bool{}
	for _, rings := range t.shapes {
		for _, ring := range rings {
			n := len(ring) - 1 // the last point is the first
			for i := range n {
				before, after := ring[(i+n-1)%n], ring[i+1]
				if less(after, before) {
					before, after = after, before
				}
				pair := [2]point{before, after}
				if known, ok := beside[ring[i]]; !ok {
					beside[ring[i]] = pair
				} else if known != pair {
					junction[ring[i]] = true
				}
			}
		}
	}
	return junction
}

// cutRing turns a ring so that it starts at a junction, else at its least
// point, so that an island and the hole around it start alike.
func (t *topology) cutRing(ring []point, junction map[point]bool) []int {
	open := ring[:len(ring)-1]
	start := slices.IndexFunc(open, func(p point) bool { return junction[p] })
	if start < 0 {
		start = slices.Index(open, slices.MinFunc(open, compare))
	}
	turned := append(append(append(make([]point, 0, len(ring)), open[start:]...), open[:start]...), open[start])
	var refs []int
	from := 0
	for i := 1; i < len(turned); i++ {
		if i == len(turned)-1 || junction[turned[i]] {
			refs = append(refs, t.keep(turned[from:i+1]))
			from = i
		}
	}
	return refs
}

// keep returns the number of an arc, ^number when it was kept the other way.
func (t *topology) keep(arc []point) int {
	back := backwards(arc)
	if back {
		arc = slices.Clone(arc)
		slices.Reverse(arc)
	}
	key := ends{arc[0], arc[1], arc[len(arc)-1], len(arc)}
	number := -1
	for _, i := range t.index[key] {
		if slices.Equal(t.arcs[i], arc) {
			number = i
		}
	}
	if number < 0 {
		number = len(t.arcs)
		t.arcs = append(t.arcs, arc)
		t.index[key] = append(t.index[key], number)
	}
	if back {
		return ^number
	}
	return number
}

// backwards tells whether the arc, read from its end, comes first.
func backwards(arc []point) bool {
	for i, j := 0, len(arc)-1; i < j; i, j = i+1, j-1 {
		if arc[i] != arc[j] {
			return less(arc[j], arc[i])
		}
	}
	return false
}

func less(a, b point) bool { return a.x < b.x || a.x == b.x && a.y < b.y }

func compare(a, b point) int {
	switch {
	case less(a, b):
		return -1
	case less(b, a):
		return 1
	}
	return 0
}
