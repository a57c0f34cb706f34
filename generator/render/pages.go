package render

import (
	"strings"

	"wijkmonitor/generator/language"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
	"wijkmonitor/templates/words"
)

// words starts a page of words: with the publisher's text if there is one.
func (r *Renderer) words(path, name, title, kind, lead string, trail ...layout.Link) *words.Page {
	p := &words.Page{Title: title, Kind: kind, Lead: lead}
	if a := r.texts[name]; a != nil {
		p.Body = a.HTML(rootOf(path))
		if a.Lead != "" {
			p.Lead = a.Lead
		}
	}
	description := p.Lead
	if description == "" {
		description = r.Sayf("%s in %s.", title, r.m.Title)
	}
	trail = append(trail, layout.Link{Text: title})
	full := title
	if kind != "" {
		full += " (" + kind + ")"
	}
	p.Frame = r.frame(path, full, description, r.crumbs(path, trail...))
	return p
}

// Article appends a page that is a text alone.
func (r *Renderer) Article(b []byte, name string) []byte {
	p := r.words(name+"/", name, r.texts[name].Title, "", "")
	if more := r.changesLink("../"); name == "over" && len(more) > 0 {
		p.Lists = append(p.Lists, words.List{Heading: r.Say("Nieuw in deze editie"), Links: more})
	}
	if town := r.largest(r.order, 1); name == "rondleiding" && len(town) > 0 {
		p.Lists = append(p.Lists, r.walk(town[0], "../"))
	}
	return r.appendPage(b, words.View(p))
}

// walk leads along the parts of a region's page, in the order of the tour.
func (r *Renderer) walk(region int, root string) words.List {
	page := root + r.path(region)
	list := words.List{Heading: r.Sayf("Loop mee op de pagina van %s", r.m.Regions[region].Name)}
	add := func(to, text string) {
		list.Links = append(list.Links, layout.Link{Href: page + to, Text: r.Say(text)})
	}
	add("", language.Word("Het gebied en zijn kerncijfers"))
	add("#taart-kop", language.Word("De profieltaart"))
	add("#opvallend-kop", language.Word("Opvallend"))
	add("#cijfers-kop", language.Word("Cijfers per thema"))
	if r.Place(region, nil).HasGroups() {
		add("groepen/", language.Word("Alle groepen naast elkaar"))
	}
	return list
}

// NotFound appends the page for an address that is not there. It can be shown
// at any depth, so its links start at the root of the host.
func (r *Renderer) NotFound(b []byte) []byte {
	p := &words.Page{Title: r.Say("Deze pagina is er niet"), Lead: r.Say("Misschien is het gebied opgeheven of van naam veranderd. Zoek hierboven op naam, of ga naar de lijst van alle gemeenten.")}
	p.Frame = r.frame("", r.Say("Niet gevonden"), r.Say("Deze pagina is er niet."), nil)
	p.Frame.Root, p.Frame.Languages = "/", nil
	p.Frame.Menu, p.Frame.Foot = r.menu("/", ""), r.foot("/", r.sources)
	p.Lists = []words.List{{Heading: r.Say("Verder"), Links: []layout.Link{{Href: "/index.html", Text: r.Say("Alle gemeenten")}, {Href: "/indicatoren/", Text: r.Say("Alle onderwerpen")}}}}
	for _, t := range r.m.Translations { // a host has one such page for all languages
		p.Lists = append(p.Lists, words.List{Heading: t.Language.Say("Deze pagina is er niet"), Lang: t.Language.Tag,
			Links: []layout.Link{{Href: "/" + t.Language.Folder, Text: t.Language.Say("Alle gemeenten")}}})
	}
	return r.appendPage(b, words.View(p))
}

