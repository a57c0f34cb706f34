package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// A Box is the room that a map may take, in units of its drawing.
type Box struct{ Wide, Tall int }

// A Drawing is the shapes of some regions, simplified and fitted in a box.
type Drawing struct {
	Wide, Tall int      // what it takes of the box
	Metres     float64  // that one unit spans
	Shapes     []Drawn  // of the regions that have a shape, in the order asked
	Missing    []string // codes of those that have none
}

// A Drawn is one region: SVG path data in whole units.
type Drawn struct {
	Code string
	Path string
	X, Y int // a place well inside it, in units
}

// fine is how many steps a unit is divided in before shapes are simplified.
const fine = 4

// A point is a place in steps: y grows downward, as on a screen.
type point struct{ x, y int32 }

// Draw fits the shapes of regions in a box and simplifies them: what is smaller
// than the eye sees at that size goes. Neighbours keep one border.
func (a *Atlas) Draw(codes []string, box Box) Drawing {
	d := Drawing{Wide: box.Wide, Tall: box.Tall}
	var has []string
	bound := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	for _, code := range codes {
		if !a.Has(code) {
			d.Missing = append(d.Missing, code)
			continue
		}
		has = append(has, code)
		bound = bound.Union(a.shapes[code].Bound())
	}
	if len(has) == 0 {
		return Drawing{Missing: d.Missing}
	}
	f := newFit(bound, box)
	d.Wide, d.Tall, d.Metres = f.wide, f.tall, 1/f.scale
	t := newTopology()
	for _, code := range has {
		t.add(f.rings(a.shapes[code]))
	}
	t.cut()
	t.simplify(leastArea)
	for i, code := range has {
		at := f.point(middle(a.shapes[code]))
		d.Shapes = append(d.Shapes, Drawn{Code: code, Path: t.path(i), X: int(at.x) / fine, Y: int(at.y) / fine})
	}
	return d
}

// A fit turns metres into steps.
type fit struct {
	left, top  float64 // metres
	scale      float64 // units per metre
	wide, tall int
}

// newFit scales a bound to a box, as large as it can be, north above. Half a
// unit is left on every side for the lines.
func newFit(b orb.Bound, box Box) fit {
	east, north := max(b.Max[0]-b.Min[0], 1), max(b.Max[1]-b.Min[1], 1)
	f := fit{scale: min(float64(box.Wide-2)/east, float64(box.Tall-2)/north)}
	f.wide, f.tall = int(math.Ceil(east*f.scale))+2, int(math.Ceil(north*f.scale))+2
	f.left, f.top = b.Min[0]-1/f.scale, b.Max[1]+1/f.scale
	return f
}

func (f *fit) point(p orb.Point) point {
	return point{int32(math.Round((p[0] - f.left) * f.scale * fine)), int32(math.Round((f.top - p[1]) * f.scale * fine))}
}

// rings returns the rings of a shape in steps, closed; those that shrink to a
// point or a line are left out, unless nothing else remains of the region.
func (f *fit) rings(shape orb.MultiPolygon) [][]point {
	var all [][]point
	var only []point
	for _, polygon := range shape {
		for _, ring := range polygon {
			points := make([]point, 0, len(ring))
			for _, p := range ring {
				if q := f.point(p); len(points) == 0 || points[len(points)-1] != q {
					points = append(points, q)
				}
			}
			if len(points) >= 4 {
				all = append(all, points)
			} else if len(points) > len(only) {
				only = points
			}
		}
	}
	if len(all) == 0 && only != nil {
		p := only[0]
		all = append(all, []point{p, {p.x + fine, p.y}, {p.x, p.y + fine}, p})
	}
	return all
}
