package browser

import (
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// elsewhere lists the hosts that pages may link to (never load from): the
// sources that the texts cite.
var elsewhere = []string{
	"www.cbs.nl", "opendata.cbs.nl", "dataderden.cbs.nl", "www.kis.nl", "kis-wijkmonitor.nl", "www.verwey-jonker.nl",
	"creativecommons.org", "www.digitoegankelijk.nl", "www.w3.org", "github.com",
}

// A document is what others may refer to, and what it refers to.
type document struct {
	ids  map[string]bool
	refs []ref
}

type ref struct {
	value string
	load  bool // the browser fetches it by itself
}

func TestLinks(t *testing.T) {
	t.Parallel()
	exists := map[string]bool{}
	for _, f := range files(t, "") {
		exists[f] = true
	}
	pages := map[string]document{}
	for _, f := range files(t, ".html") {
		pages[f] = readPage(t, f)
	}
	for _, f := range files(t, ".svg") {
		pages[f] = readDrawing(t, f)
	}
	wrong := 0
	for _, f := range files(t, "") {
		for _, r := range pages[f].refs {
			if err := check(f, r, exists, pages); err != nil {
				if wrong++; wrong <= 20 {
					t.Errorf("%s: %v", f, err)
				}
			}
		}
	}
	if wrong > 20 {
		t.Errorf("and %d more", wrong-20)
	}
}

// check resolves one reference the way a browser does at the root of a host.
func check(from string, r ref, exists map[string]bool, pages map[string]document) error {
	u, err := url.Parse(r.value)
	if err != nil {
		return err
	}
	switch {
	case u.Scheme == "mailto" && !r.load:
		return nil
	case u.Scheme != "" || u.Host != "":
		if r.load || u.Scheme != "https" || !slices.Contains(elsewhere, u.Host) {
			return fmt.Errorf("%s leads outside the site; a relative link or a host in the list of this test would be right", r.value)
		}
		return nil
	case strings.HasPrefix(u.Path, "/") && from != "404.html":
		return fmt.Errorf("%s is not relative: the site must work at any path", r.value)
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
		if strings.HasPrefix(u.Path, "/") {
			target = path.Clean(u.Path)[1:]
		}
		if strings.HasSuffix(u.Path, "/") || path.Base(u.Path) == "." || path.Base(u.Path) == ".." || target == "" {
			target = path.Join(target, "index.html")
		}
	}
	if !exists[target] {
		return fmt.Errorf("%s leads to %s, which does not exist", r.value, target)
	}
	if to, ok := pages[target]; ok && u.Fragment != "" && !to.ids[u.Fragment] {
		return fmt.Errorf("%s: %s has no id %q", r.value, target, u.Fragment)
	}
	return nil
}

// readPage collects ids and references, and refuses double ids and inline
// style and script: the Content-Security-Policy would block them.
func readPage(t *testing.T, name string) document {
	t.Helper()
	p := document{ids: map[string]bool{}}
	elements(t, name, func(n *html.Node) {
		attrs := attributes(n)
		if (n.Data == "script" && attrs["src"] == "") || n.Data == "style" {
			t.Errorf("%s: inline <%s>", name, n.Data)
		}
		for key, value := range attrs {
			if key == "style" || strings.HasPrefix(key, "on") || strings.HasPrefix(value, "javascript:") {
				t.Errorf("%s: <%s %s=%q> is inline style or script", name, n.Data, key, value)
			}
		}
		if id, ok := attrs["id"]; ok {
			if p.ids[id] {
				t.Errorf("%s: id %q stands twice", name, id)
			}
			p.ids[id] = true
		}
		p.refs = append(p.refs, references(n.Data, attrs)...)
	})
	return p
}

func references(element string, attrs map[string]string) (refs []ref) {
	add := func(key string, load bool) {
		if v, ok := attrs[key]; ok {
			refs = append(refs, ref{v, load})
		}
	}
	rel := attrs["rel"]
	add("href", element == "use" || element == "image" || (element == "link" && rel != "canonical" && rel != "alternate"))
	add("xlink:href", true)
	add("src", true)
	add("data-root", false)
	add("action", false)
	add("poster", true)
	for part := range strings.SplitSeq(attrs["srcset"], ",") {
		if f := strings.Fields(part); len(f) > 0 {
			refs = append(refs, ref{f[0], true})
		}
	}
	// An id that a label or an aria attribute names is a fragment like any other.
	for _, key := range []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"} {
		for id := range strings.FieldsSeq(attrs[key]) {
			refs = append(refs, ref{"#" + id, false})
		}
	}
	return refs
}

// readDrawing does the same for an SVG file, which must be well-formed XML.
func readDrawing(t *testing.T, name string) document {
	t.Helper()
	p := document{ids: map[string]bool{}}
	d := xml.NewDecoder(strings.NewReader(string(read(t, name))))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return p
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return p
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local == "script" || e.Name.Local == "style" {
			t.Errorf("%s: <%s> in a drawing", name, e.Name.Local)
		}
		for _, a := range e.Attr {
			switch {
			case a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on"):
				t.Errorf("%s: attribute %s in a drawing", name, a.Name.Local)
			case a.Name.Local == "id" && p.ids[a.Value]:
				t.Errorf("%s: id %q stands twice", name, a.Value)
			case a.Name.Local == "id":
				p.ids[a.Value] = true
			case a.Name.Local == "href":
				p.refs = append(p.refs, ref{a.Value, e.Name.Local != "a"})
			}
		}
	}
}
