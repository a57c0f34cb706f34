package render

import (
	"fmt"
	"io"
	"slices"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

// parts lists the regions inside and beside this one, the areas that count it,
// and what was there before.
func (r *Renderer) parts(index int, path string) []region.Parts {
	g := &r.m.Regions[index]
	var parts []region.Parts
	add := func(heading string, regions []int) {
		if len(regions) > 0 {
			parts = append(parts, region.Parts{Heading: heading, Links: r.regionLinks(regions, path)})
		}
	}
	now, gone := r.present(r.children[index])
	if len(now) > 0 {
		n := len(now)
		add(r.Sayf("%s in %s", [...]string{r.plural(n, "gemeente", "gemeenten"), r.plural(n, "wijk", "wijken"), r.plural(n, "buurt", "buurten")}[g.Level], g.Name), now)
	}
	if g.Level == model.District || g.Level == model.Neighbourhood {
		beside, _ := r.present(r.children[g.Parent])
		beside = slices.DeleteFunc(beside, func(i int) bool { return i == index })
		add(r.Sayf([...]string{model.District: language.Word("Andere wijken in %s"), model.Neighbourhood: language.Word("Andere buurten in %s")}[g.Level], r.m.Regions[g.Parent].Name), beside)
	}
	if links := r.bordering(index, path); len(links) > 0 {
		_, many := r.levelWords(g.Level)
		parts = append(parts, region.Parts{Heading: r.Sayf("%s die eraan grenzen", upperFirst(many)), Links: links})
	}
	add(r.Say("Dit gebied bestaat uit"), g.Parts)
	if index == 0 {
		add(r.Say("Eigen gebieden"), r.areas)
	} else {
		add(r.Say("Dit gebied telt mee in"), r.areasOf(index))
	}
	add(r.Say("Opgeheven"), gone)
	if links := r.overviews(index, path); len(links) > 0 {
		parts = append(parts, region.Parts{Heading: r.Say("Overzichten"), Links: links})
	}
	return parts
}

// bordering links to the regions that border on this one, those with the longest
// border first; one elsewhere says where.
func (r *Renderer) bordering(index int, path string) []layout.Link {
	if r.near.beside == nil {
		return nil
	}
	links := r.regionLinks(r.near.beside[index], path)
	for k, i := range r.near.beside[index] {
		if town := r.m.Regions[i].Municipality; r.m.Regions[i].Level == model.District && town != r.m.Regions[index].Municipality {
			links[k].Note = r.Sayf("in %s", r.m.Regions[town].Name)
		}
	}
	return links
}

// PrintBordering writes what a region's page says of those that border on it,
// some of which lie in other municipalities.
func (r *Renderer) PrintBordering(w io.Writer, region int) {
	fmt.Fprintf(w, "%+v\n", r.bordering(region, r.path(region)))
}

// overviews links to where all regions around this one are seen at once.
func (r *Renderer) overviews(index int, path string) (links []layout.Link) {
	if to := r.MapLink(index, path); to != "" {
		links = append(links, layout.Link{Href: to, Text: r.Sayf("Bekijk %s op de kaart", r.mapName(index))})
	}
	if town := r.m.Regions[index].Municipality; town >= 0 && r.HasPartList(town) {
		links = append(links, layout.Link{Href: rootOf(path) + r.path(town) + PartsFolder, Text: r.Sayf("Alle wijken en buurten van %s in een lijst", r.m.Regions[town].Name)})
	}
	return links
}

// present divides regions into those of today and those that are no more.
func (r *Renderer) present(regions []int) (now, gone []int) {
	for _, i := range regions {
		if r.retired(&r.m.Regions[i]) {
			gone = append(gone, i)
		} else {
			now = append(now, i)
		}
	}
	return now, gone
}

// retired tells whether a region was there once and is no more.
func (r *Renderer) retired(g *model.Region) bool { return g.Last < r.last[g.Level] }

// areasOf lists the own areas that count a region.
func (r *Renderer) areasOf(region int) []int {
	var list []int
	for _, a := range r.areas {
		if slices.Contains(r.m.Regions[a].Parts, region) {
			list = append(list, a)
		}
	}
	return list
}

// regionLinks links to regions.
func (r *Renderer) regionLinks(regions []int, path string) []layout.Link {
	links := make([]layout.Link, 0, len(regions))
	for _, i := range regions {
		links = append(links, layout.Link{Href: rootOf(path) + r.path(i), Text: r.m.Regions[i].Name})
	}
	return links
}
