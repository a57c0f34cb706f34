package postcode

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/model"
)

const (
	longestLine = 1024    // bytes
	largest     = 2 << 30 // bytes, unpacked; the whole country by address takes about 0.3 GB
	most        = 20      // problems that are reported of one file
)

// Read reads the table of a monitor, which lies in the folder of its
// definition; nil when it has none.
func Read(dir string, m *model.Monitor) (*Table, error) {
	if m.Postcodes == "" {
		return nil, nil
	}
	name := filepath.Join(dir, m.Postcodes)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("postcode: %s: the file is missing; the definition names it under postcodes", name)
	}
	if err != nil {
		return nil, fmt.Errorf("postcode: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("postcode: %s: %w; a file that gzip made would be right", name, err)
		}
	}
	return Parse(name, r, m)
}

// Parse reads a table; name is the file that it stands in.
func Parse(name string, r io.Reader, m *model.Monitor) (*Table, error) {
	p := parser{name: name, find: newFinder(m), lines: map[line]int32{}, unknown: map[string]int{}}
	if err := p.read(&io.LimitedReader{R: r, N: largest + 1}); err != nil {
		return nil, err
	}
	if err := errors.Join(p.faults...); err != nil {
		return nil, err
	}
	return p.table()
}

// A line is what counts of one: a postcode and the region that it lies in.
type line struct {
	code   Code
	region int32
}

// A parser reads one file.
type parser struct {
	name    string
	at      int // line, from 1
	columns columns
	find    finder
	lines   map[line]int32 // how often each is there: addresses
	unknown map[string]int // lines by code of a neighbourhood that is not there
	last    []byte
	fields  [][]byte
	faults  []error
}

// add reports a problem of the line.
func (p *parser) add(format string, args ...any) {
	p.faults = append(p.faults, fmt.Errorf("postcode: %s:%d: %s", p.name, p.at, fmt.Sprintf(format, args...)))
}

// read reads line by line; the error is of the file, problems of lines are in
// p.faults.
func (p *parser) read(limited *io.LimitedReader) error {
	r := bufio.NewReaderSize(limited, longestLine)
	for {
		text, err := r.ReadSlice('\n')
		p.at++
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			return fmt.Errorf("postcode: %s:%d: the line is longer than %d bytes", p.name, p.at, longestLine)
		case err != nil && err != io.EOF:
			return fmt.Errorf("postcode: %s:%d: %w", p.name, p.at, err)
		case limited.N <= 0:
			return fmt.Errorf("postcode: %s: is larger than %d bytes", p.name, largest)
		}
		if err := p.line(bytes.TrimRight(text, "\r\n")); err != nil {
			return fmt.Errorf("postcode: %s:%d: %w", p.name, p.at, err)
		}
		if err == io.EOF || len(p.faults) == most {
			break
		}
	}
	if p.columns.count == 0 && len(p.faults) == 0 {
		return fmt.Errorf("postcode: %s: the file is empty; a line for each postcode with its neighbourhood would be right", p.name)
	}
	return nil
}

// line reads one line; the error is of the first, without which no other can be
// read. A line that is the same as the one before is an address that was
// written twice, where addresses have numbers.
func (p *parser) line(text []byte) error {
	if p.at == 1 {
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	if p.columns.count == 0 {
		var named bool
		var err error
		if p.columns, named, err = findColumns(text); err != nil || named {
			return err
		}
	}
	if p.columns.count > 2 && bytes.Equal(text, p.last) {
		return nil
	}
	p.last = append(p.last[:0], text...)
	p.fields = p.columns.split(text, p.fields[:0])
	if len(p.fields) != p.columns.count {
		p.add("has %d fields; %d, as the first line, would be right", len(p.fields), p.columns.count)
		return nil
	}
	p.row(p.fields[p.columns.code], p.fields[p.columns.region])
	return nil
}

// row takes up one postcode with its neighbourhood.
func (p *parser) row(code, region []byte) {
	c, ok := ParseCode(code)
	if !ok {
		p.add("postcode %q; four digits and two letters, such as 1234AB, would be right", code)
		return
	}
	at, ok := p.find.region(region)
	switch {
	case !ok:
		p.add("neighbourhood %q of %s; a code such as BU03630001, or 3630001, would be right", region, c)
	case at < 0:
		p.unknown[string(region)]++
	default:
		p.lines[line{c, at}]++
	}
}
