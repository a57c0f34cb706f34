package extract

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strings"
)

// maxDecimals is the most decimals that a figure has.
const maxDecimals = 15

// properties is what _DataProperties, or _Dimensions and _MeasureCodes, say of a table.
type properties struct {
	geo        string   // key of the region dimension, once chosen
	geos       []string // keys of the dimensions with regions
	times      []string // keys of the time dimensions
	dimensions []string // keys of the other dimensions
	topics     map[string]*Topic
	keys       []string // of the topics, in the table's order
}

// readProperties reads the dimensions, topics and topic groups of a table.
func readProperties(f *file) (*properties, error) {
	rows, err := propertyRows(f)
	if err != nil {
		return nil, err
	}
	byID := make(map[int]*property, len(rows))
	for i := range rows {
		byID[rows[i].id] = &rows[i]
	}
	p := &properties{topics: map[string]*Topic{}}
	for i := range rows {
		if err := p.take(&rows[i], byID); err != nil {
			return nil, fmt.Errorf("extract: %s, row %d: %w", f.name, i+1, err)
		}
	}
	return p, nil
}

func (p *properties) take(r *property, byID map[int]*property) error {
	switch r.typ {
	case "GeoDetail", "GeoDimension":
		p.geos = append(p.geos, r.key)
	case "TimeDimension":
		p.times = append(p.times, r.key)
	case "Dimension":
		p.dimensions = append(p.dimensions, r.key)
	case "Topic":
		if r.key == "" || p.topics[r.key] != nil {
			return fmt.Errorf("topic key %q is empty or there twice", r.key)
		}
		p.keys = append(p.keys, r.key)
		p.topics[r.key] = topicOf(r, byID)
	}
	return nil
}

// topicOf makes a Topic of a row. A topic without a description takes that of
// the nearest topic group that has one.
func topicOf(r *property, byID map[int]*property) *Topic {
	t := &Topic{Key: r.key, Title: strings.TrimSpace(r.title), Description: r.description, Unit: r.unit, Decimals: min(max(r.decimals, 0), maxDecimals), Datatype: r.datatype}
	up := byID[r.parent]
	for depth := 0; up != nil && depth < 20; depth++ {
		t.Group = append([]string{up.title}, t.Group...)
		if t.Description == "" {
			t.Description = up.description
		}
		if up.parent < 0 {
			break
		}
		up = byID[up.parent]
	}
	return t
}

// propertyRows reads the rows of _DataProperties. Columns that some tables
// lack (Unit, Decimals, Datatype, Description) may be missing.
func propertyRows(f *file) ([]property, error) {
	rows := make([]property, f.rows)
	var bad faults
	text := func(name string, must bool, set func(p *property, s string)) {
		if _, ok := f.columns[name]; !ok && !must {
			return
		}
		c, err := f.text(name)
		if err != nil {
			bad.add(err)
			return
		}
		for i := range rows {
			set(&rows[i], c.at(i))
		}
	}
	whole := func(name string, must bool, set func(p *property, n int)) {
		for i := range rows {
			set(&rows[i], -1)
		}
		if _, ok := f.columns[name]; !ok && !must {
			return
		}
		values := make([]float64, f.rows)
		if err := f.numbers(name, values); err != nil {
			bad.add(err)
			return
		}
		for i, v := range values {
			if !math.IsNaN(v) && math.Abs(v) < 1e9 {
				set(&rows[i], int(v))
			}
		}
	}
	whole("ID", true, func(p *property, n int) { p.id = n })
	whole("ParentID", true, func(p *property, n int) { p.parent = n })
	whole("Decimals", false, func(p *property, n int) { p.decimals = n })
	text("Type", true, func(p *property, s string) { p.typ = s })
	text("Key", true, func(p *property, s string) { p.key = s })
	text("Title", true, func(p *property, s string) { p.title = s })
	text("Description", false, func(p *property, s string) { p.description = plainText(s) })
	text("Datatype", false, func(p *property, s string) { p.datatype = s })
	text("Unit", false, func(p *property, s string) { p.unit = s })
	return rows, bad.err()
}

// plainText makes the line ends of CBS's texts those of this program.
func plainText(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}

// readInfo reads _Metadata.json; a missing file gives the table's id as title.
func readInfo(name, id string) (tableInfo, error) {
	info := tableInfo{Title: id}
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return info, nil
	}
	if err != nil {
		return info, fmt.Errorf("extract: %w", err)
	}
	if err := json.Unmarshal(b, &info); err != nil {
		return info, fmt.Errorf("extract: %s: %w", name, err)
	}
	info.Title = strings.TrimSpace(info.Title)
	if info.Title == "" {
		info.Title = id
	}
	info.Modified, _, _ = strings.Cut(strings.TrimSpace(info.Modified), "T")
	return info, nil
}
