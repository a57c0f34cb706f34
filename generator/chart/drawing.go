package chart

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// A drawing is a wheel that is being drawn. It appends to b and allocates
// nothing of its own.
type drawing struct {
	b      []byte
	w      *Wheel
	page   bool // classes and links instead of attributes
	sheet  bool // one of several wheels in a file, which share what does not change
	themed bool // attributes in a page: colours by their names in its style sheet
}

// palette is what attributes are coloured with.
func (d *drawing) palette() *Palette {
	if d.themed {
		return &pagePalette
	}
	return &Light
}

func (d *drawing) s(parts ...string) {
	for _, part := range parts {
		d.b = append(d.b, part...)
	}
}

func (d *drawing) i(n int) { d.b = strconv.AppendInt(d.b, int64(n), 10) }

// f appends a number in tenths without what SVG can do without: 12, -3.5, .4.
func (d *drawing) f(v float64) {
	n := int64(math.Round(v * 10))
	if n < 0 {
		d.b = append(d.b, '-')
		n = -n
	}
	if n >= 10 || n == 0 {
		d.b = strconv.AppendInt(d.b, n/10, 10)
	}
	if n%10 != 0 {
		d.b = append(d.b, '.', byte('0'+n%10))
	}
}

// next appends a number after another: a minus sign separates by itself.
func (d *drawing) next(v float64) {
	if math.Round(v*10) >= 0 {
		d.b = append(d.b, ' ')
	}
	d.f(v)
}

// from starts a path, or a part of one, at a radius and an angle in degrees,
// clockwise from twelve o'clock.
func (d *drawing) from(radius, angle float64) {
	x, y := at(radius, angle)
	d.s("M")
	d.f(x)
	d.next(y)
}

func (d *drawing) to(radius, angle float64) {
	x, y := at(radius, angle)
	d.s("L")
	d.f(x)
	d.next(y)
}

func at(radius, angle float64) (x, y float64) {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	return radius * sin, -radius * cos
}

// arc appends an arc around the centre that ends at an angle; turn is the
// number of degrees it spans, negative when it runs back.
func (d *drawing) arc(radius, turn, to float64) {
	d.s("A")
	d.f(radius)
	d.next(radius)
	switch {
	case turn > 180:
		d.s(" 0 1 1")
	case turn > 0:
		d.s(" 0 0 1")
	case turn < -180:
		d.s(" 0 1 0")
	default:
		d.s(" 0 0 0")
	}
	x, y := at(radius, to)
	d.next(x)
	d.next(y)
}

// wedge appends the outline of a part of a ring, half degrees to either side
// of twelve o'clock.
func (d *drawing) wedge(in, out, half float64) {
	d.from(in, -half)
	d.to(out, -half)
	d.arc(out, 2*half, half)
	d.to(in, half)
	if half > 5 { // else a straight line is as good
		d.arc(in, -2*half, -half)
	}
	d.s("Z")
}

// ink writes a class on a page and attributes in a file.
func (d *drawing) ink(class string, attributes ...string) {
	if d.page {
		d.s(` class="`, class, `"`)
		return
	}
	d.s(attributes...)
}

// safe tells which bytes stand for themselves.
var safe = func() (t [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		t[c] = c != '<' && c != '>' && c != '&' && c != '"'
	}
	return t
}()

// esc appends text for XML content and quoted attributes; characters that XML
// does not allow become the replacement character.
func (d *drawing) esc(text string) {
	plain := 0
	for plain < len(text) && safe[text[plain]] {
		plain++
	}
	d.b = append(d.b, text[:plain]...)
	for _, c := range text[plain:] {
		switch {
		case c == '<':
			d.s("&lt;")
		case c == '>':
			d.s("&gt;")
		case c == '&':
			d.s("&amp;")
		case c == '"':
			d.s("&#34;")
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r', c == 0xfffe, c == 0xffff:
			d.s("\uFFFD")
		default:
			d.b = utf8.AppendRune(d.b, c)
		}
	}
}
