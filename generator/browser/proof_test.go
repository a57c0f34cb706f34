package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The proof of an own area names the regions that it counts.
func TestProofOfAnOwnArea(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address("gebieden/woongoed-noord/"))
	b.unfold()
	b.click(`#i-inwoners button.bewijs`)
	b.until("the proof names the parts", `document.querySelector("dialog[open]")?.innerText.includes("WijkenEnBuurten = BU90010100 + BU90010101 + ")`)
	b.fits(390)
}

// TestProofOfANumber asks where a number comes from, for everybody and for a
// group: the proof names table, row and column, and the word of the table.
func TestProofOfANumber(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 1200, 900)
	b.open(h.address(kinds(t)["wijk"]))
	b.unfold()
	const row = `#i-bijstand`
	b.until("figures are buttons", `document.querySelector('`+row+` button.bewijs')`)
	word := js[string](b, `document.querySelector('`+row+` td:nth-child(3)').innerText.trim()`)
	b.click(row + " button.bewijs")
	b.until("the proof is open", `document.querySelector("dialog[open] dl")`)
	proof := js[string](b, `document.querySelector("dialog[open]").innerText`)
	for _, want := range []string{"90002DEM", "WijkenEnBuurten = WK", "Herkomst = T01", "Perioden = 20", "Bijstand", "Spreiding", "Woord", word} {
		if !strings.Contains(proof, want) {
			t.Errorf("the proof lacks %q:\n%s", want, proof)
		}
	}
	b.press(kb.Escape)
	b.until("it is closed by the keyboard", `!document.querySelector("dialog[open]")`)
	if at := js[string](b, `document.activeElement.closest("tr")?.id ?? ""`); at != "i-bijstand" {
		t.Errorf("the focus is at %q; the figure would be right", at)
	}
	key := b.someGroup()
	b.choose(key)
	b.until("the figures of the group are buttons too", `[...document.querySelectorAll('tr[id^="i-"] > td:nth-child(2)')].every(e => e.querySelector("button") || e.className === "gat")`)
	b.click(`#i-inwoners button.bewijs`)
	b.until("the proof of the group is open", `document.querySelector("dialog[open]")?.innerText.includes("Herkomst = H31")`)
	b.clean()
}

// TestProofOnATheme asks on the page of a theme where the number of a group comes
// from: the proof is of the group of that row.
func TestProofOnATheme(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 1200, 900)
	b.open(h.address("gm9001/arbeid/"))
	const row = `#i-bijstand tbody:nth-of-type(2) tr:nth-child(5)`
	b.until("figures are buttons", `document.querySelector('`+row+` button.bewijs')`)
	figure := js[string](b, `document.querySelector('`+row+` button.bewijs').firstChild.textContent`)
	word := js[string](b, `document.querySelector('`+row+` td:nth-child(3)').innerText.trim()`)
	b.click(row + " button.bewijs")
	b.until("the proof is open", `document.querySelector("dialog[open] dl")`)
	proof := js[string](b, `document.querySelector("dialog[open]").innerText`)
	for _, want := range []string{"Inwoners met bijstand", strings.TrimSuffix(figure, "*"), "Herkomst: Marokko", "90002DEM", "WijkenEnBuurten = GM9001, Herkomst = H31, Perioden = 20", word + ". Van de woorden"} {
		if !strings.Contains(proof, want) {
			t.Errorf("the proof lacks %q:\n%s", want, proof)
		}
	}
	if n := js[int](b, `document.querySelectorAll(".stippen tr:has(th a) button.bewijs").length`); n > 0 {
		t.Errorf("%d figures of other regions ask for a proof that this page does not have", n)
	}
	b.clean()
}
