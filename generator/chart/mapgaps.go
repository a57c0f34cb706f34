package chart

import (
	"strconv"

	"wijkmonitor/generator/model"
)

// gapMarks are the lines and dots that fill a region without a figure: each
// reason has its own, in a square of 8 units.
var gapMarks = [model.StateCount]string{
	model.Unknown:         "M-2 6L6-2M2 10L10 2",  // slanting
	model.Impossible:      "M2 2l4 4m0-4l-4 4",    // crosses
	model.Withheld:        "M1.5 2h1.5M5.5 6h1.5", // dots
	model.NotYetPublished: "M0 2H8M0 6H8",         // lying
	model.NotMeasured:     "M-2 2L6 10M2-2L10 6",  // slanting the other way
	model.NoRegion:        "M2 0V8M6 0V8",         // upright
	model.Broken:          "M0 4H8M4 0V8",         // squares
}

// gapPatterns writes the pattern of every reason: g0, g2 …
func (d *drawing) gapPatterns() {
	for state, mark := range gapMarks {
		if mark == "" {
			continue
		}
		d.s(`<pattern id="g`, strconv.Itoa(state), `" width="8" height="8" patternUnits="userSpaceOnUse">`)
		if !d.page {
			d.s(`<path d="M0 0H8V8H0Z" fill="`, Light.Paper, `"/>`)
		}
		d.s(`<path d="`, mark, `"`)
		d.ink("hl", ` stroke="`, Light.Line, `" fill="none"`)
		d.s(`/></pattern>`)
	}
}

// AppendSwatch appends the pattern of a gap, small, for a legend.
func AppendSwatch(b []byte, f Fill) []byte {
	d := drawing{b: b, w: &Wheel{}, page: true}
	d.s(`<svg class="kaart staal" viewBox="0 0 24 16" aria-hidden="true"><path d="M.5.5h23v15H.5z"`)
	d.fill(&f)
	return append(d.b, `/></svg>`...)
}
