package browser

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"wijkmonitor/generator/site"
)

// buildBilingual builds the demo in Dutch and English, and lets the hosts of
// this test serve it.
func buildBilingual(t *testing.T) {
	t.Helper()
	dataset, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(dataset, os.DirFS(filepath.Join(project, "datasets/demo"))); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dataset, "monitor.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append([]byte("languages: [nl, en]\n"), text...), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = site.Build(context.Background(), site.Options{
		Dataset: dataset, Content: filepath.Join(project, "content"), Templates: filepath.Join(project, "templates"), Out: dir,
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := demo
	demo = dir
	t.Cleanup(func() { demo = whole })
}

// dutchWords finds Dutch in what a page shows and names, but for names of
// regions and tables and what is marked as Dutch.
const dutchWords = `(() => {
	const text = [...document.querySelectorAll("main, header, footer, dialog")].map(e => {
		const copy = e.cloneNode(true);
		copy.querySelectorAll('[lang="nl"], pre, code, script, style, .kies-wat small').forEach(x => x.remove());
		const named = [...copy.querySelectorAll("[aria-label], [alt], [title]")].flatMap(x => [x.getAttribute("aria-label"), x.getAttribute("alt"), x.getAttribute("title")]);
		return copy.textContent + " " + named.join(" ");
	}).join(" ").replace(/Kerncijfers Merenland naar \w+( \(verzonnen\))?|Hoogmeer aan de Wiel|Centraal Bureau voor de Statistiek|#\w+/g, "");
	return [...new Set(text.match(/\b(het|een|van|niet|geen|zijn|wordt|cijfers?|inwoners|gemeenten?|wijken|buurten|onderwerp|groepen|lager|hoger|gemiddeld|voor|naar|gebied)\b/gi) ?? [])];
})()`

func (b *tab) isEnglish() {
	b.t.Helper()
	if words := js[[]string](b, dutchWords); len(words) > 0 {
		b.t.Errorf("%s says %q", js[string](b, "location.pathname"), words)
	}
}

// TestEnglish walks through the site in English: from the Dutch front page by the
// switch, by the search box to a municipality, a group, the proof of a number, a
// comparison, and back to the Dutch page of the same region.
func TestEnglish(t *testing.T) {
	buildBilingual(t)
	h := newHost(t, "/a/b/")
	b := newTab(t, 1280, 900)
	b.open(h.address(""))
	b.click(`nav.talen a[hreflang="en"]`)
	b.until("the English front page", `location.pathname === "/a/b/en/" && document.documentElement.lang === "en"`)
	b.isEnglish()
	b.typeIn("meerst")
	b.until("the list is English", suggestions+`[0]?.textContent === "Meerstede municipality"`)
	b.press(kb.ArrowDown + kb.Enter)
	b.until("the page of Meerstede", `location.pathname === "/a/b/en/gm9001/"`)
	b.isEnglish()

	b.choose("h-marokko")
	b.wheelOf("h-marokko")
	b.until("the tables are of the group", `document.getElementById("groep-melding").textContent.startsWith("The tables show the group: Morocco")`)
	b.isEnglish()
	// The difference is worked out by the script, from figures with a point.
	if wrong := js[[]string](b, `[...document.querySelectorAll('.cijfers tr[id^="i-"]')].flatMap(row => {
		const figure = /[−\d][\d,]*(\.\d+)?/.exec(row.cells[1].textContent)?.[0], difference = row.cells[3].textContent.trim();
		return difference === "" || (difference.split(".")[1] ?? "").length === (figure.split(".")[1] ?? "").length && !difference.includes(",") ? [] : [row.id + ": " + figure + " and " + difference];
	})`); len(wrong) > 0 {
		t.Errorf("differences with other decimals than their figures: %q", wrong)
	}
	if n := js[int](b, `[...document.querySelectorAll('.cijfers tr[id^="i-"]')].filter(row => /^[+−]\d/.test(row.cells[3].textContent.trim())).length`); n < 10 {
		t.Errorf("%d rows with a difference; 10 or more would be right", n)
	}
	b.click("#thema-arbeid summary")
	b.isEnglish()
	b.click("#i-bijstand button.bewijs")
	b.until("the proof is English", `document.querySelector("dialog[open]")?.innerText.includes("The true figure probably lies between")`)
	if said := js[string](b, `document.querySelector("dialog[open] h2").textContent`); said != "Residents with social assistance" {
		t.Errorf("the proof is of %q", said)
	}
	b.press(kb.Escape)

	b.click(`nav.talen a[hreflang="nl"]`)
	b.until("the Dutch page of Meerstede", `location.pathname === "/a/b/gm9001/" && document.documentElement.lang === "nl"`)

	b.open(h.address("en/vergelijk/?r=gm9001,nederland&i=bijstand&g=totaal,h-marokko"))
	b.until("the comparison is there", `document.getElementById("vergelijk-melding").textContent.startsWith("The table has 4 figures of 2 areas")`)
	b.isEnglish()
	if said := js[string](b, compared+`.join("\n")`); !strings.Contains(said, "Residents with social assistance") || !strings.Contains(said, "%") {
		t.Errorf("the table says %q", said)
	}
	if missed := h.missed(); len(missed) > 0 {
		t.Errorf("no answer to %v", missed)
	}
	b.clean()
}

// TestEnglish_Pages looks at a page of every kind in English, narrow and with
// axe-core.
func TestEnglish_Pages(t *testing.T) {
	source := axe(t)
	buildBilingual(t)
	h := newHost(t, "/")
	pages := kinds(t)
	every := slices.Sorted(maps.Keys(pages))
	for share := range tabs {
		t.Run(fmt.Sprintf("tab %d", share), func(t *testing.T) {
			t.Parallel()
			seen := map[string]bool{}
			b := newTab(t, 320, 800)
			for k := share; k < len(every); k += tabs {
				t.Run(every[k], func(t *testing.T) {
					b := b.within(t)
					b.open(h.address("en/" + pages[every[k]]))
					b.fits(320)
					b.isEnglish()
					js[any](b, source)
					if found := js[[]string](b, violations); len(found) > 0 {
						t.Errorf("%d findings, new:\n  %s", len(found), strings.Join(fresh(found, seen), "\n  "))
					}
					b.clean()
				})
			}
		})
	}
}
