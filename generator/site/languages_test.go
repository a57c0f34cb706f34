package site

import (
	"bytes"
	"context"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"
)

// bilingualOptions is the tiny country with its pages in English too.
func bilingualOptions(t *testing.T) Options {
	t.Helper()
	o := tinyOptions(t, false)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(o.Dataset)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "monitor.yaml")
	definition := read1(t, name)
	if err := os.WriteFile(name, []byte(strings.Replace(definition, "fictional: true", "fictional: true\nlanguages: [nl, en]", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	o.Dataset = dir
	return o
}

// A site of two languages has every page in both, links that lead somewhere, and
// the figures once; its Dutch pages say what they say alone.
func TestLanguages(t *testing.T) {
	alone := tinyOptions(t, false)
	build(t, alone)
	o := bilingualOptions(t)
	build(t, o)
	dutch, both := bare(t, alone.Out), bare(t, o.Out)
	checkLinks(t, both)
	if page := string(both["404.html"]); !strings.Contains(page, `<section lang="en"><h2>This page does not exist</h2><ul class="lijst"><li><a href="/en/">All municipalities</a>`) {
		t.Errorf("the page for what is not there does not say so in English: %s", page[strings.Index(page, "<h1"):])
	}
	for name, page := range dutch {
		switch {
		case strings.HasSuffix(name, ".html") && name != "404.html":
			english, ok := both["en/"+name]
			if !ok {
				t.Errorf("no en/%s", name)
				continue
			}
			if a, b := figuresOf(t, page), figuresOf(t, english); !strings.Contains(name, "methode/") && a != b {
				t.Errorf("en/%s has other figures than %s:\n%.300s\n%.300s", name, name, b, a)
			}
			if !bytes.Equal(withoutLanguages(both[name]), page) {
				t.Errorf("%s says something else in a site of two languages", name)
			}
		case strings.HasSuffix(name, ".json"), strings.HasSuffix(name, ".csv"):
			if _, twice := both["en/"+name]; twice {
				t.Errorf("%s is there twice: figures are the same in all languages", name)
			}
		}
	}
}

var (
	switchOf  = regexp.MustCompile(`<nav class="talen".*?</nav>`)
	alternate = regexp.MustCompile(`<link rel="alternate" hreflang[^>]*>`)
)

// withoutLanguages is a page without what leads to it in other languages.
func withoutLanguages(page []byte) []byte {
	return alternate.ReplaceAll(switchOf.ReplaceAll(page, nil), nil)
}

var figure = regexp.MustCompile(`[−+]?\d[\d.,]*`)

// figuresOf lists the numbers in the cells of a page's tables, without what
// parts their digits, which languages write in other ways.
func figuresOf(t *testing.T, page []byte) string {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode || n.Data != "td" {
			continue
		}
		for c := range n.Descendants() {
			if c.Type == xhtml.TextNode {
				for _, number := range figure.FindAllString(c.Data, -1) {
					all = append(all, strings.NewReplacer(".", "", ",", "").Replace(number))
				}
			}
		}
	}
	return strings.Join(all, " ")
}

// leftBehind are words that no English text has. Names of regions and tables are
// Dutch in any language.
var leftBehind = regexp.MustCompile(`(?i)\b(het|een|van|niet|geen|zijn|wordt|cijfers?|inwoners|gemeenten?|wijken|buurten|onderwerp(en)?|groepen|lager|hoger|gemiddeld)\b`)

// theirOwn are names of the tiny country, its table and its topics, and addresses.
var theirOwn = regexp.MustCompile(`indicatoren/[a-z0-9-]*/#|onderwerpen\.csv|onderwerp/[a-z0-9-]*|#wijken|Kerncijfers Kleinland|Aantal inwoners|0 tot 15 jaar|Personen met bijstand|Deel van de woningen dat eigendom is van de bewoner\.`)

// No Dutch is left behind on an English page or in a drawing, neither in what is
// seen nor in what is read aloud.
func TestLanguages_NothingLeftBehind(t *testing.T) {
	o := bilingualOptions(t)
	build(t, o)
	left := 0
	for name, content := range bare(t, o.Out) {
		if !strings.HasPrefix(name, "en/") || !strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, ".svg") {
			continue
		}
		for _, text := range spoken(t, content) {
			if word := leftBehind.FindString(theirOwn.ReplaceAllString(text, "")); word != "" {
				if left++; left <= 20 {
					t.Errorf("%s says %q: %.120s", name, word, text)
				}
			}
		}
	}
}

