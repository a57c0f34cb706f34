package render

import "strings"

// MapLink leads from a page to the map of a municipality; nothing when there
// is none.
func (r *Renderer) MapLink(region int, path string) string {
	town := r.m.Regions[region].Municipality
	switch {
	case region == 0 && r.HasMap():
		return rootOf(path) + "kaart/"
	case town >= 0 && r.HasTownMap(town):
		return rootOf(path) + strings.ToLower(r.m.Regions[town].Code) + "/kaart/"
	}
	return ""
}

// mapName names what the map of a region shows.
func (r *Renderer) mapName(region int) string {
	if town := r.m.Regions[region].Municipality; town >= 0 {
		return r.Sayf("de wijken en buurten van %s", r.m.Regions[town].Name)
	}
	return r.Sayf("de gemeenten van %s", r.country)
}
