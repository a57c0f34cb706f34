package postcode

import (
	"bytes"
	"fmt"
	"strings"

	"wijkmonitor/generator/nearest"
)

// columns says where a table has its postcode and its neighbourhood.
type columns struct {
	comma        byte
	count        int    // of columns
	code, region int    // places of the two that count
	heading      string // of the column with neighbourhoods: Buurt2025; "" without a first line of names
}

// findColumns reads the first line. A table of two columns may lack the names;
// then named is false, and the line is a row.
func findColumns(line []byte) (c columns, named bool, err error) {
	c = columns{comma: ',', code: -1, region: -1}
	if bytes.IndexByte(line, ';') >= 0 {
		c.comma = ';'
	}
	fields := c.split(line, nil)
	c.count = len(fields)
	if _, ok := ParseCode(fields[0]); ok && len(fields) == 2 {
		c.code, c.region = 0, 1
		return c, false, nil
	}
	var names []string
	for i, f := range fields {
		name := strings.ToLower(string(bytes.TrimSpace(f)))
		names = append(names, name)
		place := &c.region
		if name == "pc6" || name == "postcode" || name == "postcode6" {
			place = &c.code
		} else if !isRegionName(name) {
			continue
		}
		if *place >= 0 {
			return c, true, fmt.Errorf("has the columns %q and %q; one of them would be right", fields[*place], f)
		}
		*place = i
	}
	for _, want := range []struct {
		place int
		name  string
	}{{c.code, "PC6"}, {c.region, "Buurt2025"}} {
		if want.place >= 0 {
			continue
		}
		hint := ""
		if near := nearest.Nearest(want.name, names); near != "" {
			hint = fmt.Sprintf(", in the place of %q", near)
		}
		return c, true, fmt.Errorf("the first line has no column %s%s; PC6 and Buurt2025, with ; or , between them, would be right", want.name, hint)
	}
	c.heading = string(bytes.TrimSpace(fields[c.region]))
	return c, true, nil
}

// isRegionName tells whether a column has neighbourhoods: buurt, Buurt2025,
// buurtcode, buurt_code_2025.
func isRegionName(name string) bool {
	rest, ok := strings.CutPrefix(name, "buurt")
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "_"), "code")
	return ok && strings.Trim(rest, "_0123456789") == ""
}

// split cuts a line into its fields, without the quotes around them.
func (c *columns) split(line []byte, fields [][]byte) [][]byte {
	for {
		field, rest, more := bytes.Cut(line, []byte{c.comma})
		if n := len(field); n > 1 && field[0] == '"' && field[n-1] == '"' {
			field = field[1 : n-1]
		}
		fields = append(fields, field)
		if !more {
			return fields
		}
		line = rest
	}
}
