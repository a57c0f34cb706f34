package chart

// A sheet's wheels stand in rows of so many, each in a square of so many units.
const (
	sheetRow  = 5
	sheetCell = 500
	wholeHalf = 250 // half of what is shown of a wheel
	smallHalf = 218 // without the names around it
)

// AppendSheet appends several wheels as one file. They have the same themes
// and the same slices, so what does not change is drawn once; the ID of each is
// the name of its view: wheels.svg#key shows one wheel.
//
// What all wheels share is a marker, on a path that visits them: a browser lays
// out the names along the circle once for a marker, and again for every <use>.
func AppendSheet(b []byte, wheels []Wheel) []byte {
	d := drawing{b: b, w: &wheels[0], sheet: true}
	width, height := sheetSize(len(wheels))
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-250 -250 `)
	d.i(width)
	d.s(` `)
	d.i(height)
	d.s(`" font-family="`, fonts, `" text-anchor="middle" fill="`, Light.Ink, `"><defs>`)
	shared := *d.w
	shared.ID = "w"
	d.w = &shared
	d.hatching()
	d.s(`</defs><defs><marker id="ws" markerUnits="userSpaceOnUse" overflow="visible"><circle r="250" fill="`, Light.Paper, `"/>`)
	p, ok := d.plan()
	if ok {
		d.s(`<g fill="none" transform="rotate(-90)">`)
		d.tracks(p)
		d.s(`</g>`)
	}
	d.labels()
	d.s(`</marker>`)
	d.arcs(p)
	d.s(`<marker id="wg" markerUnits="userSpaceOnUse" overflow="visible"><circle r="172"`)
	d.dashed()
	d.s(`/></marker></defs>`)
	d.everywhere("ws", len(wheels))
	for k := range wheels {
		x, y := sheetPlace(k)
		d.place(&wheels[k], x, y)
	}
	d.everywhere("wg", len(wheels))
	return append(d.b, "</svg>\n"...)
}

// sheetSize returns how wide and high a sheet of n wheels is.
func sheetSize(n int) (width, height int) {
	return min(sheetRow, n) * sheetCell, (n + sheetRow - 1) / sheetRow * sheetCell
}

// everywhere draws a marker on each of n wheels: all points of a path but its
// first and its last have one.
func (d *drawing) everywhere(id string, n int) {
	d.s(`<path fill="none" marker-mid="url(#`, id, `)" d="M0 0`)
	for k := range n {
		x, y := sheetPlace(k)
		d.s(`L`)
		d.i(x)
		d.s(` `)
		d.i(y)
	}
	d.s(`L0 0"/>`)
}

// sheetPlace returns where the middle of a wheel lies.
func sheetPlace(k int) (x, y int) { return k % sheetRow * sheetCell, k / sheetRow * sheetCell }

// square writes a square around a point, of so much to each side, as a viewBox.
func (d *drawing) square(x, y, half int) {
	for _, n := range [...]int{x - half, y - half, 2 * half} {
		d.i(n)
		d.s(` `)
	}
	d.i(2 * half)
}

// place draws one wheel of a sheet, and names the view of it.
func (d *drawing) place(w *Wheel, x, y int) {
	d.s(`<view id="`, w.ID, `" viewBox="`)
	d.square(x, y, wholeHalf)
	d.s(`"/>`)
	d.s(`<g transform="translate(`)
	d.i(x)
	d.s(` `)
	d.i(y)
	d.s(`)"><title>`)
	d.esc(w.Title)
	d.s(`</title>`)
	own := *w
	own.ID = "w"
	d.w = &own
	own.Centre = w.Centre[:min(2, len(w.Centre))]
	if p, ok := d.plan(); ok {
		d.s(`<g fill="none" transform="rotate(-90)">`)
		d.spokes(p)
		d.s(`</g>`)
		d.scores(p)
	}
	d.centre()
	d.s(`</g>`)
}

// arcs defines the ring's part of each theme, which every wheel colours.
func (d *drawing) arcs(p plan) {
	k := 0
	d.each(p, func(_ *Sector, from, to float64) {
		d.s(`<path id="wr`)
		d.i(k)
		d.s(`" d="`)
		d.from(ring, from)
		d.arc(ring, to-from, min(to, from+359.9))
		d.s(`"/>`)
		k++
	})
}
