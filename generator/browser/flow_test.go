package browser

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestFlow walks as a visitor does, in one go: from a municipality to a wijk, a
// group, the wheel, a slice, its row, the dashboard of a theme, a comparison
// with its chart, the details of an indicator, the groups and the report, which
// is printed. Without JavaScript the same way is there, but for the comparison,
// of which the page says so and leads to what is ready made.
func TestFlow(t *testing.T) {
	t.Parallel()
	t.Run("with JavaScript", func(t *testing.T) {
		f := newFlow(t)
		f.toDashboard(func(key string) { f.wheelOf(key) })
		f.click(`main .verder a[href*="vergelijk/?r="]`)
		f.comparison("the region is compared")
		f.until("there is a chart with its words", `document.querySelector("#vergelijk-grafieken figure figcaption").textContent && document.querySelector("#vergelijk-grafieken svg[role=img]")`)
		f.click(`#vergelijk-voorstellen button`)
		f.until("another region is beside it", `document.querySelectorAll("#vergelijk-gekozen li").length > 1`)
		f.toReport()
	})
	t.Run("without JavaScript", func(t *testing.T) {
		f := newFlow(t, noScript())
		f.toDashboard(func(key string) { f.drawingOf(key) })
		f.click(`main .verder a[href*="vergelijk/?r="]`)
		f.until("the page says what it cannot do", `document.querySelector("#vergelijk > noscript")?.checkVisibility() || [...document.querySelectorAll("noscript p")].some(e => e.checkVisibility())`)
		f.click(`.kant-en-klaar summary`)
		f.click(`.klaar a[href$="/arbeid/"]`)
		f.until("a dashboard that is ready made", `document.querySelectorAll(".stippen .stipplot").length > 10`)
		f.toReport()
	})
}

// A flow is a tab with the place where it walks.
type flow struct {
	*tab
	h    *host
	wijk string
}

func newFlow(t *testing.T, settings ...chromedp.Action[chromedp.Void]) *flow {
	h := newHost(t, "/a/b/")
	return &flow{tab: newTab(t, 1280, 900, settings...), h: h, wijk: kinds(t)["wijk"]}
}

// toDashboard walks from a municipality to the dashboard of a theme in a wijk.
func (f *flow) toDashboard(drawn func(group string)) {
	f.t.Helper()
	f.open(f.h.address(kinds(f.t)["municipality"]))
	f.click(fmt.Sprintf(`.gebieden a[href$=%q]`, f.wijk))
	f.until("the wijk", fmt.Sprintf(`location.pathname.endsWith(%q)`, f.wijk))
	group := f.someGroup()
	f.choose(group)
	drawn(group)
	f.choose("totaal")
	f.until("the wheel of everybody", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
	slice := js[string](f.tab, `(() => {
		for (const a of document.querySelectorAll('svg.wiel a[href^="#i-"]')) {
			a.scrollIntoView({ block: "center", behavior: "instant" });
			const r = a.getBoundingClientRect();
			if (a.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2))) return a.getAttribute("href");
		}
		return "";
	})()`)
	f.click(fmt.Sprintf(`svg.wiel a[href=%q]`, slice))
	f.until("the row of the slice", fmt.Sprintf(`document.querySelector(":target")?.id === %q`, slice[1:]))
	f.click(`#thema-wonen .naar a`)
	f.until("the dashboard of the theme", `document.querySelectorAll(".stippen .stipplot").length > 5`)
}

// toReport walks from where it is to the details of an indicator, the groups of
// the wijk and its report on paper.
func (f *flow) toReport() {
	f.t.Helper()
	f.open(f.h.address(f.wijk + "wonen/"))
	f.click(`section.thema h2 a[href*="indicatoren/"]`)
	f.until("the details of the indicator", `location.pathname.includes("/indicatoren/") && document.querySelector("#ranglijst table")`)
	f.open(f.h.address(f.wijk))
	f.click(`.verder a[href="groepen/"]`)
	f.until("all groups side by side", `document.querySelectorAll("table.matrix td").length > 20`)
	f.open(f.h.address(f.wijk))
	f.click(`.opvallend a.knop`)
	f.until("the report", `document.readyState === "complete" && document.querySelector(".rapport h1")`)
	pdf, sheets := f.print()
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || sheets < 3 || sheets > 40 {
		f.t.Errorf("%d sheets of paper, %d bytes; three to forty sheets of PDF would be right", sheets, len(pdf))
	}
}
