package browser

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"wijkmonitor/generator/site"
)

// TestCompact visits a buurt in the form of few files: the search box leads to
// its part of the page of the wijk, whose figures can be traced too.
func TestCompact(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	_, err := site.Build(context.Background(), site.Options{
		Dataset: filepath.Join(project, "datasets/demo"), Content: filepath.Join(project, "content"),
		Templates: filepath.Join(project, "templates"), Out: dir, Compact: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := demo
	demo = dir
	defer func() { demo = whole }()
	h := newHost(t, "/")
	b := newTab(t, 1200, 900)
	b.open(h.address(""))
	b.typeIn("grachtengordel")
	b.press(kb.Enter)
	b.until("the search box leads to the buurt", `location.pathname.endsWith("/gm9001/wk900100/") && location.hash === "#bu90010002"`)
	b.until("it is at the top", `Math.abs(document.getElementById("bu90010002")?.getBoundingClientRect().top) < 40`)
	const row = `#bu90010002-i-bijstand`
	b.until("its figures are buttons", `document.querySelector('`+row+` button.bewijs')`)
	b.unfold()
	b.click(row + " button.bewijs")
	b.until("the proof is about the buurt", `document.querySelector("dialog[open]")?.innerText.includes("WijkenEnBuurten = BU90010002")`)
	b.press(kb.Escape)
	b.click(`#i-bijstand button.bewijs`)
	b.until("and that of the wijk about the wijk", `document.querySelector("dialog[open]")?.innerText.includes("WijkenEnBuurten = WK900100")`)
	b.press(kb.Escape)
	b.fits(1200)
	axe, err := os.ReadFile(filepath.Join(project, ".ci/node_modules/axe-core/axe.min.js"))
	if err != nil {
		lacking(t, "axe-core in .ci/node_modules")
	}
	js[any](b, string(axe)+"; null")
	if found := js[[]string](b, violations); len(found) > 0 {
		t.Errorf("%d findings:\n  %s", len(found), strings.Join(found, "\n  "))
	}
	b.clean()
}
