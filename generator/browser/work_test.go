package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// inSight counts the elements of a page that it lays out, of all that a
// selector names. What is shut in a box that is not shown does not count.
func (b *tab) inSight(selector string) (shown, all int) {
	b.t.Helper()
	n := js[[]int](b, fmt.Sprintf(`(all => [all.filter(e => e.checkVisibility({ contentVisibilityAuto: true })).length, all.length])([...document.querySelectorAll(%q)])`, selector))
	return n[0], n[1]
}

// TestWork holds how much a browser has to do before a page is there, in rows
// and drawings and not in time: the rows within reach and no others, and a
// sheet of wheels laid out once however many of them a page shows. What was
// left for later is done when the browser has the time.
func TestWork(t *testing.T) {
	h := newHost(t, "/")
	for _, kind := range []string{"municipality", "wijk", "buurt", "groups of a region", "theme of a region", "report"} {
		t.Run(kind, func(t *testing.T) {
			b := newTab(t, 1280, 900, command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: busy}))
			b.open(h.address(kinds(t)[kind]))
			rows := ".thema tbody tr, .deel tbody tr"
			shown, all := b.inSight(rows)
			t.Logf("%d of %d rows laid out", shown, all)
			if all == 0 || shown*10 > all*7 {
				t.Errorf("%d of %d rows are laid out before anyone scrolls; seven tenths at most would be right", shown, all)
			}
			if n := js[int](b, `[...document.querySelectorAll('img[src*="groepen.svg#"]')].filter(i => i.checkVisibility()).length`); n > 1 {
				t.Errorf("the sheet of wheels is laid out for %d views", n)
			}
			js[bool](b, `(() => { while (window.later.length > 0) window.later.shift()(); return true; })()`)
			if js[bool](b, `document.getElementById("tabellen-open") !== null`) {
				b.unfold()
			}
			// What is no longer put off is laid out with the next frame.
			b.until("all rows are laid out when the browser had nothing else to do", fmt.Sprintf(`[...document.querySelectorAll(%q)].every(e => e.checkVisibility({ contentVisibilityAuto: true }))`, rows))
		})
	}
}

// busy keeps what a page puts off, as if the browser never had the time.
const busy = `window.later = []; window.requestIdleCallback = f => window.later.push(f);`

// TestWork_Link follows links to a row that was not laid out yet, from outside
// and from the wheel: it comes to stand in the window, and stays.
func TestWork_Link(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	town := h.address(kinds(t)["municipality"])
	b.open(town)
	last := js[string](b, `[...document.querySelectorAll(".wiel a")].at(-1).hash ?? [...document.querySelectorAll(".wiel a")].at(-1).getAttribute("href")`)
	stands := fmt.Sprintf(`(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(%q).getBoundingClientRect())`, last)
	if js[bool](b, stands) {
		t.Fatalf("%s stands in the window before anyone goes there", last)
	}
	js[bool](b, `[...document.querySelectorAll(".wiel a")].at(-1).dispatchEvent(new MouseEvent("click", { bubbles: true }))`)
	b.until("the row of the slice stands in the window", stands)
	b.open(h.address(""))
	b.open(town + last)
	b.until("the row of the link stands in the window", stands)
}
