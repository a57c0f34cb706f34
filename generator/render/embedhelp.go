package render

import (
	"strings"
	"wijkmonitor/generator/language"

	"wijkmonitor/templates/embed"
	"wijkmonitor/templates/layout"
)

// embedKinds says what each kind of page to embed is, in the order of Embeds.
var embedKinds = [...]struct{ key, label, folder, says string }{
	embedWhole:      {"profiel", language.Word("Profiel"), "", language.Word("De profieltaart en de kerncijfers:")},
	embedTheme:      {"thema", language.Word("Thema"), "…/", language.Word("Alle cijfers van een thema in een tabel. Zet er #i- met de naam van een onderwerp achter, en alleen die rij blijft over:")},
	embedIndicator:  {"onderwerp", language.Word("Onderwerp"), "onderwerp/…/", language.Word("Een cijfer voor iedereen en voor alle groepen, met het verloop door de jaren:")},
	embedGroup:      {"groep", language.Word("Groep"), "groep/…/", language.Word("De profieltaart van een groep, met de kerncijfers en de grootste verschillen:")},
	embedComparison: {"vergelijk", language.Word("Vergelijking"), "vergelijk/…/", language.Word("Een onderwerp voor het gebied, de gebieden erin, en gebieden die erop lijken of ernaast liggen. Zet er #wijken of #andere achter, en een van de twee tabellen blijft over:")},
}

// EmbedHelp appends the page that explains how to embed, with the country as an
// example if it has a page for that, and with all there is of one region.
func (r *Renderer) EmbedHelp(b []byte) []byte {
	page := embed.Help{Words: *r.words(EmbedFolder, "insluiten", r.Say("Insluiten"), "", r.Say("Zet de cijfers van een gebied op uw eigen website of intranet."))}
	if place := r.Place(0, nil); place.Embedded() {
		whole := Embed{embedWhole, 0, EmbedFolder}
		page.Name, page.Title = r.country, place.frameTitle(whole)
		page.Example = rootOf(EmbedFolder) + place.path + EmbedFolder + "index.html"
		page.Code = r.embedCode(rootOf(EmbedFolder), place.path+EmbedFolder, page.Title, embedHeight)
	}
	r.listEmbeds(&page)
	return r.appendPage(b, embed.Explain(&page))
}

// listEmbeds lists the regions with parts to embed, and all parts of the first
// municipality among them.
func (r *Renderer) listEmbeds(page *embed.Help) {
	var place, shown *Place
	for _, i := range append([]int{0}, r.order...) {
		place = r.Place(i, place)
		if !place.HasFragment() {
			continue
		}
		page.Regions = append(page.Regions, embed.Region{Href: rootOf(EmbedFolder) + place.path + EmbedFolder, Name: r.m.Regions[i].Name, Without: place.withoutKinds()})
		if shown == nil || shown.index == 0 {
			shown = r.Place(i, nil)
		}
	}
	if shown == nil {
		return
	}
	page.Region = r.m.Regions[shown.index].Name
	for kind, words := range embedKinds {
		k := embed.Kind{Label: r.Say(words.label), Says: r.Say(words.says), Path: shown.path + EmbedFolder + words.folder}
		for _, e := range shown.Embeds() {
			if int(e.kind) != kind {
				continue
			}
			text := r.subject(e)
			if text == "" {
				text = r.Say("Profiel")
			}
			k.Links = append(k.Links, layout.Link{Href: rootOf(EmbedFolder) + shown.path + e.Folder, Text: text, Note: strings.TrimPrefix(e.Folder, EmbedFolder)})
		}
		if len(k.Links) > 0 {
			page.Kinds = append(page.Kinds, k)
		}
	}
}

// withoutKinds names the kinds of things to embed that a region does not have.
func (p *Place) withoutKinds() string {
	var has [len(embedKinds)]bool
	for _, e := range p.Embeds() {
		has[e.kind] = true
	}
	var without []string
	for kind, there := range has {
		if !there {
			without = append(without, embedKinds[kind].key)
		}
	}
	return strings.Join(without, " ")
}
