package cbsserver

import (
	"fmt"
	"slices"
	"strings"
)

// A filter is the part of OData's $filter that CBS's tables are asked with:
//
//	expr = all { "or" all }      all = term { "and" term }
//	term = "(" expr ")" | startswith(name,'text') | name eq 'text' | name in ('text', …)
//
// Texts are compared as they stand, padding and all.
type filter func(field func(name string) string) bool

func (f filter) holds(field func(string) string) bool { return f == nil || f(field) }

type filterParser struct{ rest string }

func parseFilter(s string) (filter, error) {
	if s == "" {
		return nil, nil
	}
	p := &filterParser{s}
	f, err := p.joined(" or ", func() (filter, error) { return p.joined(" and ", p.term) })
	if err == nil && strings.TrimSpace(p.rest) != "" {
		err = p.fault()
	}
	return f, err
}

func (p *filterParser) fault() error {
	return fmt.Errorf("syntax error in the query specified for filter at: %s", p.rest)
}

func (p *filterParser) take(s string) bool {
	rest, ok := strings.CutPrefix(p.rest, s)
	if ok {
		p.rest = rest
	}
	return ok
}

// joined reads terms with a word between them.
func (p *filterParser) joined(word string, next func() (filter, error)) (filter, error) {
	f, err := next()
	for err == nil && p.take(word) {
		var g filter
		if g, err = next(); err == nil {
			before := f
			f = func(field func(string) string) bool { return before(field) && g(field) }
			if word == " or " {
				f = func(field func(string) string) bool { return before(field) || g(field) }
			}
		}
	}
	return f, err
}

func (p *filterParser) term() (filter, error) {
	if p.take("(") {
		f, err := p.joined(" or ", func() (filter, error) { return p.joined(" and ", p.term) })
		if err == nil && !p.take(")") {
			err = p.fault()
		}
		return f, err
	}
	begins := p.take("startswith(")
	end := strings.IndexAny(p.rest, " ,")
	if end < 1 {
		return nil, p.fault()
	}
	name := p.rest[:end]
	p.rest = p.rest[end:]
	var texts []string
	closing := false
	switch {
	case begins && p.take(","), p.take(" in ("):
		closing = true
	case p.take(" eq "):
	default:
		return nil, p.fault()
	}
	for {
		text, ok := p.text()
		if !ok {
			return nil, p.fault()
		}
		texts = append(texts, text)
		if !closing || !p.take(",") {
			break
		}
	}
	if closing && !p.take(")") {
		return nil, p.fault()
	}
	if begins {
		return func(field func(string) string) bool { return strings.HasPrefix(field(name), texts[0]) }, nil
	}
	return func(field func(string) string) bool { return slices.Contains(texts, field(name)) }, nil
}

// text reads a text in quotes.
func (p *filterParser) text() (string, bool) {
	if !p.take("'") {
		return "", false
	}
	end := strings.IndexByte(p.rest, '\'')
	if end < 0 {
		return "", false
	}
	s := p.rest[:end]
	p.rest = p.rest[end+1:]
	return s, true
}
