package geo

import "container/heap"

// leastArea is the smallest triangle that stays, in square units: a corner that
// sticks out about one unit.
const leastArea = 1.2

// simplify takes from each arc the points that matter least, after Visvalingam
// and Whyatt, The Cartographic Journal 30 (1993): time and again the point that
// makes the smallest triangle with the two beside it, until all that are left
// are large. The ends stay, and of a closed arc at least a triangle.
func (t *topology) simplify(area float64) {
	limit := int64(2 * area * fine * fine)
	for i, arc := range t.arcs {
		t.arcs[i] = thin(arc, limit)
	}
}

// thin simplifies one arc; limit is twice an area in square steps.
func thin(arc []point, limit int64) []point {
	least := 2
	if arc[0] == arc[len(arc)-1] {
		least = 4
	}
	if len(arc) <= least {
		return arc
	}
	h := newHeap(arc)
	left := len(arc)
	for floor := int64(0); left > least && len(h.order) > 0; left-- {
		i := heap.Pop(h).(int)
		floor = max(floor, h.area[i]) // a triangle counts at least as those that went
		if floor >= limit {
			break
		}
		before, after := h.before[i], h.after[i]
		h.after[before], h.before[after], h.gone[i] = after, before, true
		h.measure(before)
		h.measure(after)
	}
	kept := make([]point, 0, left)
	for i, p := range arc {
		if !h.gone[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// A triangles is a heap of the inner points of an arc by the triangle that each
// makes with the two beside it; the earlier point goes first when two are equal.
type triangles struct {
	arc           []point
	before, after []int
	gone          []bool
	area          []int64 // twice the area
	order, at     []int
}

func newHeap(arc []point) *triangles {
	n := len(arc)
	h := &triangles{arc: arc, before: make([]int, n), after: make([]int, n), gone: make([]bool, n), area: make([]int64, n), at: make([]int, n)}
	for i := range arc {
		h.before[i], h.after[i], h.at[i] = i-1, i+1, -1
	}
	for i := 1; i < n-1; i++ {
		h.area[i] = h.twice(i)
		h.at[i] = len(h.order)
		h.order = append(h.order, i)
	}
	heap.Init(h)
	return h
}

// measure puts a point in its new place; the ends have none.
func (h *triangles) measure(i int) {
	if h.at[i] >= 0 {
		h.area[i] = h.twice(i)
		heap.Fix(h, h.at[i])
	}
}

func (h *triangles) twice(i int) int64 {
	a, b, c := h.arc[h.before[i]], h.arc[i], h.arc[h.after[i]]
	v := int64(b.x-a.x)*int64(c.y-a.y) - int64(c.x-a.x)*int64(b.y-a.y)
	return max(v, -v)
}

func (h *triangles) Len() int { return len(h.order) }

func (h *triangles) Less(i, j int) bool {
	a, b := h.order[i], h.order[j]
	return h.area[a] < h.area[b] || h.area[a] == h.area[b] && a < b
}

func (h *triangles) Swap(i, j int) {
	h.order[i], h.order[j] = h.order[j], h.order[i]
	h.at[h.order[i]], h.at[h.order[j]] = i, j
}

// Push is never called: all points are there from the start.
func (h *triangles) Push(any) {}

// Pop takes the last of the order.
func (h *triangles) Pop() any {
	last := len(h.order) - 1
	i := h.order[last]
	h.order, h.at[i] = h.order[:last], -1
	return i
}
