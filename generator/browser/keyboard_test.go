package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// focused describes what has the focus: what it is, its name, and whether a
// reader sees it and sees that it has the focus.
//
// A shape of a map shows the focus by another line than it has without.
const focused = `(e => {
	if (!e || e === document.body) return {};
	const r = e.getClientRects()[0] ?? e.getBoundingClientRect(), s = getComputedStyle(e);
	const shape = e instanceof SVGElement ? e.querySelector("use, path") : null;
	const ring = x => x && (getComputedStyle(x).outlineStyle !== "none" || getComputedStyle(x).boxShadow !== "none");
	const line = x => x && getComputedStyle(x).stroke + getComputedStyle(x).strokeWidth;
	const other = shape && e.parentNode.querySelector("a:not(:focus) :is(use, path)");
	return {
		What: e.cloneNode(false).outerHTML.slice(0, 100),
		Name: e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.textContent.trim() || [...(e.labels ?? [])].map(l => l.textContent).join(" ") || e.title || "",
		InView: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
		Ring: !!(ring(e) || ring(shape) || (other && line(shape) !== line(other)) || (e.matches("input") && ring(e.nextElementSibling)) || [...(e.labels ?? [])].some(ring)),
	};
})(document.activeElement)`

// TestKeyboard walks through pages with the Tab key alone, from the link that
// skips the menu to the end: what has the focus has a name, is in view and shows
// it, and nothing keeps the focus.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	for _, kind := range []string{"municipality", "map", "comparison of years", "report of a wijk"} {
		t.Run(kind, func(t *testing.T) {
			b := newTab(t, 1280, 900, features("prefers-reduced-motion", "reduce"))
			b.open(h.address(kinds(t)[kind]))
			if kind == "comparison of years" {
				b.comparison("the comparison is there")
			}
			b.press(kb.Tab)
			b.until("the first stop skips the menu", `document.activeElement.matches("a.skip") && document.activeElement.getBoundingClientRect().top >= 0`)
			b.press(kb.Enter)
			b.until("the content has the focus", `document.activeElement.id === "inhoud" || location.hash === "#inhoud"`)
			stops, last := 0, ""
			for ; stops < 600; stops++ {
				b.press(kb.Tab)
				f := js[struct {
					What, Name   string
					InView, Ring bool
				}](b, focused)
				if f.What == "" { // past the end of the page
					break
				}
				if f.Name == "" || !f.InView || !f.Ring {
					t.Errorf("stop %d, %s: name %q, in view %t, shows the focus %t", stops, f.What, f.Name, f.InView, f.Ring)
				}
				last = f.What
				if js[bool](b, `document.activeElement.matches("a.skip")`) {
					break
				}
			}
			t.Logf("%d stops, the last is %s", stops, last)
			if stops < 5 || stops == 600 {
				t.Errorf("%d stops: the end of the page would be right", stops)
			}
		})
	}
}
