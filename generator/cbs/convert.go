package cbs

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"wijkmonitor/generator/extract"
)

// columnName is a field's name as a column: odata.type is odata_type.
func columnName(field string) string { return strings.ReplaceAll(field, ".", "_") }

// convert writes the pages of a part as one Parquet file, in constant memory.
// It returns the number of rows.
func (w *work) convert(name, part string, columns []extract.Column, limits Limits) (rows int, err error) {
	out, err := extract.CreatePart(name, columns)
	if err != nil {
		return 0, err
	}
	index := make(map[string]int, len(columns))
	for i, c := range columns {
		index[c.Name] = i
	}
	err = w.eachRow(w.of(part), limits.Row, func(p *gotPage, number int, row []byte) error {
		err := eachField(row, func(key, value []byte) error {
			c, ok := index[string(key)]
			if !ok {
				if c, ok = index[columnName(string(key))]; !ok {
					return nil
				}
			}
			return cell(out, c, columns[c], value)
		})
		if err != nil {
			return fmt.Errorf("row %d of %s: %w", number, p.File, err)
		}
		return out.EndRow()
	})
	if err != nil {
		out.Abort()
		return 0, fmt.Errorf("%s: %w", part, err)
	}
	return out.Rows, out.Close()
}

// cell writes one value.
func cell(out *extract.PartWriter, c int, column extract.Column, value []byte) error {
	if string(value) == "null" {
		return nil
	}
	if column.Type == extract.TextColumn {
		text, ok := unquote(value)
		if !ok {
			text = value // a number, truth or list is kept as it stands
		}
		out.Text(c, text)
		return nil
	}
	if value[0] == '"' { // some services give numbers as strings
		text, ok := unquote(value)
		if text = bytes.TrimSpace(text); !ok || len(text) == 0 {
			return nil
		}
		value = text
	}
	if column.Type == extract.WholeColumn {
		if n, err := strconv.ParseInt(string(value), 10, 64); err == nil {
			out.Whole(c, n)
			return nil
		}
	}
	x, err := strconv.ParseFloat(string(value), 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return lasting("a number would be right", "%s is %q", column.Name, clean(string(value)))
	}
	if column.Type == extract.NumberColumn {
		out.Number(c, x)
		return nil
	}
	if x != math.Trunc(x) || math.Abs(x) > 1<<53 {
		return lasting("a whole number would be right, as its metadata say", "%s is %q", column.Name, clean(string(value)))
	}
	out.Whole(c, int64(x))
	return nil
}
