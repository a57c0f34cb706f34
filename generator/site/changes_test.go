package site

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// revise changes a cell of the tiny country in its last year.
func (w *workshop) revise(code string, topic int, value float64) {
	at := -1
	for row, r := range w.table.RegionIdx {
		if w.table.Regions[r].Key == code && w.table.DimIdx[row] == 0 && w.table.TimeIdx[row] == 1 {
			at = row
		}
	}
	if at < 0 {
		w.t.Fatalf("no row of %s", code)
	}
	w.table.Values[topic][at] = value
}

// close takes the rows of a region out of the table.
func (w *workshop) close(code string) {
	keep := w.table.RegionIdx[:0:0]
	var rows []int
	for row, r := range w.table.RegionIdx {
		if w.table.Regions[r].Key != code {
			keep, rows = append(keep, r), append(rows, row)
		}
	}
	pick := func(column []int32) (kept []int32) {
		for _, row := range rows {
			kept = append(kept, column[row])
		}
		return kept
	}
	w.table.RegionIdx, w.table.DimIdx, w.table.TimeIdx = keep, pick(w.table.DimIdx), pick(w.table.TimeIdx)
	for i, column := range w.table.Values {
		var kept []float64
		for _, row := range rows {
			kept = append(kept, column[row])
		}
		w.table.Values[i] = kept
	}
}

// earlier builds the edition before, into a folder of its own.
func (w *workshop) earlier() string {
	w.save()
	o := w.o
	o.Out = filepath.Join(w.t.TempDir(), "vorige")
	build(w.t, o)
	return o.Out
}

func (w *workshop) define(text string) {
	w.append(filepath.Join(w.o.Dataset, "monitor.yaml"), "\n"+text+"\n")
}

func TestPrevious_TellsWhatChanged(t *testing.T) {
	w := newWorkshop(t)
	w.o.URL = "https://monitor.example.nl/"
	w.o.Previous = w.earlier()
	w.revise("BU90010005", 2, 61)
	w.revise("BU90010006", 2, math.NaN())
	w.revise("BU90010002", 2, 33)
	w.table.Modified = "2024-09-01"
	w.save()
	build(t, w.o)
	files := bare(t, w.o.Out)
	checkLinks(t, files)
	page, csv := string(files["wijzigingen/index.html"]), string(files["wijzigingen/wijzigingen.csv"])
	for _, fact := range []string{"Herziene cijfers</dt><dd>1<", "Nieuwe cijfers</dt><dd>1<", "Vervallen cijfers</dt><dd>1<", "editie 2024 (cijfers van 2024-09-01)", "(cijfers van 2024-05-01)",
		`href="../gm9001/bu90010005/"`, `href="wijzigingen.csv"`, "3 cijfers, voor een rekenblad"} {
		if !strings.Contains(page, fact) {
			t.Errorf("the page does not say %q", fact)
		}
	}
	if strings.Count(csv, "\n") != 4 || !strings.Contains(csv, "BU90010005;") || !strings.Contains(csv, ";herzien;") {
		t.Errorf("the file: %s", csv)
	}
	for _, from := range []string{"over/index.html", "data/index.html"} {
		if !strings.Contains(string(files[from]), `href="../wijzigingen/"`) {
			t.Errorf("%s does not lead to it", from)
		}
	}
	if !strings.Contains(string(files["sitemap.xml"]), "https://monitor.example.nl/wijzigingen/<") {
		t.Error("it is not in the sitemap")
	}
	if doc, err := edition.CheckFolder(w.o.Out); err != nil || doc.Previous == "" {
		t.Errorf("%+v %v", doc, err)
	}
	before, err := parseFeed(bare(t, w.o.Previous)["feed.xml"])
	now, err2 := parseFeed(files["feed.xml"])
	if err != nil || err2 != nil || len(before) != 1 || len(now) != 2 || now[1].ID != before[0].ID || now[1].Updated != "2024-05-01T00:00:00Z" ||
		!strings.Contains(now[0].Summary, "1 herzien, 1 nieuw, 1 vervallen") || now[0].Link.Href != "https://monitor.example.nl/wijzigingen/" {
		t.Errorf("%+v %+v %v %v", before, now, err, err2)
	}
	if again := build(t, w.o); again.Written != 0 {
		t.Errorf("built again: %d files written", again.Written)
	}
	fresh := w.o
	fresh.Out = filepath.Join(t.TempDir(), "public")
	build(t, fresh)
	if !maps.EqualFunc(files, bare(t, fresh.Out), bytes.Equal) {
		t.Error("a build into a new folder is another")
	}
}

func TestPrevious_IsNotNeeded(t *testing.T) {
	o := tinyOptions(t, false)
	build(t, o)
	for name, b := range bare(t, o.Out) {
		if strings.HasPrefix(name, render.ChangesFolder) || strings.HasSuffix(name, ".html") && bytes.Contains(b, []byte("wijzigingen/")) {
			t.Errorf("%s is about an edition before, and there is none", name)
		}
	}
}

