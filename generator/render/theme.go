package render

import (
	"fmt"
	"html"
	"math"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/theme"
)

// Theme appends the page of one theme: every indicator with all groups, and
// with the regions inside this one.
func (p *Place) Theme(b []byte, t int) []byte {
	r, g := p.r, &p.r.m.Regions[p.index]
	path := p.path + r.m.Themes[t].Key + "/"
	crumbs := append(r.regionCrumbs(path, p.index), layout.Link{Text: r.m.Themes[t].Label, Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := theme.Page{
		Frame: r.frame(path, r.regionTitle(r.m.Themes[t].Label+r.Say(" in "), g), r.Sayf("%s in %s: %s.", r.m.Themes[t].Label, g.Name, p.compares()), crumbs),
		Name:  g.Name, Label: strings.ToLower(r.m.Themes[t].Label), Back: "../", Country: r.country, Years: len(r.m.Periods) > 1,
		Why: rootOf(path) + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding"), Source: r.source[t],
		Help: r.appendHelp(nil, path),
		Code: g.Code, Key: r.m.Themes[t].Key, Groups: p.boardKeys(), Figures: rootOf(path) + r.site + r.path(dataRoot(g, p.index)) + "data/", Part: PartName(r.part[p.index]), Sources: rootOf(path) + r.site + "data/bronnen.json",
	}
	if p.HasOEmbed() && p.index > 0 {
		page.Frame.OEmbed = r.address + p.path + EmbedFolder + r.m.Themes[t].Key + "/oembed.json"
	}
	page.Frame.Take = r.assets.Take
	page.Compare = r.compareLink(rootOf(path), r.chosen(t), p.index)
	if p.HasGroups() {
		page.Caution = r.caution
	}
	p.html = p.html[:0]
	seen := signs{}
	for _, i := range r.themes[t] {
		if r.m.Indicators[i].Compared() {
			p.themeIndicator(i, rootOf(path), &seen)
			page.Topics = append(page.Topics, layout.Link{Href: "#i-" + r.m.Indicators[i].Key, Text: r.m.Indicators[i].Short})
		}
	}
	page.Tables = p.elsewhere(r.appendSigns(p.html, &seen), t)
	return p.r.appendPage(b, theme.View(&page))
}

// themeIndicator appends the table of one indicator: everybody, the groups of
// each classification, and the regions inside.
func (p *Place) themeIndicator(i int, root string, seen *signs) {
	r, ind := p.r, &p.r.m.Indicators[i]
	p.items = append(p.items[:0], p.all.Items[i])
	for k := range p.groups {
		p.items = append(p.items, p.groups[k].Items[i])
	}
	period := p.all.Items[i].Period
	for _, child := range p.within() {
		p.items = append(p.items, r.base.Item(child, 0, i, period))
	}
	groups, children := p.items[:1+len(p.groups)], p.items[1+len(p.groups):]
	span := spanOf(p.items)
	year := mainPeriod(groups, []int{0})
	p.add(`<section class="thema" id="i-`, ind.Key, `"><h2><a href="`, root, `indicatoren/`, ind.Key, `/">`, html.EscapeString(ind.Title), `</a> <small>`, html.EscapeString(p.r.unitOf(ind)), "</small></h2>")
	p.inWords(i)
	if p.HasGroups() {
		for c := range r.m.Classifications {
			if items := p.leaves(c, i); len(items) > 0 {
				p.add("<p>", html.EscapeString(r.m.Classifications[c].Label+": "+lowerFirst(r.says(items, r.Say("groep"), r.Say("groepen")))), "</p>")
			}
		}
	}
	if len(children) > 0 {
		one, many := p.r.levelWords(r.m.Regions[p.index].Level + 1)
		p.add("<p>", html.EscapeString(r.says(children, one, many)), "</p>")
	}
	p.add(`<section class="breed" tabindex="0" aria-label="`, html.EscapeString(ind.Title), `"><table class="stippen`, p.peersKind(), `"><thead><tr><th scope="col">`, p.what(), `<th scope="col">`, r.Say("Cijfer"))
	if year >= 0 {
		p.add(" ", r.m.Periods[year].Label)
	}
	p.add(`<th scope="col">`, r.Say("Vergeleken"), `<th scope="col">`, r.Say("Plaats op de schaal"), `<th scope="col">`, p.r.spanHead)
	p.peerHeads()
	p.add(r.yearHeads, "<tbody>")
	p.themeRow(html.EscapeString(r.m.Groups[0].Label), &p.all, i, year, span, seen)
	last := -1
	for k := range p.groups {
		group := &r.m.Groups[p.groups[k].Group]
		if group.Classification != last {
			last = group.Classification
			p.heading(r.m.Classifications[last].Label)
		}
		p.themeRow(groupHead(group), &p.groups[k], i, year, span, seen)
	}
	if len(children) > 0 {
		_, many := p.r.levelWords(r.m.Regions[p.index].Level + 1)
		p.heading(upperFirst(many))
	}
	for k := range children {
		p.childRow(p.within()[k], &children[k], root, year, span, seen)
	}
	p.add("</table></section>")
	p.more(i, root)
	p.html = r.appendTake(p.html, p.takes(i, year, root))
	p.add("</section>\n")
}

// leaves are the figures of the groups of a classification that have no parts
// here: each inhabitant is in one of them at most.
func (p *Place) leaves(classification, i int) (items []profile.Item) {
	whole := map[int]bool{}
	for k := range p.groups {
		whole[p.r.m.Groups[p.groups[k].Group].Parent] = true
	}
	for k := range p.groups {
		if g := p.groups[k].Group; p.r.m.Groups[g].Classification == classification && !whole[g] {
			items = append(items, p.groups[k].Items[i])
		}
	}
	return items
}

func (p *Place) what() string {
	switch {
	case !p.HasGroups():
		return p.r.Say("Gebied")
	case len(p.within()) == 0:
		return p.r.Say("Groep")
	}
	return p.r.Say("Groep of gebied")
}

// heading opens a part of a table.
func (p *Place) heading(label string) {
	columns := 7
	if n := len(p.r.m.Periods); n > 1 {
		columns += n
	}
	p.add(`<tbody><tr><th colspan="`, fmt.Sprint(columns), `" scope="rowgroup" class="indeling">`, html.EscapeString(label), "\n")
}

// themeRow appends one group: its figure, its dot and its years.
func (p *Place) themeRow(label string, of *profile.Profile, i, year int, span chart.Span, seen *signs) {
	p.rowStart(label, &of.Items[i])
	p.html = p.r.appendFigureCell(p.html, &of.Items[i], "", year, seen)
	p.dot(&of.Items[i], span)
	p.add("<td>")
	if len(p.r.m.Periods) > 1 {
		p.html = chart.AppendLine(p.html, p.line(p.index, of.Group, i, true))
	}
	p.peers(of.Group, i, of.Items[i].Period, seen)
	if len(p.r.m.Periods) > 1 {
		p.html = p.r.appendYears(p.html, p.index, of.Group, i, seen)
	}
	p.add("\n")
}

// childRow appends one region inside this one, for everybody who lives there.
func (p *Place) childRow(region int, item *profile.Item, root string, year int, span chart.Span, seen *signs) {
	g := &p.r.m.Regions[region]
	p.rowStart(`<a href="`+root+p.r.path(region)+`">`+html.EscapeString(g.Name)+"</a>", item)
	p.html = p.r.appendFigureCell(p.html, item, "", year, seen)
	p.dot(item, span)
	p.add("<td>")
	if len(p.r.m.Periods) > 1 {
		p.html = chart.AppendLine(p.html, p.line(region, 0, item.Indicator, false))
	}
	p.add("<td><td>")
	if len(p.r.m.Periods) > 1 {
		p.html = p.r.appendYears(p.html, region, 0, item.Indicator, seen)
	}
	p.add("\n")
}

// groupHead is the name of a group in a table, set in where it is a part of the
// one above.
func groupHead(g *model.Group) string {
	if g.Parent > 0 {
		return `<span class="deelgroep">` + html.EscapeString(g.Label) + "</span>"
	}
	return html.EscapeString(g.Label)
}

// rowStart opens a row, whose class colours the dot and the word.
func (p *Place) rowStart(label string, item *profile.Item) {
	if item.Class == model.NotCompared {
		p.add("<tr>")
	} else {
		p.add(`<tr class="`, chart.ClassName(item.Class, p.r.m.Indicators[item.Indicator].Polarity), `">`)
	}
	p.add(`<th scope="row">`, label)
}

// dot appends the word of the class and the place on the scale.
func (p *Place) dot(item *profile.Item, span chart.Span) {
	p.add("<td>", p.r.classWords[item.Class], "<td>")
	if v, known := item.Figure.Value(); known {
		d := dotOf(item, v)
		p.html = chart.AppendDot(p.html, &d, span)
	}
}

func dotOf(item *profile.Item, v float64) chart.Dot {
	d := chart.Dot{Value: v, Low: item.Interval.Low, High: item.Interval.High, Reference: math.NaN()}
	if reference, is := item.Reference.Value(); is {
		d.Reference = reference
	}
	return d
}

// spanOf is the scale on which all figures of a table lie.
func spanOf(items []profile.Item) chart.Span {
	var dots []chart.Dot
	for k := range items {
		if v, known := items[k].Figure.Value(); known {
			dots = append(dots, dotOf(&items[k], v))
		}
	}
	return chart.NewSpan(dots)
}

// levelWords names one region of a level, and several.
func (s *speech) levelWords(l model.Level) (one, many string) {
	switch l {
	case model.Municipality:
		return s.Say("gemeente"), s.Say("gemeenten")
	case model.District:
		return s.Say("wijk"), s.Say("wijken")
	}
	return s.Say("buurt"), s.Say("buurten")
}

// says counts in a sentence how groups or regions differ from the country.
func (r *Renderer) says(items []profile.Item, one, many string) string {
	higher, lower, average, none := 0, 0, 0, 0
	for k := range items {
		switch item := &items[k]; {
		case item.Class == model.NotCompared:
			none++
		case item.Class.Step() > 0:
			higher++
		case item.Class.Step() < 0:
			lower++
		default:
			average++
		}
	}
	if higher+lower+average == 0 {
		return r.Sayf("Van geen enkele %s is er een cijfer om te vergelijken.", one)
	}
	if higher+lower == 0 {
		return r.Sayf("Van %s wijkt er geen duidelijk af van %s: het verschil is klein of onzeker.", r.plural(average, one, many), r.country)
	}
	some := func(n int) string {
		if n == 0 {
			return r.Sayf("geen enkele %s", one)
		}
		return r.plural(n, one, many)
	}
	text := r.Sayf("Hoger dan in %s bij %s, lager bij %s.", r.country, some(higher), some(lower))
	if average > 0 {
		text += r.Sayf(" Bij %d is het verschil klein of onzeker.", average)
	}
	if none > 0 {
		text += r.Sayf(" Van %d is er geen cijfer of geen vergelijking.", none)
	}
	return text
}
