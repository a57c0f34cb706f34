package chart

import "wijkmonitor/generator/model"

// A MapFile is a map that stands by itself, with its key and its source.
type MapFile struct {
	Map
	Foot []string // below the map: source, edition
	Key  []MapKey
}

// A MapKey is one line of the key: what a colour means, and of how many regions.
type MapKey struct {
	Fill Fill
	Word string
}

const (
	fileHead = 64 // above the map, for the title
	fileLine = 22 // of a line below it
)

// AppendMapFile appends a map as a file of its own, on paper that shows on
// light and dark pages alike. Colours are attributes, since a strict policy
// blocks styles in an SVG that is opened by itself.
func AppendMapFile(b []byte, m *MapFile) []byte {
	d := drawing{b: b, w: &Wheel{ID: "k", Title: m.Title, Desc: m.Desc}}
	tall := m.Height()
	d.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	d.i(m.Wide)
	d.s(` `)
	d.i(tall)
	d.s(`" width="`)
	d.i(m.Wide)
	d.s(`" height="`)
	d.i(tall)
	d.s(`" role="img" font-family="`, fonts, `" font-size="14" fill="`, Light.Ink, `"`)
	d.named()
	d.s(`<defs>`)
	d.gapPatterns()
	d.s(`</defs><path fill="`, Light.Paper, `" d="M0 0H`)
	d.i(m.Wide)
	d.s(`V`)
	d.i(tall)
	d.s(`H0Z"/>`)
	title := inLines(m.Title, 18, m.Wide, 2)
	for i, line := range title.text[:title.n] {
		d.line(12, 26+i*fileLine, 18, line)
	}
	d.s(`<g transform="translate(0 `)
	d.i(fileHead)
	d.s(`)" stroke="`, Light.Paper, `" stroke-width=".8" stroke-linejoin="round" fill-rule="evenodd">`)
	for i := range m.Shapes {
		s := &m.Shapes[i]
		d.s(`<path d="`, s.Path, `"`)
		d.paint(&s.Fill)
		d.s(`><title>`)
		d.esc(s.Name)
		d.s(`: `)
		d.esc(s.Says)
		d.s(`</title></path>`)
	}
	d.s(`</g>`)
	d.mapKey(m, fileHead+m.Tall+fileLine)
	return append(d.b, "</svg>\n"...)
}

// Height is how high the file is, beside Wide.
func (m *MapFile) Height() int {
	tall := fileHead + m.Tall + fileLine*(len(m.Key)+1)
	for _, text := range m.Foot {
		foot := inLines(text, 12, m.Wide, 3)
		tall += fileLine * foot.n
	}
	return tall
}

// inLines wraps a text of a font size where the drawing is wide.
func inLines(text string, size, wide, most int) lines {
	n := int(width(text)*float64(size))/(wide-24) + 1
	return wrap(text, min(n, most))
}

// mapKey writes what the colours mean, and the source.
func (d *drawing) mapKey(m *MapFile, y int) {
	for i := range m.Key {
		d.s(`<path transform="translate(12 `)
		d.i(y - 12)
		d.s(`)" d="M0 0H22V14H0Z" stroke="`, Light.Line, `"`)
		d.paint(&m.Key[i].Fill)
		d.s(`/>`)
		d.line(42, y, 14, m.Key[i].Word)
		y += fileLine
	}
	for _, text := range m.Foot {
		foot := inLines(text, 12, m.Wide, 3)
		for _, line := range foot.text[:foot.n] {
			d.line(12, y, 12, line)
			y += fileLine
		}
	}
}

func (d *drawing) line(x, y, size int, text string) {
	d.s(`<text x="`)
	d.i(x)
	d.s(`" y="`)
	d.i(y)
	d.s(`" font-size="`)
	d.i(size)
	d.s(`">`)
	d.esc(text)
	d.s(`</text>`)
}

// paint writes the colour itself.
func (d *drawing) paint(f *Fill) {
	switch {
	case f.State != model.Known:
		d.s(` fill="url(#g`)
		d.i(int(f.State))
		d.s(`)"`)
	case f.Class == model.NotCompared:
		d.s(` fill="`, Light.Wash, `"`)
	default:
		d.s(` fill="`, Light.Fill[toneOf(f.Class, f.Polarity)], `"`)
	}
	if f.Muted {
		d.s(` fill-opacity=".35"`)
	}
}
