package render

import (
	"fmt"
	"strconv"
	"strings"
	"wijkmonitor/generator/language"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	kaart "wijkmonitor/templates/map"
)

// partWords name the parts of a municipality.
var partWords = [2]string{language.Word("wijken"), language.Word("buurten")}

// countParts counts the parts of a level in words.
func (s *speech) countParts(n, level int) string {
	if level == 0 {
		return s.plural(n, "wijk", "wijken")
	}
	return s.plural(n, "buurt", "buurten")
}

func shapeID(level, i int) string { return "wb"[level:level+1] + strconv.Itoa(i) }

// TownThemes lists the themes that have a map of a municipality's parts.
func (r *Renderer) TownThemes(town int) []int {
	var themes []int
	for t := range r.m.Themes {
		for _, i := range r.themes[t] {
			if r.Mapped(i) && (r.anyFigure(town, 0, 0, i) || r.anyFigure(town, 0, 1, i)) {
				themes = append(themes, t)
				break
			}
		}
	}
	return themes
}

// anyFigure tells whether a part of a municipality has a figure to show, of
// everybody or of a group.
func (r *Renderer) anyFigure(town, group, level, i int) bool {
	period := r.base.Period(group, i)
	if period < 0 {
		return false
	}
	for k := range r.maps.towns[town].parts[level].Shapes {
		region := r.maps.region[r.maps.towns[town].parts[level].Shapes[k].Code]
		if r.m.Cube.At(region, group, i, period).Known() {
			return true
		}
	}
	return false
}

// TownMap appends the page with the wijken and buurten of a municipality, each
// a link, and the themes that there are maps of.
func (r *Renderer) TownMap(b []byte, town int) []byte {
	g := &r.m.Regions[town]
	path := r.path(town) + "kaart/"
	page := r.townPage(town, path, r.Say("Kaart"), r.Say("kaart"), r.Say("kaart"), nil)
	page.Lead = r.Sayf("De wijken en buurten van %s. Kies een gebied voor zijn cijfers, of een thema voor kaarten met cijfers.", g.Name)
	for level := range page.Overview {
		page.Overview[level] = r.overview(town, level, path)
	}
	return r.appendPage(b, kaart.TownView(page))
}

// townPage starts a page with maps of a municipality.
func (r *Renderer) townPage(town int, path, crumb, topic, kind string, above []layout.Link) *kaart.Town {
	g, maps := &r.m.Regions[town], &r.maps.towns[town]
	crumbs := r.regionCrumbs(path, town)
	crumbs[len(crumbs)-1].Current = false
	crumbs = append(append(crumbs, above...), layout.Link{Text: crumb, Current: true})
	page := &kaart.Town{
		Frame:  r.frame(path, r.pageTitle(r.Sayf("%s op de kaart: %s", g.Name, topic), ""), r.Sayf("Kaarten van de wijken en buurten van %s.", g.Name), crumbs),
		Single: len(maps.parts[0].Shapes) == 0 || len(maps.parts[1].Shapes) == 0,
		Name:   g.Name, Kind: kind, Shapes: maps.shapes, Country: r.country,
	}
	for _, t := range r.TownThemes(town) {
		page.Themes = append(page.Themes, layout.Link{Href: rootOf(path) + r.path(town) + "kaart/" + r.m.Themes[t].Key + "/", Text: r.m.Themes[t].Label, Current: r.m.Themes[t].Label == crumb})
	}
	if r.HasTownWheels(town) {
		page.Themes = append(page.Themes, layout.Link{Href: rootOf(path) + r.TownWheelsFolder(town), Text: r.Say("Profieltaarten"), Current: path == r.TownWheelsFolder(town)})
	}
	page.Groups = r.groupSets(maps.groups, func(g int) layout.Link {
		to := r.TownGroupFolder(town, g)
		return layout.Link{Href: rootOf(path) + to, Text: r.m.Groups[g].Label, Current: to == path}
	})
	for level := range maps.parts {
		page.Missing = append(page.Missing, r.missing(maps.parts[level].Missing))
	}
	return page
}

// overview draws the parts of one level without figures.
func (r *Renderer) overview(town, level int, path string) kaart.Overview {
	d := &r.maps.towns[town].parts[level]
	o := kaart.Overview{Heading: r.countParts(len(d.Shapes), level)}
	m := chart.Map{Title: r.Sayf("De %s van %s", r.Say(partWords[level]), r.m.Regions[town].Name), Wide: d.Wide, Tall: d.Tall}
	for k := range d.Shapes {
		region := r.maps.region[d.Shapes[k].Code]
		m.Shapes = append(m.Shapes, chart.MapShape{ID: shapeID(level, k), Href: rootOf(path) + r.path(region), Name: r.m.Regions[region].Name, Fill: chart.Fill{State: model.Known}})
	}
	if len(m.Shapes) > 0 {
		o.Picture = chart.AppendMap(nil, &m)
	}
	return o
}

