package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// withheldGroup finds a region page that offers a group whose figures are
// withheld, and the key of that group.
func withheldGroup(t *testing.T) (page, key string) {
	t.Helper()
	group := regexp.MustCompile(`id="g-([a-z0-9-]+)"(?:[^<]|<[^i/]|</label|</span|<img|</figure|</div)*?<p class="verborgen-cijfers"`)
	for _, f := range files(t, "index.html") {
		if !regexp.MustCompile(`^gm\w{4}/wk\w{6}/index`).MatchString(f) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(demo, filepath.FromSlash(f)))
		if err != nil {
			t.Fatal(err)
		}
		if m := group.FindSubmatch(b); m != nil {
			return f[:len(f)-len("index.html")], string(m[1])
		}
	}
	t.Fatal("no page of the demo offers a group that is withheld")
	return "", ""
}

// TestWithheldGroup chooses a group with too few people: the place of the
// wheel and every cell say so, and a link leads to the reason.
func TestWithheldGroup(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	page, key := withheldGroup(t)
	b := newTab(t, 1200, 900)
	b.open(h.address(page))
	b.unfold()
	b.choose(key)
	b.until("the place of the wheel says why", `[...document.querySelectorAll(".verborgen-cijfers")].filter(e => e.checkVisibility()).length === 1`)
	b.until("every cell says so", `[...document.querySelectorAll(".cijfer td:nth-child(2)")].every(e => /te weinig inwoners|niet gemeten|nog niet bekend|onbekend|kan niet/.test(e.innerText))`)
	b.until("no number of the whole population is left", `![...document.querySelectorAll(".cijfer td")].filter(e => e.checkVisibility()).some(e => /[0-9]/.test(e.innerText))`)
	b.fits(1200)
	b.click(".optie input:checked ~ figure a")
	b.until("the reason is explained", `location.hash === "#te-weinig-inwoners" && document.getElementById("te-weinig-inwoners")`)
}

// TestYears asks for all years without a script, and reads a gap as a screen
// reader does.
func TestYears(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address("gm9004/wk900403/"))
	const years = `[...document.querySelectorAll("#i-inwoners > td:nth-child(n+7)")].filter(e => e.checkVisibility())`
	b.until("the table is shut", `!document.getElementById("i-inwoners").checkVisibility()`)
	b.click(`#thema-demografie summary`)
	b.until("the years are not there yet", years+`.length === 0`)
	b.click(`label[for="alle-jaren"]`)
	b.until("the years are there", years+`.length === 11`)
	b.until("a figure of another area is not shown", years+`.some(e => e.innerText === "≠")`)
	b.until("and the sign is explained", `[...document.querySelectorAll("dl.tekens dt")].some(e => e.innerText.includes("≠ ander gebied") && e.checkVisibility())`)
	b.fits(390)
	b.click(`label[for="alle-jaren"]`)
	b.until("the years are gone", years+`.length === 0`)
}

// TestGapLeadsToItsReason follows the link of a cell without a number.
func TestGapLeadsToItsReason(t *testing.T) {
	h := newHost(t, "/")
	page, key := withheldGroup(t)
	b := newTab(t, 1200, 900)
	b.open(h.address(page) + "?groep=" + key)
	b.unfold()
	b.until("the cells say that there are too few people", `document.querySelector(".cijfer td.gat a")?.innerText === "∘ te weinig inwoners"`)
	b.click(".cijfer td.gat a")
	b.until("the reason is in view", `(e => e && e.innerText.includes("te klein") && e.getBoundingClientRect().top < innerHeight)(document.querySelector("dl.tekens > :target"))`)
}
