package browser

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// compared is the tables of the page that compares, as text: a line per row.
const compared = `[...document.querySelectorAll("#vergelijk-tabellen tr")].map(tr => [...tr.cells].map(c => c.innerText.replace(/\s+/g, " ").trim()).join(" | "))`

// comparison waits until the page says what its table has, and returns the rows.
func (b *tab) comparison(what string) []string {
	b.t.Helper()
	b.until(what, `/De tabel heeft|Kies een gebied/.test(document.getElementById("vergelijk-melding").textContent)`)
	return js[[]string](b, compared)
}

// tick opens the list that a box stands in, and ticks the box.
func (b *tab) tick(name, value string) {
	b.t.Helper()
	box := fmt.Sprintf(`#vergelijk-vorm input[name=%s][value=%q]`, name, value)
	if !js[bool](b, fmt.Sprintf(`document.querySelector(%q).checkVisibility()`, box)) {
		b.click(fmt.Sprintf(`#vergelijk-vorm details:has(input[name=%s]) summary`, name))
	}
	b.click(box)
	b.until("the address has "+value, fmt.Sprintf(`location.search.includes(%q)`, value))
}

// TestCompare walks from the page of a municipality to a comparison of one's
// own, and back to it by its address.
func TestCompare(t *testing.T) {
	h := newHost(t, "/a/b/")
	p := municipality(t)
	b := newTab(t, 1280, 900)
	start := "gm9002/"
	if p.path == start {
		start = "gm9001/"
	}
	b.open(h.address(start))
	b.click(`.vergelijk-met a[href$="?r=` + strings.TrimSuffix(start, "/") + `"]`)
	b.until("the page that compares", `location.pathname.endsWith("/vergelijk/")`)
	if rows := b.comparison("one region"); len(rows) != 2 {
		t.Fatalf("%q; a head and one row would be right", rows)
	}

	b.click("#zoek-gebied")
	b.press(firstLetters(p, 8))
	b.suggested(p)
	b.press(kb.ArrowDown + kb.Enter)
	b.until("the region is chosen", fmt.Sprintf(`document.getElementById("vergelijk-gekozen").innerText.includes(%q)`, p.name))
	b.until("it is said", fmt.Sprintf(`document.getElementById("vergelijk-melding").textContent.startsWith(%q)`, p.name+" is toegevoegd"))
	b.tick("i", "werkzoekenden")
	b.tick("g", "h-marokko")
	b.until("there are four rows", compared+`.length === 5`)
	rows := b.comparison("four rows")
	if text := strings.Join(rows, "\n"); !strings.Contains(text, p.name) || !strings.Contains(text, "nwoners met herkomst Marokko") || !strings.Contains(text, "Inwoners die werk zoeken") {
		t.Errorf("the table:\n%s", text)
	}
	if n := js[int](b, `document.querySelectorAll("#vergelijk-grafieken svg[role=img]").length`); n != strings.Count(rows[0], "|") {
		t.Errorf("%d charts for %d indicators", n, strings.Count(rows[0], "|"))
	}

	if !js[bool](b, `document.querySelector(".bij-groepen").checkVisibility()`) {
		t.Error("groups stand side by side, and nothing warns against causes")
	}
	address := js[string](b, "location.href")
	if link := js[string](b, `document.getElementById("vergelijk-link").value`); link != address || strings.Contains(link, "%") {
		t.Errorf("the link to copy is %s at %s", link, address)
	}
	b.open(address)
	if again := b.comparison("the same from the address"); !slices.Equal(rows, again) {
		t.Errorf("from the address:\n%q\nbefore:\n%q", again, rows)
	}

	// By keyboard alone: the last region goes, and the focus stays near.
	b.until("two regions", `document.querySelectorAll("#vergelijk-gekozen li").length === 2`)
	js[any](b, `document.querySelector("#vergelijk-gekozen li:last-child button:last-child").focus()`)
	b.press(kb.Enter)
	b.until("one region is left", `document.querySelectorAll("#vergelijk-gekozen li").length === 1`)
	b.until("the focus is on what is left", `document.activeElement.closest("#vergelijk-gekozen")`)
}