// Themes appends the list of themes.
func (r *Renderer) Themes(b []byte) []byte {
	p := r.words("themas/", "", r.Say("Thema’s"), "", r.Say("De onderwerpen zijn verdeeld over thema’s. In de profieltaart is elk thema een deel van de cirkel."))
	for t := range r.m.Themes {
		p.Lists = append(p.Lists, words.List{Heading: r.m.Themes[t].Label, Links: append([]layout.Link{{Href: r.m.Themes[t].Key + "/", Text: r.Say("Over dit thema")}}, r.indicatorLinks(t, "../")...)})
	}
	return r.appendPage(b, words.View(p))
}

// Theme appends the page of one theme.
func (r *Renderer) Theme(b []byte, theme int) []byte {
	t := &r.m.Themes[theme]
	p := r.words("themas/"+t.Key+"/", "themas/"+t.Key, t.Label, r.Say("thema"), "", layout.Link{Href: "../", Text: r.Say("Thema’s")})
	p.Help = r.appendHelp(nil, "themas/"+t.Key+"/")
	p.Lists = []words.List{{Heading: r.Say("Onderwerpen in dit thema"), Links: r.indicatorLinks(theme, "../../")}}
	return r.appendPage(b, words.View(p))
}

func (r *Renderer) indicatorLinks(theme int, root string) []layout.Link {
	var links []layout.Link
	for _, i := range r.themes[theme] {
		ind := &r.m.Indicators[i]
		links = append(links, layout.Link{Href: root + "indicatoren/" + ind.Key + "/", Text: ind.Title, Note: r.unitOf(ind)})
	}
	return links
}

// Indicators appends the list of indicators.
func (r *Renderer) Indicators(b []byte) []byte {
	p := r.words("indicatoren/", "", r.Say("Onderwerpen"), "", r.Say("Alle onderwerpen van de monitor, met uitleg: wat is gemeten, over wie gaat het, en wat zegt het niet?"))
	for t := range r.m.Themes {
		if len(r.themes[t]) > 0 {
			p.Lists = append(p.Lists, words.List{Heading: r.m.Themes[t].Label, Links: r.indicatorLinks(t, "../")})
		}
	}
	return r.appendPage(b, words.View(p))
}

// GroupList appends the list of groups.
func (r *Renderer) GroupList(b []byte) []byte {
	p := r.words("groepen/", "", r.Say("Groepen"), "", r.Say("De monitor laat cijfers zien van alle inwoners, en van groepen inwoners naar waar zij of hun ouders zijn geboren."))
	for c := range r.m.Classifications {
		list := words.List{Heading: r.m.Classifications[c].Label}
		for _, g := range r.m.Groups {
			if g.Classification == c && !g.Hidden {
				list.Links = append(list.Links, layout.Link{Href: g.Key + "/", Text: g.Label, Note: g.Phrase})
			}
		}
		p.Lists = append(p.Lists, list)
	}
	p.Lists = append(p.Lists, words.List{Heading: r.Say("Iedereen"), Links: []layout.Link{{Href: r.m.Groups[0].Key + "/", Text: r.m.Groups[0].Label}}})
	return r.appendPage(b, words.View(p))
}

// Group appends the page of one group.
func (r *Renderer) Group(b []byte, group int) []byte {
	g := &r.m.Groups[group]
	lead := r.Say("Alle inwoners samen.")
	if group > 0 {
		lead = r.who[group] + "."
	}
	p := r.words("groepen/"+g.Key+"/", "groepen/"+g.Key, g.Label, r.Say("groep"), lead, layout.Link{Href: "../", Text: r.Say("Groepen")})
	if g.Classification >= 0 {
		c := &r.m.Classifications[g.Classification]
		p.Frame.Title = g.Label + " (" + strings.ToLower(c.Label) + ")"
		p.Facts = append(p.Facts, region.Fact{Label: r.Say("Indeling"), Value: c.Label}, region.Fact{Label: r.Say("Over deze indeling"), Value: c.Note})
	}
	var parts []layout.Link
	for i := range r.m.Groups {
		if r.m.Groups[i].Parent == group && group > 0 && !r.m.Groups[i].Hidden {
			parts = append(parts, layout.Link{Href: "../" + r.m.Groups[i].Key + "/", Text: r.m.Groups[i].Label})
		}
	}
	if len(parts) > 0 {
		p.Lists = append(p.Lists, words.List{Heading: r.Say("Delen van deze groep"), Links: parts})
	}
	if r.HasMap() && group > 0 {
		var maps []layout.Link
		for t := range r.m.Themes {
			maps = append(maps, r.mapLinks(group, t, "groepen/"+g.Key+"/", -1)...)
		}
		if len(maps) > 0 {
			p.Lists = append(p.Lists, words.List{Heading: r.Say("Op de kaart"), Links: maps})
		}
	}
	p.Lists = append(p.Lists, words.List{Heading: r.Say("Cijfers"), Links: []layout.Link{{Href: "../../nederland/", Text: r.Sayf("Cijfers van %s", r.country)}}})
	return r.appendPage(b, words.View(p))
}

