package chart

import "math"

const (
	labelOn   = 224.0 // baseline of names that read clockwise
	labelSize = 14.0
	leading   = 1.1  // of a name on two lines, in font sizes
	tall      = 0.74 // height of a capital, in font sizes
)

// labels writes each theme's name along the circle. There are two paths, one
// for each half: below the middle a name runs the other way, so that it reads
// from left to right there too.
func (d *drawing) labels() {
	p, ok := d.plan()
	if !ok {
		return
	}
	const back = labelOn + tall*labelSize
	id := d.w.ID
	d.s(`<defs><path id="`, id, `o" d="`)
	d.from(labelOn, 180)
	d.arc(labelOn, 359.9, 179.9)
	d.s(`"/><path id="`, id, `u" d="`)
	d.from(back, 0)
	d.arc(back, -359.9, 0.1)
	d.s(`"/></defs><g`)
	d.ink("lbl", ` font-size="14" font-weight="600"`)
	d.s(`>`)
	d.each(p, func(s *Sector, from, to float64) {
		d.label(s.Label, (from+to)/2, min(170, to-from+p.gap/2))
	})
	d.s(`</g>`)
}

// label writes one name around the angle middle, in so many degrees.
func (d *drawing) label(name string, middle, degrees float64) {
	l, size := fit(name, degrees*math.Pi/180*labelOn)
	lower := middle > 90 && middle < 270
	for k := range l.n {
		away := float64(l.n-1-k) * leading * size // from the circle
		if lower {
			away = (labelSize-size)*tall - float64(k)*leading*size
		}
		d.s(`<text`)
		if size < labelSize {
			d.s(` font-size="`)
			d.f(size)
			d.s(`"`)
		}
		if away != 0 {
			d.s(` dy="`)
			d.f(-away)
			d.s(`"`)
		}
		d.s(`><textPath href="#`, d.w.ID)
		if lower {
			d.s(`u" startOffset="`)
			d.f((360 - middle) / 3.6)
		} else {
			d.s(`o" startOffset="`)
			d.f(math.Mod(middle+180, 360) / 3.6)
		}
		d.s(`%">`)
		d.esc(l.text[k])
		d.s(`</textPath></text>`)
	}
}

// fit chooses lines and size for a name in so many units: one line while that
// can be read, else two.
func fit(name string, room float64) (lines, float64) {
	l := wrap(name, 1)
	size := room / max(1, l.widest())
	if size < 11 {
		l = wrap(name, 2)
		size = min(11, room/max(1, l.widest()))
	}
	return l, min(labelSize, size)
}
