package render

import (
	"cmp"
	"html"

	"wijkmonitor/templates/layout"
)

// A take is what a reader takes away of a chart: how to name it, and where its
// figures are. A script adds the chart itself as a file.
type take struct {
	what   string // "Gebruik deze grafiek"
	says   string // what the chart shows, of where and when
	source string
	path   string // of the page, below the root of the site
	anchor string // of the chart on it
	table  string // ID of what holds its figures; "" where they stand with the chart
	files  []layout.Link
}

// appendTake appends it, closed.
func (r *Renderer) appendTake(b []byte, t *take) []byte {
	add := func(texts ...string) {
		for _, s := range texts {
			b = append(b, s...)
		}
	}
	add(`<details class="neem"`)
	if t.table != "" {
		add(` data-tabel="#`, t.table, ` table"`)
	}
	add(`><summary>`, t.what, `</summary><p>`, r.Say("Zo noemt u de bron:"), `</p><p class="citaat">`)
	add(html.EscapeString(t.says+". "+t.source+" "+r.editionLine()), ` <span class="adres" data-root="#`, t.anchor, `">`, html.EscapeString(cmp.Or(r.address, r.Folder)+t.path), "#", t.anchor, "</span></p>")
	if len(t.files) > 0 {
		add(`<ul class="verder">`)
		for _, f := range t.files {
			add(`<li><a href="`, html.EscapeString(f.Href), `">`, html.EscapeString(f.Text), "</a>")
		}
		add("</ul>")
	}
	add("</details>")
	return b
}

// takes is what a reader takes away of the chart of an indicator here.
func (p *Place) takes(i, year int, root string) *take {
	r, g := p.r, &p.r.m.Regions[p.index]
	ind, home := &r.m.Indicators[i], dataRoot(g, p.index)
	t := &take{what: r.Say("Gebruik deze grafiek"), says: ind.Title + r.Say(" in ") + g.Name + " (" + r.level(g.Level) + ")", source: r.cites[i], path: p.path + r.m.Themes[ind.Theme].Key + "/", anchor: "i-" + ind.Key}
	if year >= 0 {
		t.says += ", " + r.yearOf(ind, year)
	}
	t.files = []layout.Link{{Href: root + r.site + r.path(home) + "cijfers.csv", Text: r.Sayf("Alle cijfers van %s als CSV", r.m.Regions[home].Name)}}
	return t
}

// takesTowns is what a reader takes away of the figures of all municipalities:
// a drawing of them, or a map.
func (r *Renderer) takesTowns(group, i int, what, path, anchor string) []byte {
	ind := &r.m.Indicators[i]
	says := ind.Title + ", " + r.Say("alle gemeenten")
	if group > 0 {
		says += ", " + lowerFirst(r.who[group])
	}
	return r.appendTake(nil, &take{what: what, says: says + ", " + r.yearOf(ind, r.base.Period(group, i)), source: r.cites[i], path: path, anchor: anchor, table: "ranglijst"})
}

// takesTrend is what a reader takes away of the years of the country.
func (r *Renderer) takesTrend(i int, heading, path, anchor string) []byte {
	ind := &r.m.Indicators[i]
	return r.appendTake(nil, &take{what: r.Say("Gebruik deze grafiek"), says: ind.Title + r.Say(" in ") + r.country + ", " + lowerFirst(heading), source: r.cites[i], path: path, anchor: anchor, table: "verloop",
		files: []layout.Link{{Href: rootOf(path) + r.site + "nederland/cijfers.csv", Text: r.Sayf("Alle cijfers van %s als CSV", r.country)}}})
}