// An edition that lost something is not made, until it is listed.
func TestPrevious_RefusesALoss(t *testing.T) {
	w := newWorkshop(t)
	w.o.Previous = w.earlier()
	build(t, w.o)
	whole := bare(t, w.o.Out)
	w.close("BU90010005")
	w.save()
	w.define("retired: [BU90010004, leegstand]")
	_, err := Build(context.Background(), w.o)
	if err == nil || !strings.Contains(err.Error(), "region BU90010005 (Buurt 5); retired in "+filepath.Join(w.o.Dataset, "monitor.yaml")+` has "BU90010004"`) {
		t.Errorf("%v", err)
	}
	if !maps.EqualFunc(whole, bare(t, w.o.Out), bytes.Equal) {
		t.Error("the old output is not whole")
	}
	name := filepath.Join(w.o.Dataset, "monitor.yaml")
	b, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, bytes.Replace(b, []byte("BU90010004, l"), []byte("BU90010005, l"), 1), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	build(t, w.o)
	if page := string(bare(t, w.o.Out)["wijzigingen/index.html"]); !strings.Contains(page, "Gebied Buurt 5 (BU90010005)") || !strings.Contains(page, "Er is geen cijfer veranderd") && !strings.Contains(page, "Herzien") {
		t.Errorf("the page does not name what is gone: %s", page)
	}
}

// What is given as the edition before is not believed.
func TestPrevious_Refuses(t *testing.T) {
	w := newWorkshop(t)
	whole := w.earlier()
	damage := func(name string, change func(b []byte) []byte) string {
		dir := filepath.Join(t.TempDir(), "vorige")
		if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(file)
		if err == nil {
			err = os.WriteFile(file, change(b), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		return dir
	}
	flip := func(b []byte) []byte { b[len(b)/2] ^= 1; return b }
	for about, c := range map[string]struct{ previous, want string }{
		"nothing":             {filepath.Join(t.TempDir(), "leeg"), "no such file"},
		"an empty folder":     {t.TempDir(), "is not a built site or archive"},
		"its own output":      {w.o.Out, "is what this build replaces"},
		"a damaged shard":     {damage("gm9001/data/arbeid.json", flip), "gm9001/data/arbeid.json is damaged"},
		"a damaged feed":      {damage("feed.xml", flip), "feed.xml is damaged"},
		"a damaged manifest":  {damage(edition.ManifestName, flip), "is not the one that edition.json describes"},
		"a path that climbs":  {damage(edition.ManifestName, func(b []byte) []byte { return bytes.Replace(b, []byte("  404.html"), []byte("  ../../404"), 1) }), "is not the one that"},
		"an edition of later": {damage(edition.Marker, func(b []byte) []byte { return bytes.Replace(b, []byte(`"versie": `), []byte(`"versie": 9`), 1) }), "version"},
	} {
		build(t, w.o)
		o := w.o
		o.Previous = c.previous
		if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; %q would be right", about, err, c.want)
		}
	}
}

// However much changed, the page stays small and the files have it all.
func TestChangeList_StaysSmall(t *testing.T) {
	w := &writer{stage: &stage{dir: t.TempDir(), out: t.TempDir()}}
	list := changeList{w: w}
	const regions, each = 300, 900
	for r := range regions {
		var changes []edition.Change
		for k := range each {
			changes = append(changes, edition.Change{Region: fmt.Sprintf("BU%08d", r), Indicator: "x", Period: fmt.Sprint(2000 + k), Old: "1", New: "2"})
		}
		if r == 200 {
			changes[7].Region = "NL00"
		}
		if err := list.add(changes); err != nil {
			t.Fatal(err)
		}
	}
	if err := list.flush(); err != nil {
		t.Fatal(err)
	}
	best := list.best()
	rows := 0
	for _, f := range list.files {
		rows += f.Rows
	}
	if len(best) != mostTop || best[0].Region != "NL00" || best[1].Region != "BU00000000" || best[1].Period != "2899" {
		t.Errorf("%d on the page, first %+v %+v", len(best), best[0], best[1])
	}
	if rows != regions*each || len(list.files) != 3 || list.files[2].Name != "wijzigingen-3.csv" || len(list.top) > 10*mostTop+mostRows {
		t.Errorf("%+v, %d rows, %d remembered", list.files, rows, len(list.top))
	}
}

func TestEntries_CarriesThemOn(t *testing.T) {
	m := &model.Monitor{Title: "M", Edition: 2025, Tables: []model.Table{{ID: "1", Source: "CBS", Modified: "2025-02-01"}}}
	var past []atomEntry
	for year := range 2 * mostEntries {
		past = append(past, atomEntry{ID: uuid(fmt.Sprint(year)), Title: "oud", Updated: fmt.Sprintf("%04d-01-01T00:00:00Z", 1900+year), Link: atomLink{Href: "javascript:x"}})
	}
	b := feed(m, "", past, "Iets. ")
	got, err := parseFeed(b)
	if err != nil || len(got) != mostEntries || got[0].Title != "M, editie 2025" || got[1].Updated != "1999-01-01T00:00:00Z" || bytes.Contains(b, []byte("javascript")) {
		t.Errorf("%d %+v %v", len(got), got[:2], err)
	}
	if again := feed(m, "", got, "Iets. "); !bytes.Equal(again, b) {
		t.Error("compared with itself, an edition has another feed")
	}
}

// Whatever a feed of elsewhere holds, what is taken from it can be written and
// read again.
func FuzzParseFeed(f *testing.F) {
	m := &model.Monitor{Title: "M", Edition: 2025}
	f.Add(feed(m, "https://a.nl/", nil, ""))
	f.Add([]byte(`<!DOCTYPE x [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>&a;</id></entry></feed>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		past, err := parseFeed(b)
		if err != nil {
			return
		}
		again := feed(m, "", past, "")
		if err := xml.Unmarshal(again, new(struct{ XMLName xml.Name })); err != nil {
			t.Fatal(err)
		}
		if len(past) < mostEntries {
			if _, err := parseFeed(again); err != nil {
				t.Errorf("%v: %s", err, again)
			}
		}
	})
}
