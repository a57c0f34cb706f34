package demo

import (
	"math"
	"strings"

	"wijkmonitor/generator/extract"
)

// A plan is one table to write.
type plan struct {
	id, title, modified string
	dimension           string // of the groups
	groups              []group
	first, last         int
	empty               string // a topic that is not yet published: null everywhere
	provisional         int    // year with provisional figures; 0 = none
}

var plans = []plan{
	{id: "90001DEM", title: "Kerncijfers Merenland naar migratieachtergrond (verzonnen)", modified: "2023-03-15", dimension: "Migratieachtergrond",
		groups: byBackground, first: 2015, last: 2022},
	{id: "90002DEM", title: "Kerncijfers Merenland naar herkomst (verzonnen)", modified: "2025-10-01", dimension: "Herkomst",
		groups: byOrigin, first: 2021, last: 2025, empty: "Eenzaamheid_65", provisional: 2025},
}

// A builder fills one extract.Table, row by row.
type builder struct {
	plan
	table  *extract.Table
	member [][]int // groups of each origin
}

// build makes a table from the country.
func build(p plan, nl *place) *extract.Table {
	b := &builder{plan: p, member: membership(p.groups)}
	t := &extract.Table{ID: p.id, Title: p.title, Modified: p.modified, GeoDimension: "WijkenEnBuurten",
		Dimension: &extract.Dim{Key: p.dimension, Title: p.dimension}, Time: &extract.Dim{Key: "Perioden", Title: "Perioden"}}
	for _, g := range p.groups {
		t.Dimension.Codes = append(t.Dimension.Codes, extract.Code{Key: g.code, Title: g.title})
	}
	for y := p.first; y <= p.last; y++ {
		code := period(y)
		title := code[:4]
		if y == p.provisional {
			title += "*"
		}
		t.Time.Codes = append(t.Time.Codes, extract.Code{Key: code, Title: title})
	}
	t.Topics = []extract.Topic{{Key: "Indelingswijziging_4", Title: "Indelingswijziging wijken en buurten", Datatype: "String", Group: []string{"Regioaanduiding"},
		Description: "1: de code en het gebied zijn gelijk gebleven. 2: de code is veranderd, het gebied niet. 3: het gebied is veranderd."}}
	for i := range topics {
		t.Topics = append(t.Topics, topics[i].column())
	}
	t.Values, t.Strings = make([][]float64, len(t.Topics)), make([][]string, len(t.Topics))
	b.table = t
	b.add(nl, nil)
	b.sortRows()
	return t
}

// column is the topic as the table describes it.
func (t *topic) column() extract.Topic {
	out := extract.Topic{Key: t.key, Title: t.title, Unit: t.unit, Datatype: "Long", Group: strings.Split(t.path, "|"),
		Description: "Verzonnen cijfer voor het verzonnen land Merenland."}
	if t.fine > 0 {
		out.Datatype, out.Decimals = "Double", t.fine
	}
	return out
}

// A tally holds the cells of a region by year and group.
type tally [][]cell

func (b *builder) newTally() tally {
	t := make(tally, b.last-b.first+1)
	for y := range t {
		t[y] = make([]cell, len(b.groups))
	}
	return t
}

// add writes the rows of a region and of all below it, and adds its figures to
// those of the region above.
func (b *builder) add(p *place, above tally) {
	own := b.newTally()
	region := b.region(p.code, p.name)
	for _, part := range p.parts {
		if !part.within(b.first, b.last) {
			continue
		}
		if part.level == buurt {
			b.addCells(p, part, own)
		} else {
			b.add(part, own)
		}
	}
	b.write(p, region, own)
	for y := range above {
		for g := range above[y] {
			above[y][g].add(&own[y][g])
		}
	}
}

// addCells draws the cells of a neighbourhood, writes its rows, which are about
// everybody only, and adds the cells to its district.
func (b *builder) addCells(d, p *place, district tally) {
	own := b.newTally()
	region := b.region(p.code, p.name)
	list := residents(d, p)
	var c cell
	for y := range own {
		n := inhabitants(list, b.first+y)
		for o := range list {
			list[o].cell(n[o], b.first+y, &c)
			own[y][0].add(&c)
			for _, g := range b.member[o] {
				district[y][g].add(&c)
			}
		}
	}
	b.write(p, region, own)
}

// region adds a code to the table's dimension of regions.
func (b *builder) region(code, name string) int32 {
	b.table.Regions = append(b.table.Regions, extract.Code{Key: code, Title: name})
	return int32(len(b.table.Regions)) - 1
}

// write adds the rows of one region.
func (b *builder) write(p *place, region int32, own tally) {
	t := b.table
	groups := len(b.groups)
	if p.level == buurt {
		groups = 1
	}
	old := region
	if p.recoded > b.first {
		old = b.region(p.was, p.name)
	}
	for g := range groups {
		for y := range own {
			year := b.first + y
			if !p.there(year) {
				continue
			}
			at := region
			if year < p.recoded {
				at = old
			}
			t.RegionIdx, t.DimIdx, t.TimeIdx = append(t.RegionIdx, at), append(t.DimIdx, int32(g)), append(t.TimeIdx, int32(y))
			t.Strings[0] = append(t.Strings[0], p.changed(year))
			row := p.seed.of(named(b.groups[g].code)).of(seed(year))
			for i := range topics {
				v := math.NaN()
				if topics[i].key != b.empty {
					v = publish(i, p.level, g > 0, year, &own[y][g], row)
				}
				t.Values[i+1] = append(t.Values[i+1], v)
			}
		}
	}
}

// period is CBS's code of a year.
func period(year int) string {
	const digits = "0123456789"
	return string([]byte{digits[year/1000], digits[year/100%10], digits[year/10%10], digits[year%10]}) + "JJ00"
}
