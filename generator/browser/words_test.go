package browser

import "testing"

// TestWordsWhereNeeded opens the explanation on every kind of page that shows
// figures by class, without a script: it names the words and leads to more.
func TestWordsWhereNeeded(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/")
	b := newTab(t, 390, 800, noScript())
	pages := kinds(t)
	for _, kind := range []string{"municipality", "wijk", "buurt", "theme of a region", "groups of a region", "theme", "indicator"} {
		t.Run(kind, func(t *testing.T) {
			b := b.within(t)
			b.open(h.address(pages[kind]))
			b.click("details.woorden summary")
			b.until("the words can be read", `[...document.querySelectorAll("details.woorden dd")].filter(e => e.checkVisibility()).length >= 3`)
			b.fits(390)
			b.click("details.woorden dl a")
			b.until("the word is explained", `location.pathname === "/a/begrippen/" && document.querySelector(":target")`)
		})
	}
}
