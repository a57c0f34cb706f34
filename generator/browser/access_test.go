package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// violations runs axe-core over the page and writes each finding on a line.
const violations = `axe.run(document, { resultTypes: ["violations"] }).then(r => r.violations.flatMap(v =>
	v.nodes.slice(0, 3).map(n => v.id + ": " + v.help + "\n    " + n.html.slice(0, 160) + "\n    " + (n.failureSummary || "").replace(/\s+/g, " ").slice(0, 240))))`

// fresh leaves out what another page showed already: a mistake in the frame of
// the page stands on all of them.
func fresh(found []string, seen map[string]bool) (news []string) {
	for _, f := range found {
		if !seen[f] {
			seen[f] = true
			news = append(news, f)
		}
	}
	return news
}

// axe reads axe-core, or ends the test.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	return string(source) + "; null"
}

// A way is how somebody looks at a page.
type way struct {
	name     string
	width    int64
	settings chromedp.Action[chromedp.Void]
}

// ways are those that ask most of a page. Twice as large in a window of 1280
// pixels leaves a page 640 wide; four times, 320.
var ways = []way{
	{"light", 1280, features("prefers-color-scheme", "light")},
	{"dark, still", 1280, features("prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce")},
	{"twice as large", 640, scale(640, 2)},
	{"320 pixels", 320, scale(320, 4)},
	{"forced colours", 1280, features("forced-colors", "active", "prefers-color-scheme", "dark")},
}

// TestAccessible asks axe-core about a page of every kind, in every way; and
// that no page scrolls sideways.
func TestAccessible(t *testing.T) {
	source := axe(t)
	h := newHost(t, "/")
	pages := kinds(t)
	pages["404"] = "404.html"
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			seen := map[string]bool{}
			b := newTab(t, w.width, 900, w.settings)
			for kind, page := range pages {
				t.Run(kind, func(t *testing.T) {
					b := b.within(t)
					b.open(h.address(page))
					b.fits(w.width)
					js[any](b, source)
					found := js[[]string](b, violations)
					// What is folded is not looked at until it is open.
					if js[int](b, `[...document.querySelectorAll("details:not([open])")].map(d => d.open = true).length`) > 0 {
						b.fits(w.width)
						found = append(found, js[[]string](b, violations)...)
					}
					if len(found) > 0 {
						t.Errorf("%s: %d findings, new:\n  %s", page, len(found), strings.Join(fresh(found, seen), "\n  "))
					}
					b.clean()
				})
			}
		})
	}
}

// TestOpenListIsAccessible asks axe-core about the search box while it suggests.
func TestOpenListIsAccessible(t *testing.T) {
	source := axe(t)
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(""))
	b.typeIn(firstLetters(municipality(t), 4))
	b.until("there are suggestions", suggestions+".length > 0")
	js[any](b, source)
	if found := js[[]string](b, violations); len(found) > 0 {
		t.Errorf("the open list:\n  %s", strings.Join(found, "\n  "))
	}
}