// TownTheme appends the page with the maps of one theme in a municipality.
func (r *Renderer) TownTheme(b []byte, town, t int) []byte {
	path := r.path(town) + "kaart/" + r.m.Themes[t].Key + "/"
	page := r.townPage(town, path, r.m.Themes[t].Label, strings.ToLower(r.m.Themes[t].Label), r.Sayf("kaart: %s", strings.ToLower(r.m.Themes[t].Label)), []layout.Link{{Href: "../", Text: r.Say("Kaart")}})
	page.Lead = r.Sayf("Wijken en buurten vergeleken met %s. De kleur is op elke kaart en elke pagina dezelfde.", r.country)
	page.Method = rootOf(path) + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding")
	page.Source, page.Table = r.source[t], r.Say("De cijfers van alle wijken en buurten als tabel")
	var shown []int
	for _, i := range r.themes[t] {
		if r.Mapped(i) && (r.anyFigure(town, 0, 0, i) || r.anyFigure(town, 0, 1, i)) {
			shown = append(shown, i)
		}
	}
	r.townMaps(page, town, 0, shown, path)
	return r.appendPage(b, kaart.TownThemeView(page))
}

// townMaps puts the maps of some indicators on a page, with their legends and
// the table of their figures.
func (r *Renderer) townMaps(page *kaart.Town, town, group int, shown []int, path string) {
	seen, figures := r.newSeen(), make([]townFigures, len(shown))
	for column, i := range shown {
		figures[column] = r.townFigures(town, group, i)
		page.Indicators = append(page.Indicators, r.townIndicator(town, group, i, column, figures[column], path, seen))
	}
	page.Judged, page.Neutral, page.Gaps = seen.scale(model.LowerIsFavourable), seen.scale(model.NoJudgement), seen.gaps()
	r.townTable(page, town, shown, figures, path)
}

// townIndicator is the maps of one indicator: of wijken and of buurten.
func (r *Renderer) townIndicator(town, group, i, column int, figures townFigures, path string, seen *seenFills) kaart.Indicator {
	ind := &r.m.Indicators[i]
	out := kaart.Indicator{Key: ind.Key, Title: ind.Title, Unit: r.unitOf(ind) + ", " + r.yearOf(ind, r.base.Period(group, i)), About: rootOf(path) + "indicatoren/" + ind.Key + "/"}
	own := r.base.Item(town, group, i, r.base.Period(group, i))
	of := "%s: %s. %s: %s."
	if group > 0 {
		of = r.Say("%s, deze groep: %s. %s, totale bevolking: %s.")
	}
	out.Says = fmt.Sprintf(of, r.m.Regions[town].Name, r.formatFigure(own.Figure, ind), upperFirst(r.country), r.formatFigure(own.Reference, ind))
	for level, shapes := range figures {
		if len(shapes) == 0 {
			continue
		}
		if !anyKnown(shapes) {
			out.Maps = append(out.Maps, kaart.Small{Heading: upperFirst(r.Say(partWords[level])), None: r.Sayf("Van %s is er geen cijfer.", r.Say(partWords[level]))})
			continue
		}
		d := &r.maps.towns[town].parts[level]
		m := chart.Map{Title: r.Sayf("%s in de %s van %s", ind.Title, r.Say(partWords[level]), r.m.Regions[town].Name), Wide: d.Wide, Tall: d.Tall, Shapes: shapes}
		for k := range shapes {
			if level == 0 {
				shapes[k].Href = rootOf(path) + r.path(r.maps.region[d.Shapes[k].Code])
			}
			seen.add(&shapes[k].Fill)
		}
		out.Maps = append(out.Maps, r.small(&m, level, column))
	}
	return out
}

// small draws one map: of wijken with a link for each, of buurten, which can be
// hundreds, as a picture that the table puts in words.
func (r *Renderer) small(m *chart.Map, level, column int) kaart.Small {
	higher, lower := 0, 0
	for i := range m.Shapes {
		if step := m.Shapes[i].Fill.Class.Step(); step > 0 {
			higher++
		} else if step < 0 {
			lower++
		}
	}
	s := kaart.Small{Heading: upperFirst(r.Say(partWords[level])), Says: r.Sayf("%d hoger, %d lager dan %s", higher, lower, r.country)}
	m.Desc = r.Sayf("Van %s zijn er %s.", r.countParts(len(m.Shapes), level), s.Says)
	if level == 0 {
		s.Picture = chart.AppendMap(nil, m)
		return s
	}
	s.Column = strconv.Itoa(column + 1)
	s.Picture = chart.AppendPicture(nil, m)
	return s
}
