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
	p := words.Page{Title: s.Say("Edities"), Lead: s.Say("Elke editie blijft staan zoals zij is. Op de gewone adressen staat altijd de nieuwste.")}
	p.Frame = layout.Page{Title: p.Title, Description: s.Sayf("De edities van %s.", newest.Title), Root: "../", Site: newest.Title, Searched: s.Say(searchedNames),
		CSS: a.CSS, JS: a.JS, Fictional: newest.Fictional, Compact: newest.Compact,
		Crumbs: []layout.Link{{Href: "../index.html", Text: s.Say("Home")}, {Text: p.Title, Current: true}}}
	var menu []layout.Link
	for _, l := range []layout.Link{{Href: "kaart/", Text: s.Say("Kaart")}, {Href: "themas/", Text: s.Say("Thema’s")}, {Href: "indicatoren/", Text: s.Say("Onderwerpen")}, {Href: "groepen/", Text: s.Say("Groepen")},
		{Href: "methode/", Text: s.Say("Methode")}, {Href: "begrippen/", Text: s.Say("Begrippen")}, {Href: "data/", Text: s.Say("Data")}, {Href: "over/", Text: s.Say("Over")}} {
		if has(l.Href + "index.html") {
			l.Href = "../" + l.Href
			menu = append(menu, l)
		}
	}
	p.Frame.Menu = s.appendPage(nil, layout.Menu(menu))
	p.Frame.Foot = s.appendPage(nil, layout.Foot(newest.Title, s.Sayf("editie %d", newest.Edition), nil, nil))
	list := words.List{Heading: s.Say("Alle edities")}
	for i, d := range all {
		note := s.Sayf("cijfers van %s", d.Day())
		if i == 0 {
			note += s.Say(", de nieuwste")
		}
		list.Links = append(list.Links, layout.Link{Href: fmt.Sprintf("../%s%d/%s", rootOf(l.Folder), d.Edition, l.Folder), Text: s.Sayf("%s, editie %d", d.Title, d.Edition), Note: note})
	}
	p.Lists = []words.List{list, {Heading: s.Say("Verder"), Links: []layout.Link{{Href: "../index.html", Text: s.Say("Naar de nieuwste editie")}}}}
	return s.appendPage(b, words.View(&p))
}
