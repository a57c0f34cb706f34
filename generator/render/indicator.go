package render

import (
	"cmp"
	"math"
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/indicator"
	"wijkmonitor/templates/layout"
)

// Indicator appends the page of one indicator: what it is, how its figures are
// spread over the municipalities, their map and their order, and the years of
// the country.
func (r *Renderer) Indicator(b []byte, i int) ([]byte, error) {
	ind := &r.m.Indicators[i]
	path := "indicatoren/" + ind.Key + "/"
	p := r.words(path, "indicatoren/"+ind.Key, ind.Title, r.Say("onderwerp"), r.meaning(i), layout.Link{Href: "../", Text: r.Say("Onderwerpen")})
	p.Frame.Take = r.assets.Take
	p.Facts, p.Help = r.indicatorFacts(ind), r.appendHelp(nil, path)
	page := indicator.Page{Words: p}
	if r.base.Period(0, i) >= 0 {
		page.Ranking = r.ranking(0, i, path)
		if page.Spread = r.spread(i); page.Spread != nil {
			page.Spread.Take = r.takesTowns(0, i, r.Say("Gebruik deze grafiek"), path, "spreiding")
		}
		if r.HasMap() && r.Mapped(i) {
			file, root := r.mapFile(i), rootOf(path)+"kaart/"+ind.Key
			page.Map = &indicator.Map{Href: root + "/", File: root + ".svg", Says: file.Desc, Year: r.yearOf(ind, r.base.Period(0, i)), Wide: file.Wide, Tall: file.Height()}
		}
	}
	var err error
	if page.Trends, err = r.trends(i, path); err != nil {
		return nil, err
	}
	return r.appendPage(b, indicator.View(&page)), nil
}

// spread draws the figures of all municipalities; nil when there are fewer than
// three, or when they are counts, which tell how large a place is.
func (r *Renderer) spread(i int) *indicator.Spread {
	ind, period := &r.m.Indicators[i], r.base.Period(0, i)
	s := chart.Scatter{Reference: math.NaN(), Unit: math.Pow10(-ind.Decimals)}
	var values []float64
	for _, region := range r.order {
		item := r.base.Item(region, 0, i, period)
		v, known := item.Figure.Value()
		if !known {
			continue
		}
		dot := chart.ScatterDot{Value: asPrinted(v, ind.Decimals)}
		if item.Class != model.NotCompared {
			dot.Class = chart.ClassName(item.Class, ind.Polarity)
		}
		s.Dots, values = append(s.Dots, dot), append(values, v)
	}
	if len(values) < 3 || !ind.Compared() {
		return nil
	}
	slices.Sort(values)
	slices.SortStableFunc(s.Dots, func(a, b chart.ScatterDot) int { return cmp.Compare(a.Value, b.Value) })
	text := func(v float64) string { return r.formatFigure(model.Number(v), ind) }
	n := len(values)
	s.Low, s.High = text(values[0]), text(values[n-1])
	out := &indicator.Spread{Heading: r.Say("Verdeling over de gemeenten"), Unit: r.unitOf(ind), Year: r.yearOf(ind, period)}
	out.Says = r.Sayf("De cijfers van %d gemeenten lopen van %s tot %s.", n, s.Low, s.High)
	if n >= 8 {
		out.Says += r.Sayf(" De helft ligt tussen %s en %s.", text(values[n/4]), text(values[n-1-n/4]))
	}
	if reference, known := r.base.Reference(i, period).Value(); known {
		s.Reference, s.Average = reference, upperFirst(r.country)+": "+text(reference)
		out.Says += " " + s.Average + "."
	}
	s.Label = r.Say("Elke stip is een gemeente. ") + out.Says
	out.Picture = string(chart.AppendScatter(nil, &s))
	return out
}
