package formula

import (
	"errors"
	"fmt"
)

// Parse reads an expression. An error names the character, from 1.
func Parse(s string) (*Expr, error) {
	if len(s) > Longest {
		return nil, fmt.Errorf("has more than %d characters", Longest)
	}
	for i, r := range s {
		if r < ' ' || r > '~' {
			return nil, fmt.Errorf("character %d: %q has no place here; keys, numbers such as 0.5, + - * / and parentheses would be right", i+1, r)
		}
	}
	tokens, err := split(s)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	root, err := p.sum()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t != nil {
		return nil, fmt.Errorf("character %d: %q has no operation before it; + - * or / would be right", t.column, t.text)
	}
	return &Expr{root: root, tokens: tokens}, nil
}

// A parser goes through the tokens once: a sum of products of leaves.
type parser struct {
	tokens []token
	at     int
	depth  int // of open parentheses
}

// peek returns the next token; nil at the end.
func (p *parser) peek() *token {
	if p.at == len(p.tokens) {
		return nil
	}
	return &p.tokens[p.at]
}

// operation takes the next token when it is one of two marks; else 0.
func (p *parser) operation(a, b byte) byte {
	t := p.peek()
	if t == nil || t.kind != mark || t.text[0] != a && t.text[0] != b {
		return 0
	}
	p.at++
	return t.text[0]
}

func (p *parser) sum() (*node, error) { return p.chain('+', '-', p.product) }

func (p *parser) product() (*node, error) { return p.chain('*', '/', p.leaf) }

// chain reads parts joined by two marks, from left to right.
func (p *parser) chain(a, b byte, part func() (*node, error)) (*node, error) {
	left, err := part()
	if err != nil {
		return nil, err
	}
	for {
		op := p.operation(a, b)
		if op == 0 {
			return left, nil
		}
		right, err := part()
		if err != nil {
			return nil, err
		}
		left = &node{op: op, left: left, right: right}
	}
}

func (p *parser) leaf() (*node, error) {
	t := p.peek()
	if t == nil {
		return nil, errors.New("stops where a key or number would be right")
	}
	p.at++
	switch {
	case t.kind == key:
		return &node{key: t.text}, nil
	case t.kind == number:
		return &node{value: t.value}, nil
	case t.text != "(":
		return nil, fmt.Errorf("character %d: %q stands where a key or number would be right", t.column, t.text)
	}
	if p.depth++; p.depth > Deepest {
		return nil, fmt.Errorf("character %d: more than %d parentheses are open", t.column, Deepest)
	}
	inner, err := p.sum()
	if err != nil {
		return nil, err
	}
	p.depth--
	if end := p.peek(); end == nil || end.text != ")" {
		return nil, fmt.Errorf("character %d: this parenthesis is not closed", t.column)
	}
	p.at++
	return inner, nil
}
