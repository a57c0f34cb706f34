package extract

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
)

// A textColumn holds strings as indexes into the distinct ones; −1 is null.
// The strings are trimmed of CBS's padding.
type textColumn struct {
	values []string
	index  []int32
}

// at returns the string of a row; "" for null.
func (t *textColumn) at(row int) string {
	if i := t.index[row]; i >= 0 {
		return t.values[i]
	}
	return ""
}

// numbers decodes a column into dst, which must hold one cell per row.
func (f *file) numbers(name string, dst []float64) error {
	return f.eachNumber(name, func(at int, values []float64) error {
		copy(dst[at:], values)
		return nil
	})
}

// eachNumber decodes a column page by page; visit must not keep values, the
// first of which is that of row at. Null becomes NaN. A stored NaN or infinity
// is an error that names its row.
func (f *file) eachNumber(name string, visit func(at int, values []float64) error) error {
	c, err := f.column(name, number)
	if err != nil {
		return err
	}
	if f.types[c] == allNull {
		empty := make([]float64, min(f.rows, 1<<16))
		fill(empty, math.NaN())
		for at := 0; at < f.rows; at += len(empty) {
			if err := visit(at, empty[:min(len(empty), f.rows-at)]); err != nil {
				return err
			}
		}
		return nil
	}
	var dict, buffer []float64
	var dictOf parquet.Dictionary
	return f.pages(c, func(at int, pg parquet.Page) error {
		var values []float64
		levels := pg.DefinitionLevels()
		d := pg.Dictionary()
		if d == nil {
			plain, err := floats(pg.Data())
			if err != nil {
				return err
			}
			values = plain
		} else if d != dictOf {
			if dict, err = floats(d.Page().Data()); err != nil {
				return err
			}
			dictOf = d
		}
		n := int(pg.NumValues())
		if cap(buffer) < n {
			buffer = make([]float64, n)
		}
		if err := place(buffer[:n], at, levels, values, pg, dict); err != nil {
			return err
		}
		return visit(at, buffer[:n])
	})
}

// place writes the values of the page that begins at row at.
func place(dst []float64, at int, levels []byte, plain []float64, pg parquet.Page, dict []float64) error {
	var index []int32
	have := len(plain)
	if pg.Dictionary() != nil {
		data := pg.Data()
		index = data.Int32()
		have = len(index)
	}
	next := 0
	for i := range dst {
		if len(levels) > 0 && levels[i] == 0 {
			dst[i] = math.NaN()
			continue
		}
		if next >= have {
			return errors.New("has fewer values than rows")
		}
		v := 0.0
		if pg.Dictionary() == nil {
			v = plain[next]
		} else {
			d := index[next]
			if uint(d) >= uint(len(dict)) {
				return fmt.Errorf("row %d points at entry %d of a dictionary of %d", at+i+1, d, len(dict))
			}
			v = dict[d]
		}
		next++
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("row %d: %v is not a number; null would be right", at+i+1, v)
		}
		dst[i] = v
	}
	return nil
}

// text decodes a column of strings.
func (f *file) text(name string) (*textColumn, error) {
	c, err := f.column(name, text)
	if err != nil {
		return nil, err
	}
	t := &textColumn{index: make([]int32, f.rows)}
	if f.types[c] == allNull {
		fill(t.index, -1)
		return t, nil
	}
	ids := map[string]int32{}
	var dict []int32
	var dictOf parquet.Dictionary
	err = f.pages(c, func(at int, pg parquet.Page) error {
		n, levels := int(pg.NumValues()), pg.DefinitionLevels()
		d := pg.Dictionary()
		if d == nil {
			plain, err := t.intern(ids, pg.Data())
			if err != nil {
				return err
			}
			return placeText(t.index[at:at+n], levels, plain, nil)
		}
		if d != dictOf {
			if dict, err = t.intern(ids, d.Page().Data()); err != nil {
				return err
			}
			dictOf = d
		}
		data := pg.Data()
		return placeText(t.index[at:at+n], levels, dict, data.Int32())
	})
	return t, err
}

