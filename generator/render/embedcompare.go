package render

import (
	"fmt"
	"io"
	"slices"

	"wijkmonitor/generator/model"
)

// mostAround is how many regions of a kind a page to embed compares with.
const mostAround = 5

// A circle is some regions that one can be compared with.
type circle struct {
	heading string
	regions []int
}

// circles lists the regions that are most like one, beside it and as large; none
// for the country, own areas and regions that are no more.
func (r *Renderer) circles(index int) (all []circle) {
	g := &r.m.Regions[index]
	if index == 0 || g.Level == model.OwnArea || r.retired(g) {
		return nil
	}
	add := func(heading string, regions []int) {
		if len(regions) > 0 {
			all = append(all, circle{heading, regions[:min(mostAround, len(regions))]})
		}
	}
	var alike []int
	for _, match := range r.near.similar.Of(index) {
		alike = append(alike, match.Region)
	}
	add(r.Sayf("Lijkt het meest op %s", g.Name), alike)
	if r.near.beside != nil {
		add(r.Sayf("Grenst aan %s", g.Name), r.near.beside[index])
	}
	if g.Level == model.Municipality {
		add(r.Say("Ongeveer even veel inwoners"), r.near.sameSize(index, mostAround))
	}
	return all
}

// comparisons sets the region beside those inside it, and beside others of its
// level.
func (p *Place) comparisons(i int) (tables []embedTable) {
	r, g := p.r, &p.r.m.Regions[p.index]
	own := []embedRow{p.regionRow(p.index, i)}
	for _, up := range r.up(p.index) {
		own = append(own, p.regionRow(up, i))
	}
	if inside := p.within(); len(inside) > 0 {
		_, many := p.r.levelWords(g.Level + 1)
		tables = append(tables, embedTable{partWords[g.Level-model.Municipality], r.Sayf("%s in %s", upperFirst(many), g.Name), r.Say("Gebied"), p.circleRows(own, []circle{{upperFirst(many), inside}}, i)})
	}
	if around := r.circles(p.index); len(around) > 0 {
		_, many := p.r.levelWords(g.Level)
		tables = append(tables, embedTable{"andere", r.Sayf("%s en andere %s", g.Name, many), r.Say("Gebied"), p.circleRows(own, around, i)})
	}
	return tables
}

// circleRows adds a row for each region to those of the region itself.
func (p *Place) circleRows(own []embedRow, circles []circle, i int) []embedRow {
	rows := slices.Clone(own)
	for _, c := range circles {
		for k, region := range c.regions {
			row := p.regionRow(region, i)
			if k == 0 {
				row.part = c.heading
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// PrintEmbeds writes what the pages to embed of a region show of others: an
// edition that is built again makes them anew when that changed.
func (r *Renderer) PrintEmbeds(w io.Writer, index int) {
	if !slices.Contains(r.m.EmbedDetails, r.m.Regions[index].Level) {
		return
	}
	for _, c := range r.circles(index) {
		for _, region := range c.regions {
			fmt.Fprintf(w, "%q %q %q\n", c.heading, r.path(region), r.m.Regions[region].Name)
			for _, i := range r.m.EmbedIndicators {
				item := r.base.Item(region, 0, i, r.base.Period(0, i))
				fmt.Fprintf(w, "%+v\n", item)
			}
		}
	}
}
