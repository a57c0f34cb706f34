package render

import "html"

// prepareHelp writes once the words that tables and wheels of regions need, for
// pages so many folders deep. They open where they stand, without a script.
func (r *Renderer) prepareHelp() {
	country := html.EscapeString(r.country)
	for depth := range r.help {
		words := "../../../"[:3*depth] + "begrippen/"
		b := `<details class="woorden"><summary>Hoe lees ik dit?</summary><dl>` +
			`<dt><a href="` + words + `#rond-gemiddeld">Rond gemiddeld</a><dd>Het verschil met ` + country + ` is klein, of zo onzeker dat toeval of afronding het kan verklaren.` +
			`<dt><a href="` + words + `#marge">Marge</a><dd>De grenzen waartussen het echte cijfer kan liggen.` +
			`<dt><a href="` + words + `#standaardafwijking">Standaardafwijking</a><dd>De maat voor hoe ver gebieden van elkaar af liggen. Een half keer die maat heet hoger of lager, anderhalf keer veel hoger of veel lager.`
		for _, c := range r.m.Classifications {
			b += `<dt>` + html.EscapeString(c.Label) + `<dd>` + html.EscapeString(c.Note)
		}
		r.help[depth] = b + `</dl><p><a href="` + words + `">Alle begrippen</a></p></details>`
	}
}

// appendHelp appends the explanation for a page at a path.
func (r *Renderer) appendHelp(b []byte, path string) []byte {
	return append(b, r.help[len(rootOf(path))/3]...)
}
