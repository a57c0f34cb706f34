package site

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/edition"
)

// shelfOf builds the tiny country of two years: that of 2023 has a buurt that is
// no more in 2024.
func shelfOf(t *testing.T) (older, newer string) {
	t.Helper()
	w := newWorkshop(t)
	name := filepath.Join(w.o.Dataset, "monitor.yaml")
	of := func(year, address string) string {
		b, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name, bytes.Replace(bytes.Replace(b, []byte("edition: 2024"), []byte("edition: "+year), 1), []byte("edition: 2023"), []byte("edition: "+year), 1), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		w.o.URL = address
		return w.earlier()
	}
	older = of("2023", "https://monitor.example.nl/2023/")
	w.close("BU90010005")
	return older, of("2024", "https://monitor.example.nl/")
}

func shelved(t *testing.T, dirs ...string) (out string, files map[string][]byte) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "public")
	var log bytes.Buffer
	if _, err := Editions(context.Background(), dirs, out, &log); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(log.String(), "warning") {
		t.Error(log.String())
	}
	return out, bare(t, out)
}

// Every file of every edition is there, pages lead to themselves elsewhere and
// nowhere else, and the whole is an edition that can be checked.
func TestEditions_SideBySide(t *testing.T) {
	older, newer := shelfOf(t)
	out, files := shelved(t, older, newer)
	checkLinks(t, files)
	for folder, dir := range map[string]string{"2023/": older, "2024/": newer, "": newer} {
		for name, b := range bare(t, dir) {
			got, there := files[folder+name]
			host := name == "_headers" || name == "_redirects" || name == "robots.txt" || name == "404.html" || strings.HasPrefix(name, "sitemap")
			if there == (host && folder != "") {
				t.Errorf("%s%s: %t", folder, name, there)
			}
			if own := name == marker || name == edition.ManifestName; !own && !host && !strings.HasSuffix(name, ".html") && !bytes.Equal(got, b) {
				t.Errorf("%s%s is not as it was", folder, name)
			}
		}
	}
	for _, dir := range []string{out, filepath.Join(out, "2023"), filepath.Join(out, "2024")} {
		if _, err := edition.CheckFolder(dir); err != nil {
			t.Error(err)
		}
	}
	again, other := shelved(t, newer, older)
	if !maps.EqualFunc(files, other, bytes.Equal) {
		t.Errorf("in another order, %s is another site", again)
	}
}

func TestEditions_LeadToEachOther(t *testing.T) {
	older, newer := shelfOf(t)
	_, files := shelved(t, older, newer)
	for name, says := range map[string][]string{
		"gm9001/index.html":                 {`<p>Vast adres van deze pagina: <a href="../2024/gm9001/">editie 2024</a>.`, `andere edities: <a href="../2023/gm9001/">editie 2023</a>.`, `href="../edities/"`},
		"2024/gm9001/index.html":            {`<link rel="canonical" href="../../gm9001/">`, `andere edities: <a href="../../2023/gm9001/">editie 2023</a>.`},
		"2023/gm9001/index.html":            {`Dit is editie 2023.`, `<a href="../../gm9001/">de nieuwste editie, 2024</a>`, `<a href="../../2024/gm9001/">editie 2024</a>`},
		"2023/gm9001/bu90010005/index.html": {`In <a href="../../../">de nieuwste editie, 2024</a>, is deze pagina er niet meer.`},
		"index.html":                        {`<a href="./2023/">editie 2023</a>`},
		"edities/index.html":                {`<a href="../2023/">`, `<a href="../2024/">`, `de nieuwste`},
		"sitemap.xml":                       {"<loc>https://monitor.example.nl/gm9001/<", "<loc>https://monitor.example.nl/2023/gm9001/<", "<loc>https://monitor.example.nl/edities/<"},
	} {
		for _, what := range says {
			if !strings.Contains(string(files[name]), what) {
				t.Errorf("%s does not say %s", name, what)
			}
		}
	}
	for name, silent := range map[string]string{
		"gm9001/index.html": "canonical", "2023/gm9001/index.html": "canonical", "2023/gm9001/bu90010005/index.html": "andere edities",
		"sitemap.xml": "/2024/", "gm9001/insluiten/index.html": "edities",
	} {
		if files[name] == nil || strings.Contains(string(files[name]), silent) {
			t.Errorf("%s says %q", name, silent)
		}
	}
}

// What a host sends with a page of an edition is what it sends with that page
// alone.
func TestEditions_Headers(t *testing.T) {
	older, newer := shelfOf(t)
	_, files := shelved(t, older, newer)
	rules := ReadHeaders(string(files["_headers"]))
	for folder, dir := range map[string]string{"/": newer, "/2024/": newer, "/2023/": older} {
		alone := bare(t, dir)
		own := ReadHeaders(string(alone["_headers"]))
		for name := range alone {
			name = strings.TrimSuffix(name, "index.html")
			want, got := Headers(own, "/"+name), Headers(rules, folder+name)
			for header := range want {
				if strings.Join(got[header], "|") != strings.Join(want[header], "|") {
					t.Fatalf("%s%s: %s is %q, alone %q", folder, name, header, got[header], want[header])
				}
			}
		}
	}
}

func TestEditions_Refuses(t *testing.T) {
	older, newer := shelfOf(t)
	side, _ := shelved(t, older, newer)
	damaged := filepath.Join(t.TempDir(), "kapot")
	if err := os.CopyFS(damaged, os.DirFS(older)); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(damaged, "gm9001", "index.html")
	if err := os.WriteFile(page, []byte("iets"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "public")
	if _, err := Editions(context.Background(), []string{older}, out, nil); err != nil {
		t.Fatal(err)
	}
	whole := bare(t, out)
	for want, dirs := range map[string][]string{
		"are both of 2024":           {newer, older, newer},
		"holds several editions":     {side, older},
		"no such file":               {t.TempDir()},
		"gm9001/index.html is not":   {newer, damaged},
		"there is no edition: folde": {},
	} {
		if _, err := Editions(context.Background(), dirs, out, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; %q would be right", err, want)
		}
	}
	if !maps.EqualFunc(whole, bare(t, out), bytes.Equal) {
		t.Error("what was refused changed the output")
	}
}

// The address of a municipality that is no more leads to the last edition that
// has it.
func TestEditions_RedirectsToTheLastThatHasIt(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "_redirects"), []byte("/dorp /gm0001/ 301\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	of := func(year int, towns ...string) *built {
		b := &built{dir: dir, doc: edition.Document{Edition: year}, files: []edition.File{edition.Hash("_redirects", []byte("/dorp /gm0001/ 301\n"))}, has: map[string]bool{"gm0009/data/x.json": true}}
		for _, town := range towns {
			b.has[town+"/index.html"] = true
		}
		return b
	}
	got, err := shelf{of(2025, "gm0001"), of(2024, "gm0001", "gm0002"), of(2023, "gm0003", "gm0002", "gm0001")}.redirects(nil)
	const want = "/dorp /gm0001/ 301\n/gm0002/* /2024/gm0002/:splat 302\n/gm0003/* /2023/gm0003/:splat 302\n"
	if err != nil || string(got) != want {
		t.Errorf("%s %v", got, err)
	}
}
