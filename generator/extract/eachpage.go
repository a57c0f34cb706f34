package extract

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

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
