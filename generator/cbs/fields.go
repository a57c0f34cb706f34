package cbs

import (
	"encoding/json"
	"errors"
)

var errRow = errors.New("the row is not an object of JSON")

// eachField gives the fields of an object of JSON that was checked to be one.
// A value is as it stands: a string has its quotes. visit must not keep them.
func eachField(row []byte, visit func(key, value []byte) error) error {
	i := skipSpace(row, 0)
	if i >= len(row) || row[i] != '{' {
		return errRow
	}
	i = skipSpace(row, i+1)
	for i < len(row) && row[i] != '}' {
		end := skipValue(row, i)
		if end < 0 || row[i] != '"' {
			return errRow
		}
		key, ok := unquote(row[i:end])
		i = skipSpace(row, end)
		if !ok || i >= len(row) || row[i] != ':' {
			return errRow
		}
		i = skipSpace(row, i+1)
		if end = skipValue(row, i); end < 0 {
			return errRow
		}
		if err := visit(key, row[i:end]); err != nil {
			return err
		}
		if i = skipSpace(row, end); i < len(row) && row[i] == ',' {
			i = skipSpace(row, i+1)
		}
	}
	if i >= len(row) {
		return errRow
	}
	return nil
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

// skipValue returns where the value at i ends; −1 when it does not.
func skipValue(b []byte, i int) int {
	depth := 0
	for i < len(b) {
		switch c := b[i]; {
		case c == '"':
			for i++; i < len(b) && b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			if i >= len(b) {
				return -1
			}
			if i++; depth == 0 {
				return i
			}
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1
			}
			if depth < 0 {
				return -1
			}
		case depth == 0:
			start := i
			for i < len(b) && b[i] != ',' && b[i] != '}' && b[i] != ']' && b[i] > ' ' {
				i++
			}
			if i == start {
				return -1
			}
			return i
		}
		i++
	}
	return -1
}

// unquote gives the text of a string of JSON.
func unquote(b []byte) ([]byte, bool) {
	if len(b) < 2 || b[0] != '"' {
		return nil, false
	}
	for _, c := range b[1 : len(b)-1] {
		if c == '\\' || c < ' ' || c >= 0x80 { // json looks whether it is UTF-8
			var s string
			if json.Unmarshal(b, &s) != nil {
				return nil, false
			}
			return []byte(s), true
		}
	}
	return b[1 : len(b)-1], true
}
