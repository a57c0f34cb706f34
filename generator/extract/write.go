package extract

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Widths to which CBS pads strings in v3 tables.
const (
	keyWidth  = 10
	nameWidth = 40
)

// WriteTable writes a table in the v3 layout into dir, which must exist. The
// same table gives the same bytes. Strings are padded as CBS pads them, every
// column is OPTIONAL, compression is zstd.
func WriteTable(dir string, t *Table) error {
	if err := t.check(); err != nil {
		return err
	}
	if err := writeProperties(v3.file(dir, t.ID, "DataProperties"), t); err != nil {
		return err
	}
	if err := writeCodes(v3.file(dir, t.ID, t.GeoDimension), t.Regions, nameWidth); err != nil {
		return err
	}
	for _, d := range t.dims() {
		if err := writeCodes(v3.file(dir, t.ID, d.Key), d.Codes, 0); err != nil {
			return err
		}
	}
	if err := writeMetadata(v3.metadata(dir, t.ID), t); err != nil {
		return err
	}
	return writeDataSet(v3.file(dir, t.ID, "TypedDataSet"), t)
}

// check finds a table whose arrays do not belong together before a file is touched.
func (t *Table) check() error {
	n := len(t.RegionIdx)
	if t.ID == "" || t.GeoDimension == "" || len(t.Values) != len(t.Topics) {
		return fmt.Errorf("extract: table %q: needs an id, a region dimension and one list of values per topic (%d topics, %d lists)", t.ID, len(t.Topics), len(t.Values))
	}
	if err := checkIndexes(t.ID, t.GeoDimension, t.RegionIdx, n, len(t.Regions)); err != nil {
		return err
	}
	if len(t.OtherIdx) != len(t.Others) {
		return fmt.Errorf("extract: table %s: %d further dimensions with codes for %d", t.ID, len(t.Others), len(t.OtherIdx))
	}
	for _, d := range t.dims() {
		if err := checkIndexes(t.ID, d.Key, d.index, n, len(d.Codes)); err != nil {
			return err
		}
	}
	for i, topic := range t.Topics {
		if have := t.length(i); have != n {
			return fmt.Errorf("extract: table %s, %s: %d values for %d rows", t.ID, topic.Key, have, n)
		}
		if i < len(t.Attributes) && t.Attributes[i] != nil && len(t.Attributes[i]) != n {
			return fmt.Errorf("extract: table %s, %s: %d attributes for %d rows", t.ID, topic.Key, len(t.Attributes[i]), n)
		}
		if topic.Key == "" || strings.ContainsAny(topic.Key, ",\"`\\:") {
			return fmt.Errorf("extract: table %s: %q is not a topic key", t.ID, topic.Key)
		}
	}
	return nil
}

// An indexedDim is a dimension with the code of each row.
type indexedDim struct {
	*Dim
	kind  string // as the metadata call it
	index []int32
}

// dims lists the dimensions other than the region.
func (t *Table) dims() []indexedDim {
	var list []indexedDim
	if t.Dimension != nil {
		list = append(list, indexedDim{t.Dimension, "Dimension", t.DimIdx})
	}
	if t.Time != nil {
		list = append(list, indexedDim{t.Time, "TimeDimension", t.TimeIdx})
	}
	for i := range t.Others {
		list = append(list, indexedDim{&t.Others[i], "Dimension", t.OtherIdx[i]})
	}
	return list
}

// length returns how many rows topic i has values for.
func (t *Table) length(i int) int {
	if t.Topics[i].Datatype != "String" {
		return len(t.Values[i])
	}
	if i >= len(t.Strings) {
		return 0
	}
	return len(t.Strings[i])
}

func checkIndexes(id, column string, index []int32, rows, codes int) error {
	if len(index) != rows {
		return fmt.Errorf("extract: table %s, %s: %d codes for %d rows", id, column, len(index), rows)
	}
	for row, i := range index {
		if i < 0 || int(i) >= codes {
			return fmt.Errorf("extract: table %s, %s, row %d: entry %d of %d codes", id, column, row+1, i, codes)
		}
	}
	return nil
}

// create writes one file through write and removes it when that fails.
func create(name string, write func(*bufio.Writer) error) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("extract: %w", err)
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			os.Remove(name)
			err = fmt.Errorf("extract: %s: %w", name, err)
		}
	}()
	w := bufio.NewWriterSize(f, 1<<18)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// tableInfo is the part of _Metadata.json that is read and written.
type tableInfo struct {
	Identifier string
	Title      string
	Modified   string `json:",omitempty"`
}

func writeMetadata(name string, t *Table) error {
	return create(name, func(w *bufio.Writer) error {
		return json.NewEncoder(w).Encode(tableInfo{Identifier: t.ID, Title: t.Title, Modified: t.Modified})
	})
}
