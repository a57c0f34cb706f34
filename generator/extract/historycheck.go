package extract

import (
	"cmp"
	"slices"

	"wijkmonitor/generator/model"
)

// kindNames are the words of the history file.
var kindNames = [model.EventKinds]string{model.Recoded: "recode", model.Merged: "merge", model.Split: "split", model.Bordered: "border"}

// checkChanges sorts the rows of a history file and holds them against each
// other: what one row says must not make another impossible. Two codes may
// change places in one year (two recodings), and two areas may exchange land
// (two borders); a merge or split must not come back to where it began.
func checkChanges(path string, list []change, bad *faults) {
	slices.SortStableFunc(list, func(a, b change) int {
		return cmp.Or(a.year-b.year, cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), int(a.kind)-int(b.kind))
	})
	type side struct {
		year int
		code string
	}
	from, to := map[side]*change{}, map[side]*change{}
	clash := func(c, other *change, what string) {
		first, second := c, other
		if first.line > second.line {
			first, second = second, first
		}
		bad.addf("monitor: %s:%d: %s of %d %s %s, and so does %s on line %d; a recode is of one whole area, with no other row about it in that year",
			path, second.line, kindNames[second.kind], c.year, what, second.code(what), kindNames[first.kind], first.line)
	}
	for i := range list {
		c := &list[i]
		if i > 0 && same(c, &list[i-1]) {
			bad.addf("monitor: %s:%d: is the same change as line %d", path, max(c.line, list[i-1].line), min(c.line, list[i-1].line))
			continue
		}
		if c.from == c.to && c.kind != model.Bordered {
			bad.addf("monitor: %s:%d: %s of %s into itself; another code, or the kind border for an area that changed, would be right", path, c.line, kindNames[c.kind], c.from)
			continue
		}
		f, t := side{c.year, c.from}, side{c.year, c.to}
		if other := from[f]; other != nil && (c.kind == model.Recoded || other.kind == model.Recoded) {
			clash(c, other, "takes")
		}
		if other := to[t]; other != nil && (c.kind == model.Recoded || other.kind == model.Recoded) {
			clash(c, other, "gives")
		}
		from[f], to[t] = c, c
	}
	checkCircles(path, list, bad)
}

// code returns the side of the change that a clash is about.
func (c *change) code(what string) string {
	if what == "takes" {
		return c.from
	}
	return c.to
}

func same(a, b *change) bool {
	return a.year == b.year && a.kind == b.kind && a.from == b.from && a.to == b.to
}

// checkCircles finds merges and splits of one year that lead back to where they
// began. list is by year.
func checkCircles(path string, list []change, bad *faults) {
	for start := 0; start < len(list); {
		end := start
		next := map[string][]*change{}
		for ; end < len(list) && list[end].year == list[start].year; end++ {
			if c := &list[end]; (c.kind == model.Merged || c.kind == model.Split) && c.from != c.to {
				next[c.from] = append(next[c.from], c)
			}
		}
		done := map[string]int{} // 1: on the way; 2: leads to no circle
		for i := start; i < end; i++ {
			if c := findCircle(next, done, list[i].from); c != nil {
				bad.addf("monitor: %s:%d: %s of %s into %s in %d closes a circle; a change in one direction would be right", path, c.line, kindNames[c.kind], c.from, c.to, c.year)
			}
		}
		start = end
	}
}

// findCircle returns a change that leads to a code that is on the way to it.
// It keeps its own stack, since a chain can be as long as the file.
func findCircle(next map[string][]*change, done map[string]int, code string) *change {
	type step struct {
		code string
		at   int
	}
	if done[code] != 0 {
		return nil
	}
	var found *change
	way := []step{{code: code}}
	done[code] = 1
	for len(way) > 0 {
		top := &way[len(way)-1]
		if top.at == len(next[top.code]) {
			done[top.code] = 2
			way = way[:len(way)-1]
			continue
		}
		c := next[top.code][top.at]
		top.at++
		switch done[c.to] {
		case 0:
			done[c.to] = 1
			way = append(way, step{code: c.to})
		case 1:
			found = c
		}
	}
	return found
}
