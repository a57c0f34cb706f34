package render

import (
	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	kaart "wijkmonitor/templates/map"
)

// MapList appends the page on which to choose a map.
func (r *Renderer) MapList(b []byte) []byte {
	const path = "kaart/"
	page := kaart.List{
		Frame: r.frame(path, r.Say("Kaarten"), r.Sayf("Kaarten van de gemeenten van %s, per onderwerp.", r.country), r.crumbs(path, layout.Link{Text: r.Say("Kaarten")})),
		Title: r.Say("Kaarten"), Lead: r.Sayf("Kies een onderwerp. Op de kaart ziet u in welke gemeenten het cijfer hoger of lager is dan in %s.", r.country),
	}
	for t := range r.m.Themes {
		if links := r.mapLinks(t, path, -1); len(links) > 0 {
			page.Sets = append(page.Sets, kaart.Set{Heading: r.m.Themes[t].Label, Links: links})
		}
	}
	for _, i := range r.order {
		if r.HasTownMap(i) {
			page.Towns = append(page.Towns, layout.Link{Href: rootOf(path) + Path(r.m, i) + "kaart/", Text: r.m.Regions[i].Name})
		}
	}
	return r.appendPage(b, kaart.ListView(&page))
}

// mapLinks links to the maps of a theme.
func (r *Renderer) mapLinks(theme int, path string, current int) []layout.Link {
	var links []layout.Link
	for _, i := range r.themes[theme] {
		if r.Mapped(i) {
			ind := &r.m.Indicators[i]
			links = append(links, layout.Link{Href: rootOf(path) + "kaart/" + ind.Key + "/", Text: ind.Title, Note: r.unitOf(ind), Current: i == current})
		}
	}
	return links
}

// MapOf appends the page with the map of one indicator.
func (r *Renderer) MapOf(b []byte, i int) []byte {
	ind := &r.m.Indicators[i]
	path := "kaart/" + ind.Key + "/"
	year := r.year(r.base.Period(0, i))
	ranking := r.ranking(i, path)
	page := kaart.Page{
		Frame: r.frame(path, r.Sayf("%s op de kaart", ind.Title), r.Sayf("Kaart van de gemeenten van %s: %s in %s.", r.country, lowerFirst(ind.Title), year),
			r.crumbs(path, layout.Link{Href: "../", Text: r.Say("Kaarten")}, layout.Link{Text: ind.Title})),
		Title: ind.Title, Kind: r.Say("kaart van de gemeenten, ") + r.yearOf(ind, r.base.Period(0, i)), Unit: r.unitOf(ind), Says: r.mapSays(ranking),
		Shapes: string(chart.AppendShapes(nil, nil)), Missing: r.missing(r.maps.country.Missing),
		Picture: string(chart.AppendMap(nil, r.countryMap(i, rootOf(path)))), Source: r.source[ind.Theme],
		About: rootOf(path) + "indicatoren/" + ind.Key + "/", File: "../" + ind.Key + ".svg", Ranking: ranking,
		Others: r.mapLinks(ind.Theme, path, i), Theme: r.m.Themes[ind.Theme].Label, Judged: ind.Polarity != model.NoJudgement, Country: r.country,
		Method: rootOf(path) + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding"),
	}
	for _, k := range r.mapKey(r.countryShapes(i), ind.Polarity) {
		key := swatch(k.fill, k.word)
		key.Count = k.count
		page.Key = append(page.Key, key)
	}
	return r.appendPage(b, kaart.View(&page))
}

func (r *Renderer) countryShapes(i int) []chart.MapShape {
	shapes := make([]chart.MapShape, 0, len(r.maps.country.Shapes))
	for k := range r.maps.country.Shapes {
		drawn := &r.maps.country.Shapes[k]
		s := r.mapShape(r.maps.region[drawn.Code], i)
		s.Path = drawn.Path
		shapes = append(shapes, s)
	}
	return shapes
}

// countryMap draws the municipalities; root leads to their pages.
func (r *Renderer) countryMap(i int, root string) *chart.Map {
	ind, d := &r.m.Indicators[i], &r.maps.country
	m := &chart.Map{Title: r.Sayf("%s in de gemeenten van %s", ind.Title, r.country), Wide: d.Wide, Tall: d.Tall, Shapes: r.countryShapes(i)}
	for k := range m.Shapes {
		m.Shapes[k].Href = root + Path(r.m, r.maps.region[d.Shapes[k].Code])
	}
	return m
}

// MapFile appends the map of one indicator as a file of its own.
func (r *Renderer) MapFile(b []byte, i int) []byte {
	ind := &r.m.Indicators[i]
	year := r.yearOf(ind, r.base.Period(0, i))
	f := chart.MapFile{Map: *r.countryMap(i, "")}
	f.Title = ind.Title + ", " + year + " (" + r.unitOf(ind) + ")"
	f.Desc = r.mapSays(r.ranking(i, ""))
	f.Foot = []string{r.Sayf("Kleur: vergeleken met %s. Wat toeval of afronding kan zijn, heet rond gemiddeld.", r.country), r.source[ind.Theme] + " " + r.editionLine()}
	for _, k := range r.mapKey(f.Shapes, ind.Polarity) {
		f.Key = append(f.Key, chart.MapKey{Fill: k.fill, Word: k.word + ": " + k.count})
	}
	return chart.AppendMapFile(b, &f)
}
