package browser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

// suggestions are the options that can be seen.
const suggestions = `[...document.querySelectorAll('[role="listbox"] [role="option"]')].filter(e => e.checkVisibility())`

// municipality names a municipality of the demo whose name has eight plain
// letters or more, and where its page stands.
func municipality(t *testing.T) place {
	t.Helper()
	for _, f := range files(t, "/index.html") {
		if !regionPage.MatchString(f) || strings.Count(f, "/") != 1 || strings.HasPrefix(f, "nederland") {
			continue
		}
		p := place{path: strings.TrimSuffix(f, "index.html")}
		elements(t, f, func(n *html.Node) {
			if n.Data == "h1" {
				for c := range n.ChildNodes() {
					if c.Type == html.TextNode {
						p.name += c.Data
					}
				}
			}
		})
		p.name = strings.TrimSpace(p.name)
		if letters := firstLetters(p, 8); len(letters) == 8 {
			return p
		}
	}
	t.Fatal("no municipality of the demo has a name of eight plain letters")
	return place{}
}

type place struct{ name, path string }

// firstLetters returns the first n letters of a name that starts with so many
// letters a to z.
func firstLetters(p place, n int) string {
	folded := strings.ToLower(p.name)
	for i := range folded {
		if i == n {
			return folded[:n]
		}
		if folded[i] < 'a' || folded[i] > 'z' {
			return ""
		}
	}
	if len(folded) == n {
		return folded
	}
	return ""
}

// typeIn types in the search box of the header, key by key.
func (b *tab) typeIn(letters string) {
	b.t.Helper()
	b.click("header form.zoek input")
	b.press(letters)
}

// suggested waits until a place is the first of the suggestions.
func (b *tab) suggested(p place) {
	b.t.Helper()
	b.until("the list begins with "+p.name, fmt.Sprintf("%s[0]?.textContent.includes(%q)", suggestions, p.name))
}

func TestSearch(t *testing.T) {
	h := newHost(t, "/a/b/")
	p := municipality(t)
	typed := map[string]string{
		"first letters":  firstLetters(p, 4),
		"capitals":       strings.ToUpper(firstLetters(p, 4)),
		"a wrong letter": firstLetters(p, 8)[:5] + "q" + firstLetters(p, 8)[6:],
		"a letter less":  firstLetters(p, 8)[:4] + firstLetters(p, 8)[5:],
		"the code":       strings.Trim(p.path, "/"),
	}
	for what, letters := range typed {
		t.Run(what, func(t *testing.T) {
			b := newTab(t, 390, 800)
			b.open(h.address(""))
			b.typeIn(letters)
			b.suggested(p)
			b.fits(390)
		})
	}
}

// TestSearch_Budget counts what the first suggestions take, for the names of all
// municipalities of the demo: the list that comes with the focus, and what comes
// with the first letters.
func TestSearch_Budget(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, command(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}))
	b.open(h.address(""))
	names := js[[]string](b, `[...document.querySelectorAll('main a[href^="gm"]')].map(a => a.textContent.trim()).filter(n => /^[a-z]{4}/i.test(n))`)
	var taken []int
	for _, name := range names {
		b.open(h.address(""))
		h.sent()
		b.typeIn(name[:3])
		b.until("there are suggestions for "+name[:3], suggestions+".length > 0")
		n := 0
		for _, file := range h.sent() {
			n += gzipped(t, file)
		}
		taken = append(taken, n)
	}
	if len(taken) < 5 {
		t.Fatalf("%d municipalities to look for: %q", len(taken), names)
	}
	slices.Sort(taken)
	t.Logf("first suggestions for %d names: median %d, at most %d bytes gzipped", len(taken), taken[len(taken)/2], taken[len(taken)-1])
	if median, most := taken[len(taken)/2], taken[len(taken)-1]; median == 0 || median > 6*kB || most > 17*kB {
		t.Errorf("suggestions take %d bytes at the median and %d at most; 6 and 17 kB at most would be right", median, most)
	}
}

