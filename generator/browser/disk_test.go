package browser

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"wijkmonitor/generator/site"
)

// A stranger opens public/index.html from a disk and clicks on.
func TestFromDisk(t *testing.T) {
	b := newTab(t, 1280, 800)
	b.open(onDisk(demo, "index.html"))
	b.click(".gemeenten .namen a")
	b.until("the page of a municipality", `location.pathname.endsWith("/index.html") && document.querySelector(".kerncijfers")`)
	b.until("its wheel is drawn", `document.querySelector("svg.wiel a")`)
}

func onDisk(dir, page string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, page))}
	return u.String()
}

// local builds the demo in the form that opens from a disk; only is the one
// municipality of a bundle.
func local(t *testing.T, only string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "schijf")
	_, err := site.Build(context.Background(), site.Options{
		Dataset: filepath.Join(project, "datasets/demo"), Content: filepath.Join(project, "content"),
		Templates: filepath.Join(project, "templates"), Out: dir, Local: true, Only: only,
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// From a disk, without a server or network, everything works: search, group
// switch and proofs get their data from scripts, and nothing is an error.
func TestLocalFromDisk(t *testing.T) {
	t.Parallel()
	p := municipality(t)
	for name, only := range map[string]string{"archive": "", "bundle": strings.Trim(p.path, "/")} {
		t.Run(name, func(t *testing.T) {
			dir := local(t, only)
			b := newTab(t, 1280, 900)
			b.open(onDisk(dir, "index.html"))
			b.typeIn(firstLetters(p, 8))
			b.suggested(p)
			b.press(kb.ArrowDown + kb.Enter)
			b.until("the page of "+p.name, fmt.Sprintf("location.pathname.endsWith(%q) && document.querySelector('.kerncijfers')", "/"+p.path+"index.html"))
			b.proveOnDisk()
			b.open(onDisk(dir, strings.TrimPrefix(wijkOf(t, p), "/")))
			key := b.someGroup()
			b.choose(key)
			b.until("the tables show the group", `document.getElementById("groep-melding").textContent.startsWith("De tabellen tonen de groep")`)
			b.proveOnDisk()
			b.clean()
		})
	}
}

// wijkOf names the page of the first wijk of a municipality.
func wijkOf(t *testing.T, p place) string {
	t.Helper()
	for _, f := range files(t, "/index.html") {
		if rest, ok := strings.CutPrefix(f, p.path+"wk"); ok && strings.Count(rest, "/") == 1 {
			return f
		}
	}
	t.Fatalf("%s has no wijk", p.name)
	return ""
}

// proveOnDisk opens and closes the proof of a figure.
func (b *tab) proveOnDisk() {
	b.t.Helper()
	b.until("figures are buttons", `document.querySelector('#i-inwoners button.bewijs')`)
	b.unfold()
	b.click(`#i-inwoners button.bewijs`)
	b.until("the proof names table and row", `document.querySelector("dialog[open]")?.innerText.includes("WijkenEnBuurten = ")`)
	b.press(kb.Escape)
}

// TestLocalLinks follows every link of the form for a disk and of a bundle:
// each names a file that is there.
func TestLocalLinks(t *testing.T) {
	for name, only := range map[string]string{"archive": "", "bundle": strings.Trim(municipality(t).path, "/")} {
		t.Run(name, func(t *testing.T) {
			whole := demo
			demo = local(t, only)
			defer func() { demo = whole }()
			exists := map[string]bool{}
			for _, f := range files(t, "") {
				exists[f] = true
			}
			pages := map[string]document{}
			for _, f := range files(t, ".html") {
				pages[f] = readPage(t, f)
			}
			wrong := 0
			for _, f := range files(t, ".html") {
				for _, r := range pages[f].refs {
					err := check(f, r, exists, pages)
					if u, e := url.Parse(r.value); err == nil && e == nil && u.Scheme == "" && strings.HasSuffix(u.Path, "/") && !isRoot(r.value) {
						err = fmt.Errorf("%s is a folder; the name of its index.html would be right", r.value)
					}
					if err != nil && wrong < 20 {
						wrong++
						t.Errorf("%s: %v", f, err)
					}
				}
			}
		})
	}
}

// isRoot tells whether a reference is the root of the site: a search box names
// it, and nobody follows it.
func isRoot(ref string) bool { return strings.Trim(ref, "./") == "" }
