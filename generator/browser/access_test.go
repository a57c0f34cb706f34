package browser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/chromedp/chromedp"
)

// violations runs axe-core over the page and writes each finding on a line. Some
// rules are asked for that axe-core leaves out when nobody does: the size of
// what can be pressed, which WCAG 2.2 asks, and some that are about names and
// tables. What was left for later is laid out first: a place is only known then.
const violations = `(async () => {
	document.querySelectorAll(".thema, .deel, .later").forEach(e => e.dataset.heel = "");
	await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
	const rules = ["target-size", "label-content-name-mismatch", "focus-order-semantics", "p-as-heading", "table-fake-caption", "td-has-header"];
	const found = await axe.run(document, { resultTypes: ["violations"], rules: Object.fromEntries(rules.map(r => [r, { enabled: true }])) });
	return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
		v.id + ": " + v.help + "\n    " + n.html.slice(0, 160) + "\n    " + (n.failureSummary || "").replace(/\s+/g, " ").slice(0, 240)));
})()`

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
// that no page scrolls sideways. It tells in a table what was found.
func TestAccessible(t *testing.T) {
	source := axe(t)
	h := newHost(t, "/")
	pages := kinds(t)
	pages["not found"] = "404.html"
	every := slices.Sorted(maps.Keys(pages))
	counts := make([][]int, len(ways)) // findings by way and kind
	t.Cleanup(func() { t.Logf("findings of axe-core:\n%s", tableOfFindings(every, counts)) })
	for i, w := range ways {
		counts[i] = make([]int, len(every))
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			seen := map[string]bool{}
			for k := range every {
				counts[i][k] = -1
			}
			// A tab has its time, so that every twenty pages have their own.
			for from := 0; from < len(every); from += 20 {
				t.Run(fmt.Sprintf("from %d", from), func(t *testing.T) {
					b := newTab(t, w.width, 900, w.settings)
					for k, kind := range every[from:min(from+20, len(every))] {
						t.Run(kind, func(t *testing.T) {
							b := b.within(t)
							b.open(h.address(pages[kind]))
							b.fits(w.width)
							js[any](b, source)
							found := js[[]string](b, violations)
							// What is folded is not looked at until it is open.
							if js[int](b, `[...document.querySelectorAll("details:not([open])")].map(d => d.open = true).length`) > 0 {
								b.fits(w.width)
								found = append(found, js[[]string](b, violations)...)
							}
							if counts[i][from+k] = len(found); len(found) > 0 {
								t.Errorf("%s: %d findings, new:\n  %s", pages[kind], len(found), strings.Join(fresh(found, seen), "\n  "))
							}
							b.clean()
						})
					}
				})
			}
		})
	}
}

// tableOfFindings has a row per kind of page and a column per way; −1 is what
// was not looked at.
func tableOfFindings(every []string, counts [][]int) string {
	var table strings.Builder
	out := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(out, "kind of page\t")
	for _, w := range ways {
		fmt.Fprintf(out, "%s\t", w.name)
	}
	for k, kind := range every {
		fmt.Fprintf(out, "\n%s\t", kind)
		for i := range ways {
			fmt.Fprintf(out, "%d\t", counts[i][k])
		}
	}
	out.Flush()
	return table.String()
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
