package formula

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

type kind uint8

const (
	key kind = iota
	number
	mark // + - * / ( )
)

// A token is one word or mark of an expression.
type token struct {
	kind   kind
	text   string
	value  float64 // of a number
	column int     // from 1
}

// word is a key or the whole part of a number; the longest match counts.
var word = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*`)

// figures is a number; a definition writes it with a point.
var figures = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?`)

// split cuts an expression, which holds printable ASCII only, into tokens.
func split(s string) ([]token, error) {
	var tokens []token
	for at := 0; at < len(s); {
		rest, column := s[at:], at+1
		switch {
		case rest[0] == ' ':
			at++
			continue
		case strings.IndexByte("+-*/()", rest[0]) >= 0:
			if rest[0] == '-' && !spaced(s, at) {
				return nil, fmt.Errorf("character %d: a minus sign needs a space on both sides, since keys hold hyphens: a - b; and a number before it: 0 - a", column)
			}
			tokens = append(tokens, token{kind: mark, text: rest[:1], column: column})
			at++
			continue
		}
		t, err := wordAt(rest, column)
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, t)
		at += len(t.text)
	}
	return tokens, nil
}

func spaced(s string, at int) bool {
	return at > 0 && s[at-1] == ' ' && at+1 < len(s) && s[at+1] == ' '
}

// wordAt reads the key or number that rest begins with.
func wordAt(rest string, column int) (token, error) {
	w, n := word.FindString(rest), figures.FindString(rest)
	switch {
	case n != "" && len(n) >= len(w):
		v, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return token{}, fmt.Errorf("character %d: %s is too large", column, n)
		}
		return token{kind: number, text: n, value: v, column: column}, nil
	case w != "":
		return token{kind: key, text: w, column: column}, nil
	}
	return token{}, fmt.Errorf("character %d: %q has no place here; keys, numbers such as 0.5, + - * / and parentheses would be right", column, rest[:1])
}
