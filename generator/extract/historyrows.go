package extract

import (
	"slices"
	"strings"
)

// otherArea stands for the code of a row that is about an area that no longer
// has a code: its code is another area's now.
const otherArea = "-"

// follow returns the code that an area with a code in a year has in the end.
// It is false when the code is another area's in the end: a recoding gave it
// away. first gives the first year with rows of each code of a table: a table
// that gives old figures under new codes has no rows of the old one, and is
// taken at its word.
func (h *history) follow(code string, year int, first map[string]int) (string, bool) {
	for {
		out := after(h.out[code], year)
		for _, in := range h.in[code] {
			if in.year <= year || out != nil && in.year >= out.year {
				continue
			}
			if h.arrives(in, first) {
				return "", false
			}
		}
		if out == nil {
			return code, true
		}
		code, year = out.to, out.year
	}
}

// arrives tells whether a recoding brings rows of before it to its new code:
// rows under its old code, or under one that had become the old code by then.
func (h *history) arrives(c *change, first map[string]int) bool {
	if y, there := first[c.from]; there && y < c.year {
		return true
	}
	for _, earlier := range h.in[c.from] {
		if earlier.year < c.year && after(h.out[c.from], earlier.year) == c && h.arrives(earlier, first) {
			return true
		}
	}
	return false
}

// left tells whether a municipality had given up a code by a year. Such codes
// are not given out again unless the history file says so, while tables by
// municipality keep empty rows of them.
func (h *history) left(code string, year int) bool {
	if !strings.HasPrefix(code, "GM") {
		return false
	}
	gone := -1
	for _, c := range h.out[code] {
		if c.year <= year {
			gone = c.year
		}
	}
	return gone >= 0 && !slices.ContainsFunc(h.given[code], func(y int) bool { return y >= gone && y <= year })
}

// now is follow for codes of the history file itself.
func (h *history) now(code string, year int) string {
	code, _ = h.follow(code, year, nil)
	return code
}

// recodeRows gives the rows of a table the codes that their areas have in the
// end. times are the rows' periods; nil when the definition gives one.
func (h *history) recodeRows(s *source, times *textColumn) {
	if len(h.out) == 0 {
		return
	}
	yearAt := func(row int) int { return yearOf(s.spec.Period) }
	if times != nil {
		years := make([]int, len(times.values))
		for i, code := range times.values {
			years[i] = yearOf(code)
		}
		yearAt = func(row int) int {
			if t := times.index[row]; t >= 0 {
				return years[t]
			}
			return 0
		}
	}
	codes, first := s.codes, map[string]int{}
	ids := map[string]int32{}
	for i, code := range codes.values {
		ids[code] = int32(i)
	}
	for row, i := range codes.index {
		if i < 0 {
			continue
		}
		if y, there := first[codes.values[i]]; !there || yearAt(row) < y {
			first[codes.values[i]] = yearAt(row)
		}
	}
	for row, i := range codes.index {
		if i < 0 {
			continue
		}
		code := codes.values[i]
		if h.out[code] == nil && h.in[code] == nil {
			continue
		}
		to, ok := h.follow(code, yearAt(row), first)
		if !ok || h.left(code, yearAt(row)) {
			to = otherArea
		}
		if to == code {
			continue
		}
		id, there := ids[to]
		if !there {
			id = int32(len(codes.values))
			ids[to], codes.values = id, append(codes.values, to)
		}
		codes.index[row] = id
		if s.regionTitles[to] == "" {
			s.regionTitles[to] = s.regionTitles[code]
		}
	}
}
