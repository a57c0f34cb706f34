package site

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// checkLinks fails for every link on a page of a site that leads nowhere, and
// for every id that stands on a page twice.
func checkLinks(t *testing.T, files map[string][]byte) {
	t.Helper()
	ids, links := map[string]map[string]bool{}, map[string][]string{}
	for name, content := range files {
		if strings.HasSuffix(name, ".html") && path.Base(name) != "404.html" {
			ids[name], links[name] = readLinks(t, name, content)
		}
	}
	wrong := 0
	for from := range links {
		for _, link := range links[from] {
			target, fragment, ok := follow(from, link)
			if !ok {
				continue
			}
			if _, there := files[target]; there && (fragment == "" || ids[target] == nil || ids[target][fragment]) {
				continue
			}
			if wrong++; wrong <= 20 {
				t.Errorf("%s links to %s, which is not there", from, link)
			}
		}
	}
	if wrong > 20 {
		t.Errorf("and %d more", wrong-20)
	}
}

// follow says to which file and id a link leads; false for one that leaves the
// site.
func follow(from, link string) (target, fragment string, ok bool) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return "", "", err != nil
	}
	target = from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if base := path.Base(u.Path); strings.HasSuffix(u.Path, "/") || base == ".." || u.Path == "." {
		target = path.Join(target, "index.html")
	}
	return target, u.Fragment, true
}

// readLinks lists the ids on a page, and what it links to and loads.
func readLinks(t *testing.T, name string, content []byte) (ids map[string]bool, links []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ids = map[string]bool{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				if ids[a.Val] {
					t.Errorf("%s has the id %s twice", name, a.Val)
				}
				ids[a.Val] = true
			case "href", "src":
				links = append(links, a.Val)
			case "aria-labelledby", "for":
				for id := range strings.FieldsSeq(a.Val) {
					links = append(links, "#"+id)
				}
			}
		}
	}
	return ids, links
}
