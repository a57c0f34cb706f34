package intake

import (
	"path/filepath"
	"regexp"
	"strings"
)

// A Draft is a proposed mapping with what it could not decide.
type Draft struct {
	Mapping
	Questions []string
}

var (
	topicNumber = regexp.MustCompile(`_\d+$`)
	idNames     = map[string]bool{"id": true, "kolom 1": true, "unnamed: 0": true, "x": true, "index": true, "rownames": true}
	regionNames = regexp.MustCompile(`(?i)^(regio|regios|regio's|regio’s|gebied|gemeente|gemeenten|gemeentenaam|wijken|wijken en buurten|wijkenenbuurten)$`)
	periodNames = regexp.MustCompile(`(?i)^(perioden?|jaar|year)$`)
)

// A column is what the cells of one column look like.
type column struct {
	name                            string
	index                           int
	filled, numbers, codes, periods int
	distinct, countries             map[string]bool // countries: codes such as NL00 and NL01
	counting                        bool            // counting: 0, 1, 2 … or 1, 2, 3 …
	decimals                        int
}

// Propose drafts a mapping from what the file shows. areas is the folder with
// the files of "Gebieden in Nederland"; "" when there is none.
func Propose(s *Sheet, areas string) (*Draft, error) {
	d := &Draft{}
	d.Table = tableID(s.File)
	d.Encoding, d.Separator = s.Encoding, s.Separator
	if _, sheet, ok := strings.Cut(s.File, ", sheet "); ok {
		d.Sheet = sheet
	}
	if d.Header = s.findHeader(); len(d.Header) == 0 {
		d.ask("header: no row with names above the figures was found")
		return d, nil
	}
	names, first, err := s.head(d.Header)
	if err != nil {
		return nil, err
	}
	d.Title = d.Table
	if t := strings.TrimSpace(s.Rows[0][0]); s.Lines[0] < d.Header[0] && t != "" {
		d.Title = t
	}
	rows, _ := s.body(first)
	columns := make([]*column, len(names))
	for i, name := range names {
		columns[i] = &column{name: name, index: i, distinct: map[string]bool{}, countries: map[string]bool{}, counting: true}
	}
	d.look(s, rows, columns)
	d.assign(columns, len(rows), areas)
	return d, nil
}

// tableID takes the id from the name of the file: 81064ned.csv.gz.
func tableID(file string) string {
	base, _, _ := strings.Cut(filepath.Base(file), ".")
	return keyOf(base)
}

func (d *Draft) ask(question string) { d.Questions = append(d.Questions, question) }

// look reads every cell once: how numbers and gaps are written, and what each
// column holds.
func (d *Draft) look(s *Sheet, rows []int, columns []*column) {
	e := newEvidence()
	d.Gaps = map[string]string{}
	seenGaps := map[string]bool{}
	for n, row := range rows {
		for _, c := range columns {
			text := s.cell(row, c.index)
			if _, gap := usualGaps[text]; gap {
				seenGaps[text] = true
				c.counting = c.counting && text != ""
				continue
			}
			c.see(text, n, e)
		}
	}
	for text, word := range sorted(usualGaps) {
		if !seenGaps[text] {
			continue
		}
		d.Gaps[text] = word
		if word == open {
			d.ask("gaps: older tables of CBS write - for nothing (zero), others for unknown: say which")
		}
	}
	m, question := e.marks()
	d.Decimal, d.Thousands = m.Decimal, m.Thousands
	if question != "" {
		d.ask("decimal and thousands: " + question)
	}
	for _, c := range columns {
		c.finish(s, rows, m)
	}
}

func (c *column) see(text string, n int, e *evidence) {
	c.filled++
	if len(c.distinct) < 2000 {
		c.distinct[text] = true
	}
	if regionCode.MatchString(text) {
		c.codes++
		if strings.HasPrefix(text, "NL") {
			c.countries[text] = true
		}
	}
	if _, _, err := parsePeriod(text); err == nil {
		c.periods++
	}
	if e.see(text) {
		c.numbers++
	} else if digits(strings.TrimPrefix(text, "-")) {
		c.numbers++
	}
	c.counting = c.counting && (text == itoa(n) || text == itoa(n+1))
}

// finish counts the decimals of a column of numbers.
func (c *column) finish(s *Sheet, rows []int, m Marks) {
	if c.numbers == 0 || c.numbers < c.filled || m.Decimal == open {
		return
	}
	for _, row := range rows {
		if _, fraction, ok := strings.Cut(s.cell(row, c.index), m.Decimal); ok {
			if fraction = strings.TrimRight(fraction, "0"); digits(fraction) {
				c.decimals = max(c.decimals, min(len(fraction), 6))
			}
		}
	}
}
