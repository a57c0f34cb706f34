package geo

import "strconv"

// smallRing is the area, in square units, below which an islet or a lake is
// left out, unless it is the largest part of its region.
const smallRing = 3

// path writes a region as SVG path data: a move and relative lines per ring, in
// whole units.
func (t *topology) path(region int) string {
	var rings [][]point
	largest, size := -1, int64(-1)
	for _, refs := range t.refs[region] {
		ring := t.whole(refs)
		if a := twiceArea(ring); a > size {
			largest, size = len(rings), a
		}
		rings = append(rings, ring)
	}
	var b []byte
	for i, ring := range rings {
		if i == largest || twiceArea(ring) >= 2*smallRing {
			b = appendRing(b, ring)
		}
	}
	return string(b)
}

// whole joins the arcs of a ring in whole units. A place is rounded alike on
// both sides of a border.
func (t *topology) whole(refs []int) []point {
	var ring []point
	add := func(p point) {
		p = point{units(p.x), units(p.y)}
		if len(ring) == 0 || ring[len(ring)-1] != p {
			ring = append(ring, p)
		}
	}
	for _, ref := range refs {
		if ref >= 0 {
			for _, p := range t.arcs[ref] {
				add(p)
			}
			continue
		}
		arc := t.arcs[^ref]
		for i := len(arc) - 1; i >= 0; i-- {
			add(arc[i])
		}
	}
	return ring
}

func units(steps int32) int32 { return (steps + fine/2) / fine }

func appendRing(b []byte, ring []point) []byte {
	if n := len(ring); n > 1 && ring[0] == ring[n-1] {
		ring = ring[:n-1] // Z closes it
	}
	b = pair(append(b, 'M'), ring[0].x, ring[0].y)
	for i := 1; i < len(ring); i++ {
		if i == 1 {
			b = append(b, 'l')
		} else if ring[i].x >= ring[i-1].x {
			b = append(b, ' ') // a minus sign separates by itself
		}
		b = pair(b, ring[i].x-ring[i-1].x, ring[i].y-ring[i-1].y)
	}
	return append(b, 'z')
}

func pair(b []byte, x, y int32) []byte {
	b = strconv.AppendInt(b, int64(x), 10)
	if y >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

// twiceArea returns twice the area within a ring.
func twiceArea(ring []point) (sum int64) {
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += int64(a.x)*int64(b.y) - int64(b.x)*int64(a.y)
	}
	return max(sum, -sum)
}
