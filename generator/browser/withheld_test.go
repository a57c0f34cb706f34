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
	h := newHost(t, "/")
	page, key := withheldGroup(t)
	b := newTab(t, 1200, 900)
	b.open(h.address(page))
	b.choose(key)
	b.until("the place of the wheel says why", `[...document.querySelectorAll(".verborgen-cijfers")].filter(e => e.checkVisibility()).length === 1`)
	b.until("every cell says so", `[...document.querySelectorAll("td.v")].every(e => /te weinig inwoners|niet gemeten|nog niet bekend|onbekend|kan niet/.test(e.innerText))`)
	b.until("no number of the whole population is left", `![...document.querySelectorAll("td.v, td.nl, td.gm")].some(e => /[0-9]/.test(e.innerText))`)
	b.fits(1200)
	b.click(".optie input:checked ~ figure a")
	b.until("the reason is explained", `location.hash === "#te-weinig-inwoners" && document.getElementById("te-weinig-inwoners")`)
}

// TestYears opens the page of all years and reads a gap as a screen reader does.
func TestYears(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address("gm9004/wk900403/"))
	b.click(`a[href="jaren/"]`)
	b.until("the years are there", `document.querySelector("table.jaren")`)
	b.until("a line has a text", `/van .* in 20\d\d naar .* in 20\d\d\. Geen cijfer: /.test(document.querySelector("svg.lijn").getAttribute("aria-label"))`)
	b.until("a figure of another area is not shown, and says so", `[...document.querySelectorAll("abbr.gat")].some(e => e.innerText === "≠" && e.title === "ander gebied")`)
	b.fits(390)
}