// TestSearchOnHome uses the large box of the front page.
func TestSearchOnHome(t *testing.T) {
	h := newHost(t, "/a/b/")
	p := municipality(t)
	b := newTab(t, 390, 800)
	b.open(h.address(""))
	b.click("main form.zoek input")
	b.press(firstLetters(p, 8))
	b.suggested(p)
	b.press(kb.ArrowDown + kb.Enter)
	b.until("the page of "+p.name, fmt.Sprintf("location.pathname === %q", "/a/b/"+p.path))
}

// TestSearchByKeyboard chooses with the arrow and Enter, from a page two
// folders deep.
func TestSearchByKeyboard(t *testing.T) {
	h := newHost(t, "/a/b/")
	p := municipality(t)
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["wijk"]))
	b.typeIn(firstLetters(p, 8))
	b.suggested(p)
	if !js[bool](b, `document.querySelector("header form.zoek input").getAttribute("aria-expanded") === "true"`) {
		t.Error("the box does not say that its list is open")
	}
	b.press(kb.ArrowDown)
	b.until("the box names the chosen suggestion", `(id => id && document.getElementById(id).getAttribute("aria-selected") === "true")(document.querySelector("header form.zoek input").getAttribute("aria-activedescendant"))`)
	b.press(kb.Enter)
	b.until("the page of "+p.name, fmt.Sprintf("location.pathname === %q", "/a/b/"+p.path))
}

// TestSearch_KeepsWhatIsChosen goes down a list while the one for more letters
// is on its way: the region that was chosen is the one that opens.
func TestSearch_KeepsWhatIsChosen(t *testing.T) {
	h := newHost(t, "/a/b/")
	p := municipality(t)
	b := newTab(t, 1280, 900)
	b.open(h.address(""))
	letters := []rune(firstLetters(p, 4))
	b.typeIn(string(letters[:1]))
	b.until("there is a list", suggestions+`.length > 1`)
	at := js[int](b, fmt.Sprintf(`%s.findIndex(e => e.textContent.includes(%q))`, suggestions, p.name))
	if at < 0 {
		t.Fatalf("%s is not suggested for %q", p.name, letters[:1])
	}
	js[bool](b, `(() => {
		const get = window.fetch;
		window.fetch = (...of) => new Promise(done => setTimeout(done, 1500)).then(() => get(...of));
		document.querySelector('[role="listbox"] [role="option"]').dataset.first = "";
		return true;
	})()`)
	b.press(string(letters[1:]) + strings.Repeat(kb.ArrowDown, at+1))
	chosen := fmt.Sprintf(`document.querySelector('[role="option"][aria-selected="true"]')?.textContent.includes(%q)`, p.name)
	b.until(p.name+" is chosen", chosen)
	b.until("the new list is there", `!document.querySelector("[data-first]")`)
	b.until("it is chosen still", chosen)
	b.press(kb.Enter)
	b.until("the page of "+p.name, fmt.Sprintf("location.pathname === %q", "/a/b/"+p.path))
}

// TestSearchEscape closes the list and leaves the box where it was.
func TestSearchEscape(t *testing.T) {
	h := newHost(t, "/")
	p := municipality(t)
	b := newTab(t, 390, 800)
	b.open(h.address(""))
	b.typeIn(firstLetters(p, 4))
	b.suggested(p)
	b.press(kb.Escape)
	b.until("the list is closed", suggestions+`.length === 0 && document.querySelector("header form.zoek input").getAttribute("aria-expanded") === "false"`)
}

func TestSearchWithoutResult(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(""))
	before := js[string](b, "document.body.innerText")
	b.typeIn("xqzwxqzw")
	b.until("a text says so", fmt.Sprintf(`%s.length === 0 && document.body.innerText !== %q && /niet|geen/i.test(document.querySelector("header form.zoek").innerText)`, suggestions, before))
	b.fits(390)
}

