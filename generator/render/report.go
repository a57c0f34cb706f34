package render

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/report"
)

// ReportFolder is the folder, below that of a region, of its report.
const ReportFolder = "rapport/"

// HasReport tells whether the region has a page to print.
func (p *Place) HasReport() bool {
	g := &p.r.m.Regions[p.index]
	return slices.Contains(p.r.m.Reports, g.Level) && !p.r.retired(g) && (p.Any() || p.HasGroups())
}

// Report appends the page to print: everything about the region and all its
// groups. Its address with "#groep-" and a key shows one group alone: rows,
// dots and parts of group n have the class names g and gn, and the style sheet
// hides those of others.
func (p *Place) Report(b []byte) []byte {
	r, g := p.r, &p.r.m.Regions[p.index]
	path := p.path + ReportFolder
	root := rootOf(path)
	crumbs := append(r.regionCrumbs(path, p.index), layout.Link{Text: r.Say("Rapport"), Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := report.Page{
		Frame: r.frame(path, r.regionTitle(r.Say("Rapport over "), g), r.Sayf("Rapport over %s om te printen: samenvatting, alle thema’s en alle groepen.", g.Name), crumbs),
		Name:  g.Name, Kind: p.reportKind(), Back: "../", Notice: r.notice(g), Country: r.country,
		Method: root + "methode/", Words: root + "begrippen/", Edition: r.editionLine(), Sources: r.sources, Scores: r.scoreLines(&p.all),
	}
	page.Frame.CSS = r.assets.ReportCSS
	page.Frame.Foot = r.bareFeet[strings.Count(path, "/")] // sources are a part of the report
	page.Lines = append(sentences(r.inhabitants(&p.all), r.growth(&p.all)), strings.Join(r.comparison(&p.all), " "))
	p.said = p.appendRemarks(p.said[:0], &p.all, "..")
	page.Clear = p.said
	page.Bars = p.bars()
	if p.Any() {
		page.Wheel, page.Alt = "../taart/totaal.svg", r.Say("Profieltaart: ")+p.headingOf(&p.all)
	}
	seen := signs{}
	p.html = p.html[:0]
	if p.HasGroups() {
		page.Caution = r.caution
		for c := range r.m.Classifications {
			p.reportGroups(c, &page)
		}
	}
	groups := len(p.html)
	for t := range r.m.Themes {
		if len(r.themes[t]) > 0 {
			p.reportTheme(t, &seen)
		}
	}
	themes := len(p.html)
	p.html = r.appendSigns(p.html, &seen)
	page.Groups, page.Themes, page.Signs = p.html[:groups], p.html[groups:themes], p.html[themes:]
	return p.r.appendPage(b, report.View(&page))
}

// reportKind says what kind of region the report is about, where it lies, and
// of which edition its figures are: on paper nothing else does.
func (p *Place) reportKind() string {
	r, g := p.r, &p.r.m.Regions[p.index]
	if g.Level == model.District || g.Level == model.Neighbourhood {
		return r.Sayf("%s in %s, editie %d", r.level(g.Level), r.m.Regions[g.Municipality].Name, r.m.Edition)
	}
	return r.Sayf("%s, editie %d", r.level(g.Level), r.m.Edition)
}

// sentences joins what there is to say into one paragraph; none for nothing.
func sentences(said ...string) []string {
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	if len(said) == 0 {
		return nil
	}
	return []string{strings.Join(said, " ")}
}

// bars draws the inhabitants of all years; nothing for fewer than two figures.
func (p *Place) bars() []byte {
	r, i := p.r, p.r.people()
	if i < 0 {
		return nil
	}
	ind, known := &r.m.Indicators[i], 0
	var bars []chart.Bar
	var all []string
	for k := range r.m.Periods {
		f := r.m.Cube.At(p.index, 0, i, k)
		v, is := f.Value()
		bar := chart.Bar{Label: r.year(k), Value: v, Known: is, Break: k > 0 && slices.Contains(ind.Breaks, k)}
		if is {
			known++
			bar.Text = p.r.formatNumber(v, 0)
			all = append(all, bar.Label+": "+bar.Text)
		} else {
			bar.Text = p.r.gaps[f.State()].sign
			all = append(all, bar.Label+": "+p.r.gaps[f.State()].word)
		}
		bars = append(bars, bar)
	}
	if known < 2 {
		return nil
	}
	return chart.AppendBars(nil, r.Sayf("Aantal inwoners. %s.", strings.Join(all, "; ")), bars)
}

// reportGroups appends a part per group of a classification, and the links to
// them.
func (p *Place) reportGroups(c int, page *report.Page) {
	of := p.groupsOf(c)
	if len(of) == 0 {
		return
	}
	choice := report.Choice{Label: p.r.m.Classifications[c].Label}
	for _, g := range of {
		group := &p.r.m.Groups[g.Group]
		choice.Links = append(choice.Links, layout.Link{Href: "#groep-" + group.Key, Text: p.r.Say("Inwoners") + p.r.phraseOf(group)})
		p.reportGroup(g)
	}
	page.Choices = append(page.Choices, choice)
}

// reportGroup appends what there is to say of one group.
func (p *Place) reportGroup(g *profile.Profile) {
	r, group := p.r, &p.r.m.Groups[g.Group]
	p.add(`<section class="deel g k`, strconv.Itoa(1+group.Classification), ` g`, strconv.Itoa(g.Group), `" id="groep-`, group.Key, `"><h2>`, r.Say("Inwoners"), html.EscapeString(p.r.phraseOf(group)),
		` <small>`, html.EscapeString(r.m.Classifications[group.Classification].Label), `</small></h2>`)
	if !g.Any() {
		p.add(`<p>`, html.EscapeString(p.tooFew()), "</p></section>\n")
		return
	}
	p.add(`<div class="samen"><div><p>`, html.EscapeString(r.inhabitants(g)), " ", html.EscapeString(strings.Join(r.comparison(g), " ")), "</p>")
	if p.clear = r.remarkable(g.Items, p.clear); len(p.clear) > 0 {
		p.add("<ul>")
		for _, item := range p.clear {
			p.add("<li>", html.EscapeString(r.m.Indicators[item.Indicator].Title), ": ")
			p.html = r.appendRemark(p.html, g, item)
		}
		p.add("</ul>")
	}
	p.add(`</div><figure class="rapporttaart">`)
	p.html = p.appendWindow(p.html, g, "../", r.Say("Profieltaart: ")+p.headingOf(g), false)
	p.add("</figure></div></section>\n")
}

// tooFew says why a group has no figures.
func (p *Place) tooFew() string {
	return p.r.Sayf("In %s horen te weinig mensen bij deze groep om cijfers te tonen, of hun cijfers zouden een te kleine groep verraden.", p.r.m.Regions[p.index].Name)
}

// reportTheme appends one theme: everybody beside the municipality and the
// country, with the years, and then all groups.
func (p *Place) reportTheme(t int, seen *signs) {
	r, theme := p.r, &p.r.m.Themes[t]
	year := mainPeriod(p.all.Items, r.themes[t])
	p.add(`<section class="deel" aria-labelledby="deel-`, theme.Key, `"><h2 id="deel-`, theme.Key, `">`, html.EscapeString(theme.Label))
	if s := p.all.Scores[t]; s.Known && !isReference(&p.all) {
		p.add(` <small>`, p.r.scoreWords[s.Class], `</small>`)
	}
	p.add("</h2>")
	p.reportPart(t)
	p.add(`<section class="breed" tabindex="0" aria-label="`, html.EscapeString(theme.Label), `, `, r.Say("totale bevolking"), `"><table class="verslag`, p.kind(), `"><thead><tr><th scope="col">`, r.Say("Onderwerp"), `<th scope="col">`, r.Say("Cijfer"))
	if year >= 0 {
		p.add(" ", r.m.Periods[year].Label)
	}
	p.add(`<th scope="col">`, r.Say("Vergeleken"), `<th scope="col">`, html.EscapeString(upperFirst(r.country)), `<th scope="col">`, r.Say("Gemeente"), `<th scope="col">`, r.Say("Op de schaal"), `<th scope="col">`, r.Say("Verloop"), `<tbody>`)
	for _, i := range r.themes[t] {
		p.reportRow(i, year, seen)
	}
	p.add("</table></section>")
	if p.HasGroups() {
		p.reportMatrices(t, seen)
	}
	p.add(`<p class="bron">`, r.sourceHTML[t], "</section>\n")
}

// reportPart appends what a theme comes down to: in sentences, its clearest
// figures, and its part of the wheel.
func (p *Place) reportPart(t int) {
	r := p.r
	n := r.countOf(&p.all, t)
	if n.higher+n.lower+n.average == 0 || isReference(&p.all) {
		return
	}
	p.add(`<div class="samen"><div><p>`, html.EscapeString(strings.Join(r.differences(n), " ")), "</p>")
	p.clear = r.remarkableOf(p.all.Items, t, p.clear)
	if len(p.clear) > 0 {
		p.add("<ul>")
		for _, item := range p.clear {
			p.add("<li>", html.EscapeString(r.m.Indicators[item.Indicator].Title), ": ")
			p.html = r.appendRemark(p.html, &p.all, item)
		}
		p.add("</ul>")
	}
	for k := range p.groups {
		p.reportOfGroup(&p.groups[k], t)
	}
	p.add(`</div><figure class="rapporttaart">`)
	name := r.Sayf("Profieltaart, met alleen %s in kleur: ", r.m.Themes[t].Label) + lowerFirst(r.headingOf(n))
	p.html = chart.AppendHighlight(p.html, p.wheelOfAll(""), &chart.Highlight{Href: "../taart/totaal.svg", Theme: r.m.Themes[t].Key, Name: name})
	p.add("</figure></div>")
}

// reportOfGroup appends what a theme comes down to for one group. The report of
// all of them would be long with it: only the view of that group shows it.
func (p *Place) reportOfGroup(g *profile.Profile, t int) {
	r, n := p.r, p.r.countOf(g, t)
	if n.higher+n.lower+n.average == 0 {
		return
	}
	p.add(`<p class="g g`, strconv.Itoa(g.Group), ` een">`, html.EscapeString(r.Sayf("%s: %s hoger dan in %s, %d lager en %d rond gemiddeld.", r.m.Groups[g.Group].Label, r.plural(n.higher, "onderwerp", "onderwerpen"), r.country, n.lower, n.average)))
	if n.favourable+n.unfavourable > 0 {
		p.add(r.Sayf(" Gunstiger: %d, ongunstiger: %d.", n.favourable, n.unfavourable))
	}
	p.add("</p>")
}

// reportRow appends one indicator for everybody.
func (p *Place) reportRow(i, year int, seen *signs) {
	r, item, ind := p.r, &p.all.Items[i], &p.r.m.Indicators[i]
	p.add(`<tr><th scope="row">`, r.titleHTML[i])
	p.html = r.appendFigureCell(p.html, item, r.coverage(&p.all, item), year, seen)
	p.html = p.r.appendClassCell(p.html, item, ind)
	p.plainCell(item.Reference, ind)
	p.plainCell(item.Municipality, ind)
	p.add("<td>")
	if ind.Compared() {
		p.strip(i)
	}
	p.add("<td>")
	if len(r.m.Periods) > 1 {
		p.html = chart.AppendLine(p.html, p.line(p.index, 0, i, true))
	}
	p.add("\n")
}

// strip appends one indicator on a line: everybody, the groups, the country.
func (p *Place) strip(i int) {
	item := &p.all.Items[i]
	s := chart.Strip{}
	v, known := item.Figure.Value()
	s.All, s.Known = dotOf(item, v), known
	if item.Class != model.NotCompared {
		s.Class = chart.ClassName(item.Class, p.r.m.Indicators[i].Polarity)
	}
	var dots []chart.Dot
	if known {
		dots = append(dots, s.All)
	}
	for k := range p.groups {
		if w, is := p.groups[k].Items[i].Figure.Value(); is {
			s.Groups = append(s.Groups, chart.StripDot{Number: p.groups[k].Group, Value: w})
			dots = append(dots, chart.Dot{Value: w, Low: w, High: w, Reference: s.All.Reference})
		}
	}
	if len(dots) > 0 {
		p.html = chart.AppendStrip(p.html, &s, chart.NewSpan(dots))
	}
}

// reportColumns is how many indicators stand side by side on paper.
const reportColumns = 7

// reportMatrices appends the tables of all groups, as even as they can be, and
// names the indicators that no group has.
func (p *Place) reportMatrices(t int, seen *signs) {
	var some []int
	var none []string
	for _, i := range p.r.themes[t] {
		if slices.ContainsFunc(p.groups, func(g profile.Profile) bool { return g.Items[i].Figure.State() != model.NotMeasured }) {
			some = append(some, i)
		} else {
			none = append(none, p.r.m.Indicators[i].Short)
		}
	}
	if tables := (len(some) + reportColumns - 1) / reportColumns; tables > 0 {
		for part := range slices.Chunk(some, (len(some)+tables-1)/tables) {
			p.reportMatrix(t, part, seen)
		}
	}
	if len(none) > 0 {
		p.add(`<p class="klein">`, p.r.Say("Niet per groep gemeten: "), html.EscapeString(strings.Join(none, "; ")), ".</p>")
	}
}

// reportMatrix appends some indicators of a theme for all groups: a row per
// group, below the whole population in the year of those groups' figures.
func (p *Place) reportMatrix(t int, indicators []int, seen *signs) {
	r := p.r
	p.add(`<section class="breed" tabindex="0" aria-label="`, html.EscapeString(r.Sayf("%s per groep, vanaf %s", r.m.Themes[t].Label, lowerFirst(r.m.Indicators[indicators[0]].Short))), `"><table class="pergroep"><thead><tr><th scope="col">`, r.Say("Groep"))
	for _, i := range indicators {
		p.add(`<th scope="col">`, html.EscapeString(r.m.Indicators[i].Short))
		if u := r.m.Indicators[i].Unit; u != "%" && u != "" {
			p.add(` <small>`, html.EscapeString(u), `</small>`)
		}
	}
	for c := range r.m.Classifications {
		of := p.groupsOf(c)
		if len(of) == 0 {
			continue
		}
		year := mainPeriod(of[0].Items, indicators)
		p.add(`<tbody class="k`, strconv.Itoa(1+c), `"><tr><th class="indeling" scope="rowgroup" colspan="`, strconv.Itoa(1+len(indicators)), `">`, html.EscapeString(r.m.Classifications[c].Label))
		if year >= 0 {
			p.add(r.Say(", cijfers van "), r.m.Periods[year].Label)
		}
		p.add(`<tr><th scope="row">`, html.EscapeString(r.m.Groups[0].Label))
		for _, i := range indicators {
			item := r.base.Item(p.index, 0, i, of[0].Items[i].Period)
			p.reportCell(&item, year, seen)
		}
		for _, g := range of {
			p.add(`<tr class="g g`, strconv.Itoa(g.Group), `"><th scope="row">`, groupHead(&r.m.Groups[g.Group]))
			for _, i := range indicators {
				p.reportCell(&g.Items[i], year, seen)
			}
		}
	}
	p.add("</table></section>")
}

// reportCell appends a figure with the sign of its class, and its year where
// that is not the one above.
func (p *Place) reportCell(item *profile.Item, year int, seen *signs) {
	ind, state := &p.r.m.Indicators[item.Indicator], item.Figure.State()
	if state != model.Known {
		seen.state[state] = true
		p.add("<td>", p.r.gaps[state].sign)
		return
	}
	if item.Class == model.NotCompared {
		p.add("<td>")
	} else {
		p.add(`<td class="`, chart.ClassName(item.Class, ind.Polarity), `">`)
	}
	p.html = p.r.appendFigure(p.html, item.Figure, ind)
	if slices.Contains(ind.Provisional, item.Period) {
		seen.provisional = true
		p.add("*")
	}
	if item.Class != model.NotCompared {
		p.add(" ", classSigns[item.Class])
	}
	if item.Period != year && item.Period >= 0 {
		p.add(" <i>", p.r.m.Periods[item.Period].Label, "</i>")
	}
}
