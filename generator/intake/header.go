package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var regionCode = regexp.MustCompile(`^(NL\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|[A-Z]{2}\d{2,6})$`)

// findHeader finds the rows with the names of columns: those right above the
// first row with figures that have names in more than one cell. Titles above
// them stand alone in their row.
func (s *Sheet) findHeader() []int {
	first := -1
	for i := range min(len(s.Rows), 60) {
		if isData(s.Rows[i]) {
			first = i
			break
		}
	}
	var rows []int
	for i := first - 1; i >= 0 && different(s.Rows[i]) > 1; i-- {
		rows = append(rows, s.Lines[i])
	}
	slices.Reverse(rows)
	return rows
}

// isData tells whether a row has a region code beside other cells, or a number
// that is no year.
func isData(row []string) bool {
	if filled(row) < 2 {
		return false
	}
	e := newEvidence()
	for _, cell := range row {
		cell = strings.TrimSpace(cell)
		if regionCode.MatchString(cell) || !yearOnly.MatchString(cell) && (e.see(cell)) {
			return true
		}
	}
	return false
}

// different counts the texts of a row; merged cells have the same one.
func different(row []string) int {
	seen := map[string]bool{}
	for _, cell := range row {
		if c := strings.TrimSpace(cell); c != "" {
			seen[c] = true
		}
	}
	return len(seen)
}

// head gives the name of each column and the first row below them. Several
// rows of names are joined: "Bevolking / Mannen".
func (s *Sheet) head(header []int) (names []string, first int, err error) {
	last := header[len(header)-1]
	for i, line := range s.Lines {
		if line <= last {
			first = i + 1
		}
		if !slices.Contains(header, line) {
			continue
		}
		for c, cell := range s.Rows[i] {
			for len(names) <= c {
				names = append(names, "")
			}
			cell = strings.Join(strings.Fields(cell), " ")
			switch {
			case cell == "" || names[c] == cell || strings.HasSuffix(names[c], " / "+cell):
			case names[c] == "":
				names[c] = cell
			default:
				names[c] += " / " + cell
			}
		}
	}
	if len(names) == 0 || first >= len(s.Rows) {
		return nil, 0, fmt.Errorf("import: %s: header is %v, but there are %d rows; the rows with the names of the columns would be right", s.File, header, len(s.Rows))
	}
	// R's write.table gives the numbers of its rows no name.
	if len(s.Rows[first]) == len(names)+1 && len(header) == 1 && s.Separator != "" && strings.TrimSpace(s.Rows[first][len(names)]) != "" {
		names = append([]string{""}, names...)
	}
	return unique(names), first, nil
}

// unique numbers the names that are there twice, and names those that are not.
func unique(names []string) []string {
	seen := map[string]int{}
	out := make([]string, len(names))
	for i, n := range names {
		if n == "" {
			n = fmt.Sprintf("kolom %d", i+1)
		}
		seen[n]++
		if seen[n] > 1 {
			n = fmt.Sprintf("%s (%d)", n, seen[n])
		}
		out[i] = n
	}
	return out
}

// body gives the rows with figures and how many rows below them are notes:
// a row of which only the first cell is filled.
func (s *Sheet) body(first int) (rows []int, notes int) {
	for i := first; i < len(s.Rows); i++ {
		switch n := filled(s.Rows[i]); {
		case n == 0:
		case n == 1 && strings.TrimSpace(s.Rows[i][0]) != "":
			notes++
		default:
			rows = append(rows, i)
		}
	}
	return rows, notes
}

// cell gives a trimmed cell; "" beyond the end of a row.
func (s *Sheet) cell(row, column int) string {
	if column < 0 || column >= len(s.Rows[row]) {
		return ""
	}
	return strings.Trim(s.Rows[row][column], " \u00a0\t\r\n")
}