// Data appends the page about the files that can be taken away.
func (r *Renderer) Data(b []byte) []byte {
	p := r.words("data/", "data", r.Say("Data"), "", r.Say("Alle cijfers van de monitor zijn ook bestanden. U mag ze gebruiken als u de bron noemt."))
	p.Facts = []region.Fact{
		{Label: "CSV", Value: r.Say("Per gemeente: alle gebieden, groepen, onderwerpen en jaren. Een rij per gebied, groep en jaar, een kolom per onderwerp. Puntkomma tussen de kolommen, komma in de getallen. Waar geen getal is, staat het teken van de reden. Wat de kolommen betekenen, staat in onderwerpen.csv: ook van welke jaren het cijfer nog voorlopig is, en vanaf welk jaar anders is gemeten.")},
		{Label: "JSON", Value: r.Say("Per gemeente en thema hetzelfde, met marge en klasse.")},
		{Label: "SVG", Value: r.wheelFiles()},
		{Label: r.Say("Tekens"), Value: r.signList()},
	}
	files := []layout.Link{{Href: r.dataFile("onderwerpen.csv"), Text: r.Say("De kolommen van de CSV-bestanden"), Note: "CSV"}, {Href: r.dataFile("shard.schema.json"), Text: r.Say("Beschrijving van de JSON-bestanden"), Note: "JSON Schema"}, {Href: "../" + r.site + "edition.json", Text: r.Say("Over deze editie"), Note: r.Say("tabellen, jaren en aantallen")}, {Href: "../" + r.site + "feed.xml", Text: r.Say("Nieuwe edities volgen"), Note: "Atom"}, r.qualityLink(), {Href: "../" + EmbedFolder, Text: r.Say("Cijfers op uw eigen website zetten")}}
	files = append(files, r.changesLink("../")...)
	var csv []layout.Link
	for _, i := range r.order {
		csv = append(csv, layout.Link{Href: "../" + r.site + r.path(i) + "cijfers.csv", Text: r.m.Regions[i].Name, Note: "CSV"})
	}
	p.Lists = []words.List{{Heading: r.Say("Uitleg"), Links: files}, {Heading: r.Say("Cijfers per gemeente"), Links: csv}}
	return r.appendPage(b, words.View(p))
}

// dataFile leads from the page about the data to a file beside that of the
// first language: figures are the same in all.
func (r *Renderer) dataFile(name string) string {
	if r.site == "" {
		return name
	}
	return "../" + r.site + "data/" + name
}

// wheelFiles says which wheels are files.
func (r *Renderer) wheelFiles() string {
	if r.m.Compact {
		return r.Say("Van elke gemeente en wijk de profieltaarten van alle groepen, samen in een bestand.")
	}
	return r.Say("Van elk gebied de profieltaart. De taarten van alle groepen staan samen in een bestand.")
}

// signList names the signs of gaps.
func (s *speech) signList() string {
	var all []string
	for _, g := range s.gaps {
		if g.sign != "" {
			all = append(all, g.sign+" "+g.word)
		}
	}
	return s.join(all) + "."
}
