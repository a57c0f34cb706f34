package render

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/years"
)

// Years appends the page with the figures of a region in every period, for the
// whole population.
func (r *Renderer) Years(b []byte, index int) []byte {
	g := &r.m.Regions[index]
	path := Path(r.m, index) + "jaren/"
	crumbs := append(r.regionCrumbs(path, index), layout.Link{Text: "Alle jaren", Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := years.Page{
		Frame: r.frame(path, r.regionTitle("Alle jaren van ", g), "De cijfers van "+g.Name+" door de jaren heen, voor de totale bevolking.", crumbs),
		Name:  g.Name, Back: "../", Life: r.life(g, path),
		Lead: "De cijfers van de totale bevolking, van jaar tot jaar. De stippellijn is " + r.country + ". Een onderbroken lijn betekent: geen cijfer, of niet te vergelijken met het jaar ervoor.",
	}
	for i := range r.m.Periods {
		page.Years = append(page.Years, r.m.Periods[i].Label)
	}
	seen, provisional := [model.StateCount]bool{}, false
	for t := range r.m.Themes {
		theme := years.Theme{Key: r.m.Themes[t].Key, Label: r.m.Themes[t].Label, Source: r.source[t]}
		for _, i := range r.themes[t] {
			theme.Rows = append(theme.Rows, r.yearsRow(index, i, path, &seen))
			provisional = provisional || len(r.m.Indicators[i].Provisional) > 0
		}
		if len(theme.Rows) > 0 {
			page.Themes = append(page.Themes, theme)
		}
	}
	for s, there := range seen {
		if there {
			page.Signs = append(page.Signs, years.Sign{Sign: gaps[s].sign, Word: gaps[s].word, Explanation: gaps[s].explanation})
		}
	}
	if provisional {
		page.Signs = append(page.Signs, years.Sign{Sign: "*", Word: "voorlopig cijfer", Explanation: "De bron kan dit cijfer nog veranderen."})
	}
	return appendPage(b, years.View(&page))
}

// yearsRow prints one indicator in every period, and draws its line.
func (r *Renderer) yearsRow(region, indicator int, path string, seen *[model.StateCount]bool) years.Row {
	ind := &r.m.Indicators[indicator]
	row := years.Row{Key: ind.Key, Href: rootOf(path) + "indicatoren/" + ind.Key + "/", Title: ind.Title, Unit: unitOf(ind)}
	var line chart.Line
	var missing []string
	first, last := "", ""
	for p := range r.m.Periods {
		f := r.m.Cube.At(region, 0, indicator, p)
		v, known := f.Value()
		point := chart.Point{Value: v, Known: known, Break: slices.Contains(ind.Breaks, p)}
		cell := years.Cell{Figure: gaps[f.State()].sign, Gap: gaps[f.State()].word}
		if known {
			cell = years.Cell{Figure: formatFigure(f, ind), Provisional: slices.Contains(ind.Provisional, p)}
			last = cell.Figure + " in " + r.m.Periods[p].Label
			if first == "" {
				first = last
			}
		} else {
			seen[f.State()] = true
			missing = append(missing, r.m.Periods[p].Label+" "+gaps[f.State()].word)
		}
		if point.Break {
			row.Note = "andere meting vanaf " + r.m.Periods[p].Label
		}
		line.Points = append(line.Points, point)
		line.Reference = append(line.Reference, r.referencePoint(region, indicator, p, point.Break))
		row.Cells = append(row.Cells, cell)
	}
	line.Least = r.leastRange(region, indicator)
	line.Label = lineLabel(ind.Title, first, last, missing)
	row.Line = string(chart.AppendLine(nil, &line))
	return row
}

// referencePoint is the country in one period. A count is not compared, so the
// country's is no reference; nor is the country its own.
func (r *Renderer) referencePoint(region, indicator, period int, breaks bool) chart.Point {
	v, known := r.base.Reference(indicator, period).Value()
	return chart.Point{Value: v, Known: known && region != 0 && r.m.Indicators[indicator].Compared(), Break: breaks}
}

// leastRange is the change that a line must show at full height: two spreads,
// which tell most municipalities apart; of a count a fifth of itself.
func (r *Renderer) leastRange(region, indicator int) float64 {
	least := 0.0
	for p := range r.m.Periods {
		if s, ok := r.base.Spread(indicator, p); ok {
			least = max(least, 2*s)
		} else if v, known := r.m.Cube.At(region, 0, indicator, p).Value(); known && !r.m.Indicators[indicator].Compared() {
			least = max(least, v/5)
		}
	}
	return least
}

// lineLabel is the text equivalent of a line.
func lineLabel(title, first, last string, missing []string) string {
	if first == "" {
		return title + ": geen cijfers."
	}
	text := fmt.Sprintf("%s: van %s naar %s.", title, first, last)
	if first == last {
		text = fmt.Sprintf("%s: %s.", title, first)
	}
	if len(missing) > 0 {
		text += " Geen cijfer: " + strings.Join(missing, ", ") + "."
	}
	return text
}