// A postcode of the demo, and the neighbourhood that comes first in it.
type posted struct{ code, region string }

// postcodes reads from the table of the demo a postcode of one neighbourhood,
// and one that two share, of which the first has more lines.
func postcodes(t *testing.T) (one, shared posted) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(project, "datasets/demo/postcodes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	regions := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), ";")
		regions[f[0]] = append(regions[f[0]], strings.ToLower(f[2]))
	}
	for _, code := range slices.Sorted(maps.Keys(regions)) {
		switch all := regions[code]; {
		case len(all) == 1 && !strings.HasPrefix(code, "PC6"):
			one = posted{code, all[0]}
		case len(all) == 3 && all[0] == all[1] && all[1] != all[2]:
			shared = posted{code, all[0]}
		}
	}
	return one, shared
}

func (p posted) page() string { return "gm" + p.region[2:6] + "/" + p.region + "/" }

// TestSearchPostcode types postcodes in all the ways people do.
func TestSearchPostcode(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/")
	one, shared := postcodes(t)
	b := newTab(t, 390, 800)
	for _, typed := range []posted{one, {one.code[:4] + " " + one.code[4:], one.region}, {strings.ToLower(one.code), one.region}, shared} {
		b.open(h.address(""))
		if label := js[string](b, `document.querySelector("main form.zoek label").textContent`); !strings.Contains(label, "postcode") {
			t.Errorf("the label is %q; one that speaks of postcodes would be right", label)
		}
		b.typeIn(typed.code)
		b.until("a neighbourhood is suggested", suggestions+`.some(e => e.textContent.includes("buurt in"))`)
		b.fits(390)
		b.press(kb.ArrowDown + kb.Enter)
		b.until("the page of "+typed.region, fmt.Sprintf("location.pathname === %q", "/a/b/"+typed.page()))
	}
	b.open(h.address(""))
	b.typeIn(shared.code)
	b.until("both neighbourhoods are suggested", suggestions+".length === 2")
	b.open(h.address(""))
	b.typeIn(one.code[:4])
	b.until("wijk and buurten of four digits", fmt.Sprintf(`(l => l.length > 2 && l[0].textContent.includes("wijk in") && l[1].textContent.includes("buurt in"))(%s)`, suggestions))
	for typed, says := range map[string]string{"9999ZZ": "Postcode 9999 ZZ staat niet in deze monitor", "0999": "Postcode 0999 staat niet", "01": "Typ een postcode helemaal"} {
		b.open(h.address(""))
		b.typeIn(typed)
		b.until("the box says so", fmt.Sprintf(`%s.length === 0 && document.querySelector("header form.zoek .status").textContent.startsWith(%q)`, suggestions, says))
		b.fits(390)
	}
	b.clean()
}

// TestSearchPostcodeFromDisk searches in an archive, and in a bundle, which has
// the postcodes of its own municipality alone.
func TestSearchPostcodeFromDisk(t *testing.T) {
	t.Parallel()
	one, _ := postcodes(t)
	other := "GM9001"
	if one.page()[:6] == strings.ToLower(other) {
		other = "GM9002"
	}
	for name, only := range map[string]string{"archive": "", "bundle": strings.ToUpper(one.page()[:6]), "bundle of another": other} {
		t.Run(name, func(t *testing.T) {
			dir := local(t, only)
			b := newTab(t, 390, 800)
			b.open(onDisk(dir, "index.html"))
			b.typeIn(one.code)
			if only == other {
				b.until("the box says that it is not there", `document.querySelector("header form.zoek .status").textContent.includes("staat niet in deze monitor")`)
				return
			}
			b.until("its neighbourhood is suggested", suggestions+".length === 1")
			b.press(kb.ArrowDown + kb.Enter)
			b.until("its page", fmt.Sprintf("location.pathname.endsWith(%q)", "/"+one.page()+"index.html"))
			b.clean()
		})
	}
}
