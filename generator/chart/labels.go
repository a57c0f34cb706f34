package chart

import (
	"math"
	"strings"
	"unicode/utf8"
)

// labels draws an arc per theme and writes its name along it. Below the middle
// the arc runs the other way, so that the name reads from left to right there
// too.
func (d *drawing) labels() {
	step, ok := d.layout()
	if !ok {
		return
	}
	d.s(`<g`)
	d.ink("arc", ` fill="none" stroke="`+Light.Line+`" stroke-width="1.2"`)
	d.s(`>`)
	d.eachTheme(step, d.themeArc)
	d.s(`</g><g`)
	d.ink("lbl", ` font-family="`+fonts+`" font-weight="600" text-anchor="middle" fill="`+Light.Ink+`"`)
	d.s(`>`)
	d.eachTheme(step, d.themeName)
	d.s(`</g>`)
}

// eachTheme calls draw with the angles of every theme that has slices.
func (d *drawing) eachTheme(step float64, draw func(i int, from, to float64)) {
	angle := themeGap / 2
	for i := range d.w.Sectors {
		width := step * float64(len(d.w.Sectors[i].Slices))
		if width > 0 {
			draw(i, angle, angle+width)
		}
		angle += width + themeGap
	}
}

// below tells whether a theme lies in the lower half of the wheel.
func below(from, to float64) bool {
	middle := (from + to) / 2
	return middle > 95 && middle < 265
}

func (d *drawing) themeArc(i int, from, to float64) {
	large, sweep := " 0 0 ", "1 "
	if to-from > 180 {
		large = " 0 1 "
	}
	if below(from, to) {
		from, to, sweep = to, from, "0 "
	}
	d.s(`<path id="`)
	d.s(d.w.ID)
	d.s(`l`)
	d.i(i)
	d.s(`" d="M`)
	d.point(arcRadius, from)
	d.arc(arcRadius, large, sweep, to)
	d.s(`"/>`)
}

func (d *drawing) themeName(i int, from, to float64) {
	away := -7.0 // from the arc, in the direction in which letters hang
	if below(from, to) {
		away = 18
	}
	text := d.w.Sectors[i].Label
	d.s(`<text dy="`)
	d.f(away)
	d.s(`" font-size="`)
	d.f(fit(text, (to-from)*math.Pi/180*arcRadius, 8, 14.5))
	d.s(`"><textPath href="#`)
	d.s(d.w.ID)
	d.s(`l`)
	d.i(i)
	d.s(`" startOffset="50%">`)
	d.esc(text)
	d.s(`</textPath></text>`)
}

const fonts = `system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif`

// fit returns the font size, between least and most, at which a text is about
// as wide as the room. A bold letter is about 0.6 of the size wide.
func fit(text string, room, least, most float64) float64 {
	return max(least, min(most, room/(0.6*float64(max(1, utf8.RuneCountInString(text))))))
}

// centre writes place, group, comparison and edition in the middle.
func (d *drawing) centre() {
	if len(d.w.Centre) == 0 {
		return
	}
	place := split(d.w.Centre[0], 15)
	rest := d.w.Centre[1:]
	size := 22.0
	for _, line := range place {
		size = min(size, fit(line, 165, 10, 22))
	}
	d.s(`<g`)
	d.ink("mid", ` font-family="`+fonts+`" text-anchor="middle" fill="`+Light.Ink+`"`)
	d.s(`>`)
	y := -float64(len(place))*size*0.58 - float64(len(rest))*9 + size
	for _, line := range place {
		d.line(line, "c1", y, size)
		y += size * 1.12
	}
	y += 2
	for i, line := range rest {
		class, most := "c2", 12.5
		if i == len(rest)-1 {
			class, most = "c3", 11.5
		}
		d.line(line, class, y, fit(line, 190, 8, most))
		y += 18
	}
	d.s(`</g>`)
}

func (d *drawing) line(text, class string, y, size float64) {
	d.s(`<text y="`)
	d.f(y)
	d.s(`" font-size="`)
	d.f(size)
	d.s(`"`)
	d.ink(class, map[string]string{"c1": ` font-weight="700"`, "c3": ` fill="` + Light.Soft + `"`}[class])
	d.s(`>`)
	d.esc(text)
	d.s(`</text>`)
}

// split breaks a long name in two or three lines at spaces, as evenly as it can.
func split(name string, most int) []string {
	n := utf8.RuneCountInString(name)
	words := strings.Fields(name)
	if n <= most || len(words) < 2 {
		return []string{name}
	}
	lines := min(3, (n+most-1)/most, len(words))
	per := (n + lines - 1) / lines
	var out []string
	current := ""
	for _, word := range words {
		joined := strings.TrimSpace(current + " " + word)
		if current != "" && len(out) < lines-1 && utf8.RuneCountInString(joined) > per+2 {
			out = append(out, current)
			joined = word
		}
		current = joined
	}
	return append(out, current)
}

// appendEscaped appends text for XML content and quoted attributes; characters
// that XML does not allow become the replacement character.
func appendEscaped(b []byte, text string) []byte {
	for _, c := range text {
		switch {
		case c == '<':
			b = append(b, "&lt;"...)
		case c == '>':
			b = append(b, "&gt;"...)
		case c == '&':
			b = append(b, "&amp;"...)
		case c == '"':
			b = append(b, "&#34;"...)
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r', c == 0xfffe, c == 0xffff:
			b = append(b, "\uFFFD"...)
		default:
			b = utf8.AppendRune(b, c)
		}
	}
	return b
}
