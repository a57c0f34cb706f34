package chart

// A Highlight is a wheel, by its file, of which one theme is in the light.
type Highlight struct {
	Href  string // of the wheel's file
	Theme string // key of the theme
	Name  string // says what the wheel shows
}

// AppendHighlight appends a wheel to a page with all but one of its themes paled.
// It is the file that the page has already, below a veil that leaves one theme
// free: a reader sees the theme in its place among the others.
func AppendHighlight(b []byte, w *Wheel, h *Highlight) []byte {
	d := drawing{b: b, w: w}
	d.s(`<svg class="venster" role="img" viewBox="-250 -250 500 500" aria-label="`)
	d.esc(h.Name)
	d.s(`"><image href="`)
	d.esc(h.Href)
	d.s(`" x="-250" y="-250" width="500" height="500"/>`)
	if p, ok := d.plan(); ok {
		d.each(p, func(s *Sector, from, to float64) {
			if turn := 360 - p.gap - (to - from); s.Key == h.Theme && turn > 0 {
				start, stop := to+p.gap/2, from-p.gap/2
				d.s(`<path fill="`, Light.Paper, `" opacity=".84" d="`)
				d.from(251, start)
				d.arc(251, turn, stop)
				d.to(ring-10, stop)
				d.arc(ring-10, -turn, start)
				d.s(`Z"/>`)
			}
		})
	}
	d.s(`</svg>`)
	return d.b
}
