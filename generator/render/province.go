package render

import (
	"slices"

	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/words"
)

// ProvincesFolder is where the municipalities are listed by province.
const ProvincesFolder = "provincies/"

// HasProvinces tells whether the publisher told in which province municipalities
// lie.
func (r *Renderer) HasProvinces() bool {
	return slices.ContainsFunc(r.order, func(i int) bool { return r.m.Regions[i].Province != "" })
}

// Provinces appends the list of today's municipalities by province, both in
// order of name; those without one come last.
func (r *Renderer) Provinces(b []byte) []byte {
	p := r.words(ProvincesFolder, "", r.Say("Gemeenten per provincie"), "", r.Sayf("Alle gemeenten van %s, in de provincies waarin ze liggen.", r.country))
	within := map[string][]int{}
	for _, i := range r.order {
		within[r.m.Regions[i].Province] = append(within[r.m.Regions[i].Province], i)
	}
	var names []string
	for name := range within {
		names = append(names, name)
	}
	for _, name := range inOrder(names) {
		p.Lists = append(p.Lists, words.List{Heading: name, Links: r.regionLinks(within[name], ProvincesFolder)})
	}
	if rest := within[""]; len(rest) > 0 {
		p.Lists = append(p.Lists, words.List{Heading: r.Say("Zonder provincie"), Links: r.regionLinks(rest, ProvincesFolder)})
	}
	p.Lists = append(p.Lists, words.List{Heading: r.Say("Verder"), Links: []layout.Link{{Href: "../index.html", Text: r.Say("Alle gemeenten")}}})
	return r.appendPage(b, words.View(p))
}
