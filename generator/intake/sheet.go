package intake

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
)

// Bounds on what is read: an untrusted file must not fill the memory.
const (
	maxBytes   = 512 << 20 // of a file after unpacking
	maxRows    = 5_000_000
	maxColumns = 2_000
)

// A Sheet is a file as texts, before anything is understood.
type Sheet struct {
	File      string // as errors name it; with the name of the sheet in a workbook
	Encoding  string // utf-8 or windows-1252; "" in a workbook
	Separator string // ";", "," or "tab"; "" in a workbook
	Rows      [][]string
	Lines     []int // by row: its line in the file, from 1
}

// at names a row in errors.
func (s *Sheet) at(row int) string { return fmt.Sprintf(", row %d", s.Lines[row]) }

// Hints say how to open a file where it does not tell itself; what is "" is
// found in the file.
type Hints struct{ Encoding, Separator, Sheet string }

// Open reads the content of a file, which may be packed with gzip.
func Open(name string, content []byte, h Hints) (*Sheet, error) {
	name = filepath.Base(name)
	content, err := unpack(name, content)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		return openWorkbook(name, content, h.Sheet)
	}
	if strings.HasSuffix(strings.ToLower(name), ".xls") || bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")) {
		return nil, fmt.Errorf("import: %s: is an old Excel workbook (.xls); saved as .xlsx or .csv would be right", name)
	}
	text, encoding, err := decode(name, content, h.Encoding)
	if err != nil {
		return nil, err
	}
	return openCSV(name, text, encoding, h.Separator)
}

// filled counts the cells of a row that are not blank.
func filled(row []string) (n int) {
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}
