// Package chart draws numbers as SVG. Its first drawing is the profile wheel:
// equal slices, one per indicator, grouped by theme; the length of a slice
// says lower or higher than average, its colour favourable or unfavourable,
// and the inner ring the score of the theme. Length and colour are two
// channels, so the wheel reads without colour.
package chart

import (
	"math"
	"strconv"

	"wijkmonitor/generator/model"
)

// A Slice is one indicator.
type Slice struct {
	Key      string // the row it links to is "i-" + Key
	Class    model.Class
	Polarity model.Polarity
	Gap      bool   // no figure: hatched
	Title    string // Koopwoningen: 43%, lager
}

// A Sector is one theme.
type Sector struct {
	Label  string
	Judged bool        // the theme has judged indicators
	Score  model.Class // MuchHigher is the most favourable; NotCompared without a score
	Slices []Slice
}

// A Wheel is the profile of one region and group.
type Wheel struct {
	ID      string   // unique on the page; letters and digits
	Title   string   // name of the picture
	Desc    string   // its text equivalent
	Centre  []string // place, group, comparison, edition
	Href    string   // put before "#i-key"; "" on the region's own page
	Sectors []Sector
}

// The drawing is in units of a 540 × 540 box around the centre.
const (
	ringIn    = 104.0 // inner ring: theme scores
	ringOut   = 128.0
	inside    = 134.0 // where slices start
	average   = 186.0 // the dashed circle
	lengthen  = 17.0  // between two classes
	arcRadius = 234.0 // the line under a theme's name
	themeGap  = 3.6   // degrees between two themes
)

// AppendInline appends the wheel for a page: classes that the style sheet
// colours, and a link per slice.
func AppendInline(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w, page: true}
	d.open(`<svg class="wiel" viewBox="-270 -270 540 540" role="group"`)
	d.whole()
	return append(d.b, "</svg>"...)
}

// AppendFile appends the wheel as a file of its own. Colours are attributes,
// since a strict policy blocks styles in an SVG that is opened by itself.
func AppendFile(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w}
	d.open(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-270 -270 540 540" width="540" height="540" role="img"`)
	d.paper(262)
	d.whole()
	return append(d.b, "</svg>\n"...)
}

// AppendSmall appends the wheel for about 120 pixels: rings, lengths and
// colours only.
func AppendSmall(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w}
	d.open(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-226 -226 452 452" width="120" height="120" role="img"`)
	d.paper(225)
	d.rings()
	return append(d.b, "</svg>\n"...)
}

// A drawing is a wheel that is being drawn.
type drawing struct {
	b    []byte
	w    *Wheel
	page bool // classes and links, not attributes
}

func (d *drawing) s(text string)   { d.b = append(d.b, text...) }
func (d *drawing) esc(text string) { d.b = appendEscaped(d.b, text) }
func (d *drawing) i(n int)         { d.b = strconv.AppendInt(d.b, int64(n), 10) }

// f appends a number with at most one decimal.
func (d *drawing) f(v float64) {
	v = math.Round(v*10) / 10
	if v == 0 {
		v = 0 // no −0
	}
	d.b = strconv.AppendFloat(d.b, v, 'f', -1, 64)
}

// point appends the point at a radius and an angle in degrees, clockwise from
// twelve o'clock.
func (d *drawing) point(radius, angle float64) {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	d.f(radius * sin)
	d.s(" ")
	d.f(-radius * cos)
}

func (d *drawing) open(tag string) {
	d.s(tag)
	d.s(` aria-labelledby="`)
	d.s(d.w.ID)
	d.s(`t `)
	d.s(d.w.ID)
	d.s(`d"><title id="`)
	d.s(d.w.ID)
	d.s(`t">`)
	d.esc(d.w.Title)
	d.s(`</title><desc id="`)
	d.s(d.w.ID)
	d.s(`d">`)
	d.esc(d.w.Desc)
	d.s(`</desc>`)
}

func (d *drawing) paper(radius float64) {
	d.s(`<circle r="`)
	d.f(radius)
	d.s(`" fill="` + Light.Paper + `"/>`)
}

func (d *drawing) whole() {
	d.rings()
	d.labels()
	d.centre()
}

// layout returns the angle of one slice and whether there are any.
func (d *drawing) layout() (step float64, ok bool) {
	n := 0
	for _, s := range d.w.Sectors {
		n += len(s.Slices)
	}
	if n == 0 {
		return 0, false
	}
	return (360 - themeGap*float64(len(d.w.Sectors))) / float64(n), true
}

