package browser

import (
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
	b.until("it is the report", `document.querySelector(".rapport h1")?.textContent.startsWith("Rapport over ")`)
	_, whole := b.print()
	if whole < 5 || whole > 40 {
		t.Errorf("%d sheets; five to forty would be right", whole)
	}
	if !js[bool](b, `[...document.styleSheets[0].cssRules].some(r => r instanceof CSSPageRule && r.cssText.includes("counter(page)"))`) {
		t.Error("no rule numbers the pages")
	}
	b.do(media("print"))
	for _, gone := range []string{".menu", ".zoek", ".deelkeuze", ".kruimels"} {
		if js[bool](b, `document.querySelector("`+gone+`").checkVisibility()`) {
			t.Errorf("%s is printed", gone)
		}
	}
	b.do(media(""))
	b.click(`.groeplinks a[href="#groep-h-marokko"]`)
	b.until("the others are gone", `[...document.querySelectorAll(".rapport section.g")].filter(e => e.checkVisibility()).length === 1`)
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
	b.click(`.terug a`)
	b.until("all are back", `[...document.querySelectorAll(".rapport section.g")].every(e => e.checkVisibility())`)
	t.Logf("%d sheets, of one group %d", whole, one)
}

// TestReport_Size holds the sizes of reports.
func TestReport_Size(t *testing.T) {
	t.Parallel()
	for kind, limit := range map[string]int{"report": 60 * kB, "report of a wijk": 25 * kB} {
		within(t, kinds(t)[kind]+"index.html", limit)
	}
}
