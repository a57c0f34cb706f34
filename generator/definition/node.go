package definition

import (
	"github.com/goccy/go-yaml/ast"
)

// A kind is what a YAML node is.
type kind uint8

const (
	empty kind = iota
	text
	number // whole or with decimals
	truth  // true or false
	list
	mapping
	other // what a definition never holds: infinity, complex keys
)

// String is the word that errors use.
func (k kind) String() string {
	return [...]string{"empty", "a text", "a number", "true or false", "a list", "a mapping", "something else"}[k]
}

// A node is a YAML value with the line it starts on.
type node struct {
	kind    kind
	line    int
	value   string // of a text, number or truth, as written but for quotes
	whole   bool   // a number without decimals
	items   []*node
	entries []entry
}

// An entry is a key of a mapping with its value; a key may stand there twice.
type entry struct {
	key   string
	line  int
	value *node
}

// convert turns the parser's tree into nodes.
func convert(n ast.Node) *node {
	if n == nil {
		return &node{}
	}
	result := &node{kind: other, line: lineOf(n)}
	switch n := n.(type) {
	case *ast.NullNode:
		result.kind = empty
	case *ast.StringNode:
		result.kind, result.value = text, n.Value
	case *ast.LiteralNode:
		result.kind, result.value = text, n.Value.Value
	case *ast.BoolNode:
		result.kind, result.value = truth, n.GetToken().Value
	case *ast.IntegerNode:
		result.kind, result.value, result.whole = number, n.GetToken().Value, true
	case *ast.FloatNode:
		result.kind, result.value = number, n.GetToken().Value
	case *ast.SequenceNode:
		result.kind = list
		for _, v := range n.Values {
			result.items = append(result.items, convert(v))
		}
	case *ast.MappingNode:
		result.kind = mapping
		for _, v := range n.Values {
			result.entries = append(result.entries, convertEntry(v))
		}
	case *ast.MappingValueNode:
		result.kind = mapping
		result.entries = []entry{convertEntry(n)}
	}
	if result.kind == mapping && len(result.entries) > 0 {
		result.line = result.entries[0].line
	}
	return result
}

func convertEntry(n *ast.MappingValueNode) entry {
	e := entry{line: lineOf(n.Key), value: convert(n.Value)}
	if t := n.Key.GetToken(); t != nil {
		e.key = t.Value
	}
	if e.value.kind == empty {
		e.value.line = e.line
	}
	return e
}

func lineOf(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}
