package render

import (
	"slices"
	"strconv"

	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/parts"
	"wijkmonitor/templates/region"
)

// PartsFolder is where the list of a municipality's parts stands, below it.
const PartsFolder = "lijst/"

// HasPartList tells whether a region has a list of its wijken and buurten.
func (r *Renderer) HasPartList(index int) bool {
	g := &r.m.Regions[index]
	return g.Level == model.Municipality && !r.retired(g) && len(r.now[index]) > 0
}

// PartList appends the page with all wijken and buurten of a municipality.
func (r *Renderer) PartList(b []byte, town int) []byte {
	g, path := &r.m.Regions[town], r.path(town)+PartsFolder
	crumbs := append(r.regionCrumbs(path, town), layout.Link{Text: r.Say("Wijken en buurten"), Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := parts.Page{
		Frame: r.frame(path, r.regionTitle(r.Say("Wijken en buurten van "), g), r.Sayf("Alle wijken en buurten van %s met hun kerncijfers.", g.Name), crumbs),
		Name:  g.Name, Back: "../",
	}
	shown, themes := r.keyed()
	for _, t := range themes {
		page.Source += r.source[t] + " "
	}
	districts := r.now[town]
	one := r.partTable("wijken", r.Say("Wijk"), "", shown)
	one.Heading = r.Sayf("%s in %s", r.plural(len(districts), "wijk", "wijken"), g.Name)
	one.Sets = []parts.Set{{Rows: r.partRows(districts, path, shown)}}
	page.Tables = append(page.Tables, one)
	two, n := r.partTable("buurten", r.Say("Buurt"), r.Say("Wijk"), shown), 0
	for _, d := range districts {
		if within := r.now[d]; len(within) > 0 {
			n += len(within)
			two.Sets = append(two.Sets, parts.Set{Heading: r.regionLinks([]int{d}, path)[0], Rows: r.partRows(within, path, shown)})
		}
	}
	if n > 0 {
		two.Heading = r.Sayf("%s in %s", r.plural(n, "buurt", "buurten"), g.Name)
		page.Tables = append(page.Tables, two)
	}
	return r.appendPage(b, parts.View(&page))
}

// keyed lists the key figures that the country has, and their themes.
func (r *Renderer) keyed() (shown, themes []int) {
	for i := range r.m.Indicators {
		ind := &r.m.Indicators[i]
		if !ind.KeyFigure || r.base.Period(0, i) < 0 {
			continue
		}
		shown = append(shown, i)
		if !slices.Contains(themes, ind.Theme) {
			themes = append(themes, ind.Theme)
		}
	}
	return shown, themes
}

func (r *Renderer) partTable(id, what, within string, shown []int) parts.Table {
	t := parts.Table{ID: id, What: what, Within: within}
	for _, i := range shown {
		ind := &r.m.Indicators[i]
		note := r.yearOf(ind, r.base.Period(0, i))
		if ind.Unit != "%" && ind.Compared() {
			note = ind.Unit + ", " + note
		}
		t.Columns = append(t.Columns, parts.Column{Title: ind.Title, Note: note})
	}
	return t
}

func (r *Renderer) partRows(regions []int, path string, shown []int) []parts.Row {
	rows := make([]parts.Row, 0, len(regions))
	for k, link := range r.regionLinks(regions, path) {
		row := parts.Row{Link: link, Within: r.m.Regions[r.m.Regions[regions[k]].Parent].Name}
		for _, i := range shown {
			row.Cells = append(row.Cells, r.partCell(regions[k], i))
		}
		rows = append(rows, row)
	}
	return rows
}

// partCell is one key figure of a region in the period of its column.
func (r *Renderer) partCell(index, i int) parts.Cell {
	ind := &r.m.Indicators[i]
	figure := r.m.Cube.At(index, 0, i, r.base.Period(0, i))
	v, known := figure.Value()
	if !known {
		gap := r.gaps[figure.State()]
		return parts.Cell{Cell: region.Cell{Figure: gap.word, Sign: gap.sign, Gap: gap.explanation}}
	}
	return parts.Cell{Cell: region.Cell{Figure: r.formatFigure(figure, ind)}, Sort: strconv.FormatFloat(asPrinted(v, ind.Decimals), 'f', ind.Decimals, 64)}
}
