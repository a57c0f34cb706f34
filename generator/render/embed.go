package render

import (
	"fmt"
	"html"
	"regexp"
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/embed"
	"wijkmonitor/templates/layout"
)

// EmbedFolder is the folder, below that of a region, of what others embed.
const EmbedFolder = "insluiten/"

// embedPath matches what is below the embed folder of a region.
var embedPath = regexp.MustCompile(`^[^/]+/([^/]+/)?` + EmbedFolder)

// IsEmbed tells whether a path is of a page to embed: one that search engines
// need not know, since it shows a part of another.
func IsEmbed(path string) bool { return embedPath.MatchString(path) }

// UseAddress tells where the site will stand, ending in a slash. Without it, a
// code to copy has an example in place of the address, and pages name no oEmbed
// document, which needs a full one.
func (r *Renderer) UseAddress(address string) { r.address = address }

// Embedded tells whether the region has a page to embed.
func (p *Place) Embedded() bool {
	g := &p.r.m.Regions[p.index]
	return slices.Contains(p.r.m.Embeds, g.Level) && !p.r.retired(g)
}

// EmbedThemes lists the themes that have a page to embed: of municipalities
// alone, since those of every wijk would be most files of an edition.
func (p *Place) EmbedThemes() []int {
	if p.r.m.Regions[p.index].Level != model.Municipality || !p.Embedded() || p.r.m.Compact {
		return nil
	}
	var themes []int
	for t := range p.r.m.Themes {
		if len(p.r.themes[t]) > 0 {
			themes = append(themes, t)
		}
	}
	return themes
}

// Embed appends the page to embed: key figures and wheel.
func (p *Place) Embed(b []byte) []byte {
	r, g := p.r, &p.r.m.Regions[p.index]
	page := p.embed(EmbedFolder, r.regionTitle("Om in te sluiten: ", g))
	page.Key, page.Empty, page.Heading = r.keyFacts(&p.all), r.emptiness(&p.all), r.heading(&p.all)
	if p.Any() {
		w := r.wheel(&p.all, "w", "../", true)
		w.Apart = true
		page.Wheel = chart.AppendInline(nil, w)
	}
	page.Back = layout.Link{Href: "../", Text: "Alle cijfers van " + g.Name}
	for _, t := range p.EmbedThemes() {
		page.Themes = append(page.Themes, layout.Link{Href: r.m.Themes[t].Key + "/#code", Text: r.m.Themes[t].Label})
	}
	return appendPage(b, embed.View(page))
}

// EmbedTheme appends the page to embed of one theme: its figures in a table.
func (p *Place) EmbedTheme(b []byte, theme int) []byte {
	r, g, t := p.r, &p.r.m.Regions[p.index], &p.r.m.Themes[theme]
	page := p.embed(EmbedFolder+t.Key+"/", r.pageTitle(g.Name, ": "+lowerFirst(t.Label)+" (om in te sluiten)"))
	page.Theme, page.Empty = t.Label, r.emptiness(&p.all)
	page.Table = p.shortTable(theme)
	page.Source = r.source[theme] + " " + r.editionLine()
	page.Back = layout.Link{Href: "../../#thema-" + t.Key, Text: "Alle cijfers van " + g.Name}
	return appendPage(b, embed.View(page))
}

// embed prepares what pages to embed share; folder leads to them from the
// region's own.
func (p *Place) embed(folder, title string) *embed.Page {
	r, g := p.r, &p.r.m.Regions[p.index]
	root := p.root + rootOf(folder)
	return &embed.Page{
		Title: title, Site: r.m.Title, Root: root, CSS: r.assets.CSS, JS: r.assets.Height, Fictional: r.m.Fictional,
		Name: g.Name, Level: g.Level.String(), Source: r.sourceAndEdition(),
		Code: r.embedCode(root, p.path+folder, g.Name),
	}
}

// sourceAndEdition says in short where all figures come from.
func (r *Renderer) sourceAndEdition() string {
	var tables []string
	for _, t := range r.m.Tables {
		tables = append(tables, t.Source+" "+t.ID)
	}
	return "Bron: " + join(tables) + ". " + r.editionLine()
}

func (r *Renderer) editionLine() string { return fmt.Sprintf("%s, editie %d.", r.m.Title, r.m.Edition) }

// shortTable is a theme's table for little room: figure, margin and class.
func (p *Place) shortTable(theme int) []byte {
	r, seen := p.r, signs{}
	year := mainPeriod(p.all.Items, r.themes[theme])
	p.html = p.html[:0]
	p.add(`<table class="kort"><thead><tr><th scope="col">Onderwerp<th scope="col">Cijfer`)
	if year >= 0 {
		p.add(" ", r.m.Periods[year].Label)
	}
	p.add(`<th scope="col">Vergeleken met `, html.EscapeString(r.country), "<tbody>")
	for _, i := range r.themes[theme] {
		item := &p.all.Items[i]
		p.add(`<tr><th scope="row">`, r.titleHTML[i])
		p.html = r.appendFigureCell(p.html, item, r.coverage(&p.all, item), year, &seen)
		p.html = appendClassCell(p.html, item, &r.m.Indicators[i])
		p.add("\n")
	}
	p.add("</table>")
	p.html = r.appendSigns(p.html, &seen)
	return p.html
}
