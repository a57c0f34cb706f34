package render

import (
	"fmt"
	"html"
	"math"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/indicator"
)

// A trendSet is which groups of a classification one chart shows: those that
// are no part of another, or a group with its parts.
type trendSet struct {
	key, heading string
	groups       []int // the first line is of everybody
}

// trendSets divides the groups that have figures of the country over charts
// that hold no more lines than can be told apart.
func (r *Renderer) trendSets(i int) (sets []trendSet) {
	has := func(g int) bool { return !r.m.Groups[g].Hidden && r.trendYears(g, i) > 1 }
	if r.trendYears(0, i) < 2 {
		return nil
	}
	for c := range r.m.Classifications {
		if r.m.Indicators[i].Kind == model.Count {
			break // beside everybody, all groups lie on the floor
		}
		var top []int
		inside := map[int][]int{}
		for g := 1; g < len(r.m.Groups); g++ {
			group := &r.m.Groups[g]
			switch {
			case group.Classification != c || !has(g):
			case group.Parent > 0:
				inside[group.Parent] = append(inside[group.Parent], g)
			default:
				top = append(top, g)
			}
		}
		class := &r.m.Classifications[c]
		if len(top) > 0 {
			sets = append(sets, trendSet{class.Key, class.Label, top})
		}
		for _, whole := range top {
			if len(inside[whole]) > 0 {
				label := r.m.Groups[whole].Label
				sets = append(sets, trendSet{class.Key + "-" + r.m.Groups[whole].Key, class.Label + ": " + label, append([]int{whole}, inside[whole]...)})
			}
		}
	}
	if len(sets) == 0 {
		sets = append(sets, trendSet{key: "totaal", heading: r.m.Groups[0].Label})
	}
	for k := range sets {
		sets[k].groups = append([]int{0}, sets[k].groups[:min(len(sets[k].groups), chart.MaxTrendLines-1)]...)
	}
	return sets
}

// trendYears counts the periods of which there is a figure of the country.
func (r *Renderer) trendYears(group, i int) (n int) {
	for period := range r.m.Periods {
		if r.m.Cube.At(0, group, i, period).Known() {
			n++
		}
	}
	return n
}

// trend prepares the chart of a set: from the first period with a figure to
// the last.
func (r *Renderer) trend(i int, set *trendSet) *chart.Trend {
	ind := &r.m.Indicators[i]
	first, last := len(r.m.Periods), 0
	for _, g := range set.groups {
		for period := range r.m.Periods {
			if r.m.Cube.At(0, g, i, period).Known() {
				first, last = min(first, period), max(last, period)
			}
		}
	}
	t := &chart.Trend{Unit: math.Pow10(-ind.Decimals), Print: func(v float64) string { return r.formatFigure(model.Number(v), ind) }}
	for _, p := range r.m.Periods[first : last+1] {
		t.Periods = append(t.Periods, p.Label)
	}
	says := make([]string, 0, len(set.groups))
	for _, g := range set.groups {
		line := chart.TrendLine{Name: r.m.Groups[g].Label, Whole: g == 0}
		from, to := -1, -1
		for period := first; period <= last; period++ {
			v, known := r.m.Cube.At(0, g, i, period).Value()
			line.Points = append(line.Points, chart.Point{Value: asPrinted(v, ind.Decimals), Known: known, Break: r.breaks(ind, period)})
			if known && from < 0 {
				from = period
			}
			if known {
				to = period
			}
		}
		says = append(says, r.Sayf("%s: van %s naar %s", line.Name, r.figureIn(g, i, from), r.figureIn(g, i, to)))
		if line.Last = r.figureIn(g, i, to); to == last {
			line.Last, _, _ = strings.Cut(line.Last, r.Say(" in ")) // the last year on the axis goes without saying
		}
		t.Lines = append(t.Lines, line)
	}
	t.Label = r.Sayf("%s in %s, van %s tot en met %s. %s.", ind.Title, r.country, t.Periods[0], t.Periods[len(t.Periods)-1], strings.Join(says, "; "))
	return t
}

func (r *Renderer) breaks(ind *model.Indicator, period int) bool {
	for _, p := range ind.Breaks {
		if p == period {
			return true
		}
	}
	return false
}

// figureIn prints a figure of the country with its period: 8,1% in 2015.
func (r *Renderer) figureIn(group, i, period int) string {
	ind, star := &r.m.Indicators[i], ""
	for _, p := range ind.Provisional {
		if p == period {
			star = "*"
		}
	}
	return r.formatFigure(r.m.Cube.At(0, group, i, period), ind) + star + r.Say(" in ") + r.m.Periods[period].Label
}

// trends is how the figures of the country went through the years, of
// everybody and of each group; nil when there are fewer than two.
func (r *Renderer) trends(i int, path string) (*indicator.Trends, error) {
	sets := r.trendSets(i)
	if len(sets) == 0 {
		return nil, nil
	}
	ind := &r.m.Indicators[i]
	out := &indicator.Trends{Country: r.country, Unit: r.unitOf(ind), Broken: len(ind.Breaks) > 0}
	shown := map[int]bool{}
	for k := range sets {
		t := r.trend(i, &sets[k])
		picture, err := chart.AppendTrend(nil, t)
		if err != nil {
			return nil, err
		}
		c := indicator.Trend{Heading: sets[k].heading, Picture: string(picture), Take: r.takesTrend(i, sets[k].heading, path, "verloop")}
		for n, g := range sets[k].groups {
			c.Lines = append(c.Lines, indicator.TrendLine{Name: t.Lines[n].Name, Last: t.Lines[n].Last})
			shown[g] = true
			if g > 0 {
				out.Caution = r.caution
			}
		}
		out.Charts = append(out.Charts, c)
	}
	out.Table = r.trendTable(i, shown)
	return out, nil
}

// trendTable is the figures behind the lines.
func (r *Renderer) trendTable(i int, shown map[int]bool) string {
	seen := signs{}
	b := append([]byte(nil), `<section class="breed" tabindex="0" aria-label="`+r.Say("Cijfers van alle jaren")+`"><table class="reeksen"><thead><tr><th scope="col">`+r.Say("Groep")...)
	for _, p := range r.m.Periods {
		b = append(append(b, `<th scope="col">`...), html.EscapeString(p.Label)...)
	}
	b = append(b, "<tbody>"...)
	last := -1
	for g := range r.m.Groups {
		if !shown[g] {
			continue
		}
		if class := r.m.Groups[g].Classification; class != last {
			last = class
			b = fmt.Appendf(b, `<tbody><tr><th colspan="%d" scope="rowgroup" class="indeling">%s`, 1+len(r.m.Periods), html.EscapeString(r.m.Classifications[class].Label))
		}
		b = append(append(b, `<tr><th scope="row">`...), html.EscapeString(r.m.Groups[g].Label)...)
		b = r.appendYears(b, 0, g, i, &seen)
	}
	b = append(b, "</table></section>"...)
	return string(r.appendSigns(b, &seen))
}
