package browser

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	demos "wijkmonitor/generator/demo"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/site"
)

// revised builds a small demo, with the figures of one topic changed.
func revised(t *testing.T, previous string, times float64) string {
	t.Helper()
	extracts := t.TempDir()
	tables, err := demos.Tables(demos.Options{Municipalities: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if topic := slices.IndexFunc(table.Topics, func(c extract.Topic) bool { return strings.HasPrefix(c.Key, "AfstandTotHuisarts") }); topic >= 0 {
			for row := range table.Values[topic] {
				table.Values[topic][row] *= times
			}
		}
		if err := extract.WriteTable(extracts, table); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "public")
	_, err = site.Build(context.Background(), site.Options{
		Dataset: filepath.Join(project, "datasets/demo"), Extracts: extracts, Content: filepath.Join(project, "content"),
		Templates: filepath.Join(project, "templates"), Out: dir, Previous: previous,
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestChanges reads the page with what changed since the edition before: it is
// found from the page about the monitor, and leads to the regions.
func TestChanges(t *testing.T) {
	whole := demo
	demo = revised(t, revised(t, "", 1), 3)
	defer func() { demo = whole }()
	h := newHost(t, "/")
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	for _, width := range []int64{320, 1280} {
		b := newTab(t, width, 900, features("prefers-color-scheme", "dark"))
		b.open(h.address("over/"))
		b.click(`a[href="../wijzigingen/"]`)
		b.until("the page with what changed", `location.pathname.endsWith("/wijzigingen/") && document.querySelector("h1")?.innerText === "Wat is er veranderd?"`)
		if rows := js[int](b, `document.querySelectorAll("table tbody tr").length`); rows < 50 || rows > 150 {
			t.Errorf("%d rows; the first hundred and a few would be right", rows)
		}
		if names := js[float64](b, `Math.min(...[...document.querySelectorAll("tbody th")].map(e => e.getBoundingClientRect().width))`); names < 80 {
			t.Errorf("a name has %.0f pixels", names)
		}
		b.fits(width)
		js[any](b, string(axe)+"; null")
		if found := js[[]string](b, violations); len(found) > 0 {
			t.Errorf("%d findings:\n  %s", len(found), strings.Join(found, "\n  "))
		}
		b.clean()
		if width > 1000 { // on a narrow page the name stands on two lines, with nothing in their middle
			b.click(`th a[href$="nederland/"]`)
			b.until("a region of the list", `document.querySelector(".kerncijfers")`)
		}
	}
}
