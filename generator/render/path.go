package render

import (
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// Path returns the folder of a region's page, relative to the root and ending
// in a slash: "nederland/", "gm0363/", "gm0363/wk036302/", "gebieden/noord/". In
// the compact form a neighbourhood has none: its part of its district's page is
// "gm0363/wk036302/#bu03630201".
func Path(m *model.Monitor, region int) string {
	if Folded(m, region) {
		r := &m.Regions[region]
		return Path(m, r.Parent) + "#" + strings.ToLower(r.Code)
	}
	return Key(m, region) + "/"
}

// path is Path, made once: every page leads to many regions.
func (r *Renderer) path(region int) string { return r.paths[region] }

// Key names a region in an address: the folder of its page, also where it has
// none of its own: "gm0363/bu03630201".
func Key(m *model.Monitor, region int) string {
	r := &m.Regions[region]
	switch r.Level {
	case model.Country:
		return "nederland"
	case model.Municipality:
		return strings.ToLower(r.Code)
	case model.OwnArea:
		return "gebieden/" + r.Code
	}
	return strings.ToLower(m.Regions[r.Municipality].Code) + "/" + strings.ToLower(r.Code)
}

// Folded tells whether a region stands on the page of the one it lies in.
func Folded(m *model.Monitor, region int) bool {
	return m.Compact && m.Regions[region].Level == model.Neighbourhood
}

// rootOf leads from a folder to the root: "gm0363/wk036302/" → "../../".
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// PartName tells the files of a part of a municipality's figures from those of
// the first: arbeid.json, arbeid-2.json.
func PartName(part int) string {
	if part == 0 {
		return ""
	}
	return "-" + strconv.Itoa(part+1)
}
