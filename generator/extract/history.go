package extract

import (
	"path/filepath"
	"strconv"

	"wijkmonitor/generator/model"
)

// A history knows how areas and codes changed. It is told by two sources:
//
//   - the history file of the definition: a code became (a part of) another;
//   - Indelingswijziging in the rows: 1 the same code and area as a year ago,
//     2 another code for the same area, 3 another area.
//
// What follows from them:
//
//	recode                   rows under the old code become figures of the new code
//	border, merge, split, 3  the figures before are of another area: Broken
//	2 without a recode row   rows before under this code are of another area: Broken
//	a name without likeness  the same, where the rows do not say 1; see names.go
//
// A change takes hold in the first period of its year. What no source tells is
// not found: a table that covers ten years gives one name per code, and a
// change in a year that no table covers leaves no mark.
type history struct {
	file    string
	changes []change             // by year, then from, to and kind
	out     map[string][]*change // recodings by old code, by year
	in      map[string][]*change // recodings by new code, by year
	given   map[string][]int     // years in which a code became an area's, or that of a new area
	years   []int                // of each period of the Monitor
	marks   []byte               // Indelingswijziging by region × period; 0 = not given
	names   []string             // by region × period: names that the tables give, by line
}

// A change is one row of the history file: in year, from became (a part of) to.
type change struct {
	line           int
	year           int
	kind           model.EventKind
	from, fromName string
	to, toName     string
}

// readHistory reads the history file of a definition, which lies beside it.
func readHistory(def *model.Definition) (*history, error) {
	h := &history{}
	if def.History != "" {
		h.file = filepath.Join(filepath.Dir(def.File), def.History)
		var err error
		if h.changes, err = readChanges(h.file, def.History); err != nil {
			return nil, err
		}
	}
	h.index()
	return h, nil
}

// index sorts the recodings by code.
func (h *history) index() {
	h.out, h.in, h.given = map[string][]*change{}, map[string][]*change{}, map[string][]int{}
	for i := range h.changes {
		c := &h.changes[i]
		h.given[c.to] = append(h.given[c.to], c.year)
		if c.kind == model.Recoded {
			h.out[c.from] = append(h.out[c.from], c)
			h.in[c.to] = append(h.in[c.to], c)
		}
	}
}

// until sets the periods of the Monitor, and forgets what happened after them.
func (h *history) until(periods []model.Period) {
	h.years = make([]int, len(periods))
	last := 0
	for i, p := range periods {
		h.years[i] = yearOf(p.Code)
		last = max(last, h.years[i])
	}
	kept := h.changes[:0]
	for _, c := range h.changes {
		if c.year <= last {
			kept = append(kept, c)
		}
	}
	h.changes = kept
	h.index()
}

// first returns the first period that begins in a year or later.
func (h *history) first(year int) int {
	for i, y := range h.years {
		if y >= year {
			return i
		}
	}
	return len(h.years)
}

// after returns the earliest of the changes, which are by year, later than a
// year; nil when there is none.
func after(list []*change, year int) *change {
	for _, c := range list {
		if c.year > year {
			return c
		}
	}
	return nil
}

// yearOf reads the year of a period: 2020 of 2020KW03; 0 when it has none.
func yearOf(period string) int {
	if len(period) < 4 {
		return 0
	}
	year, err := strconv.Atoi(period[:4])
	if err != nil {
		return 0
	}
	return year
}
