package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// A Trend is how several figures went through the years, on one scale. Lines
// carry the number of their place in the list, which says who they are: colour
// alone tells nobody apart.
type Trend struct {
	Label   string   // its text equivalent
	Periods []string // names; at least two
	Lines   []TrendLine
	Unit    float64              // the step in which figures are printed
	Print   func(float64) string // a figure as it stands at the axis

	Heading string   // of a file
	Notes   []string // below a file: source, year
}

// A TrendLine is one figure: a point for each period.
type TrendLine struct {
	Name, Last string // Last is the last figure, printed: for the list below a file
	Points     []Point
	Whole      bool // of everybody: a thicker line
}

// MaxTrendLines is how many lines can be told apart.
const MaxTrendLines = 12

// The trend is 440 by 250; a line's number stands in the room on the right.
const (
	trendWide, trendTall = 440, 250
	trendRight           = 34
	trendNumber          = 14 // at least between two numbers
)

// AppendTrend appends the drawing for a page. Numbers in it refer to a list
// that the page gives.
func AppendTrend(b []byte, t *Trend) ([]byte, error) {
	p := pen{drawing: drawing{b: b, w: &Wheel{}, page: true}, unseen: true}
	p.s(`<svg class="reeksen" viewBox="0 0 `)
	p.i(trendWide * fine)
	p.s(" ")
	p.i(trendTall * fine)
	p.s(`" role="img" aria-label="`)
	p.esc(t.Label)
	p.s(`">`)
	err := t.draw(&p)
	p.s("</svg>")
	return p.b, err
}

// draw lets go-chart place the axes and the lines.
func (t *Trend) draw(p *pen) error {
	ticks, axis := t.scale(), t.years()
	low, high := ticks[0].Value, ticks[len(ticks)-1].Value
	line := gochart.Style{StrokeWidth: 1, StrokeColor: gochart.ColorBlack}
	with := func(class string) gochart.Style {
		s := line
		s.ClassName = class
		return s
	}
	c := gochart.Chart{
		Width: trendWide * fine, Height: trendTall * fine,
		Background: gochart.Style{Padding: gochart.Box{Top: 10 * fine, Left: 1, Right: trendRight * fine, Bottom: 4 * fine, IsSet: true}},
		XAxis:      gochart.XAxis{Style: with(bottomClass), Ticks: axis},
		// The axis on the left is go-chart's second; it takes its range from the
		// ticks of the first.
		YAxis:          gochart.YAxis{Style: gochart.Hidden(), Ticks: ticks},
		YAxisSecondary: gochart.YAxis{Style: with(sideClass), Ticks: ticks},
	}
	add := func(class string, x, y []float64) {
		c.Series = append(c.Series, gochart.ContinuousSeries{Style: with(class), YAxis: gochart.YAxisSecondary, XValues: x, YValues: y})
	}
	for _, tick := range ticks {
		add(gridClass, []float64{0, float64(len(t.Periods) - 1)}, []float64{tick.Value, tick.Value})
	}
	for _, at := range t.breaks() {
		add(breakClass, []float64{at, at}, []float64{low, high})
	}
	for k := range slices.Backward(t.Lines) { // the first lies on top
		for _, run := range t.Lines[k].runs() {
			add(t.Lines[k].class(k), run.x, run.y)
		}
	}
	c.Elements = append(c.Elements, func(_ gochart.Renderer, box gochart.Box, _ gochart.Style) { t.numbers(p, box, low, high) })
	if err := c.Render(func(int, int) (gochart.Renderer, error) { return p, nil }, nil); err != nil {
		return fmt.Errorf("chart: the years of %s: %w", t.Label, err)
	}
	return nil
}

// class names how a line is drawn.
func (l *TrendLine) class(k int) string {
	if l.Whole {
		return "l heel"
	}
	return "l l" + strconv.Itoa(k%MaxTrendLines)
}

// A run is points without a gap or a break between them.
type run struct{ x, y []float64 }

func (l *TrendLine) runs() (all []run) {
	open := false
	for i, p := range l.Points {
		if !p.Known {
			open = false
			continue
		}
		if !open || p.Break {
			all, open = append(all, run{}), true
		}
		r := &all[len(all)-1]
		r.x, r.y = append(r.x, float64(i)), append(r.y, p.Value)
	}
	return all
}

// breaks lists where a line is broken: between two periods.
func (t *Trend) breaks() (at []float64) {
	for i := 1; i < len(t.Periods); i++ {
		if slices.ContainsFunc(t.Lines, func(l TrendLine) bool { return l.Points[i].Break }) {
			at = append(at, float64(i)-.5)
		}
	}
	return at
}

// years names at most six periods on the axis, the last always.
func (t *Trend) years() (ticks []gochart.Tick) {
	last := len(t.Periods) - 1
	step := last/6 + 1
	for i := range t.Periods {
		tick := gochart.Tick{Value: float64(i)}
		if (last-i)%step == 0 {
			tick.Label = t.Periods[i]
		}
		ticks = append(ticks, tick)
	}
	return ticks
}

// scale divides the axis in three to six round steps that hold all figures,
// none smaller than what is printed.
func (t *Trend) scale() (ticks []gochart.Tick) {
	low, high := math.Inf(1), math.Inf(-1)
	for k := range t.Lines {
		for _, p := range t.Lines[k].Points {
			if p.Known {
				low, high = min(low, p.Value), max(high, p.Value)
			}
		}
	}
	step := roundStep((high-low)/4, t.Unit)
	first, last := math.Floor(low/step), math.Ceil(high/step)
	if last-first < 2 {
		last = first + 2
	}
	for n := first; n <= last; n++ {
		ticks = append(ticks, gochart.Tick{Value: n * step, Label: t.Print(n * step)})
	}
	return ticks
}

// roundStep returns the smallest of 1, 2 and 5 times a power of ten that is at
// least both.
func roundStep(step, least float64) float64 {
	step = max(step, least, math.SmallestNonzeroFloat64)
	power := math.Pow10(int(math.Floor(math.Log10(step))))
	for _, n := range [...]float64{1, 2, 5} {
		if n*power >= step*(1-1e-9) {
			return n * power
		}
	}
	return 10 * power
}

// numbers writes each line's number on the right, as near to its last point as
// the others leave room for.
func (t *Trend) numbers(p *pen, box gochart.Box, low, high float64) {
	type label struct{ line, x, from, y int }
	var labels []label
	for k := range t.Lines {
		for i, point := range slices.Backward(t.Lines[k].Points) {
			if !point.Known {
				continue
			}
			y := box.Bottom - int(math.Ceil((point.Value-low)/(high-low)*float64(box.Height())))
			labels = append(labels, label{k, box.Left + int(math.Ceil(float64(i)/float64(len(t.Periods)-1)*float64(box.Width()))), y, y})
			break
		}
	}
	slices.SortStableFunc(labels, func(a, b label) int { return a.from - b.from })
	for i := 1; i < len(labels); i++ { // down, then up from the foot
		labels[i].y = max(labels[i].y, labels[i-1].y+trendNumber*fine)
	}
	foot := box.Bottom + trendNumber*fine/2
	for i := len(labels) - 1; i >= 0 && labels[i].y > foot; i-- {
		labels[i].y, foot = foot, foot-trendNumber*fine
	}
	for _, l := range labels {
		p.SetClassName(pointerClass)
		p.MoveTo(l.x+3*fine, l.from)
		p.LineTo(box.Right+14*fine, l.y)
		p.Stroke()
		p.SetClassName(numberClass)
		p.Text(strconv.Itoa(l.line+1), box.Right+17*fine, l.y+textSize/3)
	}
}
