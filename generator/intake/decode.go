package intake

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// unpack takes off gzip, up to a bound: a small file can hold gigabytes.
func unpack(name string, content []byte) ([]byte, error) {
	if !bytes.HasPrefix(content, []byte{0x1f, 0x8b}) {
		return content, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("import: %s: is damaged (%w); download it again", name, err)
	}
	out, err := io.ReadAll(io.LimitReader(z, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("import: %s: is damaged (%w); download it again", name, err)
	}
	if len(out) > maxBytes {
		return nil, fmt.Errorf("import: %s: is larger than %d MiB unpacked", name, maxBytes>>20)
	}
	return out, nil
}

// decode gives the text without a byte order mark. What is not UTF-8 is taken
// for Windows-1252, in which every Dutch text of Excel is written.
func decode(name string, b []byte, encoding string) (text, used string, err error) {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return "", "", fmt.Errorf("import: %s: is UTF-16; saved as UTF-8 would be right", name)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", "", fmt.Errorf("import: %s: is not text (it has a byte 0); a CSV or .xlsx file would be right", name)
	}
	if encoding == "" {
		encoding = "utf-8"
		if !utf8.Valid(b) {
			encoding = "windows-1252"
		}
	}
	switch encoding {
	case "utf-8":
		b = bytes.TrimPrefix(b, []byte("\ufeff"))
		for i, line := range bytes.Split(b, []byte("\n")) {
			if !utf8.Valid(line) {
				return "", "", fmt.Errorf("import: %s, row %d: is not UTF-8; encoding: windows-1252 in the mapping may be right", name, i+1)
			}
		}
		return string(b), encoding, nil
	case "windows-1252":
		out, err := charmap.Windows1252.NewDecoder().Bytes(b)
		if err != nil {
			return "", "", fmt.Errorf("import: %s: %w", name, err)
		}
		return string(out), encoding, nil
	}
	return "", "", fmt.Errorf("import: %s: encoding is %q; utf-8 or windows-1252 would be right", name, encoding)
}