// rings draws the slices, the dashed circle and the theme scores.
func (d *drawing) rings() {
	step, ok := d.layout()
	if !ok {
		d.dashes()
		return
	}
	d.shapes(step)
	angle := themeGap / 2
	for i := range d.w.Sectors {
		sector := &d.w.Sectors[i]
		for j := range sector.Slices {
			d.slice(&sector.Slices[j], angle+step*(float64(j)+0.5))
		}
		width := step * float64(len(sector.Slices))
		if width > 0 {
			d.score(sector, angle, width)
		}
		angle += width + themeGap
	}
	d.dashes()
}

// shapes defines the five lengths once, and the hatching, so that a slice
// costs one short element.
func (d *drawing) shapes(step float64) {
	d.s(`<defs><pattern id="`)
	d.s(d.w.ID)
	d.s(`h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0H5"`)
	d.ink("hl", ` stroke="`+Light.Line+`" stroke-width="1.8"`)
	d.s(`/></pattern>`)
	half := step/2 - min(0.3, step/8)
	for k := 1; k <= 5; k++ {
		d.s(`<path id="`)
		d.s(d.w.ID)
		d.i(k)
		d.s(`" d="`)
		d.wedge(inside, average+lengthen*float64(k-3), -half, half)
		d.s(`"/>`)
	}
	d.s(`</defs>`)
}

// wedge appends the outline of a part of a ring. A full circle is drawn a
// hair short, since an arc whose ends meet draws nothing.
func (d *drawing) wedge(in, out, from, to float64) {
	to = min(to, from+359.9)
	large := " 0 0 "
	if to-from > 180 {
		large = " 0 1 "
	}
	d.s("M")
	d.point(in, from)
	d.s("L")
	d.point(out, from)
	d.arc(out, large, "1 ", to)
	d.s("L")
	d.point(in, to)
	d.arc(in, large, "0 ", from)
	d.s("Z")
}

func (d *drawing) arc(radius float64, large, sweep string, to float64) {
	d.s("A")
	d.f(radius)
	d.s(" ")
	d.f(radius)
	d.s(large)
	d.s(sweep)
	d.point(radius, to)
}

func (d *drawing) slice(s *Slice, angle float64) {
	length := 3 + s.Class.Step()
	if s.Gap {
		length = 3
	}
	if d.page {
		d.s(`<a href="`)
		d.esc(d.w.Href)
		d.s(`#i-`)
		d.esc(s.Key)
		d.s(`"><title>`)
		d.esc(s.Title)
		d.s(`</title>`)
	}
	d.s(`<use href="#`)
	d.s(d.w.ID)
	d.i(length)
	d.s(`" transform="rotate(`)
	d.f(angle)
	d.s(`)"`)
	switch {
	case s.Gap:
		d.ink("gap", ` stroke="`+Light.Line+`" stroke-width=".8"`)
		d.s(` fill="url(#`)
		d.s(d.w.ID)
		d.s(`h)"/>`)
	default:
		d.fill(ClassName(s.Class, s.Polarity))
		d.s(`/>`)
	}
	if d.page {
		d.s(`</a>`)
	}
}

func (d *drawing) score(s *Sector, angle, width float64) {
	d.s(`<path d="`)
	d.wedge(ringIn, ringOut, angle, angle+width)
	d.s(`"`)
	switch {
	case !s.Judged:
		d.fill("nt")
	case s.Score == model.NotCompared:
		d.ink("gap", ` stroke="`+Light.Line+`" stroke-width=".8"`)
		d.s(` fill="url(#`)
		d.s(d.w.ID)
		d.s(`h)"`)
	default:
		d.fill(ClassName(s.Score, model.HigherIsFavourable))
	}
	d.s(`/>`)
}

func (d *drawing) dashes() {
	d.s(`<circle r="186"`)
	d.ink("avg", ` fill="none" stroke="`+Light.Ink+`" stroke-width="1.2" stroke-dasharray="3 3.2"`)
	d.s(`/>`)
}

// fill colours by class on a page and by attribute in a file.
func (d *drawing) fill(name string) {
	if d.page {
		d.s(` class="` + name + `"`)
		return
	}
	d.s(` fill="` + Light.Fill[name] + `"`)
}

func (d *drawing) ink(class, attributes string) {
	if d.page {
		d.s(` class="` + class + `"`)
		return
	}
	d.s(attributes)
}
