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
			d.s(`"><title>`)
			d.esc(s.Title)
			d.s(`</title>`)
			d.use(s, from+p.step*(float64(j)+0.5))
			d.s(`</a>`)
		}
	})
}

// slices draws the slices for a file, a colour at a time.
func (d *drawing) slices(p plan) {
	d.s(`<g`)
	if !d.small {
		d.s(` stroke="`, Light.Line, `" stroke-width=".6"`)
	}
	d.s(`>`)
	for t := favourable2; t <= hatched; t++ {
		if p.tones&(1<<t) == 0 {
			continue
		}
		d.s(`<g`)
		if t != hatched {
			d.s(` fill="`, Light.Fill[t], `"`)
		}
		d.s(`>`)
		d.each(p, func(sector *Sector, from, _ float64) {
			for j := range sector.Slices {
				if s := &sector.Slices[j]; s.tone() == t {
					d.use(s, from+p.step*(float64(j)+0.5))
				}
			}
		})
		d.s(`</g>`)
	}
	d.s(`</g>`)
}

// use places a slice.
func (d *drawing) use(s *Slice, angle float64) {
	d.s(`<use href="#`, d.w.ID)
	d.i(s.length())
	d.s(`"`)
	if d.page {
		d.s(` class="`, names[s.tone()], `"`)
	}
	d.s(` transform="rotate(`)
	d.f(angle)
	d.s(`)"/>`)
}

// scores draws the ring of theme scores.
func (d *drawing) scores(p plan) {
	d.s(`<g`)
	d.ink("ring", ` fill="none" stroke-width="16"`)
	d.s(`>`)
	d.each(p, func(s *Sector, from, to float64) {
		d.s(`<path`)
		switch t := s.tone(); {
		case t == hatched:
			d.s(` stroke="url(#`, d.w.ID, `h)"`)
		case d.page:
			d.s(` class="`, names[t], `"`)
		default:
			d.s(` stroke="`, Light.Fill[t], `"`)
		}
		d.s(` d="`)
		d.from(ring, from)
		d.arc(ring, to-from, min(to, from+359.9))
		d.s(`"/>`)
	})
	d.s(`</g>`)
	if !d.small {
		d.signs(p)
	}
}

// signs puts ++, +, − or −− on the ring: colour is not its only channel.
func (d *drawing) signs(p plan) {
	d.s(`<g`)
	d.ink("sg", ` stroke="`, Light.Ink, `" stroke-width="1.6"`)
	d.s(`>`)
	d.each(p, func(s *Sector, from, to float64) {
		t := s.tone()
		x, y := at(ring, (from+to)/2)
		switch t {
		case favourable1, unfavourable1:
			d.s(`<path d="`)
			d.sign(x, y, 7, t == favourable1)
			d.s(`"/>`)
		case favourable2, unfavourable2:
			d.s(`<path`)
			d.ink("op", ` stroke="`, Light.Paper, `"`)
			d.s(` d="`)
			d.sign(x-3.3, y, 5, t == favourable2)
			d.sign(x+3.3, y, 5, t == favourable2)
			d.s(`"/>`)
		}
	})
	d.s(`</g>`)
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
