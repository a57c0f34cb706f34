package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestMap_Keyboard walks onto the map with the tab key, with JavaScript off:
// the name and figure of the region show, one at a time, and enter leads to it.
func TestMap_Keyboard(t *testing.T) {
	h := newHost(t, "/a/")
	b := newTab(t, 1280, 900, noScript())
	b.open(h.address("kaart/bijstand/"))
	const seen = `[...document.querySelectorAll("svg.kaart a text")].filter(e => getComputedStyle(e).opacity === "1").map(e => e.textContent)`
	if got := js[[]string](b, seen); len(got) != 0 {
		t.Errorf("before anything is chosen the map says %q", got)
	}
	js[any](b, `document.querySelector("a.over").focus()`)
	b.press(kb.Tab)
	got := js[[]string](b, seen)
	name := js[string](b, `document.activeElement.textContent`)
	if len(got) != 1 || got[0] != name || name == "" {
		t.Fatalf("the map says %q while the focus is on %q", got, name)
	}
	want := js[string](b, `document.activeElement.href.baseVal`)
	b.press(kb.Enter)
	b.until("the page of the region is there", `document.querySelector("main h1") && !document.querySelector("svg.kaart a")`)
	if at := js[string](b, `location.pathname`); "/a/"+want[len("../../"):] != at {
		t.Errorf("%s leads to %s", want, at)
	}
}

// TestMap_Picture points at a buurt: its name and figure are those of its row
// in the table.
func TestMap_Picture(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address("gm9001/kaart/arbeid/"))
	const first = `document.querySelector("figure[data-kolom] use")`
	js[any](b, first+`.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`)
	got := js[string](b, `document.querySelector("figure[data-kolom] .naam").textContent`)
	want := js[string](b, `(r => r.children[0].textContent.trim() + r.children[1].textContent.trim())(document.getElementById("r-" + `+first+`.getAttribute("href").slice(1)))`)
	if got != want || got == "" {
		t.Errorf("the picture says %q; %q would be right", got, want)
	}
	js[any](b, `document.querySelector("figure[data-kolom]").dispatchEvent(new PointerEvent("pointerleave"))`)
	if left := js[string](b, `document.querySelector("figure[data-kolom] .naam").textContent`); left != "" {
		t.Errorf("the picture still says %q when the pointer has left", left)
	}
}
