package chart

import (
	"math"
	"strconv"
)

// A Line is how one figure went through the years.
type Line struct {
	Points    []Point
	Reference []Point // of the country, in the same periods; drawn dashed; may be empty
	Least     float64 // the smallest range that fills the height, so that a ripple is not drawn as a wave
}

// A Point is one period.
type Point struct {
	Value float64
	Known bool
	Break bool // not comparable with the period before
}

// The line is drawn in a box of 104 × 28, a unit being a pixel: there are a
// million of these in an edition, so a point is four or five bytes.
const (
	lineWide, lineTall = 104.0, 28.0
	lineEdge           = 2.0
)

// AppendLine appends the line for a cell of a table, whose other cells say the
// same in numbers: it is hidden from screen readers. A gap interrupts the line;
// a break interrupts it with an upright one; a lone period is a dot. Nothing is
// drawn at zero for lack of a number, and nothing at all where every period lacks it.
func AppendLine(b []byte, l *Line) []byte {
	if fewerThanTwo(l.Points) {
		return b // a point alone is no line
	}
	empty := b
	b = append(b, `<svg class="lijn" aria-hidden="true">`...)
	drawn := len(b)
	s := newScale(l)
	b = s.append(b, `<path class="ref" d="`, l.Reference)
	for i, p := range l.Points {
		if p.Break {
			b = append(b, `<path class="breuk" d="M`...)
			b = strconv.AppendInt(b, int64(s.x(i)-s.x(1)/2+1), 10)
			b = append(b, ` 1v26"/>`...)
		}
	}
	b = s.append(b, `<path d="`, l.Points)
	if len(b) == drawn {
		return empty
	}
	return append(b, "</svg>"...)
}

func fewerThanTwo(points []Point) bool {
	known := 0
	for _, p := range points {
		if p.Known {
			known++
		}
	}
	return known < 2
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

func (s scale) x(i int) int { return int(lineEdge + float64(i)*s.step + 0.5) }

func (s scale) y(v float64) int {
	if s.high <= s.low {
		return lineTall / 2
	}
	return int(lineTall - lineEdge - (v-s.low)/(s.high-s.low)*(lineTall-2*lineEdge) + 0.5)
}

// append draws each run of known points without a break in it as one path; a
// run of one is a line of no length, which a round pen makes a dot.
func (s scale) append(b []byte, open string, points []Point) []byte {
	pen, x, y := false, 0, 0
	started := false
	for i, p := range points {
		if !p.Known {
			pen = false
			continue
		}
		if !started {
			b, started = append(b, open...), true
		}
		toX, toY := s.x(i), s.y(p.Value)
		if pen && !p.Break {
			b = appendStep(b, toX-x, toY-y)
		} else {
			b = append(b, 'M')
			b = strconv.AppendInt(b, int64(toX), 10)
			b = append(b, ' ')
			b = strconv.AppendInt(b, int64(toY), 10)
			b = append(b, 'l')
			if i+1 >= len(points) || !points[i+1].Known || points[i+1].Break {
				b = append(b, "0 0"...)
			}
		}
		pen, x, y = true, toX, toY
	}
	if started {
		b = append(b, `"/>`...)
	}
	return b
}

// appendStep appends a move from the last point; a letter or a minus sign
// separates numbers as well as a space does.
func appendStep(b []byte, dx, dy int) []byte {
	if b[len(b)-1] != 'l' {
		b = append(b, ' ')
	}
	b = strconv.AppendInt(b, int64(dx), 10)
	if dy >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(dy), 10)
}
