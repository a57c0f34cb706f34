package render_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// nodes lists the elements of a part of a page.
func nodes(t *testing.T, b []byte) (all []*html.Node) {
	t.Helper()
	top, err := html.ParseFragment(bytes.NewReader(b), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range top {
		all = append(all, n)
		for d := range n.Descendants() {
			if d.Type == html.ElementNode {
				all = append(all, d)
			}
		}
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestFragment_FitsInAPageOfOthers asks that a fragment brings no head, id or
// style of its own, no class that the page around may have, and one way out.
func TestFragment_FitsInAPageOfOthers(t *testing.T) {
	_, r := newRenderer(t)
	r.UseAddress("https://monitor.example.nl/")
	b, is := r.Place(town, nil).Fragment(nil)
	if !is {
		t.Fatal("a municipality has no fragment")
	}
	links := 0
	for _, n := range nodes(t, b) {
		switch n.Data {
		case "html", "head", "body", "style", "script", "link", "img", "iframe", "h1", "h2":
			t.Errorf("it has <%s>", n.Data)
		case "a":
			if links++; attribute(n, "href") != "https://monitor.example.nl/"+render.Path(country(), town) {
				t.Errorf("it leads to %s", attribute(n, "href"))
			}
		}
		if class := attribute(n, "class"); class != "" && !strings.HasPrefix(class, "wijkmonitor") || attribute(n, "id") != "" || attribute(n, "style") != "" {
			t.Errorf("<%s class=%q id=%q style=%q>", n.Data, class, attribute(n, "id"), attribute(n, "style"))
		}
	}
	if links != 1 || bytes.Contains(b, []byte("<html")) {
		t.Errorf("%d links in %s", links, b)
	}
	if _, is := r.Place(district, nil).Fragment(nil); is {
		t.Error("a district has a fragment")
	}
}

// TestEmbed_HasNoChrome looks for what belongs to the whole site, and for what
// every page to embed must say.
func TestEmbed_HasNoChrome(t *testing.T) {
	m, r := newRenderer(t)
	place := r.Place(town, nil)
	for name, page := range map[string][]byte{"region": place.Embed(nil), "theme": place.EmbedTheme(nil, place.EmbedThemes()[0])} {
		for _, bad := range []string{"<header", "<nav", "<form", "site-b.js"} {
			if bytes.Contains(page, []byte(bad)) {
				t.Errorf("%s: it has %s", name, bad)
			}
		}
		for _, want := range []string{"Bron: CBS 99001TNY", "editie 2025", "Verzonnen cijfers", `target="_blank" rel="noopener"`, `content="noindex"`, html.EscapeString(m.Regions[town].Name)} {
			if !bytes.Contains(page, []byte(want)) {
				t.Errorf("%s: it lacks %s", name, want)
			}
		}
	}
}

// TestEmbedded_Levels follows the publisher's choice of levels.
func TestEmbedded_Levels(t *testing.T) {
	m, r := newRenderer(t)
	m.Embeds = []model.Level{model.Municipality}
	for region, want := range map[int]bool{0: false, town: true, district: false, firstPart: false} {
		place := r.Place(region, nil)
		linked := bytes.Contains(place.Region(nil), []byte("insluiten/#code"))
		if place.Embedded() != want || linked != want {
			t.Errorf("region %d: embedded %v, linked %v; %v would be right", region, place.Embedded(), linked, want)
		}
	}
	if help := r.EmbedHelp(nil); bytes.Contains(help, []byte("<iframe class")) {
		t.Error("the example is of a country that has no page to embed")
	}
	for path, want := range map[string]bool{"gm9001/insluiten/index.html": true, "gm9001/wk900100/insluiten/index.html": true, "insluiten/index.html": false, "gm9001/index.html": false} {
		if render.IsEmbed(path) != want {
			t.Errorf("IsEmbed(%q) is %v", path, !want)
		}
	}
}
