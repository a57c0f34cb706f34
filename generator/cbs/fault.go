package cbs

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// A fault is what went wrong with one request.
type fault struct {
	fact    string
	hint    string // what would be right, or what to do
	status  int    // of the answer; 0 = none came
	passing bool   // may be gone the next time
	after   time.Duration
	cause   error
}

func (f *fault) Error() string {
	if f.hint == "" {
		return f.fact
	}
	return f.fact + "; " + f.hint
}

func (f *fault) Unwrap() error { return f.cause }

// passing tells whether another attempt may do better.
func passing(err error) bool {
	f, ok := errors.AsType[*fault](err)
	return ok && f.passing
}

// notThere tells whether the server says that it does not have it.
func notThere(err error) bool {
	f, ok := errors.AsType[*fault](err)
	return ok && (f.status == 404 || f.status == 410)
}

func lasting(hint, format string, args ...any) *fault {
	return &fault{fact: fmt.Sprintf(format, args...), hint: hint}
}

// A place is what a request is about, for messages.
type place struct {
	table, part string
	page        int // 0 = the part is one answer
}

func (p place) String() string {
	s := "table " + p.table
	if p.table == "" {
		s = "catalogue"
	}
	if p.part != "" {
		s += ", " + p.part
	}
	if p.page > 0 {
		s += fmt.Sprintf(", page %d", p.page)
	}
	return s
}

func (p place) wrap(err error) error { return fmt.Errorf("fetch: %s: %w", p, err) }

const mostQuote = 200 // characters of what a server says

// clean makes a server's words fit for a message: one line, no control or
// invisible characters, not long.
func clean(s string) string {
	var b strings.Builder
	space, n := false, 0
	for _, r := range strings.ToValidUTF8(s, "�") {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			space = n > 0
			continue
		}
		if !unicode.IsPrint(r) {
			continue
		}
		if n >= mostQuote {
			return b.String() + "…"
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}
