package extract

import (
	"errors"
	"fmt"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
)

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
