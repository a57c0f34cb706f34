package chart

import "math"

// links draws the slices for a page, in the order of the table.
func (d *drawing) links(p plan) {
	d.each(p, func(sector *Sector, from, _ float64) {
		for j := range sector.Slices {
			s := &sector.Slices[j]
			d.s(`<a href="`)
			d.esc(d.w.Href)
			d.s(`#i-`)
			d.esc(s.Key)
			d.s(`"`)
			if d.w.Apart {
				d.s(` target="_blank" rel="noopener"`)
			}
			d.s(`><title>`)
			d.esc(s.Title)
			d.s(`</title>`)
			d.use(s, from+p.step*(float64(j)+0.5))
			d.s(`</a>`)
		}
	})
}

// slices draws the slices for a file: all of one colour and length are the
// dashes of one circle, which costs a few bytes for each.
func (d *drawing) slices(p plan) {
	if p.used&1 != 0 {
		d.s(`<defs>`)
		d.hatching()
		d.s(`</defs>`)
	}
	d.s(`<g fill="none" transform="rotate(-90)">`)
	d.tracks(p)
	d.spokes(p)
	d.s(`</g>`)
}

// spokes draws all slices but their tracks.
func (d *drawing) spokes(p plan) {
	for t := favourable2; t <= hatched; t++ {
		for k := range 6 {
			if p.tones[t]&(1<<k) == 0 {
				continue
			}
			if t.pale() {
				d.dashes(p, t, k, d.palette().Line, 0.6)
			}
			colour := ""
			if t < tones {
				colour = d.palette().Fill[t]
			}
			d.dashes(p, t, k, colour, 0)
		}
	}
}

// pale tells whether a colour needs an edge to stand out from its track.
func (t tone) pale() bool { return t == average || t == lower1 || t == lower2 }

// tracks draws the full length of every theme's slices.
func (d *drawing) tracks(p plan) {
	r := ringPen{d: d, radius: (base + end) / 2}
	d.s(`<circle r="`)
	d.f(r.radius)
	d.s(`" stroke="`, d.palette().Wash, `" stroke-width="100" stroke-dasharray="0`)
	d.each(p, func(_ *Sector, from, to float64) { r.dash(from, to, 0) })
	d.s(` 999"/>`)
}

// dashes draws the slices of one tone and length, wider by an edge. Nothing is
// drawn where there are none.
func (d *drawing) dashes(p plan, t tone, length int, colour string, edge float64) {
	reach := float64(length)
	if length == 0 {
		reach = 3
	}
	r := ringPen{d: d, radius: base + reach*lengthen/2}
	half := p.step/2 - min(sliceGap/2, p.step/8)
	d.each(p, func(sector *Sector, from, _ float64) {
		for j := range sector.Slices {
			s := &sector.Slices[j]
			if s.tone() != t || s.length() != length {
				continue
			}
			if r.at == 0 && !r.open {
				d.s(`<circle r="`)
				d.f(r.radius)
				d.s(`" stroke="`)
				if colour == "" {
					d.s(`url(#`, d.w.ID, `h)`)
				}
				d.s(colour, `" stroke-width="`)
				d.f(reach*lengthen + 2*edge)
				d.s(`" stroke-dasharray="0`)
				r.open = true
			}
			middle := from + p.step*(float64(j)+0.5)
			r.dash(middle-half, middle+half, edge)
		}
	})
	if r.open {
		d.s(` 999"/>`)
	}
}

// A ringPen writes arcs of a circle as dashes. Positions are rounded, not
// lengths, so that errors do not add up.
type ringPen struct {
	d      *drawing
	radius float64
	at     float64 // where the last dash ended, in units along the circle
	open   bool
}

// dash writes the space before an arc and the arc, in degrees.
func (r *ringPen) dash(from, to, edge float64) {
	start := math.Round((from*math.Pi/180*r.radius-edge)*10) / 10
	stop := math.Round((to*math.Pi/180*r.radius+edge)*10) / 10
	r.d.s(" ")
	r.d.f(start - r.at)
	r.d.s(" ")
	r.d.f(stop - start)
	r.at = stop
}

