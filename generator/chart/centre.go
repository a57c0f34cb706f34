package chart

import "math"

// A row is a line in the centre.
type row struct {
	text   string
	class  string
	size   float64
	lead   float64 // from the row above
	dashes bool    // a piece of the dashed circle goes above it
}

const (
	hole  = 90.0 // radius that the words keep to
	plain = 0.9  // width of plain letters beside bold ones
)

// centre writes place, group, comparison and edition in the middle. A short
// dashed line above the comparison says what the dashed circle is.
func (d *drawing) centre() {
	var room [9]row
	rows := d.rows(room[:0])
	if len(rows) == 0 {
		return
	}
	rows[0].lead = rows[0].size * tall
	height := 0.0
	for i := range rows {
		height += rows[i].lead
	}
	y := -height / 2
	for i := range rows {
		y += rows[i].lead
		if rows[i].dashes {
			d.s(`<path d="M-21`)
			d.next(y - 17.5)
			d.s(`H21"`)
			d.dashed()
			d.s(`/>`)
		}
		d.row(&rows[i], y)
	}
}

// rows appends the lines of the centre: at most three, two, one and one.
func (d *drawing) rows(rows []row) []row {
	for i, text := range d.w.Centre {
		switch i {
		case 0:
			l, size := display(text)
			for _, line := range l.text[:l.n] {
				rows = append(rows, row{text: line, class: "c1", size: size, lead: size * 1.08})
			}
		case 1:
			l := wrap(text, 1)
			if l.widest()*plain > 12.5 {
				l = wrap(text, 2)
			}
			lead := 19.0
			for _, line := range l.text[:l.n] {
				rows = append(rows, row{text: line, class: "wie", size: 12.5, lead: lead})
				lead = 15
			}
		case 2:
			rows = append(rows, row{text: text, class: "c2", size: 11.5, lead: 29, dashes: true})
		case 3:
			rows = append(rows, row{text: text, class: "c3", size: 11.5, lead: 16})
		}
	}
	return rows
}

// display chooses lines and size for the name of the place: as few lines as
// keep it large.
func display(name string) (l lines, size float64) {
	for most := 1; most <= 3 && size < 18; most++ {
		try := wrap(name, most)
		if s := min(23, 150/max(1, try.widest())); s > size+1 {
			l, size = try, s
		}
	}
	return l, size
}

// row writes a line at a baseline, smaller where the circle is narrow.
func (d *drawing) row(r *row, y float64) {
	far := max(math.Abs(y), math.Abs(y-r.size*tall))
	wide := max(1, width(r.text))
	if r.class != "c1" {
		wide *= plain
	}
	room := 2 * math.Sqrt(max(100, hole*hole-far*far))
	d.s(`<text y="`)
	d.f(y)
	d.s(`" font-size="`)
	d.f(min(r.size, room/wide))
	d.s(`"`)
	switch r.class {
	case "c1":
		d.ink("c1", ` font-weight="700"`)
	case "wie":
		if d.w.Switch {
			d.s(` class="wie"`)
		}
	case "c3":
		d.ink("c3", ` fill="`, Light.Soft, `"`)
	}
	d.s(`>`)
	d.esc(r.text)
	d.s(`</text>`)
}
