// Package formula reads and computes the arithmetic that a definition may
// write over keys of indicators:
//
//	(huurwoningen - corporatiewoningen) / woningen * 100
//
// An expression holds keys, numbers (100, 0.5), + - * / and parentheses. A key
// may hold hyphens and a digit in front, so a minus sign needs a space on both
// sides: a-b is one key, a - b is a difference. There is no sign in front of a
// number or key: 0 - a would be right.
package formula

import (
	"slices"

	"wijkmonitor/generator/model"
)

const (
	// Longest is how many characters an expression may have.
	Longest = 200
	// Deepest is how many parentheses may be open at a time.
	Deepest = 20
)

// An Expr is an expression that Parse accepted.
type Expr struct {
	root   *node
	tokens []token
}

// A node is a number, a key, or an operation on two nodes.
type node struct {
	op          byte // + - * /; 0 for a leaf
	left, right *node
	key         string // of a leaf; "" = value
	value       float64
}

// Keys returns the keys of an expression, each once, in reading order.
func (e *Expr) Keys() []string {
	var keys []string
	for _, t := range e.tokens {
		if t.kind == key && !slices.Contains(keys, t.text) {
			keys = append(keys, t.text)
		}
	}
	return keys
}

// Eval computes the expression. figure gives the figure of a key. The first gap
// in reading order is the gap of the whole; a division by zero is Impossible,
// never 0; what is too large for a number is Unknown.
func (e *Expr) Eval(figure func(key string) model.Figure) model.Figure {
	return e.root.eval(figure)
}

func (n *node) eval(figure func(string) model.Figure) model.Figure {
	if n.op == 0 {
		if n.key != "" {
			return figure(n.key)
		}
		return model.Number(n.value)
	}
	left := n.left.eval(figure)
	a, ok := left.Value()
	if !ok {
		return left
	}
	right := n.right.eval(figure)
	b, ok := right.Value()
	if !ok {
		return right
	}
	switch n.op {
	case '+':
		return model.Number(a + b)
	case '-':
		return model.Number(a - b)
	case '*':
		return model.Number(a * b)
	}
	if b == 0 {
		return model.Gap(model.Impossible)
	}
	return model.Number(a / b)
}
