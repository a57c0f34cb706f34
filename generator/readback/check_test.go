package readback

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// A checker compares, and counts what it compared.
type checker struct {
	t      *testing.T
	s      *site
	mu     sync.Mutex
	counts map[string]int
	wrong  int
}

// check takes up one comparison.
func (c *checker) check(kind, where string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[kind]++
	if err != nil {
		c.wrong++
		if c.wrong <= 25 {
			c.t.Errorf("%s: %s: %v", where, kind, err)
		}
	}
}

func (c *checker) same(kind, where, got, right string) {
	c.check(kind, where, want(got, right))
}

// A subject is what a cell is about.
type subject struct {
	where  string
	region region
	group  string
	ind    *indicator
	period int
	year   string // above the column; "" = none
}

func (s subject) figure() figure { return s.region.at(s.group, s.ind.key, s.period) }

func (s subject) series() *series {
	if g := s.region[s.group]; g != nil {
		return g[s.ind.key]
	}
	return nil
}

// shown tells whether the period is the one whose margin and class the shard has.
func (c *checker) shown(s subject) bool { return s.period == c.s.shown[s.group][s.ind.key] }

var marginForm = regexp.MustCompile(`^(−?[0-9.,]+(–| tot )−?[0-9.,]+|−?[0-9.,]+ of (meer|minder)|niet te zeggen)$`)

// figureCell compares "12,3%* 2024 11,8–12,9", or a gap in a word.
func (c *checker) figureCell(kind string, s subject, cell *html.Node) {
	f := s.figure()
	got := text(cell, "small", "i")
	if !f.known {
		c.gap(kind, s.where, f, got)
		return
	}
	star := c.star(s)
	if kind == "ranking" {
		star = "" // said above it
	}
	c.same(kind, s.where, got, s.ind.says(f)+star)
	label := ""
	if year := c.s.periods[s.period]; year != s.year {
		label = year
	}
	var years []string
	for _, n := range all(cell, "i", "") {
		years = append(years, text(n))
	}
	c.same(kind+", year", s.where, strings.Join(years, " "), label)
	margin := ""
	for _, n := range all(cell, "small", "") {
		if small := strings.TrimPrefix(text(n), "tussen "); marginForm.MatchString(small) {
			margin = small
		}
	}
	c.margin(kind, s, margin)
}

func (c *checker) margin(kind string, s subject, printed string) {
	if c.shown(s) && s.series() != nil {
		c.check(kind+", margin", s.where, checkMargin(printed, s.series().margin, s.figure(), s.ind.decimals))
	}
}

// gap compares a reason: its sign and its word, or one of both.
func (c *checker) gap(kind, where string, f figure, got string) {
	if f.sign == anyGap.sign {
		for sign, word := range gapWords {
			if sign != "∘" && (got == sign || got == word || got == sign+" "+word) {
				return
			}
		}
		c.check(kind+", gap", where, want(got, "a gap that is not withheld"))
		return
	}
	word := gapWords[f.sign]
	if got == f.sign || got == word {
		c.same(kind+", gap", where, got, got)
		return
	}
	c.same(kind+", gap", where, got, f.sign+" "+word)
}

func (c *checker) star(s subject) string {
	if slices.Contains(s.ind.provisional, s.period) {
		return "*"
	}
	return ""
}

// year is how a place without room for a star names a period.
func (c *checker) year(s subject) string {
	if c.star(s) != "" {
		return c.s.periods[s.period] + ", voorlopig"
	}
	return c.s.periods[s.period]
}

// class compares the word and the colour.
func (c *checker) class(kind string, s subject, word, colours string) {
	if !c.shown(s) || s.series() == nil {
		return
	}
	class := s.series().class
	c.same(kind+", class", s.where, word, classWords[class])
	colour := ""
	for _, name := range strings.Fields(colours) {
		if name != "num" && name != "klasse" && name != "gat" {
			colour = name
		}
	}
	c.same(kind+", colour", s.where, colour, s.ind.colour(class))
}

// difference compares a figure minus another; only a compared indicator must
// have one.
func (c *checker) difference(kind string, s subject, other figure, got string) {
	f := s.figure()
	switch {
	case !f.known || !other.known:
		c.same(kind, s.where, got, "")
	case got != "" || c.shown(s) && s.series().class != notCompared:
		c.same(kind, s.where, got, signed(f.n-other.n, s.ind.decimals))
	}
}

// years compares a cell for each period.
func (c *checker) years(kind string, s subject, row []*html.Node) {
	if len(c.s.periods) < 2 {
		return
	}
	if len(row) != len(c.s.periods) {
		c.check(kind, s.where, want("a row of other years", "one cell for each period"))
		return
	}
	for p, cell := range row {
		s.period = p
		if f := s.figure(); f.known {
			c.same(kind, s.where, text(cell), dutch(f.n, s.ind.decimals)+c.star(s))
		} else {
			c.gap(kind, s.where, f, text(cell))
		}
	}
}

var yearForm = regexp.MustCompile(`[0-9]{4}$`)

// headYear is the year above the column of figures; "" for none.
func headYear(th *html.Node) string { return yearForm.FindString(text(th)) }
