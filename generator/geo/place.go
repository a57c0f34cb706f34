package geo

import (
	"fmt"

	"github.com/paulmach/orb"
)

// A system is what coordinates mean.
type system uint8

const (
	wgs84 system = iota // longitude and latitude in degrees
	rdNew               // EPSG:28992: metres east and north
)

// Where a region can lie, with some room around the Netherlands: the formulas
// for RD hold for no other place.
var bounds = [...]orb.Bound{
	wgs84: {Min: orb.Point{2, 50}, Max: orb.Point{9, 55}},
	rdNew: {Min: orb.Point{-100_000, 200_000}, Max: orb.Point{400_000, 800_000}},
}

var systemNames = [...]string{"WGS84", "RD New"}

// place returns a shape in RD metres, and how many points it has. Rings that
// are no ring, with fewer than three places, are left out.
func place(shape orb.MultiPolygon, s system) (orb.MultiPolygon, int, error) {
	var placed orb.MultiPolygon
	n := 0
	for _, polygon := range shape {
		var out orb.Polygon
		for i, ring := range polygon {
			moved := make(orb.Ring, 0, len(ring)+1)
			for _, p := range ring {
				if !bounds[s].Contains(p) || p[0] != p[0] || p[1] != p[1] {
					return nil, 0, fmt.Errorf("a point at (%g, %g) in %s; %g to %g and %g to %g would be right",
						p[0], p[1], systemNames[s], bounds[s].Min[0], bounds[s].Max[0], bounds[s].Min[1], bounds[s].Max[1])
				}
				if s == wgs84 {
					p = toRD(p)
				}
				if len(moved) == 0 || moved[len(moved)-1] != p {
					moved = append(moved, p)
				}
			}
			if len(moved) > 1 && moved[0] != moved[len(moved)-1] {
				moved = append(moved, moved[0])
			}
			if len(moved) >= 4 {
				out, n = append(out, moved), n+len(moved)
			} else if i == 0 {
				break // without its outline a polygon has no holes either
			}
		}
		if len(out) > 0 {
			placed = append(placed, out)
		}
	}
	return placed, n, nil
}

// A term of a polynomial: factor × Δφ^p × Δλ^q.
type term struct {
	p, q   int
	factor float64
}

// toRD turns longitude and latitude into RD metres, to within a metre: the
// formulas of F.H. Schreutelkamp and G.L. Strang van Hees, Benaderingsformules
// voor de transformatie tussen RD- en WGS84-kaartcoördinaten, Geodesia 43
// (2001).
func toRD(p orb.Point) orb.Point {
	north, east := .36*(p[1]-52.15517440), .36*(p[0]-5.38720621)
	x := sum(north, east, []term{{0, 1, 190094.945}, {1, 1, -11832.228}, {2, 1, -114.221}, {0, 3, -32.391}, {1, 0, -0.705},
		{3, 1, -2.340}, {1, 3, -0.608}, {0, 2, -0.008}, {2, 3, 0.148}})
	y := sum(north, east, []term{{1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788},
		{0, 1, 0.433}, {2, 2, -6.439}, {1, 1, -0.032}, {0, 4, 0.092}, {1, 4, -0.054}})
	return orb.Point{155000 + x, 463000 + y}
}

func sum(north, east float64, terms []term) (total float64) {
	for _, t := range terms {
		v := t.factor
		for range t.p {
			v *= north
		}
		for range t.q {
			v *= east
		}
		total += v
	}
	return total
}
