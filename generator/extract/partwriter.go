package extract

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
)

// A ColumnType is the type of a column of a part that is written row by row.
type ColumnType uint8

const (
	TextColumn   ColumnType = iota // strings, with a dictionary
	WholeColumn                    // int64
	NumberColumn                   // float64
)

// A Column is one column of a part that is written row by row.
type Column struct {
	Name string
	Type ColumnType
}

const (
	groupCells  = 1_000_000 // cells in a row group, about
	mostRows    = 100_000   // rows in a row group, at most: a page of observations
	mostColumns = 5_000
	longestPart = 100     // characters of the name of a part or column
	mostInterns = 1 << 16 // distinct strings of a column that are remembered
)

// A PartWriter writes one part of a table row by row, a row group at a time:
// what it keeps in memory does not grow with the rows. Cells that a row does
// not set are null.
type PartWriter struct {
	name    string
	file    *os.File
	buffer  *bufio.Writer
	parquet groupWriter
	columns []Column
	rows    [][]parquet.Value // by column, of the row group
	interns []map[string]parquet.Value
	size    int // rows in a row group
	filled  int
	Rows    int // written so far
}

// A groupWriter writes columns and ends row groups.
type groupWriter interface {
	ColumnWriters() []*parquet.ColumnWriter
	Flush() error
	Close() error
}

// PartPath names the Parquet file of a table's part; protocol is v3 or v4.
func PartPath(dir, protocol, id, part string) string { return layout(protocol).file(dir, id, part) }

// MetadataPath names the file with a table's title and date.
func MetadataPath(dir, protocol, id string) string { return layout(protocol).metadata(dir, id) }

// CheckPartName refuses names of parts and columns that cannot be those of a
// file or a Parquet column. They come from a server.
func CheckPartName(name string) error {
	ok := name != "" && utf8.RuneCountInString(name) <= longestPart && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if !ok {
		return fmt.Errorf("extract: %q is no name of a part or column; letters, digits and _ would be right", filepath.Base(cut(name, longestPart)))
	}
	return nil
}

func cut(s string, width int) string {
	if r := []rune(s); len(r) > width {
		return string(r[:width]) + "…"
	}
	return s
}

// CreatePart begins a Parquet file. Finish it with Close, or with Abort.
func CreatePart(name string, columns []Column) (*PartWriter, error) {
	if len(columns) == 0 || len(columns) > mostColumns {
		return nil, fmt.Errorf("extract: %s: %d columns; 1 to %d would be right", name, len(columns), mostColumns)
	}
	seen := map[string]bool{}
	out := make([]outColumn, len(columns))
	for i, c := range columns {
		if err := CheckPartName(c.Name); err != nil {
			return nil, err
		}
		if seen[c.Name] {
			return nil, fmt.Errorf("extract: %s: column %q is there twice", name, c.Name)
		}
		seen[c.Name] = true
		out[i] = outColumn{name: c.Name, typ: [...]reflect.Type{typeString, typeInt64, typeDouble}[c.Type], plain: c.Type == WholeColumn && c.Name == "Id"}
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	w := &PartWriter{name: name, file: f, buffer: bufio.NewWriterSize(f, 1<<18), columns: columns,
		rows: make([][]parquet.Value, len(columns)), interns: make([]map[string]parquet.Value, len(columns)),
		size: min(max(groupCells/len(columns), 1000), mostRows)}
	w.parquet = parquet.NewWriter(w.buffer, schema(out), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("wijkmonitor", "1", "0"))
	return w, nil
}

// Text sets a cell of the row that is being written.
func (w *PartWriter) Text(column int, s []byte) {
	m := w.interns[column]
	v, ok := m[string(s)]
	if !ok {
		v = parquet.ByteArrayValue([]byte(string(s)))
		if m == nil || len(m) >= mostInterns {
			m = map[string]parquet.Value{}
			w.interns[column] = m
		}
		m[string(s)] = v
	}
	w.put(column, v)
}

// Whole sets a cell of the row that is being written.
func (w *PartWriter) Whole(column int, n int64) { w.put(column, parquet.Int64Value(n)) }

// Number sets a cell of the row that is being written.
func (w *PartWriter) Number(column int, x float64) { w.put(column, parquet.DoubleValue(x)) }

func (w *PartWriter) put(column int, v parquet.Value) {
	if len(w.rows[column]) == w.filled { // the first value counts, should a row give two
		w.rows[column] = append(w.rows[column], v.Level(0, 1, column))
	}
}
