package browser

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// listed is the names in the table of buurten, and the wijken above them.
const (
	listed  = `[...document.querySelectorAll("#buurten tbody tr:not(.tussenkop) th")].map(e => e.innerText)`
	between = `[...document.querySelectorAll("#buurten tr.tussenkop")].map(e => e.innerText)`
	numbers = `[...document.querySelectorAll("#buurten tbody tr:not(.tussenkop)")].map(r => r.cells[2].dataset.w ?? "")`
)

// TestPartList walks from a municipality to the list of its parts and sorts it
// by the keyboard: by name, and by a figure both ways, with gaps at the end.
func TestPartList(t *testing.T) {
	h := newHost(t, "/a/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["municipality"]))
	b.click(`.gebieden a[href$="/lijst/"]`)
	b.until("it is the list", `document.querySelector("#buurten")`)
	b.until("it can be sorted", `document.querySelectorAll("#buurten .sorteer").length > 2`)
	before := js[[]string](b, listed)
	if len(before) < 5 || len(js[[]string](b, between)) < 2 {
		t.Fatalf("%d buurten below %q; all, below their wijken, would be right", len(before), js[[]string](b, between))
	}
	sortBy := func(column string) string {
		js[any](b, `document.querySelector("#buurten thead th:nth-child(`+column+`) button").focus(), null`)
		b.press(kb.Enter)
		return js[string](b, `document.querySelector("#buurten thead th:nth-child(`+column+`)").getAttribute("aria-sort")`)
	}
	for _, want := range []string{"descending", "ascending"} {
		if way := sortBy("3"); way != want {
			t.Errorf("the head says %q; %q would be right", way, want)
		}
		if ok := js[bool](b, `((all, turn) => {
			const known = all.filter(x => x !== "").map(Number), gaps = all.findIndex(x => x === "");
			return known.length > 5 && known.every((x, k) => k === 0 || turn * (x - known[k - 1]) >= 0) && (gaps < 0 || gaps === known.length);
		})(`+numbers+`, `+map[string]string{"descending": "-1", "ascending": "1"}[want]+`)`); !ok {
			t.Errorf("%s: %q", want, js[[]string](b, numbers))
		}
		if printed := js[bool](b, `[...document.querySelectorAll("#buurten td[data-w]")].every(td => Number(td.innerText.replaceAll(".", "").replace(",", ".").replace("%", "").replace("−", "-")) === Number(td.dataset.w))`); !printed {
			t.Error("a number to sort by is not the one that is printed")
		}
	}
	if left := js[[]string](b, between); len(left) > 0 {
		t.Errorf("between rows in another order stands %q", left)
	}
	if said := js[string](b, `document.querySelectorAll(".sorteerhulp [role=status]")[1].textContent`); said == "" {
		t.Error("nothing says how the list is sorted now")
	}
	sortBy("1")
	after := js[[]string](b, listed)
	if !js[bool](b, listed+`.every((x, k, all) => k === 0 || new Intl.Collator("nl", { numeric: true }).compare(all[k - 1], x) <= 0)`) {
		t.Errorf("by name: %q", after)
	}
	slices.Sort(before)
	slices.Sort(after)
	if !slices.Equal(before, after) {
		t.Error("sorting lost or doubled a buurt")
	}
	if n := js[int](b, `document.querySelectorAll("#buurten [aria-sort]").length`); n != 1 {
		t.Errorf("%d columns say that the list is sorted by them", n)
	}
}

// TestPartList_WithoutScript shows the list in its own order.
func TestPartList_WithoutScript(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address(kinds(t)["list of parts"]))
	b.fits(390)
	if js[bool](b, `document.querySelector(".sorteerhulp").checkVisibility()`) {
		t.Error("the page tells how to sort, which takes a script")
	}
	if n := len(js[[]string](b, between)); n < 2 {
		t.Errorf("%d wijken with their buurten below them", n)
	}
}