// placeText writes ids, or ids picked by index when there is one.
func placeText(dst []int32, levels []byte, ids, index []int32) error {
	have := len(ids)
	if index != nil {
		have = len(index)
	}
	next := 0
	for i := range dst {
		if len(levels) > 0 && levels[i] == 0 {
			dst[i] = -1
			continue
		}
		if next >= have {
			return errors.New("has fewer values than rows")
		}
		if index == nil {
			dst[i] = ids[next]
		} else {
			d := index[next]
			if uint(d) >= uint(len(ids)) {
				return fmt.Errorf("points at entry %d of a dictionary of %d", d, len(ids))
			}
			dst[i] = ids[d]
		}
		next++
	}
	return nil
}

// intern gives each string of a page or dictionary its index in t.values.
func (t *textColumn) intern(ids map[string]int32, v encoding.Values) ([]int32, error) {
	if v.Kind() != encoding.ByteArray {
		return nil, fmt.Errorf("holds %v", v.Kind())
	}
	data, offsets := v.ByteArray()
	if len(offsets) == 0 {
		return nil, nil
	}
	out := make([]int32, len(offsets)-1)
	for i := range out {
		lo, hi := offsets[i], offsets[i+1]
		if lo > hi || int(hi) > len(data) {
			return nil, errors.New("has a string outside its page")
		}
		id, ok := ids[string(data[lo:hi])]
		if !ok {
			raw := string(data[lo:hi])
			id = int32(len(t.values))
			t.values = append(t.values, strings.Trim(raw, " \t\r\n\x00"))
			ids[raw] = id
		}
		out[i] = id
	}
	return out, nil
}

// floats returns the numbers of a page or dictionary as float64.
func floats(v encoding.Values) ([]float64, error) {
	switch v.Kind() {
	case encoding.Int32:
		return widen(v.Int32()), nil
	case encoding.Int64:
		return widen(v.Int64()), nil
	case encoding.Float:
		return widen(v.Float()), nil
	case encoding.Double:
		return v.Double(), nil
	}
	return nil, fmt.Errorf("holds %v; numbers would be right", v.Kind())
}

func widen[T int32 | int64 | float32](in []T) []float64 {
	out := make([]float64, len(in))
	for i, v := range in {
		out[i] = float64(v)
	}
	return out
}

func fill[T any](dst []T, v T) {
	for i := range dst {
		dst[i] = v
	}
}

// pages calls visit for each data page of a column, in row order, with the
// index of its first row.
func (f *file) pages(c int, visit func(at int, pg parquet.Page) error) (err error) {
	fail := func(err error) error { return fmt.Errorf("extract: %s, column %q: %w", f.name, f.names[c], err) }
	defer func() {
		if p := recover(); p != nil {
			err = fail(fmt.Errorf("the data is damaged (%v); fetch the file again", p))
		}
	}()
	at := 0
	for g, group := range f.parquet.RowGroups() {
		if err := f.checkPages(g, c); err != nil {
			return fail(err)
		}
		end := at + int(group.NumRows())
		pages := group.ColumnChunks()[c].Pages()
		at, err = eachPage(pages, at, end, visit)
		if closed := pages.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return fail(err)
		}
	}
	return nil
}

func eachPage(pages parquet.Pages, at, end int, visit func(int, parquet.Page) error) (int, error) {
	for at < end {
		pg, err := pages.ReadPage()
		if err == io.EOF {
			return at, fmt.Errorf("stops at row %d of %d", at, end)
		}
		if err != nil {
			return at, fmt.Errorf("the data is damaged: %w; fetch the file again", err)
		}
		n := int(pg.NumValues())
		levels := len(pg.DefinitionLevels())
		if n < 0 || n > end-at || levels != 0 && levels != n {
			err = fmt.Errorf("a page of %d values and %d levels does not fit behind row %d of %d", n, levels, at, end)
		} else {
			err = visit(at, pg)
		}
		parquet.Release(pg)
		if err != nil {
			return at, err
		}
		at += n
	}
	return at, nil
}
