// Package province reads in which province each municipality lies, from a file
// that a publisher puts beside the definition: CBS's "Gebieden in Nederland" of
// a year as it is, or two columns, gemeente;provincie.
package province

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

const (
	largest = 16 << 20 // bytes, unpacked; CBS's table of all places is 0.4 MB
	longest = 60       // letters of a name
)

var (
	townCode     = regexp.MustCompile(`^GM\d{4}$`)
	provinceCode = regexp.MustCompile(`^PV\d{2}$`)
)

// Read fills the province of the municipalities of a monitor; name is the file
// below the folder of its definition, "" for none. It returns how many
// municipalities the file does not have.
func Read(dir, name string, m *model.Monitor) (without int, err error) {
	if name == "" {
		return 0, nil
	}
	file := filepath.Join(dir, name)
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("province: %s: the file is missing; the definition names it under provinces", file)
	}
	if err != nil {
		return 0, fmt.Errorf("province: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return 0, fmt.Errorf("province: %s: %w; a file that gzip made would be right", file, err)
		}
	}
	names, err := Parse(file, io.LimitReader(r, largest))
	if err != nil {
		return 0, err
	}
	return fill(file, names, m)
}

// Parse returns the province of each municipality by its code; name is the file
// that it stands in.
func Parse(name string, r io.Reader) (map[string]string, error) {
	b := bufio.NewReader(r)
	if mark, err := b.Peek(3); err == nil && bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		b.Discard(3) //nolint:errcheck // it was peeked at
	}
	head, err := b.Peek(min(b.Size(), 4096))
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("province: %s: %w", name, err)
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	c := csv.NewReader(b)
	if bytes.ContainsRune(line, ';') {
		c.Comma = ';'
	}
	c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = true, -1, true
	provinces := map[string]string{}
	headings, err := c.Read()
	if err != nil {
		return nil, fmt.Errorf("province: %s: %w; a CSV file with headings would be right", name, err)
	}
	headings = slices.Clone(headings)
	for {
		fields, err := c.Read()
		if err == io.EOF {
			return provinces, nil
		}
		row, _ := c.FieldPos(0)
		if err != nil {
			return nil, fmt.Errorf("province: %s: %w", name, err)
		}
		town, province := read(headings, fields)
		if town == "" {
			continue // a place abroad, or an empty line
		}
		switch other, there := provinces[town]; {
		case province == "" || len([]rune(province)) > longest || strings.ContainsFunc(province, func(c rune) bool { return c < ' ' }):
			return nil, fmt.Errorf("province: %s:%d: %s has no name of a province beside it: a column provincie, or CBS's code PV20 with the name in the column beside it, would be right", name, row, town)
		case there && other != province:
			return nil, fmt.Errorf("province: %s:%d: %s lies in %s and in %s", name, row, town, other, province)
		}
		provinces[town] = province
	}
}

// read finds the code of a municipality and the name of its province in a line.
func read(headings, fields []string) (town, province string) {
	for k, field := range fields {
		field = strings.TrimSpace(field)
		switch {
		case townCode.MatchString(field) && town == "":
			town = field
		case k < len(headings) && strings.EqualFold(strings.TrimSpace(headings[k]), "provincie"):
			province = field
		case provinceCode.MatchString(field):
			province = beside(headings, fields, k)
		}
	}
	return town, province
}

// beside is the name that belongs to a code: CBS writes it behind the code in one
// table and before it in another.
func beside(headings, fields []string, code int) string {
	k := code + 1
	if before(headings) {
		k = code - 1
	}
	if k < 0 || k >= len(fields) {
		return ""
	}
	return strings.TrimSpace(fields[k])
}

// before tells whether names stand before their codes: the first of the two
// kinds of columns is a name.
func before(headings []string) bool {
	for _, h := range headings {
		switch h = strings.ToLower(strings.TrimSpace(h)); {
		case strings.HasPrefix(h, "naam"):
			return true
		case strings.HasPrefix(h, "code"):
			return false
		}
	}
	return false
}

// fill gives municipalities their provinces. A file that has not half of those
// of today is of another year or country.
func fill(file string, provinces map[string]string, m *model.Monitor) (without int, err error) {
	last, today := 0, 0
	for i := range m.Regions {
		if m.Regions[i].Level == model.Municipality {
			last = max(last, m.Regions[i].Last)
		}
	}
	for i := range m.Regions {
		g := &m.Regions[i]
		if g.Level != model.Municipality {
			continue
		}
		g.Province = provinces[g.Code]
		if g.Last == last {
			today++
			if g.Province == "" {
				without++
			}
		}
	}
	if 2*without > today {
		return without, fmt.Errorf("province: %s has %d of the %d municipalities of today: a file of the monitor's last year would be right", file, today-without, today)
	}
	return without, nil
}
