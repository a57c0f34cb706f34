package extract

import (
	"bufio"
	"fmt"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows of a data set are written at a time.
const rowGroup = 50_000

// An outColumn is one column to write. value returns the value of a row; a
// null Value is written as null.
type outColumn struct {
	name  string
	typ   reflect.Type
	plain bool // no dictionary: every value is another
	value func(row int) parquet.Value
}

var (
	typeInt32  = reflect.TypeFor[int32]()
	typeInt64  = reflect.TypeFor[int64]()
	typeDouble = reflect.TypeFor[float64]()
	typeString = reflect.TypeFor[string]()
)

// writeColumns writes one Parquet file with the columns in the given order.
func writeColumns(name string, rows int, columns []outColumn) error {
	return create(name, func(out *bufio.Writer) error {
		w := parquet.NewWriter(out, schema(columns), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("wijkmonitor", "1", "0"))
		buffer := make([]parquet.Value, 0, min(rows, 4096))
		for start := 0; start < rows; start += rowGroup {
			end := min(start+rowGroup, rows)
			for c, writer := range w.ColumnWriters() {
				if err := writeChunk(writer, &columns[c], c, start, end, buffer); err != nil {
					return err
				}
			}
			if err := w.Flush(); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

func writeChunk(w *parquet.ColumnWriter, c *outColumn, index, start, end int, buffer []parquet.Value) error {
	for row := start; row < end; {
		buffer = buffer[:0]
		for ; row < end && len(buffer) < cap(buffer); row++ {
			v := c.value(row)
			level := 1
			if v.IsNull() {
				level = 0
			}
			buffer = append(buffer, v.Level(0, level, index))
		}
		if _, err := w.WriteRowValues(buffer); err != nil {
			return err
		}
	}
	return nil
}

// schema makes a schema that keeps the order of the columns; parquet.Group
// would sort them by name.
func schema(columns []outColumn) *parquet.Schema {
	fields := make([]reflect.StructField, len(columns))
	for i, c := range columns {
		tag := c.name + ",optional,dict"
		if c.plain {
			tag = c.name + ",optional,plain"
		}
		fields[i] = reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: c.typ, Tag: reflect.StructTag(`parquet:"` + tag + `"`)}
	}
	return parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface())
}

// pad fills a string with spaces to width characters, as CBS does.
func pad(s string, width int) string {
	n := utf8.RuneCountInString(s)
	if n >= width {
		return s
	}
	return s + strings.Repeat(" ", width-n)
}

// textValue returns the value of a string; "" is null.
func textValue(s string, width int) parquet.Value {
	if s == "" {
		return parquet.NullValue()
	}
	return parquet.ByteArrayValue([]byte(pad(s, width)))
}

// codeColumn is a column of dimension keys; each is padded once.
func codeColumn(name string, codes []Code, index []int32, width int) outColumn {
	values := make([]parquet.Value, len(codes))
	for i, c := range codes {
		values[i] = textValue(c.Key, width)
	}
	return outColumn{name: name, typ: typeString, value: func(row int) parquet.Value { return values[index[row]] }}
}

// numberColumn is a topic's column: int32 or int64 for Long, else double.
func numberColumn(t *Topic, values []float64) (outColumn, error) {
	c := outColumn{name: t.Key, typ: typeDouble, value: func(row int) parquet.Value {
		if math.IsNaN(values[row]) {
			return parquet.NullValue()
		}
		return parquet.DoubleValue(values[row])
	}}
	if t.Datatype != "Long" {
		return c, nil
	}
	c.typ = typeInt32
	for row, v := range values {
		if math.IsNaN(v) {
			continue
		}
		if v != math.Trunc(v) || math.Abs(v) > 1<<53 {
			return c, fmt.Errorf("extract: %s, row %d: %v is not a Long; a whole number would be right", t.Key, row+1, v)
		}
		if v > math.MaxInt32 || v < math.MinInt32 {
			c.typ = typeInt64
		}
	}
	narrow := c.typ == typeInt32
	c.value = func(row int) parquet.Value {
		v := values[row]
		switch {
		case math.IsNaN(v):
			return parquet.NullValue()
		case narrow:
			return parquet.Int32Value(int32(v))
		}
		return parquet.Int64Value(int64(v))
	}
	return c, nil
}
