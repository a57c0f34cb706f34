package extract

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

const (
	maxFooter = 16 << 20 // bytes; the footer of a table with 118 columns takes 40 kB
	maxRows   = 1 << 26
)

// A file is an opened Parquet file with a flat schema whose footer was checked.
type file struct {
	name    string
	rows    int
	reader  io.ReaderAt
	parquet *parquet.File
	columns map[string]int // leaf index by name
	names   []string       // in file order
	types   []kind
	close   func() error
}

// A kind is the sort of values that a column gives.
type kind uint8

const (
	unsupported kind = iota
	number
	text
	allNull // the logical type NULL: no values, whatever the physical type
)

// String names the kind in messages.
func (k kind) String() string {
	return [...]string{"values of another type", "numbers", "text", "nothing"}[k]
}

// openFile opens and checks one Parquet file. why says who needs it, for the
// message when it is missing.
func openFile(name, why string) (*file, error) {
	r, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("extract: %s: the file is missing; %s", name, why)
	}
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	info, err := r.Stat()
	if err != nil {
		r.Close()
		return nil, fmt.Errorf("extract: %w", err)
	}
	f, err := openParquet(name, r, info.Size())
	if err != nil {
		r.Close()
		return nil, err
	}
	f.close = r.Close
	return f, nil
}

// openParquet opens a Parquet file of the given size after checking the parts
// that parquet-go trusts: magic, footer size, schema, codecs and offsets.
func openParquet(name string, r io.ReaderAt, size int64) (f *file, err error) {
	defer func() {
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("extract: %s: the footer is damaged (%v); fetch the file again", name, p)
		}
	}()
	if err := checkMagic(r, size); err != nil {
		return nil, fmt.Errorf("extract: %s: %w", name, err)
	}
	p, err := parquet.OpenFile(r, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true), parquet.FileReadMode(parquet.ReadModeSync))
	if err != nil {
		return nil, fmt.Errorf("extract: %s: the footer is damaged: %w; fetch the file again", name, err)
	}
	f = &file{name: name, reader: r, parquet: p, columns: map[string]int{}, close: func() error { return nil }}
	if err := f.readSchema(p.Metadata()); err != nil {
		return nil, fmt.Errorf("extract: %s: %w", name, err)
	}
	if err := f.checkChunks(p.Metadata(), size); err != nil {
		return nil, fmt.Errorf("extract: %s: %w", name, err)
	}
	return f, nil
}

func checkMagic(r io.ReaderAt, size int64) error {
	if size < 12 {
		return fmt.Errorf("%d bytes is not a Parquet file", size)
	}
	var head [4]byte
	if _, err := r.ReadAt(head[:], 0); err != nil {
		return err
	}
	if string(head[:]) != "PAR1" {
		return fmt.Errorf("begins with %q, so it is not a Parquet file; PAR1 would be right", head[:])
	}
	var tail [8]byte
	if _, err := r.ReadAt(tail[:], size-8); err != nil {
		return err
	}
	if string(tail[4:]) != "PAR1" {
		return fmt.Errorf("ends with %q, so it is cut off; PAR1 would be right: fetch the file again", tail[4:])
	}
	footer := int64(binary.LittleEndian.Uint32(tail[:4]))
	if footer > maxFooter || footer > size-12 {
		return fmt.Errorf("a footer of %d bytes cannot be right in a file of %d bytes; fetch the file again", footer, size)
	}
	return nil
}

// column returns the index of a column that holds values of the wanted kind.
func (f *file) column(name string, want kind) (int, error) {
	c, ok := f.columns[name]
	if !ok {
		return 0, fmt.Errorf("extract: %s: column %q is missing%s", f.name, name, didYouMean(name, f.names))
	}
	if got := f.types[c]; got != want && got != allNull {
		return 0, fmt.Errorf("extract: %s, column %q: holds %v; %v would be right", f.name, name, got, want)
	}
	return c, nil
}

