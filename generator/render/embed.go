package render

import (
	"regexp"
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/language"
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
func IsEmbed(path string) bool {
	_, path = language.Split(path)
	return embedPath.MatchString(path)
}

// UseAddress tells where the site will stand, ending in a slash. Without it, a
// code to copy has an example in place of the address, and pages name no oEmbed
// document, which needs a full one.
func (r *Renderer) UseAddress(address string) {
	if address != "" {
		r.address = address + r.Folder
	}
}

// An embedKind is what a page to embed is about.
type embedKind int

const (
	embedWhole embedKind = iota // key figures and wheel
	embedTheme
	embedIndicator  // its figure for everybody and for all groups
	embedGroup      // its wheel, key figures and largest differences
	embedComparison // of an indicator, with regions inside and around
)

// An Embed is one thing about a region that others show in their own pages.
type Embed struct {
	kind   embedKind
	index  int    // of the theme, indicator or group
	Folder string // below that of the region: insluiten/onderwerp/bijstand/
}

// Embedded tells whether the region has a page to embed.
func (p *Place) Embedded() bool {
	g := &p.r.m.Regions[p.index]
	return slices.Contains(p.r.m.Embeds, g.Level) && !p.r.retired(g)
}

// HasFragment tells whether parts of the region can be embedded too, and all of
// it also as parts of a page.
func (p *Place) HasFragment() bool {
	return p.Embedded() && slices.Contains(p.r.m.EmbedDetails, p.r.m.Regions[p.index].Level)
}

// HasOEmbed tells whether the region has documents of oEmbed, which need the
// address of the site.
func (p *Place) HasOEmbed() bool { return p.r.address != "" && p.HasFragment() }

// Embeds lists what of the region can be embedded; none for a region that is no
// more.
func (p *Place) Embeds() []Embed {
	if !p.Embedded() {
		return nil
	}
	all := []Embed{{embedWhole, 0, EmbedFolder}}
	if !p.HasFragment() {
		return all
	}
	r, m := p.r, p.r.m
	for t := range m.Themes {
		// The country is what all others are compared with: a table of its figures
		// beside themselves says nothing.
		if len(r.themes[t]) > 0 && p.index > 0 {
			all = append(all, Embed{embedTheme, t, EmbedFolder + m.Themes[t].Key + "/"})
		}
	}
	for _, i := range m.EmbedIndicators {
		all = append(all, Embed{embedIndicator, i, EmbedFolder + "onderwerp/" + m.Indicators[i].Key + "/"})
	}
	for g := 1; g < len(m.Groups) && p.HasGroups(); g++ {
		if !m.Groups[g].Hidden {
			all = append(all, Embed{embedGroup, g, EmbedFolder + "groep/" + m.Groups[g].Key + "/"})
		}
	}
	for _, i := range m.EmbedIndicators {
		if m.Indicators[i].Compared() && (len(p.within()) > 0 || len(r.circles(p.index)) > 0) {
			all = append(all, Embed{embedComparison, i, EmbedFolder + "vergelijk/" + m.Indicators[i].Key + "/"})
		}
	}
	return all
}

// subject names what is shown of the region; "" for the whole of it.
func (r *Renderer) subject(e Embed) string {
	switch e.kind {
	case embedTheme:
		return r.m.Themes[e.index].Label
	case embedIndicator:
		return r.m.Indicators[e.index].Title
	case embedGroup:
		g := &r.m.Groups[e.index]
		return r.who[e.index] + " (" + lowerFirst(r.m.Classifications[g.Classification].Label) + ")"
	case embedComparison:
		return r.Sayf("Vergelijking: %s", lowerFirst(r.m.Indicators[e.index].Title))
	}
	return ""
}

// frameTitle names a frame for who cannot see it.
func (p *Place) frameTitle(e Embed) string {
	name := p.r.m.Regions[p.index].Name
	if subject := p.r.subject(e); subject != "" {
		return subject + ": " + name
	}
	return p.r.Sayf("Cijfers van %s", name)
}

// Embed appends a page to embed.
func (p *Place) Embed(b []byte, e Embed) []byte {
	r, g := p.r, &p.r.m.Regions[p.index]
	root, up := p.root+rootOf(e.Folder), rootOf(e.Folder)
	c := p.embedContent(e)
	page := &embed.Page{
		Title: r.regionTitle(r.Say("Om in te sluiten: "), g), Site: r.m.Title, Root: root, CSS: r.assets.CSS, JS: r.assets.Height, Fictional: r.m.Fictional,
		Name: g.Name, Level: r.level(g.Level), Subject: c.subject, Note: c.note, Key: c.key, Empty: r.emptiness(&p.all), Source: c.source, Caution: c.caution,
		Back: layout.Link{Href: up + c.anchor, Text: r.Sayf("Alle cijfers van %s", g.Name)}, Others: root + EmbedFolder + "#kies", Forms: p.embedForms(e, up),
		Code: r.embedCode(root, p.path+e.Folder, p.frameTitle(e), c.height()),
	}
	if p.HasOEmbed() {
		page.OEmbed = r.address + p.path + e.Folder + "oembed.json"
	}
	if e.kind == embedWhole {
		page.Heading = p.headingOf(&p.all)
		if p.Any() {
			w := p.wheelOfAll(up)
			w.Apart = true
			p.wheel = chart.AppendInline(p.wheel[:0], w)
			page.Wheel = p.wheel
		}
	} else {
		page.Title = r.pageTitle(g.Name, ": "+lowerFirst(r.subject(e))+r.Say(" (om in te sluiten)"))
		page.Says = c.says
	}
	if of := p.group(e); of != nil && of.Any() {
		page.Image, page.Alt = up+"taart/groepen.svg#"+r.m.Groups[e.index].Key, p.headingOf(of)
	}
	page.Tables = p.embedTables(e, c, root)
	return p.r.appendPage(b, embed.View(page))
}

// embedForms links to other forms of the same: as a part of a page, and as a
// drawing where there is one.
func (p *Place) embedForms(e Embed, up string) (forms []layout.Link) {
	r := p.r
	if p.HasFragment() {
		forms = append(forms, layout.Link{Href: "fragment.html", Text: r.Say("Als stuk HTML, zonder kader")})
	}
	svg := ""
	switch {
	case e.kind == embedWhole && p.HasWheelFile():
		svg = up + "taart/totaal.svg"
	case e.kind == embedGroup && p.group(e) != nil && p.group(e).Any():
		svg = up + "taart/groepen.svg#" + r.m.Groups[e.index].Key
	case e.kind == embedIndicator && p.index == 0 && r.HasMap() && r.Mapped(e.index):
		svg = p.root + rootOf(e.Folder) + "kaart/" + r.m.Indicators[e.index].Key + ".svg"
	}
	if svg != "" {
		forms = append(forms, layout.Link{Href: svg, Text: r.Say("Als plaatje (SVG)")})
	}
	return forms
}

// sourceAndEdition says in short where figures of some tables come from.
func (r *Renderer) sourceAndEdition(tables []model.Table) string {
	var names []string
	for _, t := range tables {
		names = append(names, t.Source+" "+t.ID)
	}
	return r.Sayf("Bron: %s.", r.join(names)) + " " + r.editionLine()
}

func (r *Renderer) editionLine() string { return r.Sayf("%s, editie %d.", r.m.Title, r.m.Edition) }
