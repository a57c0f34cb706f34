package readback

import (
	"encoding/csv"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// embeds compares the pages to embed, and the fragment.
func (p *place) embeds() {
	dir := filepath.Join(p.dir, "insluiten")
	doc := page(p.c.t, filepath.Join(dir, "index.html"))
	p.keyFacts(doc, "div")
	p.wheel(doc)
	if name := filepath.Join(dir, "fragment.html"); exists(name) {
		p.keyFacts(page(p.c.t, name), "dl")
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*", "index.html"))
	for _, name := range names {
		theme := filepath.Base(filepath.Dir(name))
		keys := slices.DeleteFunc(slices.Clone(p.c.s.order), func(key string) bool { return p.c.s.indicators[key].theme != theme })
		for _, table := range all(page(p.c.t, name), "table", "kort") {
			p.embedTable(theme, keys, all(table, "tr", ""))
		}
	}
}

// embedTable compares the short table of a theme, whose rows are in the order of
// the data files.
func (p *place) embedTable(theme string, keys []string, rows []*html.Node) {
	year := headYear(cells(rows[0])[1])
	if len(rows)-1 != len(keys) {
		p.c.check("embed", p.where(theme), want("a table of other rows", "a row for each indicator"))
		return
	}
	for k, row := range rows[1:] {
		s, _ := p.total(keys[k], year, "embed")
		columns := cells(row)
		p.c.same("embed, name", s.where, text(columns[0], "small"), s.ind.title)
		p.c.figureCell("embed", s, columns[1])
		if s.figure().known {
			p.c.class("embed", s, text(columns[2]), attr(columns[2], "class"))
		}
	}
}

// csv compares the file for a spreadsheet: every known figure of the shards is
// in it, and nothing else.
func (p *place) csv() {
	c := p.c
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(read(c.t, filepath.Join(p.dir, "cijfers.csv")), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		c.t.Errorf("%s: %v", p.dir, err)
		return
	}
	c.same("csv, columns", p.code, strings.Join(rows[0][6:], " "), strings.Join(c.s.order, " "))
	known := 0
	for _, row := range rows[1:] {
		group, ok := c.s.labels[row[3]+"|"+row[4]]
		if row[3] == "" {
			group, ok = c.s.groups[0], true
		}
		period := slices.Index(c.s.periods, row[5])
		if !ok || period < 0 || p.nearby[row[0]] == nil {
			c.check("csv", row[0], want(row[3]+" "+row[4]+" "+row[5], "a row of the shards"))
			continue
		}
		for k, said := range row[6:] {
			key := c.s.order[k]
			f, where := p.nearby[row[0]].at(group, key, period), row[0]+" csv "+group+" "+row[5]+" "+key
			if !f.known {
				c.gap("csv", where, f, said)
				continue
			}
			known++
			right := strings.ReplaceAll(strings.ReplaceAll(dutch(f.n, c.s.indicators[key].decimals), ".", ""), "−", "-")
			c.same("csv", where, said, right)
		}
	}
	c.same("csv, all figures", p.code, strconv.Itoa(known), strconv.Itoa(p.countKnown()))
}

func (p *place) countKnown() (n int) {
	for _, r := range p.nearby {
		for _, g := range r {
			for _, s := range g {
				for _, f := range s.values {
					if f.known {
						n++
					}
				}
			}
		}
	}
	return n
}

// maps compares the maps of a municipality: what each region says, and the
// table below.
func (p *place) maps() {
	c := p.c
	names, _ := filepath.Glob(filepath.Join(p.dir, "kaart", "*", "index.html"))
	for _, name := range names {
		p.mapPage(page(c.t, name), c.s.groups[0])
	}
	for _, group := range c.s.groups[1:] {
		if name := filepath.Join(p.dir, "kaart", "groep", group, "index.html"); exists(name) {
			p.mapPage(page(c.t, name), group)
		}
	}
}

// mapPage compares a page with maps of everybody or a group.
func (p *place) mapPage(doc *html.Node, group string) {
	c := p.c
	var keys []string
	for _, section := range all(doc, "section", "thema") {
		key := strings.TrimPrefix(attr(section, "id"), "i-")
		keys = append(keys, key)
		if s, ok := p.of(group, key, "", "map"); ok && s.period >= 0 {
			said := text(all(all(section, "h2", "")[0], "small", "")[0])
			c.same("year above", s.where, said[max(0, len(said)-len(", "+c.year(s))):], ", "+c.year(s))
		}
		c.mapTexts(section, key, p.nearby, group)
	}
	for _, table := range all(doc, "table", "kaartcijfers") {
		for _, row := range all(table, "tr", "")[1:] {
			columns := cells(row)
			code := codeOf(attr(all(columns[0], "a", "")[0], "href"))
			for k, cell := range columns[1:] {
				c.mapText("map table", code, keys[k], p.nearby[code], group, text(cell), "")
			}
		}
	}
}

// mapTexts compares what the regions of a map say.
func (c *checker) mapTexts(n *html.Node, key string, regions map[string]region, group string) {
	for _, svg := range all(n, "svg", "kaart") {
		for _, a := range all(svg, "a", "") {
			spans := all(a, "tspan", "")
			if len(spans) < 2 {
				continue
			}
			code := codeOf(attr(a, "href"))
			c.mapText("map", code, key, regions[code], group, text(spans[1]), "rond gemiddeld")
		}
	}
}

// mapText compares "12,3%, hoger", or the word of a gap; average is the word
// for a figure that is about average.
func (c *checker) mapText(kind, code, key string, of region, group, said, average string) {
	ind := c.s.indicators[key]
	if ind == nil || of == nil {
		c.check(kind, code+" "+key, want(said, "a region and an indicator of the shards"))
		return
	}
	said, _, _ = strings.Cut(said, ";")
	s := subject{where: code + " " + kind + " " + key, region: of, group: group, ind: ind, period: c.s.shown[group][key]}
	f := s.figure()
	if !f.known {
		c.gap(kind, s.where, f, said)
		return
	}
	word := classWords[s.series().class]
	if s.series().class == 0 {
		word = average
	}
	right := ind.says(f)
	if word != "" {
		right += ", " + word
	}
	c.same(kind, s.where, said, right)
}

// rankings compares the pages of indicators, and the maps of the country.
func (c *checker) rankings() {
	for key, ind := range c.s.indicators {
		for _, folder := range []string{"indicatoren", "kaart"} {
			name := filepath.Join(c.s.dir, folder, key, "index.html")
			if !exists(name) {
				continue
			}
			c.ranked(page(c.t, name), folder, ind, c.s.groups[0])
		}
		for _, group := range c.s.groups[1:] {
			if name := filepath.Join(c.s.dir, "kaart", key, group, "index.html"); exists(name) {
				c.ranked(page(c.t, name), "kaart", ind, group)
			}
		}
	}
}

// ranked compares a page with the figures of all municipalities, of everybody or
// a group.
func (c *checker) ranked(doc *html.Node, folder string, ind *indicator, group string) {
	c.yearAbove(doc, folder, ind, group)
	for _, table := range all(doc, "table", "rang") {
		c.ranking(folder, ind, group, all(table, "tr", "")[1:])
	}
	c.mapTexts(doc, ind.key, c.s.towns, group)
}

// yearAbove compares the year that is said above a ranking and a map.
func (c *checker) yearAbove(doc *html.Node, folder string, ind *indicator, group string) {
	s := subject{where: folder + " " + ind.key, group: group, ind: ind, period: c.s.shown[group][ind.key]}
	for _, name := range []string{"h1", "h2"} {
		for _, head := range all(doc, name, "") {
			for _, small := range all(head, "small", "") {
				said := strings.TrimPrefix(text(small), "kaart van de gemeenten, ")
				if said != "" && said[0] >= '0' && said[0] <= '9' && s.period >= 0 {
					c.same("year above", s.where, said[:min(len(said), len(c.year(s)))], c.year(s))
					c.check("year above", s.where, noMore(said[len(c.year(s)):], "voorlopig"))
				}
			}
		}
	}
}

func noMore(rest, word string) error {
	if strings.Contains(rest, word) {
		return want(rest, "the year without "+word)
	}
	return nil
}

// ranking compares a ranking: figures, margins, differences, classes, and that
// it goes from high to low with the places that follow from that. Counts are by
// name, without places.
func (c *checker) ranking(folder string, ind *indicator, group string, rows []*html.Node) {
	place, before := 0, int64(0)
	for k, row := range rows {
		columns := cells(row)
		placed := len(columns) == 6
		if placed {
			columns = slices.Delete(columns[1:], 2, 3) // place, name, figure, other places, difference, word
		}
		code := codeOf(attr(all(columns[0], "a", "")[0], "href"))
		s := subject{where: code + " " + folder + " " + ind.key, region: c.s.towns[code], group: group, ind: ind, period: c.s.shown[group][ind.key]}
		f := s.figure()
		if !f.known {
			c.gap("ranking", s.where, f, text(columns[1]))
			continue
		}
		s.year = c.s.periods[s.period]
		c.figureCell("ranking", s, columns[1])
		if len(columns) < 4 {
			continue
		}
		c.difference("ranking, difference", s, ind.country[s.period], text(columns[2]))
		c.class("ranking", s, text(columns[3]), attr(columns[3], "class"))
		if !placed {
			continue
		}
		if place == 0 || f.n != before {
			place = k + 1
		}
		if place > 1 && f.n > before {
			c.check("ranking, order", s.where, want(ind.says(f), "a figure that is not higher than the one before"))
		}
		before = f.n
		c.same("ranking, place", s.where, text(cells(row)[0]), strconv.Itoa(place))
	}
}
