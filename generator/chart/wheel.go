// Package chart draws numbers as SVG. Its first drawing is the profile wheel:
// equal slices, one per indicator, grouped by theme. The length of a slice
// says lower or higher than average (inside, at or beyond the dashed circle),
// its colour favourable or unfavourable. The inner ring is the score of the
// theme, with a sign beside its colour. Length, colour and sign are separate
// channels, so the wheel reads in black and white.
//
// In a page a slice is one short <use> of one of five lengths, in a file a dash
// of a circle; and every slice carries
// its own full-length track, so that a short one is as easy to hit as a long.
package chart

import "wijkmonitor/generator/model"

// A Slice is one indicator.
type Slice struct {
	Key      string // the row it links to is "i-" + Key
	Class    model.Class
	Polarity model.Polarity
	Gap      bool   // no figure: hatched
	Title    string // Koopwoningen: 43%, lager
}

// A Sector is one theme. A sector without slices takes no room.
type Sector struct {
	Key    string // of the theme
	Label  string
	Judged bool        // the theme has judged indicators
	Score  model.Class // MuchHigher is the most favourable; NotCompared without a score
	Slices []Slice
}

// A Wheel is the profile of one region and group.
type Wheel struct {
	ID      string   // unique on the page; letters and digits, beginning with a letter
	Title   string   // name of the picture
	Desc    string   // its text equivalent
	Centre  []string // place, group, comparison, edition
	Href    string   // put before "#i-key"; "" on the region's own page
	Apart   bool     // links open in a tab of their own: the page stands within another site's
	Switch  bool     // a script turns it into the wheel of another group (templates/region/taart.ts)
	Sectors []Sector
}

// AppendInline appends the wheel for a page: classes that the style sheet
// colours, and a link per slice.
func AppendInline(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w, page: true}
	d.s(`<svg class="wiel" viewBox="-250 -250 500 500" role="group"`)
	d.named()
	d.wheel()
	d.labels()
	d.centre()
	return append(d.b, "</svg>"...)
}

// AppendFile appends the wheel as a file of its own, on a disc of paper that
// shows on light and dark pages alike. Colours are attributes, since a strict
// policy blocks styles in an SVG that is opened by itself.
func AppendFile(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w}
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-250 -250 500 500" width="500" height="500" role="img" font-family="`, fonts, `" text-anchor="middle" fill="`, Light.Ink, `"`)
	d.named()
	d.s(`<circle r="250" fill="`, Light.Paper, `"/>`)
	d.wheel()
	d.labels()
	d.centre()
	return append(d.b, "</svg>\n"...)
}

// AppendIcon appends the wheel without words, as the sign of a site: no one can
// read them at the size of an icon, and every page waits for their layout.
func AppendIcon(b []byte, w *Wheel) []byte {
	d := drawing{b: b, w: w}
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-250 -250 500 500"><circle r="250" fill="`, Light.Paper, `"/>`)
	d.wheel()
	return append(d.b, "</svg>\n"...)
}

// named gives the picture its name and its text equivalent.
func (d *drawing) named() {
	id := d.w.ID
	d.s(` aria-labelledby="`, id, `t `, id, `d"><title id="`, id, `t">`)
	d.esc(d.w.Title)
	d.s(`</title><desc id="`, id, `d">`)
	d.esc(d.w.Desc)
	d.s(`</desc>`)
}
