package render

import "html"

// prepareHelp writes once the words that tables and wheels of regions need, for
// pages so many folders deep. They open where they stand, without a script.
func (r *Renderer) prepareHelp() {
	country := html.EscapeString(r.country)
	for depth := range r.help {
		words := "../../../"[:3*depth] + "begrippen/"
		b := `<details class="woorden"><summary>` + r.Say("Hoe lees ik dit?") + `</summary><dl>` +
			`<dt><a href="` + words + r.Say("#rond-gemiddeld") + `">` + r.Say("Rond gemiddeld") + `</a><dd>` + r.Sayf("Het verschil met %s is klein, of zo onzeker dat toeval of afronding het kan verklaren.", country) +
			`<dt><a href="` + words + r.Say("#marge") + `">` + r.Say("Marge") + `</a><dd>` + r.Say("De grenzen waartussen het echte cijfer kan liggen.") +
			`<dt><a href="` + words + r.Say("#standaardafwijking") + `">` + r.Say("Standaardafwijking") + `</a><dd>` + r.Say("De maat voor hoe ver gebieden van elkaar af liggen. Een half keer die maat heet hoger of lager, anderhalf keer veel hoger of veel lager.")
		for _, c := range r.m.Classifications {
			b += `<dt>` + html.EscapeString(c.Label) + `<dd>` + html.EscapeString(c.Note)
		}
		r.help[depth] = b + `</dl><p class="verder"><a href="` + "../../../"[:3*depth] + `rondleiding/">` + r.Say("Rondleiding in zeven stappen") + `</a><a href="` + words + `">` + r.Say("Alle begrippen") + `</a></p></details>`
	}
}

// appendHelp appends the explanation for a page at a path.
func (r *Renderer) appendHelp(b []byte, path string) []byte {
	return append(b, r.help[len(rootOf(path))/3]...)
}
