// Package definition reads monitor.yaml, in which a publisher says which topic of which CBS table is
// which indicator, strictly: what is not understood is an error with its line and the nearest name
// that exists, never ignored. What needs the tables to be checked is left to the reader of the extracts.
package definition

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

const (
	// largest is the size of a definition, in bytes.
	largest = 1 << 20
	// deepest is how many brackets or dashes may be open at a time.
	deepest = 16
	// mostTokens is how many words and marks there may be: the parser's time grows with their square.
	// An indicator has about 40.
	mostTokens = 30_000
)

// Read reads and checks the definition in file. Errors holds up to 20 problems, by line.
func Read(file string) (*model.Definition, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("monitor: %w", err)
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		return nil, fmt.Errorf("monitor: %s: %w", file, err)
	}
	d, err := Parse(file, data)
	if err != nil {
		return nil, err
	}
	for _, tag := range d.Languages {
		if l := language.ByTag(tag); l != language.Dutch {
			t, err := ReadTranslation(d, l)
			if err != nil {
				return nil, err
			}
			d.Translations = append(d.Translations, t)
		}
	}
	return d, nil
}

// Parse checks the definition in data; name is the file it stands in.
func Parse(name string, data []byte) (*model.Definition, error) {
	c := &collector{file: name, holds: "title, edition, tables, themes and indicators"}
	root := c.parse(data)
	if root == nil {
		return nil, c.err()
	}
	d := c.definition(root)
	if err := c.err(); err != nil {
		return nil, err
	}
	d.File = name
	return d, nil
}

// parse returns the tree of the only document in data; nil after a problem.
func (c *collector) parse(data []byte) (root *node) {
	switch {
	case len(data) > largest:
		c.add(1, "the file is larger than %d KiB", largest>>10)
		return nil
	case !utf8.Valid(data):
		c.add(1, "the file is not UTF-8 text")
		return nil
	}
	tokens := lexer.Tokenize(string(bytes.TrimPrefix(data, []byte("\ufeff")))) // the byte order mark of some editors
	if !c.harmless(tokens) {
		return nil
	}
	// The parser is a library's; a definition must never end the program.
	defer func() {
		if p := recover(); p != nil {
			c.add(1, "the file is not YAML: %v", p)
			root = nil
		}
	}()
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, message := 1, err.Error()
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) {
			message = syntax.Message
			if syntax.Token != nil && syntax.Token.Position != nil {
				line = syntax.Token.Position.Line
			}
		}
		c.add(line, "the file is not YAML: %s", message)
		return nil
	}
	return c.only(file)
}

// only returns the tree of the document; nil when there is none or more than one.
func (c *collector) only(file *ast.File) *node {
	var bodies []ast.Node
	for _, d := range file.Docs {
		if d.Body != nil {
			bodies = append(bodies, d.Body)
		}
	}
	switch len(bodies) {
	case 0:
		c.add(1, "the file is empty; a mapping with %s would be right", c.holds)
		return nil
	case 1:
		return convert(bodies[0])
	}
	c.add(lineOf(bodies[1]), "a second document starts; one document would be right")
	return nil
}

// harmless refuses what a definition does not need and what can make a small file large or the
// parser slow or deep: anchors, aliases, merges, tags, directives, too many tokens, too deep nesting.
func (c *collector) harmless(tokens token.Tokens) bool {
	if len(tokens) > mostTokens {
		c.add(tokens[mostTokens].Position.Line, "the file has more than %d words and marks", mostTokens)
		return false
	}
	open, dashes, line := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, dashes = t.Position.Line, 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			c.add(line, "anchors, aliases and merges (&, *, <<) are not allowed; write the value out, or quote the text")
			return false
		case token.TagType, token.DirectiveType:
			c.add(line, "tags and directives (!, %%) are not allowed; quote the text if it is one")
			return false
		case token.SequenceStartType, token.MappingStartType:
			open++
		case token.SequenceEndType, token.MappingEndType:
			open--
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		}
		if open > deepest || dashes > deepest {
			c.add(line, "lists and mappings are nested deeper than %d", deepest)
			return false
		}
	}
	return true
}
