package render

import (
	"wijkmonitor/templates/layout"
	kaart "wijkmonitor/templates/map"
)

// groupMapFolder is where the maps of groups stand, below a municipality.
const groupMapFolder = "kaart/groep/"

// TownGroups lists the groups of which a municipality has maps.
func (r *Renderer) TownGroups(town int) []int { return r.maps.towns[town].groups }

// TownGroupFolder is where the maps of a group stand, below the root.
func (r *Renderer) TownGroupFolder(town, group int) string {
	return r.path(town) + groupMapFolder + r.m.Groups[group].Key + "/"
}

// townGroups lists the groups with a figure in two wijken at least.
func (r *Renderer) townGroups(town int) (groups []int) {
	if len(r.maps.towns[town].parts[0].Shapes) < 2 {
		return nil
	}
	for g := 1; g < len(r.m.Groups); g++ {
		if !r.m.Groups[g].Hidden && len(r.townShown(town, g)) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// townShown lists the indicators of which a group has a map: there is more than
// one figure to tell apart.
func (r *Renderer) townShown(town, group int) (shown []int) {
	shapes := r.maps.towns[town].parts[0].Shapes
	for i := range r.m.Indicators {
		period, known := r.base.Period(group, i), 0
		if period < 0 || !r.Mapped(i) {
			continue
		}
		for k := range shapes {
			if r.m.Cube.At(r.maps.region[shapes[k].Code], group, i, period).Known() {
				known++
			}
		}
		if known > 1 {
			shown = append(shown, i)
		}
	}
	return shown
}

// TownGroup appends the page with the maps of a group in a municipality: its
// wijken, for every indicator with figures.
func (r *Renderer) TownGroup(b []byte, town, group int) []byte {
	g, path := &r.m.Groups[group], r.TownGroupFolder(town, group)
	who := lowerFirst(r.who[group])
	page := r.townPage(town, path, g.Label, who, r.Sayf("kaarten van de wijken: %s", who), []layout.Link{{Href: "../../", Text: r.Say("Kaart")}})
	page.Lead = r.Sayf("De wijken van %s vergeleken met %s, totale bevolking. De kleur is op elke kaart en elke pagina dezelfde.", page.Name, r.country)
	page.Caution, page.Method = r.caution, rootOf(path)+"methode/"+r.Say("#geen-kleur-door-toeval-of-afronding")
	shown := r.townShown(town, group)
	r.townMaps(page, town, group, shown, path)
	page.Table = r.Say("De cijfers van alle wijken als tabel")
	page.Source, page.Single = r.sourceOf(shown...), true
	return r.appendPage(b, kaart.TownThemeView(page))
}
