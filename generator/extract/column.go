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
	return f.decode(name, func(at, n int) []float64 { return dst[at : at+n] }, func(int, []float64) error { return nil })
}

// eachNumber decodes a column page by page; visit must not keep values, the
// first of which is that of row at.
func (f *file) eachNumber(name string, visit func(at int, values []float64) error) error {
	var buffer []float64
	return f.decode(name, func(_, n int) []float64 {
		if cap(buffer) < n {
			buffer = make([]float64, n)
		}
		return buffer[:n]
	}, visit)
}

// decode decodes a column page by page, each into the room that it is given.
// Null becomes NaN. A stored NaN or infinity is an error that names its row.
func (f *file) decode(name string, room func(at, n int) []float64, visit func(at int, values []float64) error) error {
	c, err := f.column(name, number)
	if err != nil {
		return err
	}
	if f.types[c] == allNull {
		const most = 1 << 16
		for at := 0; at < f.rows; at += most {
			empty := room(at, min(most, f.rows-at))
			fill(empty, math.NaN())
			if err := visit(at, empty); err != nil {
				return err
			}
		}
		return nil
	}
	var dict []float64
	var dictOf parquet.Dictionary
	return f.pages(c, func(at int, pg parquet.Page) error {
		dst, data := room(at, int(pg.NumValues())), pg.Data()
		if d := pg.Dictionary(); d == nil {
			plain, err := floats(data)
			if err != nil {
				return err
			}
			if err := placePlain(dst, at, pg.DefinitionLevels(), plain); err != nil {
				return err
			}
			return visit(at, dst)
		} else if d != dictOf {
			if dict, err = floats(d.Page().Data()); err != nil {
				return err
			}
			dictOf = d
		}
		if err := placePicked(dst, at, pg.DefinitionLevels(), dict, data.Int32()); err != nil {
			return err
		}
		return visit(at, dst)
	})
}

var errFewer = errors.New("has fewer values than rows")

// placePlain writes the values of the page that begins at row at.
func placePlain(dst []float64, at int, levels []byte, values []float64) error {
	for i := range dst {
		if len(levels) > 0 && levels[i] == 0 {
			dst[i] = math.NaN()
			continue
		}
		if len(values) == 0 {
			return errFewer
		}
		v := values[0]
		values = values[1:]
		if v-v != 0 {
			return notNumber(at+i, v)
		}
		dst[i] = v
	}
	return nil
}

// placePicked is placePlain for a page that points into a dictionary.
func placePicked(dst []float64, at int, levels []byte, dict []float64, index []int32) error {
	for i := range dst {
		if len(levels) > 0 && levels[i] == 0 {
			dst[i] = math.NaN()
			continue
		}
		if len(index) == 0 {
			return errFewer
		}
		d := index[0]
		index = index[1:]
		if uint(d) >= uint(len(dict)) {
			return fmt.Errorf("row %d points at entry %d of a dictionary of %d", at+i+1, d, len(dict))
		}
		v := dict[d]
		if v-v != 0 {
			return notNumber(at+i, v)
		}
		dst[i] = v
	}
	return nil
}

// notNumber is the error of a NaN or an infinity: what less itself is not 0.
func notNumber(row int, v float64) error {
	return fmt.Errorf("row %d: %v is not a number; null would be right", row+1, v)
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
