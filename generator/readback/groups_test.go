package readback

import (
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// groupPage compares the page that sets all groups side by side.
func (p *place) groupPage() {
	doc := page(p.c.t, filepath.Join(p.dir, "groepen", "index.html"))
	for _, table := range all(doc, "table", "matrix") {
		groups := strings.Fields(attr(table, "data-groepen"))
		rows := all(table, "tr", "")
		year := headYear(cells(rows[0])[0])
		for _, row := range rows[1:] {
			p.matrixRow(row, groups, year)
		}
	}
}

// matrixRow compares a row: the country, the municipality, everybody, and each
// group. All but the groups are of the year of the groups' figures; where no
// group has the indicator, of the year of everybody's.
func (p *place) matrixRow(row *html.Node, groups []string, year string) {
	c, key := p.c, attr(row, "data-i")
	s, ok := p.total(key, year, "matrix")
	if !ok {
		return
	}
	columns := cells(row)
	if len(columns) != 4+len(groups) {
		c.check("matrix", s.where, want("a row of other cells", "one cell for each group"))
		return
	}
	for k := len(groups) - 1; k >= 0; k-- {
		if period := c.s.shown[groups[k]][key]; period >= 0 {
			s.period = period
		}
	}
	head := ""
	if s.period >= 0 && c.s.periods[s.period] != year {
		head = c.s.periods[s.period]
	}
	var said []string
	for _, n := range all(columns[0], "i", "") {
		said = append(said, text(n))
	}
	c.same("matrix, year", s.where, strings.Join(said, " "), head)
	if s.period >= 0 {
		c.plain(s, s.ind.country[s.period], text(columns[1]))
		other := anyGap
		if p.town != nil {
			other = p.town.at(c.s.groups[0], key, s.period)
		}
		c.plain(s, other, text(columns[2]))
	}
	common := s.period
	c.matrixCell(s, common, columns[3])
	for k, group := range groups {
		of := s
		of.group, of.where, of.period = group, s.where+" "+group, c.s.shown[group][key]
		c.matrixCell(of, common, columns[4+k])
	}
}

// plain compares what groups are compared with; counts have nothing there.
func (c *checker) plain(s subject, f figure, got string) {
	if !f.known {
		c.same("matrix, reference", s.where, got, "")
	} else if got != "" {
		c.same("matrix, reference", s.where, got, s.ind.says(f))
	}
}

// matrixCell compares "12,3% ↑ 2024 / 11,8–12,9".
func (c *checker) matrixCell(s subject, common int, cell *html.Node) {
	f := s.figure()
	if !f.known {
		c.gap("matrix", s.where, f, text(cell))
		return
	}
	first, margin := "", ""
	for n := range cell.ChildNodes() {
		switch {
		case n.Type == html.TextNode && n.PrevSibling != nil && n.PrevSibling.Data == "br":
			margin = strings.TrimSpace(n.Data)
		case n.Type == html.TextNode:
			first += n.Data
		case n.Data == "i":
			first += text(n)
		}
	}
	right := s.ind.says(f) + c.star(s)
	series := s.series()
	got := strings.Fields(first)
	if c.shown(s) {
		if series.class != notCompared {
			right += " " + classSigns[series.class]
		}
		c.same("matrix, colour", s.where, attr(cell, "class"), s.ind.colour(series.class))
	} else {
		got = slices.DeleteFunc(got, func(word string) bool { return strings.Contains("↓↓ ↓ ≈ ↑ ↑↑", word) })
	}
	if s.period != common {
		right += " " + c.s.periods[s.period]
	}
	c.same("matrix", s.where, strings.Join(got, " "), right)
	c.margin("matrix", s, margin)
}

// themePage compares the page of one theme: everybody, groups, regions inside.
func (p *place) themePage(theme string) {
	doc := page(p.c.t, filepath.Join(p.dir, theme, "index.html"))
	for _, section := range all(doc, "section", "thema") {
		key := strings.TrimPrefix(attr(section, "id"), "i-")
		for _, table := range all(section, "table", "stippen") {
			p.themeTable(key, table)
		}
	}
}

func (p *place) themeTable(key string, table *html.Node) {
	c := p.c
	rows := all(table, "tr", "")
	heading := ""
	base, ok := p.total(key, headYear(cells(rows[0])[1]), "theme")
	if !ok {
		return
	}
	for k, row := range rows[1:] {
		columns := cells(row)
		if len(columns) == 1 {
			heading = text(columns[0])
			continue
		}
		s := base
		links := all(columns[0], "a", "")
		label, known := c.s.labels[heading+"|"+text(columns[0])]
		switch {
		case len(links) > 0:
			code := codeOf(attr(links[0], "href"))
			s.where, s.region = s.where+" "+code, p.nearby[code]
			if s.region == nil {
				s.region = c.s.towns[code]
			}
		case k > 0 && !known:
			c.check("theme", s.where, want(text(columns[0]), "the name of a group"))
			continue
		case k > 0:
			s.group, s.where, s.period = label, s.where+" "+label, c.s.shown[label][key]
		}
		c.figureCell("theme", s, columns[1])
		if s.figure().known {
			c.class("theme", s, text(columns[2]), attr(row, "class"))
		}
		if len(links) == 0 {
			p.peers(s, columns[5], columns[6])
		}
		if len(c.s.periods) > 1 {
			c.years("theme, years", s, columns[7:])
		}
	}
}

// peers compares the figures of the same people elsewhere, in the same year: in
// the country, and in the municipality of what lies in one.
func (p *place) peers(s subject, country, town *html.Node) {
	for _, beside := range []struct {
		cell   *html.Node
		region region
	}{{country, p.c.s.national}, {town, p.town}} {
		got, label := text(beside.cell), all(beside.cell, "b", "")
		if len(label) > 0 {
			got = strings.TrimSpace(strings.TrimPrefix(got, text(label[0])))
		}
		f := beside.region.at(s.group, s.ind.key, s.period)
		switch {
		case f.known && p.code != "NL00":
			p.c.same("theme, elsewhere", s.where, got, s.ind.says(f)+p.c.star(s))
		case len(label) == 0: // the cell is of the region itself, or of nothing
			p.c.same("theme, elsewhere", s.where, got, "")
		default:
			p.c.gap("theme, elsewhere", s.where, f, got)
		}
	}
}