// TestCompare_CSV holds the file against the table: every cell, with its gap.
func TestCompare_CSV(t *testing.T) {
	h := newHost(t, "/")
	for name, address := range map[string]string{
		"one year": "vergelijk/?r=gm9001,gm9002,gm9001/wk900101,gm9001/bu90010100&i=inwoners,bijstand,eenzaamheid&g=totaal,h-marokko,eritrea",
		"years":    "vergelijk/?r=gm9001,gm9002&i=bijstand,koopwoningen&g=totaal,h-marokko&j=2019-2025",
	} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, 1280, 900)
			b.open(h.address(address))
			b.comparison("the table")
			js[any](b, `window.made = []; { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.made.push(blob); return make(blob); } } null`)
			b.click("#vergelijk-csv")
			b.until("a file is made", `window.made.length === 1`)
			file := js[string](b, `window.made[0].text()`)
			lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(file, "\uFEFF"), "\r\n"), "\r\n")
			// Of the table: region, group, number or sign. The years of the head are of its columns.
			cells := js[[]string](b, `[...document.querySelectorAll("#vergelijk-tabellen tbody tr")].flatMap(tr => [...tr.cells].slice(1).map(c =>
				[tr.cells[0].querySelector("a").textContent, tr.cells[0].querySelector(".groep").textContent,
				c.classList.contains("gat") ? c.textContent.split(" ")[0] : c.firstChild.textContent.replace(/[.%*]/g, "").replace("−", "-")].join(";")))`)
			if len(lines)-1 != len(cells) || len(cells) == 0 {
				t.Fatalf("%d rows in the file, %d cells in the table", len(lines)-1, len(cells))
			}
			for k, line := range lines[1:] {
				f := strings.Split(line, ";")
				if len(f) != 14 || f[1]+";"+f[3]+";"+f[7] != cells[k] || f[5] == "" || f[13] == "" {
					t.Errorf("row %d of the file is %q; the table has %q", k+1, line, cells[k])
				}
			}
		})
	}
}

// TestCompare_RefusesPolitely gives an address that nobody made for the page.
func TestCompare_RefusesPolitely(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(`vergelijk/?r=gm9001,gm0000,gm9001/wk900299,gm9001/../x,%3Cimg%20src=x%20onerror=alert(1)%3E&i=bijstand,geluk&g=totaal,%22%3E&j=2025-2015&q=1`))
	b.comparison("what is right is shown")
	said := js[string](b, `document.getElementById("vergelijk-fouten").innerText`)
	for _, want := range []string{"gm0000", "gm9001/wk900299", "gm9001/../x", "<img src=x onerror=alert(1)>", "geluk", `">`, "2025-2015", "“q”"} {
		if !strings.Contains(said, want) {
			t.Errorf("the message does not name %q:\n%s", want, said)
		}
	}
	if n := js[int](b, `document.querySelectorAll("#vergelijk-fouten img, #vergelijk-tabellen img").length`); n > 0 {
		t.Error("the address became HTML")
	}
	if rows := js[[]string](b, compared); len(rows) != 2 {
		t.Errorf("%q; a head and the one good region would be right", rows)
	}
	b.fits(390)
	b.open(h.address("vergelijk/?r=gm9001,gm9002,gm9003,gm9004,gm9005,gm9006,gm9007"))
	if rows := b.comparison("six regions"); len(rows) != 7 {
		t.Errorf("%d rows; a head and six regions would be right", len(rows))
	}
	if said := js[string](b, `document.getElementById("vergelijk-fouten").innerText`); !strings.Contains(said, "eerste 6") {
		t.Errorf("nothing says that a region was left out: %q", said)
	}
}

// TestCompare_FromDisk opens a comparison without a server.
func TestCompare_FromDisk(t *testing.T) {
	t.Parallel()
	dir := local(t, "")
	b := newTab(t, 1280, 900)
	b.open(onDisk(dir, "gm9002/index.html"))
	b.click(`.vergelijk-met a[href*="?r=gm9002,"]`)
	b.until("the page that compares", `location.pathname.endsWith("/vergelijk/index.html")`)
	if rows := b.comparison("the table"); len(rows) < 3 {
		t.Errorf("%q; two regions or more would be right", rows)
	}
	b.tick("g", "h-marokko")
	b.until("there are rows of the group", compared+`.some(r => r.includes("herkomst Marokko"))`)
	b.clean()
	b.click("#vergelijk-tabellen tbody th a")
	b.until("the page of a region", `document.querySelector(".kerncijfers")`)
}

