package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// figures are the cells of the tables as a visitor sees them.
const figures = `[...document.querySelectorAll(".cijfers tbody td")].map(e => e.innerText.trim()).join("|")`

// wheels are the profile wheels that can be seen: the address of the drawing,
// or "inline".
const wheels = `[...document.querySelectorAll("figure.taart")].filter(e => e.checkVisibility())
	.map(e => { const i = e.querySelector("img"); return i ? i.getAttribute("src") : "inline"; })`

// someGroup returns the key of a group that the page offers: the one about
// origin Morocco, else the last.
func (b *tab) someGroup() string {
	b.t.Helper()
	keys := js[[]string](b, `[...document.querySelectorAll('input[name="groep"]')].map(e => e.value)`)
	switch {
	case len(keys) < 2 || keys[0] != "totaal":
		b.t.Fatalf("groups to choose from: %v; totaal and some others would be right", keys)
	case slices.Contains(keys, "h-marokko"):
		return "h-marokko"
	}
	return keys[len(keys)-1]
}

// choose clicks what a visitor clicks to choose a group.
func (b *tab) choose(key string) {
	b.t.Helper()
	b.click(fmt.Sprintf(`label[for=%q]`, "g-"+key))
	b.until("the group is chosen", fmt.Sprintf(`document.getElementById(%q).checked`, "g-"+key))
}

func (b *tab) wheelOf(key string) {
	b.t.Helper()
	b.until("only the wheel of "+key+" is to be seen", fmt.Sprintf(`(w => w.length === 1 && w[0].endsWith(%q))(%s)`, "taart/groepen.svg#"+key, wheels))
	b.until("its drawing is loaded", fmt.Sprintf(`(i => i.complete && i.naturalWidth > 0)(document.querySelector('img[src$=%q]'))`, "taart/groepen.svg#"+key))
}

func TestGroupSwitch(t *testing.T) {
	h := newHost(t, "/a/b/")
	pages := kinds(t)
	for _, kind := range []string{"country", "municipality", "wijk"} {
		t.Run(kind, func(t *testing.T) {
			b := newTab(t, 390, 800)
			b.open(h.address(pages[kind]))
			before := js[string](b, figures)
			top := js[float64](b, `document.querySelector(".cijfers table").getBoundingClientRect().top + scrollY`)
			key := b.someGroup()
			b.choose(key)
			b.wheelOf(key)
			b.until("the address keeps the choice", fmt.Sprintf(`new URLSearchParams(location.search).get("groep") === %q`, key))
			b.until("the table has other figures", fmt.Sprintf("%s !== %q", figures, before))
			chosen := js[string](b, figures)
			if now := js[float64](b, `document.querySelector(".cijfers table").getBoundingClientRect().top + scrollY`); now != top {
				t.Errorf("the tables moved from %g to %g", top, now)
			}
			b.fits(390)

			b.do(chromedp.Reload())
			b.until("the choice is restored", fmt.Sprintf(`document.getElementById(%q).checked`, "g-"+key))
			b.wheelOf(key)
			b.until("the same figures are back", fmt.Sprintf("%s === %q", figures, chosen))

			b.choose("totaal")
			b.until("the first figures are back", fmt.Sprintf("%s === %q", figures, before))
			b.until("the address is plain again", `!new URLSearchParams(location.search).get("groep") || new URLSearchParams(location.search).get("groep") === "totaal"`)
		})
	}
}

// TestUnknownGroupInAddress opens an address with a group that does not
// exist: the whole population is shown, and nothing breaks.
func TestUnknownGroupInAddress(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(kinds(t)["municipality"]) + `?groep=%22%3E%3Cimg%20src=x%3E`)
	b.until("the whole population is chosen", `document.getElementById("g-totaal").checked`)
	b.until("its wheel is to be seen", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
}

// TestGroupSwitchWithoutScript chooses with JavaScript off, by mouse and keys.
func TestGroupSwitchWithoutScript(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address(kinds(t)["municipality"]))
	b.until("the whole population is shown first", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
	key := b.someGroup()
	b.choose(key)
	b.wheelOf(key)
	b.fits(390)

	js[any](b, `document.getElementById("g-totaal").focus(), null`)
	b.press(kb.ArrowDown)
	b.until("the arrow key chooses the next group", `document.querySelectorAll('input[name="groep"]')[1].checked`)
}
