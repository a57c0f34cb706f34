// Package prose turns Markdown files into typed, safe HTML. The files are not
// trusted: raw HTML and script links are dropped, sizes are bounded, and an
// error names file and line.
package prose

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// sizeLimit is the largest text, in bytes.
const sizeLimit = 256 << 10

// An Article is one text.
type Article struct {
	Title string
	Lead  string // one sentence; may be empty
	body  string // HTML, with root-relative links
}

// HTML returns the body with its links made relative: root leads from the
// page to the root of the site, as "../../".
func (a *Article) HTML(root string) string {
	return strings.ReplaceAll(a.body, rootMark, root)
}

// rootMark stands before a path until the page that holds it is known. It
// cannot be typed: a NUL is refused in texts.
const rootMark = "\x00"

// Read reads one text. Its head gives title and lead as "key: value" lines
// between two lines of three dashes.
func Read(fsys fs.FS, name string) (*Article, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("prose: %w", err)
	}
	if info.Size() > sizeLimit {
		return nil, fmt.Errorf("prose: %s has %d bytes: at most %d would be right", name, info.Size(), sizeLimit)
	}
	source, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("prose: %w", err)
	}
	return Parse(name, source)
}

// Parse is Read for bytes that were read already.
func Parse(name string, source []byte) (*Article, error) {
	if !utf8.Valid(source) || bytes.ContainsRune(source, 0) {
		return nil, fmt.Errorf("prose: %s is not UTF-8 text", name)
	}
	source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
	a, body, err := head(name, string(source))
	if err != nil {
		return nil, err
	}
	a.body, err = convert(body)
	if err != nil {
		return nil, fmt.Errorf("prose: %s: %w", name, err)
	}
	return a, nil
}

// head reads the lines between the dashes and returns what follows them.
func head(name, source string) (*Article, string, error) {
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return nil, "", fmt.Errorf("prose: %s:1: no head: a line of three dashes, title: and lead: lines, and three dashes would be right", name)
	}
	front, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return nil, "", fmt.Errorf("prose: %s:1: the head does not end: a second line of three dashes would be right", name)
	}
	a := &Article{}
	for i, line := range strings.Split(front, "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key = strings.TrimSpace(key); {
		case line == "":
		case ok && key == "title":
			a.Title = value
		case ok && key == "lead":
			a.Lead = value
		default:
			return nil, "", fmt.Errorf("prose: %s:%d: %q is not a line of a head: title: or lead: would be right", name, i+2, line)
		}
	}
	if a.Title == "" {
		return nil, "", fmt.Errorf("prose: %s:2: no title: a line \"title: …\" would be right", name)
	}
	return a, body, nil
}

func convert(body string) (string, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	source := []byte(body)
	doc := md.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(&ids{seen: map[string]int{}}))))
	if err := ast.Walk(doc, mark); err != nil {
		return "", err
	}
	var out, small bytes.Buffer
	if err := md.Renderer().Render(&out, source, doc); err != nil {
		return "", err
	}
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepQuotes: true, KeepEndTags: true, KeepDocumentTags: true})
	if err := m.Minify("text/html", &small, &out); err != nil {
		return "", err
	}
	return strings.ReplaceAll(small.String(), `="%00`, `="`+rootMark), nil
}

// mark puts rootMark before links that start at the root, and moves headings
// of the first rank down: a page has its own.
func mark(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Link:
		n.Destination = markLink(n.Destination)
	case *ast.Image:
		n.Destination = markLink(n.Destination)
	case *ast.Heading:
		n.Level = max(2, n.Level)
	}
	return ast.WalkContinue, nil
}

func markLink(to []byte) []byte {
	if len(to) > 0 && to[0] == '/' && !bytes.HasPrefix(to, []byte("//")) {
		return append([]byte("%00"), to[1:]...)
	}
	return to
}
