package extract

import (
	"errors"
	"fmt"
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
