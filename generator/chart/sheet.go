package chart

// A sheet's wheels stand in rows of so many, each in a square of so many units.
const (
	sheetRow  = 5
	sheetCell = 500
)

// AppendSheet appends several wheels as one file. They have the same themes
// and the same slices, so what does not change is drawn once; the ID of each is
// the name of its view: wheels.svg#key shows one wheel, wheels.svg#klein-key
// the same without the names around it.
func AppendSheet(b []byte, wheels []Wheel) []byte {
	d := drawing{b: b, w: &wheels[0], sheet: true}
	columns, rows := min(sheetRow, len(wheels)), (len(wheels)+sheetRow-1)/sheetRow
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-250 -250 `)
	d.i(columns * sheetCell)
	d.s(` `)
	d.i(rows * sheetCell)
	d.s(`" font-family="`, fonts, `" text-anchor="middle" fill="`, Light.Ink, `"><defs>`)
	shared := *d.w
	shared.ID = "w"
	d.w = &shared
	d.hatching()
	d.s(`</defs><defs><g id="ws"><circle r="250" fill="`, Light.Paper, `"/>`)
	p, ok := d.plan()
	if ok {
		d.s(`<g fill="none" transform="rotate(-90)">`)
		d.tracks(p)
		d.s(`</g>`)
	}
	d.labels()
	d.s(`</g>`)
	d.arcs(p)
	d.s(`<circle id="wg" r="172"`)
	d.dashed()
	d.s(`/></defs>`)
	for k := range wheels {
		d.place(&wheels[k], k%sheetRow*sheetCell, k/sheetRow*sheetCell)
	}
	return append(d.b, "</svg>\n"...)
}

// place draws one wheel of a sheet, and names the views of it.
func (d *drawing) place(w *Wheel, x, y int) {
	for _, view := range [...]struct {
		prefix string
		half   int
	}{{"", 250}, {"klein-", 218}} {
		d.s(`<view id="`, view.prefix, w.ID, `" viewBox="`)
		d.i(x - view.half)
		d.s(` `)
		d.i(y - view.half)
		d.s(` `)
		d.i(2 * view.half)
		d.s(` `)
		d.i(2 * view.half)
		d.s(`"/>`)
	}
	d.s(`<g transform="translate(`)
	d.i(x)
	d.s(` `)
	d.i(y)
	d.s(`)"><title>`)
	d.esc(w.Title)
	d.s(`</title><use href="#ws"/>`)
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
	d.s(`<use href="#wg"/>`)
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
