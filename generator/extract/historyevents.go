package extract

import (
	"cmp"
	"slices"

	"wijkmonitor/generator/model"
)

// tellChanges gives the regions the events of the history file, and returns
// the first period of each region that can be compared with the latest.
func (h *history) tellChanges(m *model.Monitor) (breaks []int) {
	breaks = make([]int, len(m.Regions))
	index := regionIndex(m)
	find := func(code string, year int) int {
		if r, ok := index[h.now(code, year)]; ok {
			return r
		}
		return -1
	}
	for i := range h.changes {
		c := &h.changes[i]
		to := find(c.to, c.year)
		if c.kind == model.Recoded {
			h.tellRecoded(m, c, to, find(c.from, c.year))
			continue
		}
		from, p := find(c.from, c.year), h.first(c.year)
		e := model.Event{Period: h.eventPeriod(c.year), Year: c.year, Kind: c.kind}
		if to >= 0 {
			e.Before, e.Other, e.Name, e.Region = true, c.from, c.fromName, from
			if c.from == c.to {
				e.Other, e.Name, e.Region = "", "", -1
			}
			h.add(m, to, e)
			breaks[to] = max(breaks[to], p)
		}
		if from >= 0 && c.from != c.to {
			e.Before, e.Other, e.Name, e.Region = false, c.to, c.toName, to
			h.add(m, from, e)
			if m.Regions[from].Last >= p { // it goes on, with another area
				breaks[from] = max(breaks[from], p)
			}
		}
	}
	return breaks
}

// tellRecoded tells of a new code. The old code has no region of its own; when
// there is one, it is another area that was given the code.
func (h *history) tellRecoded(m *model.Monitor, c *change, to, reused int) {
	e := model.Event{Period: h.eventPeriod(c.year), Year: c.year, Kind: model.Recoded, Before: true, Other: c.from, Name: c.fromName, Region: -1}
	if to >= 0 {
		h.add(m, to, e)
	}
	if reused >= 0 && reused != to && h.now(c.from, c.year) == c.from {
		e.Kind, e.Other, e.Region = model.Reused, c.to, to
		h.add(m, reused, e)
	}
}

// eventPeriod is the first period with the new area or code; −1 when even the
// first period of all is of a later year.
func (h *history) eventPeriod(year int) int {
	if len(h.years) > 0 && year < h.years[0] {
		return -1
	}
	return h.first(year)
}

func (h *history) add(m *model.Monitor, region int, e model.Event) {
	m.Regions[region].Events = append(m.Regions[region].Events, e)
}

// told tells whether a region has an event in a year.
func told(r *model.Region, year int) bool {
	return slices.ContainsFunc(r.Events, func(e model.Event) bool { return e.Year == year })
}

// formed tells whether another area became a region, or a part of it, in the
// years after one, up to another.
func formed(r *model.Region, after, until int) bool {
	return slices.ContainsFunc(r.Events, func(e model.Event) bool { return e.Before && e.Year > after && e.Year <= until })
}

// tellMarks adds what Indelingswijziging tells and the history file does not.
func (h *history) tellMarks(m *model.Monitor, there []bool, breaks []int) {
	recoded := h.recoded()
	for r := range m.Regions {
		region := &m.Regions[r]
		for p := region.First; p <= region.Last; p++ {
			mark, year := h.marks[r*len(h.years)+p], h.years[p]
			first := h.first(year)
			e := model.Event{Period: first, Year: year, Kind: model.Bordered, Before: true, Region: -1}
			switch {
			case mark == '3' && first > region.First:
				breaks[r] = max(breaks[r], first)
			case mark == '2' && !recoded[newCode{region.Code, year}]:
				e.Kind = model.Recoded
				if before := previous(there, r, first, len(h.years)); before >= 0 {
					e.Kind, e.Name = model.Reused, h.name(r, before)
					breaks[r] = max(breaks[r], first)
				}
			default:
				continue
			}
			if !told(region, year) {
				h.add(m, r, e)
			}
		}
	}
}

// A newCode is a code that an area got in a year.
type newCode struct {
	code string // the one that it has in the end
	year int
}

// recoded lists the recodings of the history file.
func (h *history) recoded() map[newCode]bool {
	list := map[newCode]bool{}
	for i := range h.changes {
		if c := &h.changes[i]; c.kind == model.Recoded {
			list[newCode{h.now(c.to, c.year), c.year}] = true
		}
	}
	return list
}

// tellNames finds codes that were given to another area by their names.
func (h *history) tellNames(m *model.Monitor, there []bool, breaks []int) {
	n := len(h.years)
	for r := range m.Regions {
		region := &m.Regions[r]
		if region.Level == model.Country {
			continue
		}
		for p := region.First + 1; p <= region.Last; p++ {
			before := previous(there, r, p, n)
			if !there[r*n+p] || before < 0 || h.marks[r*n+p] == '1' || formed(region, h.years[before], h.years[p]) {
				continue
			}
			if name, yes := h.renamed(r, before, p); yes {
				breaks[r] = max(breaks[r], p)
				h.add(m, r, model.Event{Period: p, Year: h.years[p], Kind: model.Reused, Before: true, Name: name, Region: -1})
			}
		}
	}
}

// previous returns the last period before p in which a region was there; −1
// when there is none.
func previous(there []bool, region, p, periods int) int {
	for p--; p >= 0; p-- {
		if there[region*periods+p] {
			return p
		}
	}
	return -1
}

func sortEvents(list []model.Event) {
	slices.SortFunc(list, func(a, b model.Event) int {
		return cmp.Or(a.Year-b.Year, int(a.Kind)-int(b.Kind), cmp.Compare(a.Other, b.Other), cmp.Compare(a.Name, b.Name))
	})
}
