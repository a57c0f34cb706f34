package browser

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp"
)

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// TestPrint prints a region page to PDF: it has pages, and not many.
func TestPrint(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["municipality"]))
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	pages := len(pdfPage.FindAll(pdf, -1))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || pages == 0 || pages > 12 {
		t.Errorf("%d bytes and %d pages of PDF; one to twelve pages would be right", len(pdf), pages)
	}
	t.Logf("%d pages, %d bytes", pages, len(pdf))
}
