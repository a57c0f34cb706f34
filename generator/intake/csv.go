package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

var separators = map[string]rune{";": ';', ",": ',', "tab": '\t'}

// openCSV splits a text into rows of cells.
func openCSV(name, text, encoding, separator string) (*Sheet, error) {
	if separator == "" {
		var err error
		if separator, err = findSeparator(name, text); err != nil {
			return nil, err
		}
	}
	comma, ok := separators[separator]
	if !ok {
		return nil, fmt.Errorf("import: %s: separator is %q; \";\", \",\" or tab would be right", name, separator)
	}
	s := &Sheet{File: name, Encoding: encoding, Separator: separator}
	r := newReader(text, comma)
	for {
		row, err := r.Read()
		if err == io.EOF {
			return s, s.check()
		}
		if err != nil {
			var at *csv.ParseError
			if errors.As(err, &at) {
				return nil, fmt.Errorf("import: %s, row %d: %w; a quote in a cell written twice would be right", name, at.Line, at.Err)
			}
			return nil, fmt.Errorf("import: %s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		s.Rows, s.Lines = append(s.Rows, row), append(s.Lines, line)
		if len(row) > maxColumns || len(s.Rows) > maxRows {
			return nil, fmt.Errorf("import: %s, row %d: has more than %d columns or %d rows", name, line, maxColumns, maxRows)
		}
	}
}

func newReader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	return r
}

func (s *Sheet) check() error {
	if len(s.Rows) < 2 {
		return fmt.Errorf("import: %s: has %d rows; names of columns and rows below them would be right", s.File, len(s.Rows))
	}
	return nil
}

// findSeparator takes the separator that splits the first rows most alike.
// Two that do equally well are a question for the mapping.
func findSeparator(name, text string) (string, error) {
	best, second, found := 0, 0, ""
	for _, sep := range []string{";", "tab", ","} {
		switch score := likeness(text, separators[sep]); {
		case score > best:
			best, second, found = score, best, sep
		case score > second:
			second = score
		}
	}
	if best == 0 {
		return "", fmt.Errorf("import: %s: no separator splits the rows alike; separator: \";\", \",\" or tab in the mapping would be right", name)
	}
	if best == second {
		return "", fmt.Errorf("import: %s: two separators split the rows alike; separator: \";\", \",\" or tab in the mapping would be right", name)
	}
	return found, nil
}

// likeness is how many of the first rows have the most usual number of cells,
// if that is more than one.
func likeness(text string, comma rune) int {
	r := newReader(text, comma)
	counts := map[int]int{}
	for range 200 {
		row, err := r.Read()
		if err != nil {
			break
		}
		counts[len(row)]++
	}
	best := 0
	for cells, n := range counts {
		if cells > 1 && n > best {
			best = n
		}
	}
	return best
}