// use places a slice of a page.
func (d *drawing) use(s *Slice, angle float64) {
	d.s(`<use href="#`, d.w.ID)
	d.i(s.length())
	d.s(`" class="`, names[s.tone()], `" transform="rotate(`)
	d.f(angle)
	d.s(`)"/>`)
}

// scores draws the ring of theme scores.
func (d *drawing) scores(p plan) {
	d.s(`<g`)
	d.ink("ring", ` fill="none" stroke-width="16"`)
	d.s(`>`)
	k := 0
	d.each(p, func(s *Sector, from, to float64) {
		if d.sheet {
			d.s(`<use href="#wr`)
			d.i(k)
			d.s(`"`)
			k++
		} else {
			d.s(`<path`)
		}
		switch t := s.tone(); {
		case t == hatched:
			d.s(` stroke="url(#`, d.w.ID, `h)"`)
		case d.page:
			d.s(` class="`, names[t], `"`)
		default:
			d.s(` stroke="`, d.palette().Fill[t], `"`)
		}
		if d.w.Switch {
			d.s(` data-thema="`)
			d.esc(s.Key)
			d.s(`"`)
		}
		if !d.sheet {
			d.s(` d="`)
			d.from(ring, from)
			d.arc(ring, to-from, min(to, from+359.9))
			d.s(`"`)
		}
		d.s(`/>`)
	})
	d.s(`</g>`)
	d.signs(p)
}

// signs puts ++, +, − or −− on the ring: colour is not its only channel.
func (d *drawing) signs(p plan) {
	d.s(`<g`)
	d.ink("sg", ` stroke="`, d.palette().Ink, `" stroke-width="1.6"`)
	d.s(`>`)
	d.each(p, func(s *Sector, from, to float64) {
		t := s.tone()
		x, y := at(ring, (from+to)/2)
		switch {
		case d.w.Switch:
			d.s(`<use href="#`, d.w.ID, `-`, names[t], `" x="`)
			d.f(x)
			d.s(`" y="`)
			d.f(y)
			d.s(`"/>`)
		case t.signed():
			d.signPath(t, "", x, y)
		}
	})
	d.s(`</g>`)
}

// signShapes defines what the ring can say; most tones have no sign, and an
// empty shape.
func (d *drawing) signShapes() {
	for t := favourable2; t <= hatched; t++ {
		if t.signed() {
			d.signPath(t, d.w.ID+"-"+names[t], 0, 0)
		} else if t == average || t >= notJudged {
			d.s(`<g id="`, d.w.ID, `-`, names[t], `"/>`)
		}
	}
}

// signed tells whether a theme score of this tone has a sign.
func (t tone) signed() bool { return t <= unfavourable2 && t != average }

// signPath draws the sign of a tone around a point.
func (d *drawing) signPath(t tone, id string, x, y float64) {
	d.s(`<path`)
	if id != "" {
		d.s(` id="`, id, `"`)
	}
	switch t {
	case favourable1, unfavourable1:
		d.s(` d="`)
		d.sign(x, y, 7, t == favourable1)
	default:
		d.ink("op", ` stroke="`, d.palette().Paper, `"`)
		d.s(` d="`)
		d.sign(x-3.3, y, 5, t == favourable2)
		d.sign(x+3.3, y, 5, t == favourable2)
	}
	d.s(`"/>`)
}

// sign appends a plus or a minus around a point.
func (d *drawing) sign(x, y, size float64, plus bool) {
	y = math.Round(y*10) / 10
	d.s("M")
	d.f(x - size/2)
	d.next(y)
	d.s("h")
	d.f(size)
	if plus {
		d.s("m")
		d.f(-size / 2)
		d.next(-size / 2)
		d.s("v")
		d.f(size)
	}
}
