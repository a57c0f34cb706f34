package cbs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// errTooLarge ends an answer that is larger than is right.
var errTooLarge = errors.New("too large")

// A bounded reader refuses to give more than most bytes, and remembers how a
// connection broke.
type bounded struct {
	r          io.Reader
	left, most int64
	err        error // of the connection
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		b.err = errTooLarge
		return 0, errTooLarge
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}

// statusFault says what a server said that gave no answer.
func statusFault(a *http.Response) error {
	said, _ := io.ReadAll(io.LimitReader(a.Body, 4096))
	text := clean(words(said))
	f := &fault{status: a.StatusCode, fact: "the server said " + strconv.Itoa(a.StatusCode) + " " + http.StatusText(a.StatusCode)}
	if text != "" {
		f.fact += fmt.Sprintf(" (%q)", text)
	}
	switch {
	case a.StatusCode == 404 || a.StatusCode == 410:
		f.hint = "a table that the server has would be right: generator fetch --list"
	case strings.Contains(strings.ToLower(text), "more than 10000 records"):
		f.hint = "ODataFeed, which gives pages, would be right instead of ODataApi"
	case a.StatusCode == 429 || a.StatusCode == 408 || a.StatusCode >= 500:
		f.passing, f.after = true, retryAfter(a.Header.Get("Retry-After"), a.Header.Get("Date"))
	case a.StatusCode == 406:
		f.hint = "the server has no JSON of it; --protocol with the other version may have it"
	}
	return f
}

// retryAfter reads how long a server asks to wait: seconds, or a date.
func retryAfter(s, now string) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n > 0 {
		return time.Duration(min(n, 1<<20)) * time.Second
	}
	at, err := http.ParseTime(s)
	if err != nil {
		return 0
	}
	from, err := http.ParseTime(now) // the server's own clock
	if err != nil {
		return 0
	}
	return min(max(at.Sub(from), 0), 1<<20*time.Second)
}

// words finds the message in an error's body: that of OData, or any text.
func words(b []byte) string {
	var doc map[string]json.RawMessage
	if json.Unmarshal(b, &doc) == nil {
		for _, key := range []string{"error", "odata.error"} {
			var e struct{ Message json.RawMessage }
			if json.Unmarshal(doc[key], &e) != nil {
				continue
			}
			var text string
			var value struct{ Value string }
			if json.Unmarshal(e.Message, &text) == nil && text != "" {
				return text
			}
			if json.Unmarshal(e.Message, &value) == nil && value.Value != "" {
				return value.Value
			}
		}
	}
	return untagged(string(b))
}

// untagged leaves the tags out of a page of HTML or XML.
func untagged(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>' && in:
			in = false
			b.WriteByte(' ')
		case !in:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// requestFault says why no answer came.
func requestFault(err error, limit time.Duration) error {
	if f, ok := errors.AsType[*fault](err); ok { // of a redirect
		return f
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return &fault{fact: fmt.Sprintf("no answer within %s", limit), passing: true, cause: err}
	}
	return &fault{fact: "no answer: " + clean(err.Error()), passing: true, cause: err}
}

// bodyFault says why an answer could not be read.
func bodyFault(err error, b *bounded, limit time.Duration) error {
	switch {
	case b.err != nil && errors.Is(b.err, errTooLarge):
		return lasting("a smaller answer would be right: this is not CBS's", "the answer is larger than %d bytes", b.most)
	case b.err != nil && errors.Is(b.err, context.DeadlineExceeded):
		return &fault{fact: fmt.Sprintf("the answer was not complete within %s", limit), passing: true, cause: b.err}
	case b.err != nil:
		return &fault{fact: "the connection broke in the middle of the answer (" + clean(b.err.Error()) + ")", passing: true, cause: b.err}
	}
	return err
}
