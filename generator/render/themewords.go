package render

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// meaning says in a sentence what an indicator is: in the publisher's words, or
// in those of the table.
func (r *Renderer) meaning(i int) string {
	ind := &r.m.Indicators[i]
	if a := r.texts["indicatoren/"+ind.Key]; a != nil && a.Lead != "" {
		return a.Lead
	}
	return r.ofSource(firstSentence(ind.Description))
}

// PrintMeanings writes what pages of themes say of indicators: the only texts of
// content that a page of a region shows.
func (r *Renderer) PrintMeanings(w io.Writer) {
	for i := range r.m.Indicators {
		fmt.Fprintf(w, "%q\n", r.meaning(i))
	}
}

// inWords appends what an indicator is, what its figure is here, and what it is
// in the municipality and the country.
func (p *Place) inWords(i int) {
	r, item := p.r, &p.all.Items[i]
	if text := r.meaning(i); text != "" {
		p.add(`<p class="klein">`, html.EscapeString(text), "</p>")
	}
	text := strings.Join(p.saysOf(item), " ")
	if item.Figure.Known() {
		text = r.m.Regions[p.index].Name + ": " + text
	}
	if town := p.town(); town >= 0 && item.Figure.Known() && item.Municipality.Known() {
		text += r.Sayf(" In de gemeente %s is het %s.", r.m.Regions[town].Name, r.formatFigure(item.Municipality, &r.m.Indicators[i]))
	}
	p.add("<p>", html.EscapeString(text), "</p>")
}

// town is the municipality that the region lies in; −1 for what lies in none.
func (p *Place) town() int {
	if g := &p.r.m.Regions[p.index]; g.Level > model.Municipality {
		return g.Municipality
	}
	return -1
}

// peers appends the cells with the figures of the same people elsewhere, in the
// same year: in the country, and in the municipality. A gap has its sign there.
func (p *Place) peers(group, i, period int, seen *signs) {
	ind := &p.r.m.Indicators[i]
	for _, region := range [...]int{0, p.town()} {
		p.add("<td>")
		if region < 0 || region == p.index || period < 0 {
			continue
		}
		p.add("<b>", html.EscapeString(p.r.m.Regions[region].Name), " </b>")
		f := p.r.m.Cube.At(region, group, i, period)
		if !f.Known() {
			seen.state[f.State()] = true
			p.add(p.r.gaps[f.State()].sign)
			continue
		}
		p.html = p.r.appendFigure(p.html, f, ind)
		if slices.Contains(ind.Provisional, period) {
			seen.provisional = true
			p.add("*")
		}
	}
}

// peersKind names the columns that a table of a theme does without.
func (p *Place) peersKind() string {
	kind := ""
	if p.town() < 0 {
		kind = " zonder-gm"
	}
	if p.index == 0 {
		kind += " zonder-land"
	}
	if len(p.r.m.Periods) < 2 {
		kind += " een-jaar"
	}
	return kind
}

// peerHeads names the columns of peers.
func (p *Place) peerHeads() {
	says := language.Word("In %s")
	if p.HasGroups() {
		says = language.Word("Zelfde groep in %s")
	}
	for _, region := range [...]int{0, p.town()} {
		p.add(`<th scope="col">`)
		if region >= 0 && region != p.index {
			p.add(html.EscapeString(p.r.Sayf(says, p.r.m.Regions[region].Name)))
		}
	}
}

// more appends where an indicator is told of further: the order of all
// municipalities, its map, and its years as a chart. Its name leads to what it
// means.
func (p *Place) more(i int, root string) {
	r, ind := p.r, &p.r.m.Indicators[i]
	link := func(href, text string) {
		p.add(`<li><a href="`, root, html.EscapeString(href), `">`, html.EscapeString(text), "</a>")
	}
	if r.cites[i] != r.source[ind.Theme] { // which stands below all tables
		p.add(`<p class="bron">`, html.EscapeString(r.cites[i]), `</p>`)
	}
	p.add(`<ul class="verder">`)
	if r.base.Period(0, i) >= 0 {
		link("indicatoren/"+ind.Key+"/#ranglijst", r.Say("Alle gemeenten"))
	}
	if r.HasMap() && r.Mapped(i) {
		link("kaart/"+ind.Key+"/", r.Say("Kaart"))
	}
	for _, l := range p.yearCharts(i) {
		link(l.address, l.text)
	}
	p.add("</ul>")
}

type yearChart struct{ address, text string }

// yearCharts leads to the page that compares, with the years of the groups of
// each classification that are no part of another: as many as it takes.
func (p *Place) yearCharts(i int) (list []yearChart) {
	r := p.r
	if len(r.m.Periods) < 2 {
		return nil
	}
	add := func(keys []string, text string) {
		more := "&i=" + r.m.Indicators[i].Key + "&g=" + strings.Join(keys, ",") + r.wholeSpan()
		list = append(list, yearChart{r.compareLink("", more, p.index), text})
	}
	for c := range r.m.Classifications {
		keys := []string{r.m.Groups[0].Key}
		for _, of := range p.groupsOf(c) {
			if group := &r.m.Groups[of.Group]; group.Parent == 0 && of.Items[i].Figure.Known() && len(keys) < mostCompared {
				keys = append(keys, group.Key)
			}
		}
		if len(keys) > 1 {
			add(keys, r.Sayf("Jaren in een grafiek: %s", lowerFirst(r.m.Classifications[c].Label)))
		}
	}
	if len(list) == 0 && p.all.Items[i].Figure.Known() {
		add([]string{r.m.Groups[0].Key}, r.Say("Jaren in een grafiek"))
	}
	return list
}

// elsewhere appends where else the region stands out: the clearest deviations in
// other themes, each leading to its figures for all groups.
func (p *Place) elsewhere(b []byte, t int) []byte {
	r := p.r
	if isReference(&p.all) {
		return b
	}
	p.clear = r.remarkable(p.all.Items, p.clear)
	start := len(b)
	b = append(b, `<section class="opvallend"><h2>`+html.EscapeString(r.Sayf("Waarin %s nog meer opvalt", r.m.Regions[p.index].Name))+` <small>`+r.Say("totale bevolking")+`</small></h2><ul>`...)
	empty := len(b)
	for _, item := range p.clear {
		ind := &r.m.Indicators[item.Indicator]
		if ind.Theme == t || !slices.Contains(p.themes, ind.Theme) {
			continue
		}
		b = append(b, `<li><a href="../`+r.m.Themes[ind.Theme].Key+`/#i-`+ind.Key+`">`+html.EscapeString(ind.Title)+`</a>: `...)
		b = r.appendRemark(b, &p.all, item)
	}
	if len(b) == empty {
		return b[:start]
	}
	return append(b, "</ul></section>\n"...)
}

// boardKeys are the groups in the order of the rows of a theme's tables.
func (p *Place) boardKeys() string {
	keys := []string{p.r.m.Groups[0].Key}
	for k := range p.groups {
		keys = append(keys, p.r.m.Groups[p.groups[k].Group].Key)
	}
	return strings.Join(keys, " ")
}
