package render

import (
	"slices"

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
		Title: r.Say("Kaarten"), Lead: r.Sayf("Kies een gemeente op de kaart, of een onderwerp. Op de kaart van een onderwerp ziet u in welke gemeenten het cijfer hoger of lager is dan in %s.", r.country),
		Picture: r.blankMap(rootOf(path)), Missing: r.missing(r.maps.country.Missing),
	}
	for t := range r.m.Themes {
		if links := r.mapLinks(0, t, path, -1); len(links) > 0 {
			page.Sets = append(page.Sets, kaart.Set{Heading: r.m.Themes[t].Label, Links: links})
		}
	}
	for _, i := range r.order {
		if r.HasTownMap(i) {
			page.Towns = append(page.Towns, layout.Link{Href: rootOf(path) + r.path(i) + "kaart/", Text: r.m.Regions[i].Name})
		}
	}
	return r.appendPage(b, kaart.ListView(&page))
}

// blankMap draws the municipalities without figures, each a link to its page.
func (r *Renderer) blankMap(root string) string {
	d := &r.maps.country
	m := chart.Map{Title: r.Sayf("De gemeenten van %s", r.country), Wide: d.Wide, Tall: d.Tall}
	for k := range d.Shapes {
		region := r.maps.region[d.Shapes[k].Code]
		m.Shapes = append(m.Shapes, chart.MapShape{Path: d.Shapes[k].Path, Href: root + r.path(region), Name: r.m.Regions[region].Name, Fill: chart.Fill{State: model.Known}})
	}
	return string(chart.AppendMap(nil, &m))
}

// mapLinks links to the maps of a theme, for everybody or a group.
func (r *Renderer) mapLinks(group, theme int, path string, current int) []layout.Link {
	var links []layout.Link
	for _, i := range r.themes[theme] {
		if !r.Mapped(i) || group > 0 && !slices.Contains(r.MappedGroups(i), group) {
			continue
		}
		ind := &r.m.Indicators[i]
		links = append(links, layout.Link{Href: rootOf(path) + r.mapFolder(group, i), Text: ind.Title, Note: r.unitOf(ind), Current: i == current})
	}
	return links
}

// mapFolder is where a map stands, below the root: kaart/bijstand/h-marokko/.
func (r *Renderer) mapFolder(group, i int) string {
	if group == 0 {
		return "kaart/" + r.m.Indicators[i].Key + "/"
	}
	return "kaart/" + r.m.Indicators[i].Key + "/" + r.m.Groups[group].Key + "/"
}

// mapGroups links to the map of everybody and those of groups, by
// classification; none where there are none of groups.
func (r *Renderer) mapGroups(group, i int, path string) (sets []kaart.Set) {
	groups := r.MappedGroups(i)
	if len(groups) == 0 {
		return nil
	}
	link := func(g int) layout.Link {
		return layout.Link{Href: rootOf(path) + r.mapFolder(g, i), Text: r.m.Groups[g].Label, Current: g == group}
	}
	return append([]kaart.Set{{Links: []layout.Link{link(0)}}}, r.groupSets(groups, link)...)
}

// groupSets lists groups by their classification.
func (r *Renderer) groupSets(groups []int, link func(g int) layout.Link) (sets []kaart.Set) {
	for c := range r.m.Classifications {
		set := kaart.Set{Heading: r.m.Classifications[c].Label}
		for _, g := range groups {
			if r.m.Groups[g].Classification == c {
				set.Links = append(set.Links, link(g))
			}
		}
		if len(set.Links) > 0 {
			sets = append(sets, set)
		}
	}
	return sets
}

