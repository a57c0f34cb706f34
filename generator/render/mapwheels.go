package render

import (
	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	kaart "wijkmonitor/templates/map"
)

// wheelMapFolder is where the map with wheels stands, below a municipality.
const wheelMapFolder = "kaart/profieltaart/"

// HasTownWheels tells whether a municipality has a map with the wheels of its
// wijken: there are two to compare at least. In the compact form, made for hosts
// that count files, none has.
func (r *Renderer) HasTownWheels(town int) bool {
	return !r.m.Compact && r.HasTownMap(town) && len(r.maps.towns[town].parts[0].Shapes) > 1
}

// TownWheelsFolder is where that map stands, below the root.
func (r *Renderer) TownWheelsFolder(town int) string { return r.path(town) + wheelMapFolder }

// TownWheels appends the page with the wheels of the wijken on their map, and
// what they show in words.
func (r *Renderer) TownWheels(b []byte, town int) []byte {
	path := r.TownWheelsFolder(town)
	title := r.Say("Profieltaarten")
	page := r.townPage(town, path, title, lowerFirst(title), r.Say("kaart: profieltaarten van de wijken"), []layout.Link{{Href: "../", Text: r.Say("Kaart")}})
	page.Lead = r.Sayf("Elke wijk van %s met haar profieltaart. Taarten die op elkaar lijken, horen bij wijken met dezelfde verschillen met %s.", page.Name, r.country)
	page.Method = rootOf(path) + "methode/" + r.Say("#hoe-lees-ik-de-profieltaart")
	d := &r.maps.towns[town].parts[0]
	m := chart.Map{Title: r.Sayf("De %s van %s", r.Say(partWords[0]), page.Name), Wide: d.Wide, Tall: d.Tall}
	spots := make([]chart.Spot, 0, len(d.Shapes))
	for k := range d.Shapes {
		var p profile.Profile
		region := r.maps.region[d.Shapes[k].Code]
		r.base.Fill(&p, region, 0)
		m.Shapes = append(m.Shapes, chart.MapShape{ID: shapeID(0, k), Href: rootOf(path) + r.path(region), Name: r.m.Regions[region].Name, Fill: chart.Fill{State: model.Known}})
		page.Words = append(page.Words, layout.Link{Href: rootOf(path) + r.path(region), Text: r.m.Regions[region].Name, Note: r.heading(&p)})
		if p.Any() {
			w := r.bareWheel(&p, "w", false)
			spots = append(spots, chart.Spot{X: d.Shapes[k].X, Y: d.Shapes[k].Y, Wheel: &w})
		}
	}
	page.Overview[0] = kaart.Overview{Heading: title, Picture: chart.AppendOverlay(chart.AppendMap(nil, &m), &m, spots)}
	return r.appendPage(b, kaart.TownWheelsView(page))
}
