package extract

import (
	"fmt"
	"math"
	"os"
	"strings"
)

// readMeasures reads what _Dimensions, _MeasureCodes and _MeasureGroups say of
// a table in the v4 layout. A table without groups of measures has no file of
// them.
func readMeasures(dir, id string) (*properties, error) {
	p := &properties{topics: map[string]*Topic{}}
	err := readPart(v4, dir, id, "Dimensions", p.readDimensions)
	if err != nil {
		return nil, err
	}
	groups := map[string]*measureGroup{}
	if _, missing := os.Stat(v4.file(dir, id, "MeasureGroups")); missing == nil {
		if err := readPart(v4, dir, id, "MeasureGroups", func(f *file) error { return readMeasureGroups(f, groups) }); err != nil {
			return nil, err
		}
	}
	return p, readPart(v4, dir, id, "MeasureCodes", func(f *file) error { return p.readCodes(f, groups) })
}

// columnsOf reads columns of text; those that are not needed may be missing,
// and are null then.
func (f *file) columnsOf(must []string, may ...string) (map[string]*textColumn, error) {
	columns := map[string]*textColumn{}
	var bad faults
	for i, name := range append(append([]string(nil), must...), may...) {
		if _, ok := f.columns[name]; !ok && i >= len(must) {
			columns[name] = &textColumn{index: make([]int32, f.rows)}
			fill(columns[name].index, -1)
			continue
		}
		t, err := f.text(name)
		bad.add(err)
		columns[name] = t
	}
	return columns, bad.err()
}

func (p *properties) readDimensions(f *file) error {
	c, err := f.columnsOf([]string{"Identifier", "Kind"})
	if err != nil {
		return err
	}
	for i := range f.rows {
		key := c["Identifier"].at(i)
		switch c["Kind"].at(i) {
		case "GeoDetail", "GeoDimension":
			p.geos = append(p.geos, key)
		case "TimeDimension":
			p.times = append(p.times, key)
		default:
			p.dimensions = append(p.dimensions, key)
		}
		if key == "" {
			return fmt.Errorf("extract: %s, row %d: has no Identifier", f.name, i+1)
		}
	}
	return nil
}

// A measureGroup holds measures and other groups.
type measureGroup struct{ parent, title, description string }

func readMeasureGroups(f *file, groups map[string]*measureGroup) error {
	c, err := f.columnsOf([]string{"Id", "Title"}, "Description", "ParentId")
	if err != nil {
		return err
	}
	for i := range f.rows {
		groups[c["Id"].at(i)] = &measureGroup{parent: c["ParentId"].at(i), title: strings.TrimSpace(c["Title"].at(i)), description: plainText(c["Description"].at(i))}
	}
	return nil
}

// readCodes makes a Topic of each measure. One without a description takes that
// of the nearest group that has one.
func (p *properties) readCodes(f *file, groups map[string]*measureGroup) error {
	c, err := f.columnsOf([]string{"Identifier", "Title"}, "Description", "MeasureGroupId", "DataType", "Unit")
	if err != nil {
		return err
	}
	decimals := make([]float64, f.rows)
	if _, ok := f.columns["Decimals"]; ok {
		if err := f.numbers("Decimals", decimals); err != nil {
			return err
		}
	}
	for i := range f.rows {
		t := &Topic{Key: c["Identifier"].at(i), Title: strings.TrimSpace(c["Title"].at(i)), Description: plainText(c["Description"].at(i)),
			Unit: c["Unit"].at(i), Datatype: c["DataType"].at(i)}
		if t.Key == "" || p.topics[t.Key] != nil {
			return fmt.Errorf("extract: %s, row %d: measure %q is empty or there twice", f.name, i+1, t.Key)
		}
		if d := decimals[i]; !math.IsNaN(d) && d > 0 && d < maxDecimals {
			t.Decimals = int(d)
		}
		up := groups[c["MeasureGroupId"].at(i)]
		for depth := 0; up != nil && depth < 20; depth++ {
			t.Group = append([]string{up.title}, t.Group...)
			t.Description = orElse(t.Description, up.description)
			up = groups[up.parent]
		}
		p.keys = append(p.keys, t.Key)
		p.topics[t.Key] = t
	}
	return nil
}
