package postcode

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Table tells of every postcode in which regions it lies.
type Table struct {
	Unknown int      // lines with a neighbourhood that the monitor does not have
	Strange []string // the codes of those neighbourhoods, as the table writes them

	rows []row // by code, then the region with most addresses first
}

// A row is a postcode and one of the regions that it lies in.
type row struct {
	line
	addresses int32
}

// Count returns how many postcodes there are.
func (t *Table) Count() int {
	n := 0
	for i := range t.rows {
		if i == 0 || t.rows[i].code != t.rows[i-1].code {
			n++
		}
	}
	return n
}

// Warning says how much of the table could not be used; "" when all could.
func (t *Table) Warning() string {
	if t.Unknown == 0 {
		return ""
	}
	shown := t.Strange[:min(len(t.Strange), 3)]
	return fmt.Sprintf("%d lines of the postcodes name one of %d neighbourhoods that are not in the tables, such as %s", t.Unknown, len(t.Strange), strings.Join(shown, ", "))
}

// leastKnown is which part of the lines must name a neighbourhood that the
// monitor has: neighbourhoods of two years that follow have more in common.
const leastKnown = .1

// table returns what was read, unless it is of another country or year.
func (p *parser) table() (*Table, error) {
	t := &Table{Strange: slices.Sorted(maps.Keys(p.unknown))}
	known := 0
	for l, n := range p.lines {
		t.rows = append(t.rows, row{l, n})
		known += int(n)
	}
	for _, n := range p.unknown {
		t.Unknown += n
	}
	if all := known + t.Unknown; float64(known) <= leastKnown*float64(all) {
		if all == 0 {
			return nil, fmt.Errorf("postcode: %s: has no postcodes", p.name)
		}
		heading := ""
		if p.columns.heading != "" {
			heading = fmt.Sprintf(" (its column is %s)", p.columns.heading)
		}
		return nil, fmt.Errorf("postcode: %s: %d of %d lines name a neighbourhood that the tables do not have, such as %s: the year is probably wrong%s; a table of the last year of the monitor would be right",
			p.name, t.Unknown, all, t.Strange[0], heading)
	}
	slices.SortFunc(t.rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(b.addresses, a.addresses), cmp.Compare(a.region, b.region))
	})
	return t, nil
}
