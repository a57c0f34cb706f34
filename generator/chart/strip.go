package chart

import "strconv"

// A Strip is one indicator on one line: the whole population with its margin,
// its groups, and the reference.
type Strip struct {
	Class  string // class name for the colour of the whole population; "" for none
	All    Dot
	Known  bool // the whole population has a figure
	Groups []StripDot
}

// A StripDot is a group. Its class name is g and its number, so that a style
// sheet can show one group and hide the others.
type StripDot struct {
	Number int
	Value  float64
}

// AppendStrip appends the drawing, 200 × 20, for a table whose other cells, or
// those of the table of groups, say the same: it is hidden from screen readers.
func AppendStrip(b []byte, strip *Strip, s Span) []byte {
	b = append(b, `<svg class="strook`...)
	if strip.Class != "" {
		b = append(append(b, ' '), strip.Class...)
	}
	b = append(b, `" viewBox="0 0 200 20" aria-hidden="true">`...)
	if strip.All.Reference == strip.All.Reference {
		b = append(b, `<path class="ref" d="M`...)
		b = strconv.AppendInt(b, s.x(strip.All.Reference), 10)
		b = append(b, ` 0v20"/>`...)
	}
	for _, g := range strip.Groups {
		b = append(b, `<path class="g g`...)
		b = strconv.AppendInt(b, int64(g.Number), 10)
		b = append(b, `" d="M`...)
		b = strconv.AppendInt(b, s.x(g.Value), 10)
		b = append(b, ` 10h0"/>`...)
	}
	if strip.Known {
		b = append(b, `<path d="M`...)
		b = strconv.AppendInt(b, s.x(strip.All.Low), 10)
		b = append(b, ` 10H`...)
		b = strconv.AppendInt(b, s.x(strip.All.High), 10)
		b = append(b, `"/><circle r="5" cy="10" cx="`...)
		b = strconv.AppendInt(b, s.x(strip.All.Value), 10)
		b = append(b, `"/>`...)
	}
	return append(b, `</svg>`...)
}
