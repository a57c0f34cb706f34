package browser

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/site"
)

// editionOf builds the demo as the edition of a year.
func editionOf(t *testing.T, year int) string {
	t.Helper()
	dataset := filepath.Join(t.TempDir(), "demo")
	if err := os.CopyFS(dataset, os.DirFS(filepath.Join(project, "datasets/demo"))); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dataset, "monitor.yaml")
	b, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, bytes.Replace(b, []byte("edition: 2025"), fmt.Appendf(nil, "edition: %d", year), 1), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "public")
	_, err = site.Build(context.Background(), site.Options{Dataset: dataset, Content: filepath.Join(project, "content"), Templates: filepath.Join(project, "templates"), Out: dir})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestEditions goes from a page to the same page of another year and back, and
// to the list of editions; search and group switch stay within their edition.
func TestEditions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := site.Editions(context.Background(), []string{editionOf(t, 2024), demo}, dir, nil); err != nil {
		t.Fatal(err)
	}
	whole := demo
	demo = dir
	defer func() { demo = whole }()
	h := newHost(t, "/")
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	accessible := func(b *tab) {
		js[any](b, string(axe)+"; null")
		if found := js[[]string](b, violations); len(found) > 0 {
			t.Errorf("%d findings:\n  %s", len(found), strings.Join(found, "\n  "))
		}
	}
	b := newTab(t, 1280, 900)
	b.open(h.address("gm9001/"))
	b.click(`footer a[href="../2024/gm9001/"]`)
	b.until("the edition of 2024 says what it is", `location.pathname === "/2024/gm9001/" && document.querySelector("aside[aria-label='Over deze editie']")?.innerText.includes("Dit is editie 2024")`)
	accessible(b)
	b.typeIn("grachtengordel")
	b.until("search finds", suggestions+".length > 0")
	b.click(`[role="option"]`)
	b.until("the search stays in its edition", `location.pathname.startsWith("/2024/gm9001/bu")`)
	b.open(h.address("2024/gm9001/"))
	b.click(`aside[aria-label='Over deze editie'] a`)
	b.until("the newest", `location.pathname === "/gm9001/" && document.querySelector('footer a[href$="edities/"]') && !document.querySelector("aside[aria-label='Over deze editie']")`)
	b.click(`footer a[href$="edities/"]`)
	b.until("the list", `document.querySelector("h1")?.innerText === "Edities" && document.querySelectorAll("article a").length === 3`)
	accessible(b)
	b.clean()
	narrow := newTab(t, 320, 900)
	for _, page := range []string{"2024/gm9001/", "edities/", "gm9001/"} {
		narrow.open(h.address(page))
		narrow.fits(320)
	}
}
