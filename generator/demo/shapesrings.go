package demo

import "strconv"

// appendPolygons writes rings as polygons: each outline with the holes in it.
func appendPolygons(b []byte, rings [][]int, corners []corner) []byte {
	first := true
	for _, outline := range rings {
		if signedArea(outline, corners) < 0 {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = appendRing(append(b, '['), outline, corners)
		for _, hole := range rings {
			if signedArea(hole, corners) < 0 && inside(corners[hole[0]], outline, corners) {
				b = appendRing(append(b, ','), hole, corners)
			}
		}
		b = append(b, ']')
	}
	return b
}

func appendRing(b []byte, ring []int, corners []corner) []byte {
	b = append(b, '[')
	for i := range len(ring) + 1 {
		if i > 0 {
			b = append(b, ',')
		}
		c := corners[ring[i%len(ring)]]
		b = append(strconv.AppendFloat(append(strconv.AppendFloat(append(b, '['), c.x, 'f', 0, 64), ','), c.y, 'f', 0, 64), ']')
	}
	return append(b, ']')
}

// signedArea is positive for a ring against the clock.
func signedArea(ring []int, corners []corner) (sum float64) {
	for i := range ring {
		a, b := corners[ring[i]], corners[ring[(i+1)%len(ring)]]
		sum += float64(a.x*b.y) - float64(b.x*a.y)
	}
	return sum
}

// inside tells whether a point lies within a ring.
func inside(p corner, ring []int, corners []corner) (in bool) {
	for i := range ring {
		a, b := corners[ring[i]], corners[ring[(i+1)%len(ring)]]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+float64((b.x-a.x)*(p.y-a.y))/(b.y-a.y) {
			in = !in
		}
	}
	return in
}
