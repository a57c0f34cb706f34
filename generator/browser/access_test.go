package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// TestAccessible asks axe-core about a page of every kind, light and dark.
func TestAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	h := newHost(t, "/")
	pages := kinds(t)
	pages["404"] = "404.html"
	seen := map[string]bool{}
	for _, colours := range []string{"light", "dark"} {
		b := newTab(t, 1280, 900, scheme(colours))
		for kind, page := range pages {
			t.Run(colours+" "+kind, func(t *testing.T) {
				b := b.within(t)
				b.open(h.address(page))
				js[any](b, string(axe)+"; null")
				if found := js[[]string](b, violations); len(found) > 0 {
					t.Errorf("%s: %d findings, new:\n  %s", page, len(found), strings.Join(fresh(found, seen), "\n  "))
				}
				b.clean()
			})
		}
	}
}

// TestOpenListIsAccessible asks axe-core about the search box while it suggests.
func TestOpenListIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(""))
	b.typeIn(firstLetters(municipality(t), 4))
	b.until("there are suggestions", suggestions+".length > 0")
	js[any](b, string(axe)+"; null")
	if found := js[[]string](b, violations); len(found) > 0 {
		t.Errorf("the open list:\n  %s", strings.Join(found, "\n  "))
	}
}