// TestCompare_Accessible asks axe-core about a comparison, with the lists of
// choices open, light and dark.
func TestCompare_Accessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	h := newHost(t, "/")
	for _, colours := range []string{"light", "dark"} {
		b := newTab(t, 1280, 900, features("prefers-color-scheme", colours))
		for _, address := range []string{"?r=gm9001,gm9002,gm9001/bu90010100&i=inwoners,bijstand&g=totaal,h-marokko,eritrea&x=1", "?r=gm9001,gm9002&i=bijstand&g=totaal,h-marokko&j=2015-2025"} {
			b.open(h.address("vergelijk/" + address))
			b.comparison("the table")
			js[any](b, `document.querySelectorAll("details").forEach(d => { d.open = true; }); null`)
			js[any](b, string(axe)+"; null")
			if found := js[[]string](b, violations); len(found) > 0 {
				t.Errorf("%s %s:\n  %s", colours, address, strings.Join(found, "\n  "))
			}
		}
	}
}

// TestCompare_WithoutScript: what can be done without stands there, and nothing
// that needs a script.
func TestCompare_WithoutScript(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address("vergelijk/"))
	b.fits(390)
	if js[bool](b, `document.getElementById("vergelijk-vorm").checkVisibility()`) {
		t.Error("there is a form that does nothing")
	}
	b.click(".kant-en-klaar summary")
	b.until("ready comparisons and files are there", `[...document.querySelectorAll(".klaar a")].filter(a => a.checkVisibility() && /arbeid\/|cijfers\.csv/.test(a.href)).length > 10`)
}

// TestCompare_Prints shows the table and the chart on paper, without the form.
func TestCompare_Prints(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 800, 1000)
	b.open(h.address("vergelijk/?r=gm9001,gm9002&i=bijstand,inwoners"))
	b.comparison("the table")
	b.do(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	for what, want := range map[string]bool{"#vergelijk-vorm": false, ".kant-en-klaar": false, ".vergelijking": true, "#vergelijk-grafieken svg": true, ".vergelijk .let-op": true} {
		if got := js[bool](b, fmt.Sprintf(`document.querySelector(%q).checkVisibility()`, what)); got != want {
			t.Errorf("on paper %s is there: %v", what, got)
		}
	}
}

// TestCompare_PrintsYears prints eleven years of three regions for two groups:
// the names keep room beside the years, and it takes few sheets.
func TestCompare_PrintsYears(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address("vergelijk/?r=gm9001,gm9002/wk900201,nederland&i=bijstand&g=totaal,h-marokko&j=2015-2025"))
	b.comparison("the table")
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	if pages := len(pdfPage.FindAll(pdf, -1)); pages > 3 {
		t.Errorf("%d sheets; three at most would be right", pages)
	}
}

// TestCompare_InAnotherSite copies the code of a comparison and shows it in a
// page of another site: the same table, nothing to choose, a frame that fits,
// and a way to the whole.
func TestCompare_InAnotherSite(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/")
	const chosen = "?r=gm9001,gm9002/wk900201&i=bijstand,inwoners&g=totaal,h-marokko"
	b := newTab(t, 1000, 900)
	b.open(h.address("vergelijk/" + chosen))
	b.comparison("the table")
	whole := js[[]string](b, compared)
	b.click("#vergelijk-insluiten summary")
	code := js[string](b, `document.getElementById("vergelijk-code").textContent`)
	for _, want := range []string{
		`src="` + strings.ReplaceAll(h.address("vergelijk/insluiten/"+chosen), "&", "&amp;") + `"`,
		`title="Cijfers van Meerstede, Hofstede"`, `src="` + h.address("insluiten/insluiten.js") + `"`,
	} {
		if !strings.Contains(code, want) {
			t.Errorf("the code lacks %s:\n%s", want, code)
		}
	}

	b.open(h.address("vergelijk/insluiten/" + chosen))
	b.comparison("the table within")
	if got := js[[]string](b, compared); !slices.Equal(got, whole) {
		t.Errorf("within another site it shows\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(whole, "\n"))
	}
	if n := js[int](b, `[...document.querySelectorAll("input, select, button, header, nav")].filter(e => e.checkVisibility()).length`); n > 0 {
		t.Errorf("%d things to choose are in sight", n)
	}
	if n := js[int](b, `[...document.querySelectorAll("a:not([href^='#'])")].filter(a => a.target !== "_blank").length`); n > 0 {
		t.Errorf("%d links leave the frame for another page in it", n)
	}
	if back := js[string](b, `document.getElementById("vergelijk-terug").href`); back != h.address("vergelijk/"+chosen) {
		t.Errorf("the whole is at %s; %s would be right", back, h.address("vergelijk/"+chosen))
	}

	other, show := newOther(t)
	h.allow(t, other.URL)
	b.open(show(h, url.QueryEscape("vergelijk/insluiten/"+chosen)))
	b.until("the frame is higher than the page made it", fmt.Sprintf(`document.querySelector("iframe").clientHeight > %d`, 2*frameHeight))
}
