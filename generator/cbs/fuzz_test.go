package cbs

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"unicode"
)

// An answer of any kind is read or refused, and its rows are objects.
func FuzzReadPage(f *testing.F) {
	for _, s := range []string{`{"value":[{"ID":1,"a":"b\u00e9"},{"ID":2}],"odata.nextLink":"x"}`, `{"@odata.context":"c","value":[]}`, `<html>`, `{"value":[{`, `[]`,
		`{"error":{"message":"no"}}`, `{"value":[1]}`, "\xef\xbb\xbf{\"value\":[{\"a\":[1,{\"b\":2}]}]}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := readPage(strings.NewReader(string(b)), 1<<16, func(row []byte) error {
			var fields map[string]json.RawMessage
			if err := json.Unmarshal(row, &fields); err != nil {
				t.Fatalf("row %q: %v", row, err)
			}
			seen := map[string]bool{}
			err := eachField(row, func(key, value []byte) error {
				seen[string(key)] = true
				if !json.Valid(value) {
					t.Errorf("field %q of %q is %q", key, row, value)
				}
				return nil
			})
			if err != nil || len(seen) != len(fields) {
				t.Errorf("row %q: %d fields, %v; %d would be right", row, len(seen), err, len(fields))
			}
			return nil
		})
		if err != nil && strings.ContainsFunc(err.Error(), unicode.IsControl) {
			t.Errorf("control characters in %q", err)
		}
	})
}

// A row that is not JSON is refused without a panic.
func FuzzEachField(f *testing.F) {
	f.Add([]byte(`{"a":1,"b":"c"}`))
	f.Add([]byte(`{"a":"\`))
	f.Add([]byte(`{"a":]`))
	f.Fuzz(func(_ *testing.T, b []byte) {
		_ = eachField(b, func(_, value []byte) error {
			unquote(value)
			return nil
		})
	})
}

// A link leads to a host that may be asked, or is refused.
func FuzzFollow(f *testing.F) {
	h := hosts{"https://datasets.cbs.nl"}
	for _, s := range []string{"http://datasets.cbs.nl/odata/v1/CBS/1/Observations?$skip=1", "//evil.example/1/Observations", "https://datasets.cbs.nl@evil.example/1/Observations", "?$skip=2", "file:///etc/passwd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, link string) {
		to, err := h.follow("https://datasets.cbs.nl/odata/v1/CBS/1/Observations", link)
		if err != nil {
			return
		}
		r, err := http.NewRequest(http.MethodGet, to, nil)
		if err != nil || r.URL.Host != "datasets.cbs.nl" || r.URL.Scheme != "https" || r.URL.User != nil {
			t.Errorf("%q leads to %q (%v)", link, to, err)
		}
	})
}
