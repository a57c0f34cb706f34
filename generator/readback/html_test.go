package readback

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func page(t *testing.T, name string) *html.Node {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, err := html.Parse(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// walk calls visit for every element.
func walk(n *html.Node, visit func(n *html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := range n.ChildNodes() {
		walk(c, visit)
	}
}

// all returns the elements of a name, with a class if one is given.
func all(n *html.Node, name, class string) (found []*html.Node) {
	walk(n, func(e *html.Node) {
		if e.Data == name && (class == "" || slices.Contains(strings.Fields(attr(e, "class")), class)) {
			found = append(found, e)
		}
	})
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is all text of an element, but for what is in elements of some names.
func text(n *html.Node, without ...string) string {
	var b strings.Builder
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode || !slices.Contains(without, c.Data) {
				visit(c)
			}
		}
	}
	visit(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// cells are the cells of a row.
func cells(row *html.Node) (found []*html.Node) {
	for c := range row.ChildNodes() {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			found = append(found, c)
		}
	}
	return found
}

// codeOf is the code of the region that a link leads to.
func codeOf(href string) string {
	parts := strings.Split(strings.Trim(href, "/"), "/")
	return strings.ToUpper(parts[len(parts)-1])
}
