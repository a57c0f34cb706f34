package render

import (
	"html"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// The tables of regions are appended here and not by a template: an edition of
// the whole country has a million rows, and these are most of its bytes. They
// leave out the end tags that HTML lets out, and what a column has in common
// is said by the style sheet, once.

// tables appends the tables of a region's own page, one per theme, each folded
// under a line that says what is in it: the figure with its margin and class,
// the differences, the line of the years, and the figures of all years, which
// the page shows when asked.
func (p *Place) tables() []byte {
	p.html = p.html[:0]
	seen := signs{}
	for t := range p.r.m.Themes {
		if len(p.r.themes[t]) > 0 {
			p.themeTable(t, &seen)
		}
	}
	p.html = p.r.appendSigns(p.html, &seen)
	return p.html
}

func (p *Place) add(parts ...string) {
	for _, part := range parts {
		p.html = append(p.html, part...)
	}
}

func (p *Place) themeTable(t int, seen *signs) {
	r, theme := p.r, &p.r.m.Themes[t]
	p.add(`<section class="thema" id="thema-`, theme.Key, `" aria-labelledby="kop-`, theme.Key, `"><h3 id="kop-`, theme.Key, `">`, html.EscapeString(theme.Label))
	if s := p.all.Scores[t]; s.Known && !isReference(&p.all) {
		p.add(` <small>`, p.r.scoreWords[s.Class], `</small>`)
	}
	p.add(`</h3>`)
	if slices.Contains(p.themes, t) {
		p.add(`<p class="naar"><a href="`, theme.Key, `/"><span class="verborgen">`, html.EscapeString(theme.Label), `: </span>`, p.compares(), `</a>`)
	}
	p.add(`<details`)
	if r.retired(&r.m.Regions[p.index]) {
		p.add(` open`) // there is nothing else on its page
	}
	p.add(`><summary><span class="verborgen">`, html.EscapeString(theme.Label), `. </span>`, p.folded(t), `</summary>`)
	year := mainPeriod(p.all.Items, r.themes[t])
	p.add(`<div class="rol"><table class="cijfer`, p.kind(), `"><thead><tr><th scope="col">`, r.Say("Onderwerp"), `<th scope="col">`, r.Say("Cijfer"))
	if year >= 0 {
		p.add(` `, r.m.Periods[year].Label)
	}
	p.add(r.columns, "<tbody>")
	for _, i := range r.themes[t] {
		p.row(i, year, seen)
	}
	p.add(`</table></div><p class="bron">`, r.sourceHTML[t], "</details></section>\n")
}

// folded says what a theme's table holds while it is shut: how many topics, and
// of how many the figure is higher, lower, or not there.
func (p *Place) folded(t int) string {
	r, higher, lower, gaps, average := p.r, 0, 0, 0, 0
	for _, i := range p.r.themes[t] {
		item := &p.all.Items[i]
		switch step := item.Class.Step(); {
		case !item.Figure.Known():
			gaps++
		case item.Class == model.NotCompared || isReference(&p.all):
		case step > 0:
			higher++
		case step < 0:
			lower++
		default:
			average++
		}
	}
	var said []string
	add := func(n int, words string) {
		if n > 0 {
			said = append(said, r.Sayf(words, n))
		}
	}
	add(higher, language.Word("%d hoger"))
	add(lower, language.Word("%d lager"))
	if len(said) == 0 && average > 0 {
		said = append(said, r.Say("niets hoger of lager"))
	}
	add(gaps, language.Word("%d zonder cijfer"))
	topics := r.Sayf("Tabel van %s", r.plural(len(r.themes[t]), "onderwerp", "onderwerpen"))
	if len(said) == 0 || r.retired(&r.m.Regions[p.index]) { // of which the newest figures are of no year
		return topics
	}
	return topics + ": " + strings.Join(said, ", ")
}

// kind names the columns that a region's tables do without.
func (p *Place) kind() string {
	if g := &p.r.m.Regions[p.index]; g.Level > model.Municipality && g.Municipality >= 0 {
		return ""
	}
	return " zonder-gm"
}

// mainPeriod returns the period that most figures are of; −1 when none is known.
func mainPeriod(items []profile.Item, indicators []int) int {
	return mostOf(indicators, func(i int) int { return items[i].Period })
}

// mostOf returns the period that most indicators have, the latest of equals; −1
// when none has one.
func mostOf(indicators []int, period func(i int) int) int {
	best, most := -1, 0
	var room [64]int
	periods := room[:0]
	for _, i := range indicators {
		periods = append(periods, period(i))
	}
	for _, p := range periods {
		n := 0
		for _, other := range periods {
			if other == p {
				n++
			}
		}
		if p >= 0 && (n > most || n == most && p > best) {
			best, most = p, n
		}
	}
	return best
}

// row appends one indicator.
func (p *Place) row(i, year int, seen *signs) {
	item, ind := &p.all.Items[i], &p.r.m.Indicators[i]
	p.add(p.r.rowHeads[len(p.root)/3][i])
	p.html = p.r.appendFigureCell(p.html, item, p.r.coverage(&p.all, item), year, seen)
	p.html = p.r.appendClassCell(p.html, item, ind)
	p.add("<td>")
	if !isReference(&p.all) {
		p.html = p.r.appendMinus(p.html, item.Figure, item.Reference, ind)
	}
	p.add("<td>")
	p.html = p.r.appendMinus(p.html, item.Figure, item.Municipality, ind)
	if len(p.r.m.Periods) > 1 {
		p.add("<td>")
		p.html = chart.AppendLine(p.html, p.line(p.index, 0, i, false))
		p.html = p.r.appendYears(p.html, p.index, 0, i, seen)
	}
	p.html = append(p.html, '\n')
}

// appendFigureCell appends a figure with its margin, and with its year where
// that is not the one above the column.
func (r *Renderer) appendFigureCell(b []byte, item *profile.Item, coverage string, year int, seen *signs) []byte {
	ind := &r.m.Indicators[item.Indicator]
	if state := item.Figure.State(); state != model.Known {
		seen.state[state] = true
		return r.appendGap(append(b, `<td class="gat">`...), state)
	}
	b = r.appendFigure(append(b, "<td>"...), item.Figure, ind)
	if slices.Contains(ind.Provisional, item.Period) {
		seen.provisional = true
		b = append(b, '*')
	}
	if item.Period != year {
		b = append(append(append(b, " <i>"...), r.m.Periods[item.Period].Label...), "</i>"...)
	}
	b = r.appendMarginOf(b, item, ind)
	if coverage != "" {
		b = append(append(append(b, "<small>"...), coverage...), "</small>"...)
	}
	return b
}

// appendMarginOf appends the margin of a figure in small print.
func (s *speech) appendMarginOf(b []byte, item *profile.Item, ind *model.Indicator) []byte {
	start := len(b)
	b = append(b, "<small>"...)
	margin := len(b)
	b = s.appendMargin(b, item.Interval, item.Figure, ind)
	if len(b) == margin {
		return b[:start]
	}
	return append(b, "</small>"...)
}

// appendGap appends the sign and the word of a gap, with a link to what it means.
func (r *Renderer) appendGap(b []byte, s model.State) []byte {
	return append(b, r.gapHTML[s]...)
}

// appendClassCell appends how a figure compares, in a word and a colour.
func (s *speech) appendClassCell(b []byte, item *profile.Item, ind *model.Indicator) []byte {
	if item.Class == model.NotCompared {
		return append(b, "<td>"...)
	}
	b = append(append(b, `<td class="`...), chart.ClassName(item.Class, ind.Polarity)...)
	return append(append(b, `">`...), s.classWords[item.Class]...)
}

// appendYears appends a cell per period. The unit stands in the row's heading.
func (r *Renderer) appendYears(b []byte, region, group, i int, seen *signs) []byte {
	ind := &r.m.Indicators[i]
	for period := range r.m.Periods {
		f := r.m.Cube.At(region, group, i, period)
		if len(ind.Breaks) > 0 && slices.Contains(ind.Breaks, period) {
			b = append(b, `<td class="b">`...)
		} else {
			b = append(b, "<td>"...)
		}
		v, known := f.Value()
		if !known {
			seen.state[f.State()] = true
			b = append(b, r.gaps[f.State()].sign...)
			continue
		}
		b = r.appendScaled(b, model.Scaled(v, ind.Decimals), ind.Decimals)
		if len(ind.Provisional) > 0 && slices.Contains(ind.Provisional, period) {
			seen.provisional = true
			b = append(b, '*')
		}
	}
	return b
}
