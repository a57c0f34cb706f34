package chart

import (
	"io"
	"strings"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	colours "github.com/wcharczuk/go-chart/v2/drawing"
)

// A pen is what go-chart draws with. It writes what has a class and leaves out
// the rest: go-chart's own pen writes backgrounds, fonts and colours into the
// drawing, which a strict policy refuses, and texts that it does not escape.
// Coordinates are whole numbers, so charts are drawn at fine times their size.
type pen struct {
	drawing
	style  map[string]string // attributes of each class, in a file
	class  string
	x, y   int // the end of the path
	drawn  bool
	unseen bool // the path has no class
}

// fine is how many units of the drawing make one of the page.
const fine = 10

// What texts take, in units of the drawing: the size of their letters, and
// their height with what keeps them off the axis.
const (
	textSize = 12 * fine
	textTall = 19 * fine
)

// Classes of the parts of a chart; those of lines follow from their number.
const (
	gridClass    = "raster"
	bottomClass  = "as"
	sideClass    = "as zij"
	breakClass   = "breuk"
	pointerClass = "wijs"
	numberClass  = "nr"
)

func (p *pen) ResetStyle()                        { p.class = "" }
func (p *pen) GetDPI() float64                    { return gochart.DefaultDPI }
func (p *pen) SetDPI(float64)                     {}
func (p *pen) SetClassName(class string)          { p.class = class }
func (p *pen) SetStrokeColor(colours.Color)       {}
func (p *pen) SetFillColor(colours.Color)         {}
func (p *pen) SetStrokeWidth(float64)             {}
func (p *pen) SetStrokeDashArray([]float64)       {}
func (p *pen) SetFont(*truetype.Font)             {}
func (p *pen) SetFontColor(colours.Color)         {}
func (p *pen) SetFontSize(float64)                {}
func (p *pen) SetTextRotation(float64)            {}
func (p *pen) ClearTextRotation()                 {}
func (p *pen) QuadCurveTo(_, _, x, y int)         { p.LineTo(x, y) }
func (p *pen) ArcTo(_, _ int, _, _, _, _ float64) {}
func (p *pen) Circle(float64, int, int)           {}
func (p *pen) Save(io.Writer) error               { return nil }

// open starts an element of the class that is set; false when there is none.
func (p *pen) open(element string) bool {
	if p.class == "" {
		return false
	}
	p.s("<", element)
	if p.style != nil {
		p.s(p.style[p.class])
	} else {
		p.s(` class="`, p.class, `"`)
	}
	return true
}

func (p *pen) MoveTo(x, y int) {
	p.x, p.y, p.drawn = x, y, false
	if p.unseen = !p.open("path"); p.unseen {
		return
	}
	p.s(` d="M`)
	p.i(x)
	p.s(" ")
	p.i(y)
	p.s("l")
}

func (p *pen) LineTo(x, y int) {
	if !p.unseen {
		p.b = appendStep(p.b, x-p.x, y-p.y)
	}
	p.x, p.y, p.drawn = x, y, true
}

func (p *pen) Close() {}

// Stroke ends the path. One without a line is a dot.
func (p *pen) Stroke() {
	if p.unseen {
		return
	}
	if !p.drawn {
		p.s("0 0")
	}
	p.s(`"/>`)
	p.unseen = true
}

func (p *pen) Fill()       { p.Stroke() }
func (p *pen) FillStroke() { p.Stroke() }

// MeasureText estimates how wide a text is: the font of the reader is not known.
func (p *pen) MeasureText(text string) gochart.Box {
	return gochart.Box{Right: int(width(text) * textSize), Bottom: textTall, IsSet: true}
}

// Text writes a text whose foot on the left is at (x, y), in a way that does
// not lean on the estimate of its width: below the axis in its middle, beside
// it at its end.
func (p *pen) Text(text string, x, y int) {
	wide, anchor := int(width(text)*textSize), ""
	switch {
	case p.class == bottomClass:
		x, anchor = x+wide/2, "middle"
	case strings.HasPrefix(p.class, sideClass):
		x, y, anchor = x+wide-6*fine, y-textTall/2+textSize/3, "end"
	}
	if !p.open("text") {
		return
	}
	if anchor != "" {
		p.s(` text-anchor="`, anchor, `"`)
	}
	p.s(` x="`)
	p.i(x)
	p.s(`" y="`)
	p.i(y)
	p.s(`">`)
	p.esc(text)
	p.s("</text>")
}
