package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// middle is a point well inside the largest part of a shape, for what is drawn
// on it: its centroid, or else the middle of the widest stretch of land at that
// height, as of a horseshoe.
func middle(shape orb.MultiPolygon) orb.Point {
	var largest orb.Polygon
	most := -1.0
	for _, p := range shape {
		if area := math.Abs(planar.Area(p)); area > most {
			largest, most = p, area
		}
	}
	centre, _ := planar.CentroidArea(largest)
	if math.IsNaN(centre[0] + centre[1]) { // it has no area
		return shape.Bound().Center()
	}
	if len(largest) == 0 || planar.PolygonContains(largest, centre) {
		return centre
	}
	var edges []float64
	for _, ring := range largest {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if (a[1] > centre[1]) != (b[1] > centre[1]) {
				edges = append(edges, a[0]+(centre[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]))
			}
		}
	}
	slices.Sort(edges)
	widest := 0.0
	for i := 0; i+1 < len(edges); i += 2 {
		if w := edges[i+1] - edges[i]; w > widest {
			widest, centre[0] = w, edges[i]+w/2
		}
	}
	return centre
}