// MapOf appends the page with the map of one indicator, for everybody or a
// group.
func (r *Renderer) MapOf(b []byte, group, i int) []byte {
	ind := &r.m.Indicators[i]
	path := r.mapFolder(group, i)
	period := r.base.Period(group, i)
	ranking, drawing := r.ranking(group, i, path), r.countryMap(group, i, rootOf(path))
	title, kind := ind.Title, r.Say("kaart van de gemeenten, ")+r.yearOf(ind, period)
	crumbs := []layout.Link{{Href: rootOf(path) + "kaart/", Text: r.Say("Kaarten")}, {Text: ind.Title}}
	if group > 0 {
		who := r.who[group]
		title, kind = title+": "+lowerFirst(who), kind+"; "+lowerFirst(who)
		crumbs[1].Href = "../"
		crumbs = append(crumbs, layout.Link{Text: r.m.Groups[group].Label})
	}
	page := kaart.Page{
		Frame: r.frame(path, r.pageTitle(title, r.Say(" op de kaart")), r.Sayf("Kaart van de gemeenten van %s: %s in %s.", r.country, lowerFirst(title), r.year(period)), r.crumbs(path, crumbs...)),
		Title: ind.Title, Kind: kind, Unit: r.unitOf(ind), Says: r.mapSays(ranking), Groups: r.mapGroups(group, i, path),
		Shapes: chart.AppendShapes(nil, nil), Missing: r.missing(r.maps.country.Missing),
		Picture: chart.AppendMap(nil, drawing), Source: r.source[ind.Theme],
		About: rootOf(path) + "indicatoren/" + ind.Key + "/", Ranking: ranking,
		Others: r.mapLinks(group, ind.Theme, path, i), Theme: r.m.Themes[ind.Theme].Label, Judged: ind.Polarity != model.NoJudgement, Country: r.country,
		Method: rootOf(path) + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding"),
	}
	page.Frame.Take, page.Take = r.assets.Take, r.takesTowns(group, i, r.Say("Gebruik deze kaart"), path, "inhoud")
	if group > 0 {
		page.Caution, page.Country = r.caution, r.Sayf("%s, totale bevolking", r.country)
	} else {
		page.File = "../" + ind.Key + ".svg"
	}
	for _, k := range r.mapKey(drawing.Shapes, ind.Polarity) {
		key := swatch(k.fill, k.word)
		key.Count = k.count
		page.Key = append(page.Key, key)
	}
	return r.appendPage(b, kaart.View(&page))
}

// countryMap draws the municipalities; root leads to their pages.
func (r *Renderer) countryMap(group, i int, root string) *chart.Map {
	ind, d := &r.m.Indicators[i], &r.maps.country
	m := &chart.Map{Title: r.Sayf("%s in de gemeenten van %s", ind.Title, r.country), Wide: d.Wide, Tall: d.Tall, Shapes: make([]chart.MapShape, len(d.Shapes))}
	if group > 0 {
		m.Title += ": " + lowerFirst(r.who[group])
	}
	for k := range m.Shapes {
		region := r.maps.region[d.Shapes[k].Code]
		m.Shapes[k] = r.mapShape(region, group, i)
		m.Shapes[k].Path, m.Shapes[k].Href = d.Shapes[k].Path, root+r.path(region)
	}
	return m
}

// MapFile appends the map of one indicator as a file of its own.
func (r *Renderer) MapFile(b []byte, i int) []byte { return chart.AppendMapFile(b, r.mapFile(i)) }

func (r *Renderer) mapFile(i int) *chart.MapFile {
	ind := &r.m.Indicators[i]
	year := r.yearOf(ind, r.base.Period(0, i))
	f := chart.MapFile{Map: *r.countryMap(0, i, "")}
	f.Title = ind.Title + ", " + year + " (" + r.unitOf(ind) + ")"
	f.Desc = r.mapSays(r.ranking(0, i, ""))
	f.Foot = []string{r.Sayf("Kleur: vergeleken met %s. Wat toeval of afronding kan zijn, heet rond gemiddeld.", r.country), r.source[ind.Theme] + " " + r.editionLine()}
	for _, k := range r.mapKey(f.Shapes, ind.Polarity) {
		f.Key = append(f.Key, chart.MapKey{Fill: k.fill, Word: k.word + ": " + k.count})
	}
	return &f
}
