package render

import (
	"fmt"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/language"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/words"
)

// EditionsFolder is where a site of several editions lists them.
const EditionsFolder = "edities/"

// Editions appends the list of the editions in a site, the newest first. It has
// the frame of the newest, whose files has knows.
func Editions(b []byte, l *language.Language, all []*edition.Document, a Assets, has func(path string) bool) []byte {
	s := newSpeech(l)
	newest := all[0]
	p := words.Page{Title: "Edities", Lead: "Elke editie blijft staan zoals zij is. Op de gewone adressen staat altijd de nieuwste."}
	p.Frame = layout.Page{Title: p.Title, Description: "De edities van " + newest.Title + ".", Root: "../", Site: newest.Title, Searched: searchedNames,
		CSS: a.CSS, JS: a.JS, Fictional: newest.Fictional, Compact: newest.Compact,
		Crumbs: []layout.Link{{Href: "../index.html", Text: "Home"}, {Text: p.Title, Current: true}}}
	var menu []layout.Link
	for _, l := range []layout.Link{{Href: "kaart/", Text: "Kaart"}, {Href: "themas/", Text: "Thema’s"}, {Href: "indicatoren/", Text: "Onderwerpen"}, {Href: "groepen/", Text: "Groepen"},
		{Href: "methode/", Text: "Methode"}, {Href: "begrippen/", Text: "Begrippen"}, {Href: "data/", Text: "Data"}, {Href: "over/", Text: "Over"}} {
		if has(l.Href + "index.html") {
			l.Href = "../" + l.Href
			menu = append(menu, l)
		}
	}
	p.Frame.Menu = s.appendPage(nil, layout.Menu(menu))
	p.Frame.Foot = s.appendPage(nil, layout.Foot(newest.Title, fmt.Sprintf("editie %d", newest.Edition), nil))
	list := words.List{Heading: "Alle edities"}
	for i, d := range all {
		note := "cijfers van " + d.Day()
		if i == 0 {
			note += ", de nieuwste"
		}
		list.Links = append(list.Links, layout.Link{Href: fmt.Sprintf("../%d/", d.Edition), Text: fmt.Sprintf("%s, editie %d", d.Title, d.Edition), Note: note})
	}
	p.Lists = []words.List{list, {Heading: "Verder", Links: []layout.Link{{Href: "../index.html", Text: "Naar de nieuwste editie"}}}}
	return s.appendPage(b, words.View(&p))
}
