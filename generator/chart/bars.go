package chart

import (
	"html"
	"strconv"
)

// A Bar is one period of a count.
type Bar struct {
	Label string // 2025
	Text  string // 12.345, or the sign of a gap
	Value float64
	Known bool
	Break bool // not comparable with the period before
}

// The bars stand in a box of 700 × 190: a title of the period below, the figure
// above.
const (
	barsWide, barsTall = 700, 190
	barsTop, barsFoot  = 22, 24
)

// AppendBars appends a count through the years as bars that begin at zero, with
// their figures in it. about names it for who does not see it. A gap has its
// sign and no bar.
func AppendBars(b []byte, about string, bars []Bar) []byte {
	b = append(b, `<svg class="staven" viewBox="0 0 700 190" role="img" aria-label="`...)
	b = append(b, html.EscapeString(about)...)
	b = append(b, `">`...)
	most := 0.0
	for _, bar := range bars {
		if bar.Known {
			most = max(most, bar.Value)
		}
	}
	step := float64(barsWide) / float64(max(len(bars), 1))
	for k, bar := range bars {
		left, middle := int64(float64(k)*step+step*0.14), int64(float64(k)*step+step/2)
		foot, tall := int64(barsTall-barsFoot), int64(0)
		if bar.Known && most > 0 {
			tall = int64(bar.Value/most*(barsTall-barsTop-barsFoot) + 0.5)
		}
		if bar.Known {
			b = appendBar(b, left, foot-tall, int64(step*0.72), tall)
		}
		if bar.Break {
			b = append(b, `<path d="M`...)
			b = strconv.AppendInt(b, int64(float64(k)*step), 10)
			b = append(b, ` 4V186"/>`...)
		}
		b = appendWord(b, middle, foot-tall-6, bar.Text)
		b = appendWord(b, middle, barsTall-6, bar.Label)
	}
	return append(b, `</svg>`...)
}

func appendBar(b []byte, x, y, wide, tall int64) []byte {
	b = strconv.AppendInt(append(b, `<rect x="`...), x, 10)
	b = strconv.AppendInt(append(b, `" y="`...), y, 10)
	b = strconv.AppendInt(append(b, `" width="`...), wide, 10)
	b = strconv.AppendInt(append(b, `" height="`...), tall, 10)
	return append(b, `"/>`...)
}

func appendWord(b []byte, x, y int64, text string) []byte {
	b = strconv.AppendInt(append(b, `<text x="`...), x, 10)
	b = strconv.AppendInt(append(b, `" y="`...), y, 10)
	return append(append(append(b, `">`...), html.EscapeString(text)...), "</text>"...)
}
