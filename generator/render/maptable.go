package render

import (
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	kaart "wijkmonitor/templates/map"
)

// townTable is the figures that the maps of a page show.
func (r *Renderer) townTable(town, group int, shown []int, path string) (columns []string, rows []kaart.Row) {
	for _, i := range shown {
		columns = append(columns, r.m.Indicators[i].Short)
	}
	for level := range r.maps.towns[town].parts {
		if group > 0 && level > 0 {
			break
		}
		d := &r.maps.towns[town].parts[level]
		for k := range d.Shapes {
			region := r.maps.region[d.Shapes[k].Code]
			row := kaart.Row{ID: "r-" + shapeID(level, k), Href: rootOf(path) + r.path(region), Name: r.m.Regions[region].Name, Bold: level == 0}
			for _, i := range shown {
				row.Cells = append(row.Cells, r.tableText(r.mapShape(region, group, i)))
			}
			rows = append(rows, row)
		}
	}
	return columns, rows
}

// tableText is what a map says of a region, without the word that goes without
// saying: a page has thousands of cells, and most are about average.
func (s *speech) tableText(shape chart.MapShape) string {
	return strings.Replace(shape.Says, ", "+s.classWords[model.Average], "", 1)
}
