package browser

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// asDrawn is what a file may not have: the looks of a drawing come from the
// style sheet of the page, which a file does not have beside it.
var asDrawn = regexp.MustCompile(`class=|style=|var\(|NaN|Infinity|undefined`)

// TestTake takes every kind of chart away: as a picture that stands by itself,
// and its figures for a spreadsheet.
func TestTake(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/")
	for name, of := range map[string]struct {
		page, chart, table string
		names              string // what the picture must name, as an expression
	}{
		"dashboard": {"gm9001/arbeid/", "#i-bijstand", "#i-bijstand table", `[...document.querySelectorAll("#i-bijstand tbody tr")].flatMap(r => [r.cells[0].innerText, r.cells.length > 1 ? (r.cells[1].querySelector(".bewijs") ?? r.cells[1]).firstChild.textContent : r.cells[0].innerText])`},
		"spread":    {"indicatoren/bijstand/", "#spreiding", "#ranglijst table", `[...document.querySelectorAll("#spreiding svg text")].map(e => e.textContent)`},
		"years":     {"indicatoren/bijstand/", "#verloop figure:first-child", "#verloop table", `[...document.querySelectorAll("#verloop figure:first-child ol > li")].map(e => e.innerText.split(" ")[0])`},
		"map":       {"kaart/bijstand/", ".kaartuitleg", "#ranglijst table", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, 1280, 900)
			b.open(h.address(of.page))
			js[any](b, `window.made = []; { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.made.push(blob); return make(blob); } } null`)
			b.click(of.chart + " .neem summary")
			b.until("it is open", `document.querySelector("`+of.chart+` .neem").open`)
			cite := js[string](b, `document.querySelector("`+of.chart+` .citaat").textContent.trim()`)
			if !strings.HasPrefix(cite, "Inwoners met bijstand") || !strings.Contains(cite, "editie 2025. "+h.address(of.page)+"#") {
				t.Errorf("it is to be named %q; what, where, the edition and the address of the chart would be right", cite)
			}
			b.until("the buttons are there", `document.querySelector("`+of.chart+` .neem button")`)
			buttons := js[[]string](b, `[...document.querySelectorAll("`+of.chart+` .neem button")].map(e => e.textContent)`)
			if of.names != "" {
				b.click(of.chart + " .neem button")
				b.until("a picture is made", `window.made.length === 1`)
				checkPicture(t, name, js[string](b, `window.made[0].text()`), append(js[[]string](b, of.names), js[string](b, `document.querySelector("h1").firstChild.textContent`), cite[:20]))
				buttons = buttons[1:]
			}
			if len(buttons) != 2 {
				t.Fatalf("buttons %q", buttons)
			}
			js[any](b, `window.made = []; null`)
			b.click(of.chart + " .neem button:nth-last-of-type(2)")
			b.until("a file is made", `window.made.length === 1`)
			checkFigures(t, b, of.table, js[string](b, `window.made[0].text()`))
		})
	}
}

// checkPicture holds a picture against what it must name.
func checkPicture(t *testing.T, name, picture string, names []string) {
	t.Helper()
	if dir := os.Getenv("WIJKMONITOR_PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".svg"), []byte(picture), 0o644); err != nil {
			t.Error(err)
		}
	}
	if bad := asDrawn.FindString(picture); bad != "" {
		t.Errorf("the picture has %q", bad)
	}
	var texts strings.Builder
	for d := xml.NewDecoder(strings.NewReader(picture)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("the picture is not well-formed: %v", err)
		}
		if text, is := token.(xml.CharData); is {
			texts.Write(text)
			texts.WriteByte(' ')
		}
	}
	all := strings.Join(strings.Fields(texts.String()), " ")
	if len(names) < 3 {
		t.Fatalf("%d names to look for", len(names))
	}
	for _, want := range names {
		if want = strings.Join(strings.Fields(want), " "); !strings.Contains(all, want) {
			t.Errorf("the picture does not have %q; it has %.400q", want, all)
		}
	}
}

// checkFigures holds a file against the table that it was made of.
func checkFigures(t *testing.T, b *tab, table, file string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(file, "\uFEFF"), "\r\n"), "\r\n")
	head := strings.Split(lines[0], ";")
	if head[0] != "deel van de tabel" || head[len(head)-1] != "bron" {
		t.Errorf("the head is %q", lines[0])
	}
	// Who, and every number: what a cell shows without its small print.
	rows := js[[][]string](b, `[...document.querySelectorAll("`+table+` tbody tr")].filter(r => r.cells.length > 1).map(r => [...r.cells].map(c => {
		const copy = c.cloneNode(true);
		copy.querySelectorAll("small, i, svg, b, .verborgen").forEach(e => e.remove());
		return copy.textContent.trim().replace(/^([+−]?)(\d[\d.,]*)%?\*?$/, (_, sign, n) => sign.replace("+", "").replace("−", "-") + n.replaceAll(".", ""));
	}).filter(text => text !== ""))`)
	if len(rows) != len(lines)-1 || len(rows) < 3 {
		t.Fatalf("%d rows in the file, %d in the table", len(lines)-1, len(rows))
	}
	for k, line := range lines[1:] {
		fields := strings.Split(line, ";")
		if len(fields) != len(head) || !strings.Contains(fields[len(fields)-1], "editie 2025") {
			t.Errorf("row %d has %d fields, the head %d: %q", k+1, len(fields), len(head), line)
		}
		at := 0
		for _, want := range rows[k] {
			for at < len(fields) && fields[at] != want {
				at++
			}
			if at == len(fields) {
				t.Fatalf("row %d of the file lacks %q, or has it elsewhere: %q; the table has %q", k+1, want, line, rows[k])
			}
			at++
		}
	}
}