// readSchema accepts a root with leaves only, none of them repeated.
func (f *file) readSchema(md *format.FileMetaData) error {
	if len(md.Schema) < 2 || int(md.Schema[0].NumChildren.V) != len(md.Schema)-1 {
		return errors.New("the columns are nested; one flat list of columns would be right")
	}
	for i, e := range md.Schema[1:] {
		if e.NumChildren.V != 0 || !e.Type.Valid || e.RepetitionType.V == format.Repeated {
			return fmt.Errorf("column %q is nested or repeated; single values would be right", e.Name)
		}
		if _, twice := f.columns[e.Name]; twice {
			return fmt.Errorf("column %q is there twice", e.Name)
		}
		f.columns[e.Name] = i
		f.names = append(f.names, e.Name)
		f.types = append(f.types, kindOf(&e))
	}
	return nil
}

func kindOf(e *format.SchemaElement) kind {
	switch e.LogicalType.Value.(type) {
	case *format.NullType:
		return allNull
	case nil, *format.IntType, *format.StringType:
	default:
		return unsupported
	}
	switch e.Type.V {
	case format.Int32, format.Int64, format.Float, format.Double:
		return number
	case format.ByteArray:
		return text
	}
	return unsupported
}

// checkChunks holds every row group against the schema and the file's size.
func (f *file) checkChunks(md *format.FileMetaData, size int64) error {
	if md.NumRows < 0 || md.NumRows > maxRows {
		return fmt.Errorf("%d rows cannot be right", md.NumRows)
	}
	var rows int64
	for g := range md.RowGroups {
		group := &md.RowGroups[g]
		if group.NumRows < 0 || len(group.Columns) != len(f.names) {
			return fmt.Errorf("row group %d has %d columns and %d rows; %d columns would be right", g, len(group.Columns), group.NumRows, len(f.names))
		}
		rows += group.NumRows
		for c := range group.Columns {
			if err := f.checkChunk(&group.Columns[c], c, group.NumRows, size); err != nil {
				return fmt.Errorf("row group %d, column %q: %w", g, f.names[c], err)
			}
		}
	}
	if rows != md.NumRows {
		return fmt.Errorf("the row groups have %d rows together; the footer says %d", rows, md.NumRows)
	}
	f.rows = int(rows)
	return nil
}

func (f *file) checkChunk(chunk *format.ColumnChunk, c int, rows, size int64) error {
	m := &chunk.MetaData
	if len(m.PathInSchema) != 1 || m.PathInSchema[0] != f.names[c] {
		return fmt.Errorf("holds %q", []string(m.PathInSchema))
	}
	if f.types[c] != allNull && m.Type != f.parquet.Metadata().Schema[c+1].Type.V {
		return fmt.Errorf("is of type %v; the schema says %v", m.Type, f.parquet.Metadata().Schema[c+1].Type.V)
	}
	switch m.Codec {
	case format.Uncompressed, format.Snappy, format.Zstd, format.Gzip:
	default:
		return fmt.Errorf("is compressed with %v; none, snappy, zstd or gzip would be right", m.Codec)
	}
	for _, e := range m.Encoding {
		levels := e == format.RLE || e == format.BitPacked
		if !levels && !readable(e) {
			return fmt.Errorf("is encoded as %v; plain or dictionary would be right", e)
		}
	}
	start := m.DataPageOffset
	if m.DictionaryPageOffset > 0 && m.DictionaryPageOffset < start {
		start = m.DictionaryPageOffset
	}
	if m.NumValues != rows {
		return fmt.Errorf("has %d values; %d rows would be right", m.NumValues, rows)
	}
	if chunk.FilePath != "" || start < 4 || m.TotalCompressedSize < 0 || m.TotalCompressedSize > size || start > size-m.TotalCompressedSize {
		return fmt.Errorf("lies at %d + %d bytes in a file of %d bytes; fetch the file again", start, m.TotalCompressedSize, size)
	}
	return nil
}
