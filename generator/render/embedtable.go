package render

import (
	"html"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/embed"
	"wijkmonitor/templates/layout"
)

// embedTables appends the tables of a page to embed with what their signs mean;
// root leads from the page to the root.
func (p *Place) embedTables(e Embed, c *embedContent, root string) []byte {
	p.html = p.html[:0]
	seen := signs{}
	for _, t := range c.tables {
		if t.key != "" {
			p.add(`<section id="`, t.key, `">`)
		}
		if t.heading != "" {
			p.add("<h3>", html.EscapeString(t.heading), "</h3>")
		}
		p.embedTable(&t, root, e.kind == embedComparison, &seen)
		if t.key != "" {
			p.add("</section>")
		}
	}
	if e.kind == embedIndicator {
		p.trend(e.index, &seen)
	}
	p.html = p.r.appendSigns(p.html, &seen)
	return p.html
}

// embedTable is a table for little room: figure, margin and class; in a wide
// column with the place on a scale.
func (p *Place) embedTable(t *embedTable, root string, dots bool, seen *signs) {
	r := p.r
	var items []profile.Item
	var every []int
	for k := range t.rows {
		items, every = append(items, t.rows[k].item), append(every, k)
	}
	year, span := t.rows[0].item.Period, spanOf(items)
	if t.rows[0].key != "" || year < 0 {
		year = mainPeriod(items, every) // of several topics, that of most
	}
	p.add(`<table class="kort"><thead><tr><th scope="col">`, t.what, `<th scope="col">`, p.r.Say("Cijfer"))
	if year >= 0 {
		p.add(" ", r.m.Periods[year].Label)
	}
	p.add(`<th scope="col">`, r.Say("Vergeleken met "), html.EscapeString(r.country))
	if dots {
		p.add(`<th scope="col">`, r.Say("Plaats op de schaal"))
	}
	p.add("<tbody>")
	for k := range t.rows {
		p.embedRow(&t.rows[k], root, year, dots, seen)
		if item := &t.rows[k].item; dots {
			p.embedDot(item, span)
		}
		p.add("\n")
	}
	p.add("</table>")
}

func (p *Place) embedRow(row *embedRow, root string, year int, dots bool, seen *signs) {
	r, item := p.r, &row.item
	if row.part != "" {
		// three columns: the fourth is not there where there is little room
		p.add(`<tbody><tr><th class="indeling" scope="rowgroup" colspan="3">`, html.EscapeString(row.part), "\n")
	}
	p.add("<tr")
	if row.key != "" {
		p.add(` id="i-`, row.key, `"`)
	}
	p.add(`><th scope="row">`)
	if row.region >= 0 && row.region != p.index {
		p.add(`<a href="`, root, r.path(row.region), `" target="_blank" rel="noopener">`, html.EscapeString(row.label), "</a>")
	} else {
		p.add(html.EscapeString(row.label))
	}
	if row.note != "" {
		p.add(" <small>", html.EscapeString(row.note), "</small>")
	}
	coverage := ""
	if row.key != "" {
		coverage = r.coverage(&p.all, item)
	}
	p.html = r.appendFigureCell(p.html, item, coverage, year, seen)
	p.html = p.r.appendClassCell(p.html, item, &r.m.Indicators[item.Indicator])
}

// embedDot appends a figure's place on the scale of its table.
func (p *Place) embedDot(item *profile.Item, span chart.Span) {
	v, known := item.Figure.Value()
	if !known {
		p.add("<td>")
		return
	}
	p.add("<td")
	if item.Class != model.NotCompared {
		p.add(` class="`, chart.ClassName(item.Class, p.r.m.Indicators[item.Indicator].Polarity), `"`)
	}
	p.add(">")
	d := dotOf(item, v)
	p.html = chart.AppendDot(p.html, &d, span)
}

// trend appends how one figure went through the years, beside that of the
// country; nothing for fewer than two figures.
func (p *Place) trend(i int, seen *signs) {
	r, ind := p.r, &p.r.m.Indicators[i]
	first, last := -1, -1
	for k := range r.m.Periods {
		if r.m.Cube.At(p.index, 0, i, k).Known() {
			if first < 0 {
				first = k
			}
			last = k
		}
	}
	if first == last {
		return
	}
	beside := p.index > 0 && ind.Compared()
	p.add(`<details class="verloop"><summary>`, r.Say("Door de jaren heen"), `</summary>`)
	p.html = chart.AppendLine(p.html, p.line(p.index, 0, i, beside))
	p.add(`<table class="kort"><thead><tr><th scope="col">`, r.Say("Jaar"), `<th scope="col">`, html.EscapeString(r.m.Regions[p.index].Name))
	if beside {
		p.add(`<th scope="col">`, html.EscapeString(r.country))
	}
	p.add("<tbody>")
	for k := first; k <= last; k++ {
		item := r.base.Item(p.index, 0, i, k)
		p.add(`<tr><th scope="row">`, html.EscapeString(r.m.Periods[k].Label))
		if k > first && slices.Contains(ind.Breaks, k) {
			p.add(" <small>", r.Say("andere meting"), "</small>")
		}
		p.html = r.appendFigureCell(p.html, &item, "", k, seen)
		if beside {
			p.plainCell(item.Reference, ind)
		}
		p.add("\n")
	}
	p.add("</table></details>")
}

// Fragment appends something to embed as a part of a page.
func (p *Place) Fragment(b []byte, e Embed) []byte {
	r, g, c := p.r, &p.r.m.Regions[p.index], p.embedContent(e)
	to := rootOf(e.Folder)
	if r.address != "" {
		to = r.address + p.path
	}
	f := &embed.Fragment{
		Name: g.Name, Level: r.level(g.Level), Subject: c.subject, Note: c.note, Fictional: r.m.Fictional, Key: c.key, Says: strings.Join(c.says, " "), Caution: c.caution,
		Source: c.source, Back: layout.Link{Href: to, Text: r.Sayf("Alle cijfers van %s", g.Name)}, Country: r.country,
	}
	for _, t := range c.tables {
		f.Tables = append(f.Tables, p.fragmentTable(&t))
	}
	return p.r.appendPage(b, embed.Part(f))
}

// fragmentTable is a table in words alone.
func (p *Place) fragmentTable(t *embedTable) embed.FragmentTable {
	r, table := p.r, embed.FragmentTable{Heading: t.heading, What: t.what}
	for k := range t.rows {
		row := &t.rows[k]
		ind := &r.m.Indicators[row.item.Indicator]
		cells := embed.FragmentRow{Part: row.part, Label: row.label, Note: row.note, Value: p.r.formatFigure(row.item.Figure, ind), Word: p.r.classWords[row.item.Class]}
		if row.item.Figure.Known() {
			cells.Year = r.yearOf(ind, row.item.Period)
			cells.Margin = p.r.marginText(row.item.Interval, row.item.Figure, ind)
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}
