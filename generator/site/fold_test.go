package site

import (
	"bytes"
	"context"
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

// demoOptions builds the demo country into a new folder.
func demoOptions(t *testing.T) Options {
	return Options{
		Dataset: filepath.Join("..", "..", "datasets", "demo"),
		Content: filepath.Join("..", "..", "content"), Templates: filepath.Join("..", "..", "templates"),
		Out: filepath.Join(t.TempDir(), "public"),
	}
}

// In the compact form every region of the demo is on a page, with the figures
// that it has in the full form, and every link leads to where it says.
func TestCompact_KeepsEveryRegion(t *testing.T) {
	full, compact := demoOptions(t), demoOptions(t)
	compact.Compact, compact.URL = true, "https://monitor.example.nl/"
	build(t, full)
	sum := build(t, compact)
	all, few := bare(t, full.Out), bare(t, compact.Out)
	checkLinks(t, few)
	if len(few) >= len(all) || sum.Files != len(few) {
		t.Errorf("%d files, and %d in the full form", len(few), len(all))
	}
	folded := 0
	for name, page := range all {
		dir, code, ok := strings.Cut(strings.TrimSuffix(name, "/index.html"), "/bu")
		if !ok || len(code) != len("90010001") || !strings.HasPrefix(dir, "gm") {
			continue
		}
		folded++
		code = "bu" + code
		district := few[dir+"/wk"+code[2:8]+"/index.html"]
		at := bytes.Index(district, []byte(`<section class="buurt" id="`+code+`"`))
		if at < 0 {
			t.Errorf("%s is not on the page of its district", code)
			continue
		}
		section, _, _ := bytes.Cut(district[at:], []byte("</main>"))
		for _, row := range rowsOf(page) {
			if !bytes.Contains(section, []byte(row)) {
				t.Errorf("%s: on the page of the district is no row %s", code, row)
				break
			}
		}
	}
	if want := sum.Levels[3]; folded != want {
		t.Errorf("%d neighbourhoods, of %d", folded, want)
	}
	if strings.Contains(string(few["sitemap.xml"]), "/bu9") {
		t.Error("the sitemap has addresses of neighbourhoods, which are no pages")
	}
}

// rowsOf returns what stands in the rows of the indicators, behind the id.
func rowsOf(page []byte) (rows []string) {
	parts := strings.Split(string(page), `<tr id="i-`)
	for _, part := range parts[1:] {
		row, _, _ := strings.Cut(part, "\n")
		_, cells, _ := strings.Cut(row, "<td")
		cells, _, _ = strings.Cut(cells, "<a")
		rows = append(rows, cells)
	}
	return rows
}

func TestCompact_IsNoFormForADisk(t *testing.T) {
	o := tinyOptions(t, false)
	o.Compact, o.Local = true, true
	if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), "one of them would be right") {
		t.Error(err)
	}
}

func TestAppendFolded_GivesNamesOfItsOwn(t *testing.T) {
	page := `<html><body><main id="inhoud"><h1>A <small>buurt</small></h1><section aria-labelledby="k"><h2 id="k">K</h2><a href="#i-x">x</a><a href="../">y</a>` +
		`<svg viewBox="0 0 1 1"><path id="p" fill="url(#h)"/><use href="#p"/></svg><input id=c type="checkbox" checked><label for="c">C</label></section>` +
		`<section class="downloads"><section>weg</section></section></main><footer>weg</footer></body></html>`
	want := `<section class="buurt" id="bu1" aria-labelledby="bu1-kop"><h2 id="bu1-kop">A <small>buurt</small></h2><section><h3 id="bu1-k">K</h3><a href="#bu1-i-x">x</a><a href="../">y</a>` +
		`<svg viewBox="0 0 1 1"><path id="bu1-p" fill="url(#bu1-h)"/><use href="#bu1-p"/></svg><input id="bu1-c" type="checkbox" checked><label for="bu1-c">C</label></section></section>`
	if got := string(appendFolded(nil, "bu1", []byte(page))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever is read, there is an end to it, and it stays a part of its page.
func FuzzAppendFolded(f *testing.F) {
	f.Add(`<main><h1 class=x>a</h1><section class="downloads"></main>`)
	f.Add(`<main><p id='a' hidden/><svg viewBox = "0"/></h3 >`)
	f.Fuzz(func(t *testing.T, page string) {
		b := string(appendFolded(nil, "bu1", []byte(page)))
		if !strings.HasPrefix(b, `<section class="buurt"`) || !strings.HasSuffix(b, "</section>") {
			t.Errorf("%q", b)
		}
	})
}

// Made in parts, or again after a change, the compact form is the same.
func TestCompact_IsTheSameHoweverMade(t *testing.T) {
	w := newWorkshop(t)
	w.o.Compact = true
	w.save()
	build(t, w.o)
	w.revise("BU90010005", 2, 61)
	w.save()
	build(t, w.o)
	fresh := w.o
	fresh.Out = filepath.Join(t.TempDir(), "public")
	build(t, fresh)
	merged := filepath.Join(t.TempDir(), "public")
	if _, err := Merge(t.Context(), buildParts(t, w.o, 2), merged); err != nil {
		t.Fatal(err)
	}
	whole := bare(t, fresh.Out)
	if !strings.Contains(string(whole["edition.json"]), `"beknopt": true`) {
		t.Error("edition.json does not say that this is the compact form")
	}
	for about, dir := range map[string]string{"built again": w.o.Out, "merged": merged} {
		if !maps.EqualFunc(whole, bare(t, dir), bytes.Equal) {
			t.Errorf("%s, it is another site", about)
		}
	}
}

// A publisher hears of files that a host will refuse before the host says so.
func TestLogFiles(t *testing.T) {
	for files, warned := range map[int]bool{20_000: false, 20_001: true} {
		var log strings.Builder
		logFiles(&log, files)
		if got := strings.Contains(log.String(), "warning: these are 20001 files"); got != warned {
			t.Errorf("%d files: %q", files, log.String())
		}
	}
}
