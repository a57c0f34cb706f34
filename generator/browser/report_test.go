package browser

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// print returns the page as PDF and how many sheets it has.
func (b *tab) print() (pdf []byte, sheets int) {
	b.t.Helper()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		b.t.Fatal(err)
	}
	return pdf, len(pdfPage.FindAll(pdf, -1))
}

// sheetA4 is the size of a sheet of A4 in points, as a PDF says it.
var sheetA4 = regexp.MustCompile(`/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]`)

// media shows the page as paper ("print") or as a screen ("").
func media(name string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name})
}

// TestReport follows the link of a region's page to its report and prints it:
// on several sheets with numbers, without menu, every table in full.
func TestReport(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["municipality"]))
	b.click(`.opvallend a.knop`)
	b.until("it is the report", `document.readyState === "complete" && document.querySelector(".rapport h1")?.textContent.startsWith("Rapport over ")`)
	pdf, whole := b.print()
	if !sheetA4.Match(pdf) {
		t.Error("the sheets are not of the size A4")
	}
	if whole < 5 || whole > 40 {
		t.Errorf("%d sheets; five to forty would be right", whole)
	}
	if !js[bool](b, `[...document.styleSheets[0].cssRules].some(r => r instanceof CSSPageRule && r.cssText.includes("counter(page)"))`) {
		t.Error("no rule numbers the pages")
	}
	b.themesInTheLight()
	b.do(media("print"))
	if cut := js[[]string](b, `[...document.querySelectorAll(".rapporttaart, .verloop, .verslag tr, .pergroep tr")].filter(e => getComputedStyle(e).breakInside !== "avoid").map(e => e.cloneNode(false).outerHTML)`); len(cut) > 0 {
		t.Errorf("%d charts and rows may be cut by the edge of a page, the first is %s", len(cut), cut[0])
	}
	for _, gone := range []string{".menu", ".zoek", ".deelkeuze", ".kruimels"} {
		if js[bool](b, `document.querySelector("`+gone+`").checkVisibility()`) {
			t.Errorf("%s is printed", gone)
		}
	}
	b.do(media(""))
	b.click(`.groeplinks a[href="#groep-h-marokko"]`)
	b.until("the others are gone", `[...document.querySelectorAll(".rapport section.g")].filter(e => e.checkVisibility()).length === 1`)
	js[any](b, `addEventListener("beforeprint", () => window.onPaper = [document.title, document.querySelector(".rapport h1").textContent, [...document.querySelectorAll(".rapport > section h2")].find(e => e.checkVisibility()).textContent])`)
	if n := js[int](b, `[...document.querySelectorAll(".een")].filter(e => e.checkVisibility()).length`); n < 4 {
		t.Errorf("%d themes tell of the group; four at least would be right", n)
	}
	if parts := js[[]int](b, `["tbody", "tr.g"].map(s => [...document.querySelectorAll("table.pergroep " + s)].filter(e => e.checkVisibility()).length)`); parts[0] == 0 || parts[0] != parts[1] {
		t.Errorf("%d parts of tables of a classification are shown, with %d rows of the group; one row each would be right", parts[0], parts[1])
	}
	if rows := js[int](b, `[...document.querySelectorAll("table.pergroep tr.g")].filter(e => e.checkVisibility() && !e.classList.contains([...document.querySelector(":target").classList].at(-1))).length`); rows > 0 {
		t.Errorf("%d rows of other groups are shown", rows)
	}
	_, one := b.print()
	if one < 2 || one >= whole {
		t.Errorf("one group takes %d sheets, all take %d", one, whole)
	}
	if said := js[[]string](b, `window.onPaper`); len(said) != 3 || !strings.Contains(said[0], "herkomst Marokko") || !strings.Contains(said[1], ": inwoners met herkomst Marokko") || !strings.HasPrefix(said[2], "Inwoners met herkomst Marokko") {
		t.Errorf("title, heading and first part on paper are %q; all should name the group", said)
	}
	b.click(`.terug a`)
	b.until("its name is gone, and all in order", `!document.title.includes("Marokko") && document.querySelector(".rapport > section h2").id === "kort"`)
	b.until("all are back", `[...document.querySelectorAll(".rapport section.g")].every(e => e.checkVisibility())`)
	t.Logf("%d sheets, of one group %d", whole, one)
}

// themesInTheLight asks of the wheel of each theme that it pales the others and
// leaves this one: no part of the circle is in the light twice, and next to all
// of it once.
func (b *tab) themesInTheLight() {
	b.t.Helper()
	twice, never, wheels := 0, 0, 0
	for _, n := range js[[]int](b, `(veils => [veils.length, ...Array.from({ length: 360 }, (_, a) => {
		const at = new DOMPoint(150 * Math.sin((a + .5) * Math.PI / 180), -150 * Math.cos((a + .5) * Math.PI / 180));
		return veils.filter(v => !v.isPointInFill(at)).length;
	})])([...document.querySelectorAll(".rapport .deel:not(.g) .venster path")])`) {
		switch {
		case wheels == 0:
			wheels = n
		case n == 0:
			never++
		case n > 1:
			twice++
		}
	}
	if wheels < 5 || twice > 0 || never > 10 {
		b.t.Errorf("%d wheels of themes; %d degrees of the circle are in the light twice, %d never", wheels, twice, never)
	}
}

// TestReport_Size holds the sizes of reports.
func TestReport_Size(t *testing.T) {
	t.Parallel()
	for kind, limit := range map[string]int{"report": 60 * kB, "report of a wijk": 25 * kB} {
		within(t, kinds(t)[kind]+"index.html", limit)
	}
}
