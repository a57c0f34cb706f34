package extract

import (
	"errors"
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"
)

// EndRow ends a row.
func (w *PartWriter) EndRow() error {
	for c := range w.rows {
		if len(w.rows[c]) == w.filled {
			w.rows[c] = append(w.rows[c], parquet.NullValue().Level(0, 0, c))
		}
	}
	w.filled++
	w.Rows++
	if w.filled < w.size {
		return nil
	}
	return w.flush()
}

// flush writes a row group.
func (w *PartWriter) flush() error {
	if w.filled == 0 {
		return nil
	}
	for c, column := range w.parquet.ColumnWriters() {
		if _, err := column.WriteRowValues(w.rows[c]); err != nil {
			return fmt.Errorf("extract: %s: %w", w.name, err)
		}
		w.rows[c] = w.rows[c][:0]
	}
	w.filled = 0
	if err := w.parquet.Flush(); err != nil {
		return fmt.Errorf("extract: %s: %w", w.name, err)
	}
	return nil
}

// Close finishes the file, on disk; after an error the file is gone.
func (w *PartWriter) Close() error {
	err := w.flush()
	if err == nil {
		err = errors.Join(w.parquet.Close(), w.buffer.Flush(), w.file.Sync())
	}
	if err != nil {
		w.Abort()
		return fmt.Errorf("extract: %s: %w", w.name, err)
	}
	if err := w.file.Close(); err != nil {
		os.Remove(w.name)
		return fmt.Errorf("extract: %s: %w", w.name, err)
	}
	return nil
}

// Abort leaves nothing behind.
func (w *PartWriter) Abort() {
	w.file.Close()
	os.Remove(w.name)
}
