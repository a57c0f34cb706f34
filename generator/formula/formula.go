// Package formula reads and evaluates the arithmetic that a publisher writes
// over indicators: (a - b) / c * 100. A gap in any part is the gap of the
// result, and a division by zero cannot occur rather than being 0.
package formula

import (
	"fmt"
	"slices"
	"strconv"

	"wijkmonitor/generator/model"
)

const (
	longest = 200 // characters of a formula
	deepest = 20  // parentheses within parentheses, and signs before signs
)

// An Expr is a formula that was read.
type Expr struct {
	root *node
	keys []string
}

// A node is a number, a key, or an operation on two parts.
type node struct {
	op          byte // 'n' number, 'k' key, + - * /
	number      float64
	key         string
	left, right *node
}

// Parse reads a formula: numbers with a decimal point, keys of indicators,
// + - * / and parentheses. A minus sign between keys needs spaces around it,
// since keys hold hyphens.
func Parse(text string) (*Expr, error) {
	if len(text) > longest {
		return nil, fmt.Errorf("the formula has %d characters; at most %d would be right", len(text), longest)
	}
	p := parser{text: text}
	root, err := p.sum(0)
	if err != nil {
		return nil, err
	}
	if p.space(); p.at < len(text) {
		return nil, p.fault("an operator or the end")
	}
	return &Expr{root: root, keys: p.keys}, nil
}

// Keys returns the keys of the formula, in the order in which they first stand
// in it.
func (e *Expr) Keys() []string { return slices.Clone(e.keys) }

// Eval works the formula out. The first gap in reading order is the gap of the
// result.
func (e *Expr) Eval(figure func(key string) model.Figure) model.Figure { return e.root.eval(figure) }

func (n *node) eval(figure func(key string) model.Figure) model.Figure {
	switch n.op {
	case 'n':
		return model.Number(n.number)
	case 'k':
		return figure(n.key)
	}
	a := n.left.eval(figure)
	if !a.Known() {
		return a
	}
	b := n.right.eval(figure)
	if !b.Known() {
		return b
	}
	x, _ := a.Value()
	y, _ := b.Value()
	switch n.op {
	case '+':
		return model.Number(x + y)
	case '-':
		return model.Number(x - y)
	case '*':
		return model.Number(x * y)
	}
	return a.Over(b, 1)
}

// A parser reads a text from left to right.
type parser struct {
	text string
	at   int
	keys []string
}

func (p *parser) fault(want string) error {
	if p.at >= len(p.text) {
		return fmt.Errorf("the formula %q ends where %s would be right", p.text, want)
	}
	return fmt.Errorf("the formula %q has %q at character %d, where %s would be right", p.text, p.text[p.at], p.at+1, want)
}

func (p *parser) space() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
}

// take reads one of the given operators; 0 when there is none.
func (p *parser) take(operators ...byte) byte {
	p.space()
	if p.at < len(p.text) && slices.Contains(operators, p.text[p.at]) {
		p.at++
		return p.text[p.at-1]
	}
	return 0
}

func (p *parser) sum(depth int) (*node, error) {
	return p.chain(depth, (*parser).product, '+', '-')
}

func (p *parser) product(depth int) (*node, error) {
	return p.chain(depth, (*parser).factor, '*', '/')
}

// chain reads parts with operators of equal rank between them.
func (p *parser) chain(depth int, part func(*parser, int) (*node, error), operators ...byte) (*node, error) {
	left, err := part(p, depth)
	for err == nil {
		op := p.take(operators...)
		if op == 0 {
			return left, nil
		}
		var right *node
		if right, err = part(p, depth); err == nil {
			left = &node{op: op, left: left, right: right}
		}
	}
	return nil, err
}

func (p *parser) factor(depth int) (*node, error) {
	if depth > deepest {
		return nil, fmt.Errorf("the formula %q is nested deeper than %d", p.text, deepest)
	}
	if p.take('-') != 0 {
		right, err := p.factor(depth + 1)
		return &node{op: '-', left: &node{op: 'n'}, right: right}, err
	}
	if p.take('(') != 0 {
		inner, err := p.sum(depth + 1)
		if err == nil && p.take(')') == 0 {
			err = p.fault("a closing parenthesis")
		}
		return inner, err
	}
	word := p.word()
	switch {
	case word == "":
		return nil, p.fault("a number, a key or a parenthesis")
	case isNumber(word):
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, fmt.Errorf("the formula %q has the number %s, which is none", p.text, word)
		}
		return &node{op: 'n', number: v}, nil
	}
	if !slices.Contains(p.keys, word) {
		p.keys = append(p.keys, word)
	}
	return &node{op: 'k', key: word}, nil
}

// word reads digits, letters, points and hyphens between them.
func (p *parser) word() string {
	p.space()
	start := p.at
	for p.at < len(p.text) && (isWord(p.text[p.at]) || p.text[p.at] == '-' && p.at > start && p.at+1 < len(p.text) && isWord(p.text[p.at+1])) {
		p.at++
	}
	return p.text[start:p.at]
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.'
}

func isNumber(word string) bool {
	for _, c := range []byte(word) {
		if c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
