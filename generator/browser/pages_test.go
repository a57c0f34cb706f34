package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPagesAreClean opens a page of every kind on a phone, deep below the
// root of a host: no error, no blocked or missing file, nothing that sticks
// out to the right and nothing that moves while the page loads.
func TestPagesAreClean(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/c/")
	h.slow = true
	for _, width := range []int64{320, 390, 1280} {
		tab := newTab(t, width, 800)
		for kind, page := range kinds(t) {
			t.Run(fmt.Sprintf("%s at %d", kind, width), func(t *testing.T) {
				b := tab.within(t)
				b.open(h.address(page))
				b.fits(width)
				b.still()
				b.clean()
				if missed := h.missed(); len(missed) > 0 {
					t.Errorf("no answer to %v", missed)
				}
			})
		}
	}
}

// fits asks that nothing makes the page scroll sideways, and names what does.
func (b *tab) fits(width int64) {
	b.t.Helper()
	if got := js[int64](b, `document.scrollingElement.scrollWidth`); got > width {
		wide := js[string](b, `[...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().right > innerWidth + 1 || (e.scrollWidth > innerWidth && getComputedStyle(e).overflowX === "visible"))
			.slice(0, 3).map(e => e.cloneNode(false).outerHTML.slice(0, 120)).join("\n")`)
		b.t.Errorf("%s is %d pixels wide in a window of %d:\n%s", js[string](b, "location.pathname"), got, width, wide)
	}
}

// still asks that nothing moved since the page began to load, and names what did.
// Half a word at the end of a packet can move the next one once, whatever the
// page is like: a page that moves is loaded again, and must stand still then.
func (b *tab) still() {
	b.t.Helper()
	moved := b.moved()
	for range 2 {
		if len(moved) == 0 {
			return
		}
		b.open(js[string](b, "location.href"))
		moved = b.moved()
	}
	if len(moved) > 0 {
		b.t.Errorf("%s moves each time it loads:\n  %s", js[string](b, "location.pathname"), strings.Join(moved, "\n  "))
	}
}

// moved returns what moved since the page began to load.
func (b *tab) moved() []string {
	b.t.Helper()
	return js[[]string](b, `new Promise(done => {
		const moved = [];
		const name = n => n && (n.nodeType === 1 ? n.cloneNode(false).outerHTML : n.nodeName + " in " + name(n.parentNode)).slice(0, 120);
		new PerformanceObserver(list => list.getEntries().forEach(e => moved.push(e.value.toFixed(5) + ": " +
			e.sources.map(s => name(s.node) + " from " + s.previousRect.y + " to " + s.currentRect.y).join(", "))))
			.observe({ type: "layout-shift", buffered: true });
		setTimeout(() => done(moved), 100);
	})`)
}

// TestNotFound opens an address that does not exist, in a folder that does
// not exist: the page must have its style all the same.
func TestNotFound(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.do(chromedp.Navigate(h.address("gm0000/bestaat/niet/")))
	b.until("it has a heading", `document.querySelector("h1")`)
	b.fits(390)
	if !js[bool](b, `[...document.styleSheets].some(s => s.cssRules.length > 0)`) {
		t.Error("404.html has no style there")
	}
	b.notes.forget() // the page itself is the one request that rightly fails
	if missed := h.missed(); len(missed) != 1 {
		t.Errorf("no answer to %v; only the page itself would be right", missed)
	}
}

// TestWithoutScript opens the pages with JavaScript off: what they say must be there.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	pages := kinds(t)
	for _, kind := range []string{"country", "municipality", "wijk", "buurt", "groups of a region"} {
		t.Run(kind, func(t *testing.T) {
			b := newTab(t, 390, 800, noScript())
			b.open(h.address(pages[kind]))
			b.fits(390)
			// Tables of a region are folded: each opens by itself.
			for _, id := range js[[]string](b, `[...document.querySelectorAll(".thema:has(> details)")].map(e => e.id)`) {
				b.click("#" + id + " summary")
			}
			b.fits(390)
			rows := js[int](b, `[...document.querySelectorAll("main tbody tr")].filter(e => e.checkVisibility()).length`)
			if rows < 20 {
				t.Errorf("%d rows of figures to see; every indicator would be right", rows)
			}
		})
	}
}

// TestSliceLeadsToItsRow clicks a slice of the wheel: the row of its
// indicator comes into view.
func TestSliceLeadsToItsRow(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["municipality"]))
	// The middle of a ring segment's box lies not always on the segment:
	// take the first slice of which it does.
	id := js[string](b, `(() => {
		for (const a of document.querySelectorAll('svg.wiel a[href^="#i-"]')) {
			a.scrollIntoView({ block: "center", behavior: "instant" });
			const r = a.getBoundingClientRect();
			if (a.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2))) return a.getAttribute("href");
		}
		return "";
	})()`)
	if id == "" {
		t.Fatal("the wheel has no slice to click")
	}
	b.click(fmt.Sprintf(`svg.wiel a[href=%q]`, id))
	b.until("the address names the row", fmt.Sprintf("location.hash === %q", id))
	b.until("the row is in view", fmt.Sprintf(`(r => r.top >= 0 && r.bottom <= innerHeight)(document.getElementById(%q).getBoundingClientRect())`, id[1:]))
}

// TestRankingOnAPhone holds that a ranking shows who and what without
// scrolling sideways, on the page of a topic and below its map.
func TestRankingOnAPhone(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	for _, page := range []string{"indicatoren/bijstand/", "kaart/bijstand/", "indicatoren/inwoners/"} {
		b.open(h.address(page))
		if js[bool](b, `document.querySelector("#ranglijst > summary") !== null`) {
			b.click("#ranglijst > summary")
		}
		if cut := js[[]string](b, `[...document.querySelectorAll(".rang tbody tr")].filter(r => r.querySelector("th").getBoundingClientRect().x < 0 || r.querySelector("th + td").getBoundingClientRect().right > 390).map(r => r.innerText)`); len(cut) > 0 {
			t.Errorf("%s: the figure is out of sight in %d rows, as %q", page, len(cut), cut[0])
		}
	}
}
