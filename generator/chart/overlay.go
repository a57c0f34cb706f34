package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// A Spot is a wheel on a map: where its middle lies, in units of the map.
type Spot struct {
	X, Y  int
	Wheel *Wheel
}

// AppendOverlay appends small wheels that lie over a map of the same size,
// without their words: too small to read, they show where shapes are alike. The
// page says in words what they show.
func AppendOverlay(b []byte, m *Map, spots []Spot) []byte {
	if len(spots) == 0 {
		return b
	}
	d := drawing{b: b, w: spots[0].Wheel, sheet: true, themed: true}
	d.s(`<svg class="taarten" aria-hidden="true" viewBox="0 -`)
	d.i(m.head())
	d.s(` `)
	d.i(m.Wide)
	d.s(` `)
	d.i(m.Tall + m.head())
	d.s(`"><defs>`)
	shared := *d.w
	shared.ID = "w"
	d.w = &shared
	d.hatching()
	p, ok := d.plan()
	d.s(`<g id="ws"><circle r="250" fill="`, d.palette().Paper, `" stroke="`, d.palette().Line, `" stroke-width="4"/>`)
	if ok {
		d.s(`<g fill="none" transform="rotate(-90)">`)
		d.tracks(p)
		d.s(`</g>`)
	}
	d.s(`</g>`)
	d.arcs(p)
	d.s(`</defs>`)
	size := spread(m, spots)
	for i := range spots {
		d.s(`<g transform="translate(`)
		d.i(spots[i].X)
		d.s(` `)
		d.i(spots[i].Y)
		d.s(`)scale(`)
		d.s(strconv.FormatFloat(size/(2*wholeHalf), 'f', 3, 64))
		d.s(`)"><use href="#ws"/>`)
		own := *spots[i].Wheel
		own.ID = "w"
		d.w = &own
		if p, ok := d.plan(); ok {
			d.s(`<g fill="none" transform="rotate(-90)">`)
			d.spokes(p)
			d.s(`</g>`)
			d.scores(p)
		}
		d.s(`</g>`)
	}
	return append(d.b, "</svg>"...)
}

// spread is how wide wheels can be: most lie clear of their nearest, and none is
// too small to see or larger than a map can bear.
func spread(m *Map, spots []Spot) float64 {
	wide := float64(max(m.Wide, m.Tall))
	nearest := make([]float64, len(spots))
	for i, a := range spots {
		nearest[i] = wide
		for k, b := range spots {
			if i != k {
				nearest[i] = min(nearest[i], math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)))
			}
		}
	}
	slices.SortFunc(nearest, cmp.Compare[float64])
	return min(max(nearest[len(nearest)/4], wide/16), wide/5)
}
