package chart

import "math"

// A Line is how one figure went through the years.
type Line struct {
	Label     string // its text equivalent
	Points    []Point
	Reference []Point // of the country, in the same periods; drawn dashed
	Least     float64 // the smallest range that fills the height, so that a ripple is not drawn as a wave
}

// A Point is one period.
type Point struct {
	Value float64
	Known bool
	Break bool // not comparable with the period before
}

// The line is drawn in a box of 160 × 44.
const (
	lineWide, lineTall = 160.0, 44.0
	lineEdge           = 5.0
)

// AppendLine appends the line for a page. A gap interrupts the line and stands
// at the foot as a small cross; a break interrupts it with a dotted upright
// line; a lone period is a dot. Nothing is drawn at zero for lack of a number.
func AppendLine(b []byte, l *Line) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	d.s(`<svg class="lijn" viewBox="0 0 160 44" role="img" aria-label="`)
	d.esc(l.Label)
	d.s(`">`)
	s := newScale(l)
	d.polyline("ref", l.Reference, s)
	for i, p := range l.Points {
		if p.Break {
			d.upright(s.x(i) - s.step/2)
		}
		if !p.Known {
			d.cross(s.x(i))
		}
	}
	d.polyline("pad", l.Points, s)
	d.dots(l.Points, s)
	return append(d.b, "</svg>"...)
}

// A scale places periods and figures.
type scale struct{ low, high, step float64 }

// newScale spans all figures; equal figures lie in the middle.
func newScale(l *Line) scale {
	s := scale{low: math.Inf(1), high: math.Inf(-1)}
	for _, points := range [][]Point{l.Points, l.Reference} {
		for _, p := range points {
			if p.Known {
				s.low, s.high = min(s.low, p.Value), max(s.high, p.Value)
			}
		}
	}
	if lack := (l.Least - (s.high - s.low)) / 2; lack > 0 && s.high >= s.low {
		s.low, s.high = s.low-lack, s.high+lack
	}
	if n := len(l.Points); n > 1 {
		s.step = (lineWide - 2*lineEdge) / float64(n-1)
	}
	return s
}

func (s scale) x(i int) float64 { return lineEdge + float64(i)*s.step }

func (s scale) y(v float64) float64 {
	if s.high <= s.low {
		return lineTall / 2
	}
	return lineTall - 2*lineEdge - (v-s.low)/(s.high-s.low)*(lineTall-3*lineEdge)
}

// polyline draws each run of known points without a break in it.
func (d *drawing) polyline(class string, points []Point, s scale) {
	open, pen := false, false
	for i, p := range points {
		joined := i > 0 && p.Known && points[i-1].Known && !p.Break
		if !p.Known || !joined && (i+1 >= len(points) || !points[i+1].Known || points[i+1].Break) {
			pen = false
			continue // a gap, or a lone point
		}
		if !open {
			d.s(`<path class="`, class, `" d="`)
			open = true
		}
		if joined && pen {
			d.s("L")
		} else {
			d.s("M")
		}
		pen = true
		d.f(s.x(i))
		d.next(s.y(p.Value))
	}
	if open {
		d.s(`"/>`)
	}
}

// dots marks the last point, and every point that no line leads to.
func (d *drawing) dots(points []Point, s scale) {
	last := -1
	for i, p := range points {
		if p.Known {
			last = i
		}
	}
	for i, p := range points {
		if !p.Known {
			continue
		}
		before := i > 0 && points[i-1].Known && !p.Break
		after := i+1 < len(points) && points[i+1].Known && !points[i+1].Break
		if i == last || !before && !after {
			d.s(`<circle class="punt" r="2.4" cx="`)
			d.f(s.x(i))
			d.s(`" cy="`)
			d.f(s.y(p.Value))
			d.s(`"/>`)
		}
	}
}

func (d *drawing) cross(x float64) {
	d.s(`<path class="gat" d="M`)
	d.f(x - 2)
	d.s(` 40l4 4m0-4l-4 4"/>`)
}

func (d *drawing) upright(x float64) {
	d.s(`<path class="breuk" d="M`)
	d.f(x)
	d.s(` 2V36"/>`)
}
