package cbsserver

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/extract"
)

// A table is one table in the v3 layout, in memory.
type table struct {
	id         string
	info       map[string]any
	properties *list
	dimensions []dimension
	data       *list
	topics     []topic
}

// A list is one of a table's lists, column by column.
type list struct {
	rows    int
	columns []*extract.PartColumn
}

type dimension struct {
	key, title, kind string
	codes            *list
}

// A topic is a topic of v3 and the measure of v4 that it becomes.
type topic struct {
	key, measure string
	column       *extract.PartColumn
	row          int // of the properties
}

func (l *list) column(name string) *extract.PartColumn {
	for _, c := range l.columns {
		if c.Name == name {
			return c
		}
	}
	return &extract.PartColumn{Name: name}
}

func (l *list) text(name string, row int) string {
	s, _ := l.column(name).Text(row)
	return s
}

func readList(name string) (*list, error) {
	p, err := extract.OpenPart(name)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	l := &list{rows: p.Rows}
	for _, name := range p.Columns() {
		c, err := p.Read(name)
		if err != nil {
			return nil, err
		}
		l.columns = append(l.columns, c)
	}
	return l, nil
}

// readTables reads every table in the v3 layout of a folder.
func readTables(dir string) ([]*table, error) {
	names, err := filepath.Glob(filepath.Join(dir, "cbs.v3.*_TypedDataSet.parquet"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("cbs-server: %s: has no table in the v3 layout; cbs.v3.<id>_TypedDataSet.parquet would be right", dir)
	}
	var all []*table
	for _, name := range names {
		id := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "cbs.v3."), "_TypedDataSet.parquet")
		t, err := readTable(dir, id)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

func readTable(dir, id string) (*table, error) {
	t := &table{id: id, info: map[string]any{}}
	b, err := os.ReadFile(extract.MetadataPath(dir, "v3", id))
	if err == nil {
		err = json.Unmarshal(b, &t.info)
	}
	if err != nil {
		return nil, fmt.Errorf("cbs-server: table %s: %w", id, err)
	}
	if t.properties, err = readList(extract.PartPath(dir, "v3", id, "DataProperties")); err != nil {
		return nil, err
	}
	if t.data, err = readList(extract.PartPath(dir, "v3", id, "TypedDataSet")); err != nil {
		return nil, err
	}
	for row := range t.properties.rows {
		key, kind := t.properties.text("Key", row), t.properties.text("Type", row)
		switch kind {
		case "GeoDetail", "GeoDimension", "TimeDimension", "Dimension":
			codes, err := readList(extract.PartPath(dir, "v3", id, key))
			if err != nil {
				return nil, err
			}
			t.dimensions = append(t.dimensions, dimension{key, t.properties.text("Title", row), kind, codes})
		case "Topic":
			t.topics = append(t.topics, topic{key, measure(key, len(t.topics)), t.data.column(key), row})
		}
	}
	return t, nil
}

// measure makes up the code of a measure: CBS's own are not in a v3 table. A
// key that is one already, a code without small letters, stays.
func measure(key string, at int) string {
	if key == strings.ToUpper(key) {
		return key
	}
	number := key[strings.LastIndexByte(key, '_')+1:]
	if len(number) < len(key) && len(number) < 6 && strings.Trim(number, "0123456789") == "" {
		return "M" + strings.Repeat("0", 6-len(number)) + number
	}
	return fmt.Sprintf("N%06d", at)
}
