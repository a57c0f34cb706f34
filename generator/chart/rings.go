package chart

import "math"

// The drawing is in units around the centre.
const (
	ring     = 100.0 // middle of the ring of theme scores, 16 wide
	base     = 112.0 // where slices start
	lengthen = 20.0  // one class; the average is three
	circle   = base + 3*lengthen
	end      = base + 5*lengthen
	themeGap = 3.6 // degrees between two themes, at least
	sliceGap = 0.6 // degrees between two slices
)

// A plan is what goes where.
type plan struct {
	step  float64            // degrees of a slice with its part of the space
	gap   float64            // degrees between two themes
	used  uint8              // a bit per length in use; bit 0 is the hatched one
	tones [hatched + 1]uint8 // a bit per length in use, by tone
}

// plan divides the circle; false if there is nothing to divide. The step is in
// fifths of a degree, so that every slice stands exactly where its one decimal
// says; the themes share what is left.
func (d *drawing) plan() (p plan, ok bool) {
	slices, sectors := 0, 0
	for i := range d.w.Sectors {
		s := &d.w.Sectors[i]
		if len(s.Slices) == 0 {
			continue
		}
		sectors++
		if s.tone() == hatched {
			p.used |= 1
		}
		slices += len(s.Slices)
		for j := range s.Slices {
			length := uint8(1) << s.Slices[j].length()
			p.used |= length
			p.tones[s.Slices[j].tone()] |= length
		}
	}
	if slices == 0 {
		return p, false
	}
	p.step = (360 - min(180, themeGap*float64(sectors))) / float64(slices)
	if p.step >= 1 {
		p.step = math.Floor(p.step*5) / 5
	}
	p.gap = (360 - p.step*float64(slices)) / float64(sectors)
	return p, true
}

// length is the shape of a slice: 1 … 5, or 0 for a gap.
func (s *Slice) length() int {
	if s.Gap {
		return 0
	}
	return 3 + s.Class.Step()
}

// each visits the themes that have slices, with the angles where they start
// and end.
func (d *drawing) each(p plan, visit func(s *Sector, from, to float64)) {
	from := p.gap / 2
	for i := range d.w.Sectors {
		s := &d.w.Sectors[i]
		if len(s.Slices) == 0 {
			continue
		}
		start := math.Round(from*10) / 10
		wide := p.step * float64(len(s.Slices))
		visit(s, start, start+wide)
		from += wide + p.gap
	}
}

// wheel draws the slices, the ring and the dashed circle.
func (d *drawing) wheel() {
	if p, ok := d.plan(); ok {
		if d.page {
			d.shapes(p)
			d.links(p)
		} else {
			d.slices(p)
		}
		d.scores(p)
	}
	d.s(`<circle r="172"`)
	d.dashed()
	d.s(`/>`)
}

func (d *drawing) dashed() {
	d.ink("avg", ` fill="none" stroke="`, Light.Ink, `" stroke-width="1.2" stroke-dasharray="3 3"`)
}

// shapes defines each length in use once, over a track of the full length, so
// that a slice of a page costs one short element in its link. A wheel that
// becomes that of another group has all of them, and the signs of the ring.
func (d *drawing) shapes(p plan) {
	id := d.w.ID
	d.s(`<defs>`)
	if d.w.Switch {
		p.used = 1<<6 - 1
		d.signShapes()
	}
	if p.used&1 != 0 {
		d.hatching()
	}
	d.s(`<path id="`, id, `b" class="baan" d="`)
	d.wedge(base, end, min(179.9, p.step/2+0.1))
	d.s(`"/>`)
	for k := range 6 {
		if p.used&(1<<k) == 0 {
			continue
		}
		d.s(`<g id="`, id)
		d.i(k)
		d.s(`"><use href="#`, id, `b"/><path`)
		length := float64(k)
		if k == 0 {
			d.s(` fill="url(#`, id, `h)"`)
			length = 3
		}
		d.s(` d="`)
		d.wedge(base, base+length*lengthen, p.step/2-min(sliceGap/2, p.step/8))
		d.s(`"/></g>`)
	}
	d.s(`</defs>`)
}

func (d *drawing) hatching() {
	d.s(`<pattern id="`, d.w.ID, `h" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" `)
	d.s(`width="5" height="5"><path d="M0 2H5"`)
	d.ink("hl", ` stroke="`, d.palette().Line, `"`)
	d.s(`/></pattern>`)
}
