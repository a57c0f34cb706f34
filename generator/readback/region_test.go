package readback

import (
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// A place is one region with what its pages refer to.
type place struct {
	c      *checker
	dir    string // on the disk
	code   string
	own    region
	town   region            // of the municipality that it lies in; nil for none
	nearby map[string]region // regions of the same shards, by code
}

// where says of which cell an error is.
func (p *place) where(parts ...string) string {
	return p.code + " " + strings.Join(parts, " ")
}

// total is the subject of an indicator for everybody, in the shown period.
func (p *place) total(key, year string, what ...string) (subject, bool) {
	return p.of(p.c.s.groups[0], key, year, what...)
}

// of is the figure of a group on the region's pages.
func (p *place) of(group, key, year string, what ...string) (subject, bool) {
	ind, ok := p.c.s.indicators[key]
	if !ok {
		p.c.check("keys", p.where(what...), want(key, "an indicator of the shards"))
		return subject{}, false
	}
	return subject{where: p.where(append(what, key)...), region: p.own, group: group, ind: ind, period: p.c.s.shown[group][key], year: year}, true
}

// regionPage compares the tables of the region's own page, and its wheel.
func (p *place) regionPage() {
	c := p.c
	doc := page(c.t, filepath.Join(p.dir, "index.html"))
	for _, table := range all(doc, "table", "cijfer") {
		rows := all(table, "tr", "")
		year := headYear(cells(rows[0])[1])
		for _, row := range rows[1:] {
			s, ok := p.total(strings.TrimPrefix(attr(row, "id"), "i-"), year, "table")
			if ok {
				p.tableRow(s, cells(row)[1:])
			}
		}
	}
	p.keyFacts(doc, "div")
	p.wheel(doc)
}

func (p *place) tableRow(s subject, row []*html.Node) {
	c := p.c
	c.figureCell("table", s, row[0])
	if s.figure().known {
		c.class("table", s, text(row[1]), attr(row[1], "class"))
	}
	if p.code == "NL00" {
		c.same("difference", s.where, text(row[2]), "")
	} else if s.period >= 0 {
		c.difference("difference", s, s.ind.country[s.period], text(row[2]))
	}
	other := anyGap
	if p.town != nil && s.period >= 0 {
		other = p.town.at(c.s.groups[0], s.ind.key, s.period)
	}
	c.difference("difference with the municipality", s, other, text(row[3]))
	if len(c.s.periods) > 1 {
		c.years("years", s, row[5:])
	}
}

// wheel compares what the slices say: "Koopwoningen: 44%, rond gemiddeld".
func (p *place) wheel(doc *html.Node) {
	for _, svg := range all(doc, "svg", "wiel") {
		for _, a := range all(svg, "a", "") {
			_, key, _ := strings.Cut(attr(a, "href"), "#i-")
			s, ok := p.total(key, "", "wheel")
			titles := all(a, "title", "")
			if !ok || len(titles) == 0 {
				continue
			}
			said := text(titles[0])
			said = said[strings.LastIndex(said, ": ")+2:]
			if f := s.figure(); f.known {
				right := s.ind.says(f)
				if word := classWords[s.series().class]; word != "" {
					right += ", " + word
				}
				p.c.same("wheel", s.where, said, right)
			} else {
				p.c.gap("wheel", s.where, f, said)
			}
		}
	}
}

// keyFacts compares the figures at the head of a page.
func (p *place) keyFacts(doc *html.Node, within string) {
	c := p.c
	walk(doc, func(n *html.Node) {
		if n.Data != "dt" || n.Parent.Data != within && n.Parent.Data != "dl" {
			return
		}
		list := n.Parent
		if list.Data == "div" {
			list = list.Parent
		}
		if class := attr(list, "class"); class != "kerncijfers" && class != "wijkmonitor-cijfers" {
			return
		}
		dd := n.NextSibling
		for dd != nil && dd.Data != "dd" {
			dd = dd.NextSibling
		}
		for key, ind := range c.s.indicators {
			if ind.title == text(n) {
				s, _ := p.total(key, "", "key figure")
				c.same("key figure", s.where, text(dd, "small"), ind.says(s.figure()))
				_, year, _ := strings.Cut(", "+text(all(dd, "small", "")[0]), ", "+c.s.periods[s.period])
				c.same("key figure, year", s.where, c.s.periods[s.period]+year, c.year(s))
				return
			}
		}
		c.check("key figure", p.where(text(n)), want(text(n), "the title of an indicator"))
	})
}
