package chart

import (
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// A Map is regions in the colours of their classes.
type Map struct {
	Title  string // names the picture
	Desc   string // its text equivalent
	Wide   int    // of the shapes, in units
	Tall   int
	Shapes []MapShape
}

// A MapShape is one region.
type MapShape struct {
	Path string // SVG path data; "" when ID names a shape that the page has
	ID   string // of a shape that AppendShapes wrote
	Href string // "" when it is no link
	Name string // Amsterdam
	Says string // 8,8%, lager
	Fill Fill
}

// A Fill is what a region is coloured by.
type Fill struct {
	State    model.State // Known, or the reason that there is no figure
	Class    model.Class
	Polarity model.Polarity
	Muted    bool // hardly anybody lives there
}

// nameRoom is the height above a map where the name of the chosen region
// stands, in parts of the width.
const nameRoom = 7.2

// size is about how many bytes a map takes.
func (m *Map) size() int {
	n := 500 + len(m.Title) + len(m.Desc)
	for i := range m.Shapes {
		s := &m.Shapes[i]
		n += 40 + len(s.Path)
		if s.Href != "" {
			n += 80 + len(s.Href) + len(s.Name) + len(s.Says)
		}
	}
	return n
}

func (m *Map) head() int { return int(float64(m.Wide) / nameRoom) }

// AppendMap appends a map for a page. Each region is a link, which shows its
// name and figure above the map while it has the pointer or the focus; that
// text is also the name of the link.
func AppendMap(b []byte, m *Map) []byte {
	d := drawing{b: slices.Grow(b, m.size()), w: &Wheel{}, page: true}
	d.mapHead(m, "group")
	for i := range m.Shapes {
		s := &m.Shapes[i]
		if s.Href == "" {
			d.shape(s)
			continue
		}
		d.s(`<a href="`)
		d.esc(s.Href)
		d.s(`">`)
		d.shape(s)
		d.s(`<text><tspan>`)
		d.esc(s.Name)
		d.s(`</tspan>`)
		if s.Says != "" {
			d.s(` <tspan x="0" dy="1.2em">`)
			d.esc(s.Says)
			d.s(`</tspan>`)
		}
		d.s(`</text></a>`)
	}
	return append(d.b, "</svg>"...)
}

// AppendPicture appends a map without links: a picture with a text equivalent,
// and room for the name of the region that the pointer is on, which a script
// writes.
func AppendPicture(b []byte, m *Map) []byte {
	d := drawing{b: slices.Grow(b, m.size()), w: &Wheel{}, page: true}
	d.mapHead(m, "img")
	for i := range m.Shapes {
		d.shape(&m.Shapes[i])
	}
	return append(d.b, `<text class="naam"/></svg>`...)
}

func (d *drawing) mapHead(m *Map, role string) {
	d.s(`<svg class="kaart" viewBox="0 -`)
	d.i(m.head())
	d.s(` `)
	d.i(m.Wide)
	d.s(` `)
	d.i(m.Tall + m.head())
	d.s(`" role="`, role, `" aria-label="`)
	d.esc(m.Title)
	if m.Desc != "" {
		d.s(". ")
		d.esc(m.Desc)
	}
	d.s(`">`)
}

// shape draws one region: its own path, or one that the page has.
func (d *drawing) shape(s *MapShape) {
	if s.ID != "" {
		d.s(`<use href="#`, s.ID, `"`)
	} else {
		d.s(`<path d="`, s.Path, `"`)
	}
	d.fill(&s.Fill)
	d.s(`/>`)
}

// fill writes a class for a colour, a pattern for a gap. About average has no
// class: most regions are, and a page has thousands.
func (d *drawing) fill(f *Fill) {
	class := f.className()
	if f.State != model.Known {
		d.s(` fill="url(#g`, strconv.Itoa(int(f.State)), `)"`)
	}
	if class != "" {
		d.s(` class="`, class, `"`)
	}
}

func (f *Fill) className() string {
	class := ""
	switch {
	case f.State != model.Known:
		class = "gat"
	case f.Class == model.NotCompared:
		class = "los"
	case f.Class != model.Average:
		class = ClassName(f.Class, f.Polarity)
	}
	if f.Muted {
		return strings.TrimSpace(class + " leeg")
	}
	return class
}

// AppendShapes appends shapes that maps of the page use, and the patterns of
// gaps. It takes no room on the page.
func AppendShapes(b []byte, shapes []MapShape) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	d.s(`<svg class="vormen" width="0" height="0" aria-hidden="true"><defs>`)
	d.gapPatterns()
	for i := range shapes {
		d.s(`<path id="`, shapes[i].ID, `" d="`, shapes[i].Path, `"/>`)
	}
	return append(d.b, "</defs></svg>"...)
}
