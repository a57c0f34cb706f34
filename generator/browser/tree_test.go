package browser

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var regionPage = regexp.MustCompile(`^(nederland|gm[0-9a-z]{4}(/(wk[0-9a-z]{6}|bu[0-9a-z]{8}))?)/index\.html$`)

// files lists the demo edition, sorted, slash-separated, by extension ("" = all).
func files(t testing.TB, ext string) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(os.DirFS(demo), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ext) {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("the demo has no file *%s", ext)
	}
	return found
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(demo, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kinds names one page of every kind, as a path below the root.
func kinds(t testing.TB) map[string]string {
	t.Helper()
	k := map[string]string{
		"home": "", "country": "nederland/", "methode": "methode/",
		"groepen": "groepen/", "provinces": "provincies/", "themas": "themas/", "indicatoren": "indicatoren/", "data": "data/", "quality": "data/kwaliteit/", "insluiten": "insluiten/",
		"words": "begrippen/", "about": "over/", "privacy": "privacy/", "accessibility": "toegankelijkheid/",
		"compare": "vergelijk/", "comparison": "vergelijk/?r=gm9001,gm9002&i=bijstand,inwoners&g=totaal,h-marokko", "comparison of years": "vergelijk/?r=gm9001,nederland&i=bijstand&j=2015-2025",
		"embed of a choice": "vergelijk/insluiten/?r=gm9001,gm9002&i=bijstand,inwoners&g=totaal,h-marokko",
	}
	first := func(kind, pattern string) {
		expr := regexp.MustCompile(pattern)
		for _, f := range files(t, "index.html") {
			if expr.MatchString(f) {
				k[kind] = path.Dir(f) + "/"
				return
			}
		}
		t.Fatalf("the demo has no page of kind %s (%s)", kind, pattern)
	}
	first("municipality", `^gm\w{4}/index`)
	first("wijk", `^gm\w{4}/wk\w{6}/index`)
	first("buurt", `^gm\w{4}/bu\w{8}/index`)
	first("retired municipality", `^gm98\w\w/index`)
	first("own area", `^gebieden/[^/]+/index`)
	first("groups of a region", `^gm\w{4}/groepen/index`)
	first("groups of a wijk", `^gm\w{4}/wk\w{6}/groepen/index`)
	first("groups of the country", `^nederland/groepen/index`)
	first("theme of the country", `^nederland/arbeid/index`)
	first("theme of a wijk", `^gm\w{4}/wk\w{6}/wonen/index`)
	first("theme of a region", `^gm\w{4}/arbeid/index`)
	first("report", `^gm\w{4}/rapport/index`)
	first("report of a wijk", `^gm\w{4}/wk\w{6}/rapport/index`)
	k["report of a group"] = k["report"] + "#groep-h-marokko"
	first("embed of the country", `^nederland/insluiten/index`)
	first("embed", `^gm\w{4}/insluiten/index`)
	first("embed of a wijk", `^gm\w{4}/wk\w{6}/insluiten/index`)
	first("embed of a theme", `^gm\w{4}/insluiten/arbeid/index`)
	first("embed of an indicator", `^gm\w{4}/insluiten/onderwerp/bijstand/index`)
	first("embed of a group", `^gm\w{4}/insluiten/groep/h-marokko/index`)
	first("embed of a comparison", `^gm\w{4}/insluiten/vergelijk/bijstand/index`)
	first("list of parts", `^gm\w{4}/lijst/index`)
	first("map", `^kaart/bijstand/index`)
	first("map of a group", `^kaart/bijstand/h-marokko/index`)
	first("maps", `^kaart/index`)
	first("map of a municipality", `^gm\w{4}/kaart/index`)
	first("maps of a theme", `^gm\w{4}/kaart/arbeid/index`)
	first("maps of a group in a municipality", `^gm\w{4}/kaart/groep/h-marokko/index`)
	first("map of wheels", `^gm\w{4}/kaart/profieltaart/index`)
	first("theme", `^themas/[^/]+/index`)
	first("indicator", `^indicatoren/[^/]+/index`)
	first("group", `^groepen/h-[^/]+/index`)
	first("everybody", `^groepen/totaal/index`)
	return k
}

// elements calls visit for every element of an HTML file.
func elements(t *testing.T, name string, visit func(n *html.Node)) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(read(t, name)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

// attributes returns an element's attributes; a namespace stays in front: xlink:href.
func attributes(n *html.Node) map[string]string {
	m := make(map[string]string, len(n.Attr))
	for _, a := range n.Attr {
		key := a.Key
		if a.Namespace != "" {
			key = a.Namespace + ":" + key
		}
		m[key] = a.Val
	}
	return m
}
