package cbs

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readPage reads an answer of OData, v3 or v4, row by row. It returns the link
// to the next page, "" on the last. visit must not keep the row, which is a
// JSON object; its error ends the reading.
func readPage(r io.Reader, most int64, visit func(row []byte) error) (next string, err error) {
	buffer := bufio.NewReader(r)
	if err := checkBegin(buffer); err != nil {
		return "", err
	}
	left := &perRow{r: buffer, left: most, most: most}
	d := json.NewDecoder(left)
	if err := open(d, '{'); err != nil {
		return "", left.fault(err)
	}
	seen := false
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return "", left.fault(err)
		}
		switch key {
		case "value":
			if seen {
				return "", lasting("", "the answer has two lists of rows")
			}
			seen = true
			if err := rows(d, left, visit); err != nil {
				return "", left.fault(err)
			}
		case "odata.nextLink", "@odata.nextLink":
			err = d.Decode(&next)
		case "error", "odata.error":
			return "", serverSaid(d)
		default:
			var skip json.RawMessage
			err = d.Decode(&skip)
		}
		if err != nil {
			return "", left.fault(err)
		}
		left.left = most
	}
	if _, err := d.Token(); err != nil {
		return "", left.fault(err)
	}
	if !seen {
		return "", lasting("an answer of OData would be right", "the answer has no list of rows")
	}
	return next, nil
}

// checkBegin refuses HTML and XML with their own words.
func checkBegin(r *bufio.Reader) error {
	if head, _ := r.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		r.Discard(3)
	}
	head, err := r.Peek(1)
	if err == nil && head[0] == '<' {
		page := make([]byte, 4096)
		n, _ := io.ReadFull(r, page)
		return &fault{fact: fmt.Sprintf("the answer is a page of HTML or XML (%q) and not JSON", clean(untagged(string(page[:n])))), hint: "the service may be down for a while", passing: true}
	}
	return nil
}

func open(d *json.Decoder, want json.Delim) error {
	t, err := d.Token()
	if err == nil && t != want {
		return lasting("an answer of OData would be right", "the answer is JSON of another form")
	}
	return err
}

// rows reads the list of rows.
func rows(d *json.Decoder, left *perRow, visit func([]byte) error) error {
	if err := open(d, '['); err != nil {
		return err
	}
	var row json.RawMessage
	for d.More() {
		left.left = left.most
		if err := d.Decode(&row); err != nil {
			return err
		}
		if len(row) == 0 || row[0] != '{' {
			return lasting("an object would be right", "a row is %q", clean(string(row[:min(len(row), 80)])))
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func serverSaid(d *json.Decoder) error {
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		return &fault{fact: "the answer is an error that is cut off", passing: true}
	}
	return &fault{fact: fmt.Sprintf("the server said %q", clean(words([]byte(`{"error":`+string(raw)+`}`)))), passing: true}
}

// perRow bounds what is read for one row, so that one endless row does not fill
// the memory.
type perRow struct {
	r          io.Reader
	left, most int64
}

func (p *perRow) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, errTooLarge
	}
	n, err := p.r.Read(b)
	p.left -= int64(n)
	return n, err
}

// fault says what is wrong with the JSON.
func (p *perRow) fault(err error) error {
	if _, ok := errors.AsType[*fault](err); ok {
		return err
	}
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return &fault{fact: "the answer is cut off: the JSON ends too early", passing: true}
	case errors.Is(err, errTooLarge):
		return lasting("this is not CBS's", "a row is larger than %d bytes", p.most)
	case errors.As(err, &syntax):
		return &fault{fact: "the answer is not JSON (" + clean(syntax.Error()) + ")", passing: true}
	case errors.As(err, &typ):
		return lasting("an answer of OData would be right", "the answer is JSON of another form (%s)", clean(typ.Error()))
	}
	return err
}
