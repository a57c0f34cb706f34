package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

const maxParts = 2_000 // files in a workbook

// openWorkbook reads one sheet of an Excel workbook: the numbers as they are
// stored, and in merged cells the text in each of them.
func openWorkbook(name string, content []byte, sheet string) (s *Sheet, err error) {
	// The reader is a library's; a workbook must never end the program.
	defer func() {
		if p := recover(); p != nil {
			s, err = nil, fmt.Errorf("import: %s: is damaged (%v); saved again as .xlsx would be right", name, p)
		}
	}()
	if err := checkZip(name, content); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("import: %s: is not a workbook that can be read (%w); a .xlsx file without password would be right", name, err)
	}
	defer func() { _ = f.Close() }()
	if sheet, err = pickSheet(name, f.GetSheetList(), sheet); err != nil {
		return nil, err
	}
	s = &Sheet{File: name + ", sheet " + sheet}
	if err := s.readRows(f, sheet); err != nil {
		return nil, err
	}
	return s, s.check()
}

// checkZip adds up the sizes that the archive tells before anything is unpacked.
func checkZip(name string, content []byte) error {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return fmt.Errorf("import: %s: is damaged (%w); download it again", name, err)
	}
	var size uint64
	for _, part := range z.File {
		if part.UncompressedSize64 > maxBytes {
			size = maxBytes + 1
			break
		}
		size += part.UncompressedSize64
	}
	if len(z.File) > maxParts || size > maxBytes {
		return fmt.Errorf("import: %s: holds more than %d parts or %d MiB unpacked", name, maxParts, maxBytes>>20)
	}
	return nil
}

// pickSheet demands the name of a sheet where there are several.
func pickSheet(name string, all []string, sheet string) (string, error) {
	for _, have := range all {
		if have == sheet || sheet == "" && len(all) == 1 {
			return have, nil
		}
	}
	names := strings.Join(all, ", ")
	if sheet == "" {
		return "", fmt.Errorf("import: %s: has several sheets (%s); --sheet or sheet: in the mapping with one of them would be right", name, names)
	}
	return "", fmt.Errorf("import: %s: has no sheet %q; one of %s would be right", name, sheet, names)
}

func (s *Sheet) readRows(f *excelize.File, sheet string) error {
	rows, err := f.Rows(sheet)
	if err != nil {
		return fmt.Errorf("import: %s: %w", s.File, err)
	}
	defer func() { _ = rows.Close() }()
	for line := 1; rows.Next(); line++ {
		row, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("import: %s, row %d: %w", s.File, line, err)
		}
		if len(row) > maxColumns || line > maxRows {
			return fmt.Errorf("import: %s, row %d: has more than %d columns or %d rows", s.File, line, maxColumns, maxRows)
		}
		s.Rows, s.Lines = append(s.Rows, row), append(s.Lines, line)
	}
	if err := rows.Error(); err != nil {
		return fmt.Errorf("import: %s: %w", s.File, err)
	}
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		return fmt.Errorf("import: %s: %w", s.File, err)
	}
	for _, m := range merged {
		s.spread(m)
	}
	return nil
}

// headRows is how far down merged cells are headers; a note below the figures
// stays where it is.
const headRows = 30

// spread writes the text of merged cells in each cell of the head.
func (s *Sheet) spread(m excelize.MergeCell) {
	x1, y1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
	x2, y2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err1 != nil || err2 != nil || x2 > maxColumns {
		return
	}
	for y := y1; y <= y2 && y <= headRows && y <= len(s.Rows); y++ {
		for len(s.Rows[y-1]) < x2 {
			s.Rows[y-1] = append(s.Rows[y-1], "")
		}
		for x := x1; x <= x2; x++ {
			s.Rows[y-1][x-1] = m.GetCellValue()
		}
	}
}