// spoken lists what a page says: texts, and attributes that are read aloud or
// shown by a script; not what is marked as Dutch, nor addresses and code.
func spoken(t *testing.T, page []byte) (texts []string) {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var read func(n *xhtml.Node)
	read = func(n *xhtml.Node) {
		if n.Type == xhtml.ElementNode {
			if n.Data == "code" || n.Data == "script" {
				return
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "lang":
					if a.Val == "nl" {
						return
					}
				case "aria-label", "alt", "title", "content", "data-kop", "data-wie", "data-woord", "data-naam", "data-kort":
					texts = append(texts, a.Val)
				}
			}
		}
		if n.Type == xhtml.TextNode && strings.TrimSpace(n.Data) != "" {
			texts = append(texts, html.UnescapeString(n.Data))
		}
		for c := range n.ChildNodes() {
			read(c)
		}
	}
	read(root)
	return texts
}

// A definition that names a language without its texts is an error that says
// which file lacks, and nothing is built.
func TestLanguages_NoTexts(t *testing.T) {
	o := bilingualOptions(t)
	if err := os.Remove(filepath.Join(o.Dataset, "monitor.en.yaml")); err != nil {
		t.Fatal(err)
	}
	_, err := Build(context.Background(), o)
	if err == nil || !strings.Contains(err.Error(), "monitor.en.yaml") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(o.Out); err == nil {
		t.Error("something was built")
	}
}

// The form that opens from a disk has both languages too, and so has the bundle
// of one municipality.
func TestLanguages_OnDisk(t *testing.T) {
	for _, only := range []string{"", "GM9002"} {
		o := bilingualOptions(t)
		o.Local, o.Only = true, only
		build(t, o)
		files := bare(t, o.Out)
		checkLinks(t, files)
		for _, name := range []string{"en/gm9002/index.html", "en/gm9002/groepen/index.js", "gm9002/data/arbeid.js", "zoek/gemeenten.js"} {
			if _, ok := files[name]; !ok {
				t.Errorf("no %s", name)
			}
		}
		if _, ok := files["en/gm9001/index.html"]; ok == (only != "") {
			t.Errorf("only %q: en/gm9001/ is there: %t", only, ok)
		}
	}
}

// Parts of a site of two languages are the whole; any number of workers makes
// the same bytes; a build over a site whose English texts changed gives what a
// build from nothing does, and writes no Dutch page.
func TestLanguages_PartsAndAgain(t *testing.T) {
	o := bilingualOptions(t)
	o.URL, o.Workers = "https://example.nl/monitor/", 1
	build(t, o)
	whole := bare(t, o.Out)
	parts := buildParts(t, o, 2)
	merged := filepath.Join(t.TempDir(), "public")
	if _, err := Merge(t.Context(), parts, merged); err != nil {
		t.Fatal(err)
	}
	if got := bare(t, merged); !maps.EqualFunc(got, whole, bytes.Equal) {
		t.Errorf("two parts make %d files, the whole has %d, or some differ", len(got), len(whole))
	}
	name := filepath.Join(o.Dataset, "monitor.en.yaml")
	text := read1(t, name)
	if err := os.WriteFile(name, []byte(strings.ReplaceAll(text, "Social assistance", "Assistance")), 0o644); err != nil {
		t.Fatal(err)
	}
	o.Workers = 4
	build(t, o)
	again := bare(t, o.Out)
	o.Out = filepath.Join(t.TempDir(), "public")
	build(t, o)
	if fresh := bare(t, o.Out); !maps.EqualFunc(fresh, again, bytes.Equal) {
		t.Error("a build over another differs from a build from nothing")
	}
	for name := range again {
		if !strings.HasPrefix(name, "en/") && strings.HasSuffix(name, ".html") && !bytes.Equal(again[name], whole[name]) {
			t.Errorf("%s changed with the English texts", name)
		}
	}
	if bytes.Equal(again["en/gm9001/index.html"], whole["en/gm9001/index.html"]) {
		t.Error("the English page did not change with its texts")
	}
}
