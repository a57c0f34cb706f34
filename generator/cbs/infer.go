package cbs

import (
	"bytes"
	"strings"

	"wijkmonitor/generator/extract"
)

// whole tells of the columns of metadata that hold whole numbers, also when every
// one of them is null.
func whole(name string) bool {
	switch name {
	case "ID", "ParentID", "Position", "Decimals", "Index", "CategoryGroupID":
		return true
	}
	return false
}

// infer finds the columns of a part with metadata: every field that a row has,
// in the order in which they come.
func (w *work) infer(part string, limits Limits) ([]extract.Column, error) {
	var columns []extract.Column
	var known []bool // whether a value was seen
	index := map[string]int{}
	err := w.eachRow(w.of(part), limits.Row, func(_ *gotPage, _ int, row []byte) error {
		return eachField(row, func(key, value []byte) error {
			if strings.HasPrefix(string(key), "@") {
				return nil // an annotation
			}
			c, ok := index[string(key)]
			if !ok {
				c = len(columns)
				index[string(key)] = c
				typ := extract.TextColumn
				if whole(string(key)) {
					typ = extract.WholeColumn
				}
				columns, known = append(columns, extract.Column{Name: columnName(string(key)), Type: typ}), append(known, false)
			}
			if string(value) != "null" {
				columns[c].Type = widest(columns[c].Type, typeOf(value), known[c])
				known[c] = true
			}
			return nil
		})
	})
	return columns, err
}

func typeOf(value []byte) extract.ColumnType {
	switch {
	case value[0] != '-' && (value[0] < '0' || value[0] > '9'):
		return extract.TextColumn
	case bytes.ContainsAny(value, ".eE"):
		return extract.NumberColumn
	}
	return extract.WholeColumn
}

// widest is the type that holds both what was seen and one value more.
func widest(have, value extract.ColumnType, known bool) extract.ColumnType {
	switch {
	case !known || have == value:
		return value
	case have == extract.TextColumn || value == extract.TextColumn:
		return extract.TextColumn
	}
	return extract.NumberColumn
}
