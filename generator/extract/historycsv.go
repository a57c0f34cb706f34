package extract

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkmonitor/generator/model"
)

const (
	maxHistory  = 8 << 20 // bytes; 14,000 neighbourhoods recoded in each of ten years take about as much
	longestName = 100     // characters
	// CBS lists the municipalities from 1830 on.
	firstYear, lastYear = 1830, 2200
)

var historyColumns = []string{"year", "kind", "from", "from_name", "to", "to_name"}

var kindWords = map[string]model.EventKind{"recode": model.Recoded, "merge": model.Merged, "split": model.Split, "border": model.Bordered}

// readChanges reads a history file: UTF-8, with ; or , between the fields.
func readChanges(path, name string) ([]change, error) {
	if name != filepath.Base(name) || name == "." || name == ".." || strings.Contains(name, `\`) {
		return nil, fmt.Errorf("monitor: history is %q; the name of a file beside the definition, such as wijzigingen.csv, would be right", name)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("monitor: %s: the file is missing; the definition names it under history", path)
	}
	if err != nil {
		return nil, fmt.Errorf("monitor: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxHistory+1))
	if err != nil {
		return nil, fmt.Errorf("monitor: %s: %w", path, err)
	}
	return parseChanges(path, b)
}

// parseChanges parses and checks the text of a history file.
func parseChanges(path string, b []byte) ([]change, error) {
	if len(b) > maxHistory {
		return nil, fmt.Errorf("monitor: %s: is larger than %d bytes", path, maxHistory)
	}
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	for i, line := range bytes.Split(b, []byte("\n")) {
		if !utf8.Valid(line) {
			return nil, fmt.Errorf("monitor: %s:%d: is not UTF-8", path, i+1)
		}
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.FieldsPerRecord = -1
	if head, _, _ := bytes.Cut(b, []byte("\n")); bytes.ContainsRune(head, ';') {
		r.Comma = ';'
	}
	if err := readHeader(path, r); err != nil {
		return nil, err
	}
	var bad faults
	var list []change
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, csvError(path, err)
		}
		line, _ := r.FieldPos(0)
		c, err := parseChange(row)
		if err != nil {
			bad.addf("monitor: %s:%d: %w", path, line, err)
			continue
		}
		c.line = line
		list = append(list, c)
	}
	checkChanges(path, list, &bad)
	return list, bad.err()
}

// readHeader demands the names of the columns on the first line.
func readHeader(path string, r *csv.Reader) error {
	row, err := r.Read()
	if err != nil && err != io.EOF {
		return csvError(path, err)
	}
	for i := range row {
		row[i] = strings.TrimSpace(row[i])
	}
	if !slices.Equal(row, historyColumns) {
		return fmt.Errorf("monitor: %s:1: the first line is %q; %s would be right", path, strings.Join(row, ";"), strings.Join(historyColumns, ";"))
	}
	return nil
}

func csvError(path string, err error) error {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return fmt.Errorf("monitor: %s:%d: %w; fields between double quotes, a quote in them written twice, would be right", path, at.Line, at.Err)
	}
	return fmt.Errorf("monitor: %s: %w", path, err)
}

// parseChange reads the fields of one row.
func parseChange(row []string) (c change, err error) {
	if len(row) != len(historyColumns) {
		return c, fmt.Errorf("has %d fields; %d would be right: %s", len(row), len(historyColumns), strings.Join(historyColumns, ", "))
	}
	for i := range row {
		row[i] = strings.TrimSpace(row[i])
	}
	if c.year, err = strconv.Atoi(row[0]); err != nil || len(row[0]) != 4 || c.year < firstYear || c.year > lastYear {
		return c, fmt.Errorf("year is %q; a year from %d to %d would be right", row[0], firstYear, lastYear)
	}
	kind, ok := kindWords[row[1]]
	if !ok {
		return c, fmt.Errorf("kind is %q; recode, merge, split or border would be right", row[1])
	}
	c.kind, c.from, c.fromName, c.to, c.toName = kind, row[2], row[3], row[4], row[5]
	from, err := model.ParseCode(c.from)
	if err != nil {
		return c, err
	}
	to, err := model.ParseCode(c.to)
	if err != nil {
		return c, err
	}
	if from != to || from == model.Country {
		return c, fmt.Errorf("%s cannot become %s; two codes of one level, gemeente, wijk or buurt, would be right", c.from, c.to)
	}
	if err := checkName(c.from, c.fromName); err != nil {
		return c, err
	}
	return c, checkName(c.to, c.toName)
}

func checkName(code, name string) error {
	if name == "" || utf8.RuneCountInString(name) > longestName || strings.ContainsFunc(name, unicode.IsControl) {
		return fmt.Errorf("the name of %s is %q; 1 to %d characters on one line would be right", code, name, longestName)
	}
	return nil
}
