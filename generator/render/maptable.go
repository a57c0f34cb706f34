package render

import (
	"html"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	kaart "wijkmonitor/templates/map"
)

// townFigures is the parts of a municipality in the colours of one indicator:
// wijken, and buurten, which have no figures of groups.
type townFigures [2][]chart.MapShape

func (r *Renderer) townFigures(town, group, i int) (f townFigures) {
	for level := range f {
		if group > 0 && level > 0 {
			break
		}
		parts := &r.maps.towns[town].parts[level]
		f[level] = make([]chart.MapShape, len(parts.Shapes))
		for k := range parts.Shapes {
			f[level][k] = r.mapShape(r.maps.region[parts.Shapes[k].Code], group, i)
			f[level][k].ID = shapeID(level, k)
		}
	}
	return f
}

// anyKnown tells whether a shape has a figure to show.
func anyKnown(shapes []chart.MapShape) bool {
	for k := range shapes {
		if shapes[k].Fill.State == model.Known {
			return true
		}
	}
	return false
}

// townTable puts the figures that the maps of a page show in a table. Its rows
// are appended here for the reason that tables.go gives.
func (r *Renderer) townTable(page *kaart.Town, town int, shown []int, figures []townFigures, path string) {
	for _, i := range shown {
		page.Columns = append(page.Columns, r.m.Indicators[i].Short)
	}
	if len(figures) == 0 {
		return
	}
	usual := ", " + r.classWords[model.Average] // a page has thousands of cells, and most are about average
	for level := range figures[0] {
		for k := range figures[0][level] {
			region := r.maps.region[r.maps.towns[town].parts[level].Shapes[k].Code]
			name := html.EscapeString(r.m.Regions[region].Name)
			if level == 0 {
				name = "<b>" + name + "</b>"
			}
			b := append(append(append(page.Rows, `<tr id="r-`...), figures[0][level][k].ID...), `"><th scope="row"><a href="`...)
			b = append(append(append(b, rootOf(path)...), r.path(region)...), `">`...)
			b = append(append(b, name...), "</a>"...)
			for column := range figures {
				says := figures[column][level][k].Says
				at := strings.Index(says, usual)
				b = append(b, "<td>"...)
				if at >= 0 {
					b, says = append(b, says[:at]...), says[at+len(usual):]
				}
				b = append(b, says...)
			}
			page.Rows = append(b, '\n')
			page.Parts++
		}
	}
}
