package site

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/edition"
)

func TestBuild_ManifestDescribesEveryFile(t *testing.T) {
	o := tinyOptions(t, false)
	o.Packed = true
	build(t, o)
	d, err := edition.CheckFolder(o.Out)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for name := range tree(t, o.Out) {
		want = append(want, name)
	}
	if d.Files.Count != len(want)-2 {
		t.Errorf("the manifest has %d files, the folder %d besides the manifest and edition.json", d.Files.Count, len(want)-2)
	}
	inputs := map[string]bool{}
	for _, in := range d.Inputs {
		inputs[in.Path] = true
	}
	for _, path := range []string{"dataset/monitor.yaml", "extracts/cbs.v3." + tinyID + "_TypedDataSet.parquet", "content/methode.md", "templates/layout/site.ts"} {
		if !inputs[path] {
			t.Errorf("the edition does not tell that it was made from %s", path)
		}
	}
	page := filepath.Join(o.Out, "gm9001", "index.html")
	b := []byte(read1(t, page))
	b[len(b)/2] ^= 4
	if err := os.WriteFile(page, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := edition.CheckFolder(o.Out); err == nil || !strings.Contains(err.Error(), "gm9001/index.html is damaged") {
		t.Errorf("a flipped bit: %v", err)
	}
}

func TestBuild_LocalScriptsGiveTheSameData(t *testing.T) {
	o := tinyOptions(t, false)
	o.Local = true
	build(t, o)
	files := tree(t, o.Out)
	scripts := 0
	for name, b := range files {
		if filepath.Ext(name) != ".js" || strings.HasPrefix(name, "assets/") || name == "insluiten/insluiten.js" {
			continue
		}
		scripts++
		data, ok := strings.CutPrefix(string(b), "wijkmonitor(")
		data, end := strings.CutSuffix(data, ");\n")
		if !ok || !end || !json.Valid([]byte(data)) {
			t.Errorf("%s does not hand over JSON: %.80s", name, b)
		}
		stem := strings.TrimSuffix(name, ".js")
		if page, ok := files[stem+".html"]; ok {
			var text string
			if err := json.Unmarshal([]byte(data), &text); err != nil || text != string(page) {
				t.Errorf("%s is not its page: %v", name, err)
			}
		} else if strings.TrimSpace(string(files[stem+".json"])) != data {
			t.Errorf("%s is not its JSON", name)
		}
	}
	for _, name := range []string{"zoek/lijsten.js", "data/bronnen.js", "gm9001/data/arbeid.js", "gm9001/wk900100/groepen/index.js"} {
		if _, ok := files[name]; !ok {
			t.Errorf("%s is not there", name)
		}
	}
	for _, name := range forHosts {
		if _, ok := files[name]; ok {
			t.Errorf("%s is there, and means nothing on a disk", name)
		}
	}
}

func TestBuild_OnlyOneMunicipality(t *testing.T) {
	o := tinyOptions(t, false)
	o.Only = "gm9002"
	build(t, o)
	files := tree(t, o.Out)
	var tops []string
	for name := range files {
		if top, _, _ := strings.Cut(name, "/"); !slices.Contains(tops, top) {
			tops = append(tops, top)
		}
	}
	if !slices.Contains(tops, "gm9002") || !slices.Contains(tops, "nederland") || slices.Contains(tops, "gm9001") {
		t.Errorf("the bundle holds %v", tops)
	}
	home := string(files["index.html"])
	if !strings.Contains(home, "Kleinzand") || strings.Contains(home, "gm9001") || !strings.Contains(home, `href="gm9002/index.html"`) {
		t.Error("on the front page the other municipality is not plain text, or the own one no link")
	}
	for name, b := range files {
		if strings.HasPrefix(name, "zoek/") && (strings.Contains(string(b), "GM9001") || strings.Contains(string(b), "BU9001")) {
			t.Errorf("%s finds regions that are not here", name)
		}
	}
	o.URL = "https://example.nl/monitor/"
	build(t, o)
	if home := read1(t, filepath.Join(o.Out, "index.html")); !strings.Contains(home, `href="https://example.nl/monitor/gm9001/"`) {
		t.Error("the other municipality does not lead to the whole site")
	}
	o.Only = "GM9009"
	if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), `no municipality "GM9009"`) {
		t.Errorf("an unknown municipality: %v", err)
	}
}

func TestLinker(t *testing.T) {
	known := map[string]bool{"index.html": true, "gm1/index.html": true, "gm1/cijfers.csv": true}
	l := linker{known: func(path string) bool { return known[path] }}
	for from, to := range map[string]string{
		`<a href="../">x</a>`:                                        `<a href="../index.html">x</a>`,
		`<a class=k href=..>x</a>`:                                   `<a class="k" href="../index.html">x</a>`,
		`<a href="./#deel">x</a>`:                                    `<a href="./index.html#deel">x</a>`,
		`<a href="cijfers.csv" download="a&amp;b">x</a>`:             `<a href="cijfers.csv" download="a&amp;b">x</a>`,
		`<p>a <a href="../gm2/"><b>x</b></a> <a href="#y">y</a></p>`: `<p>a <b>x</b> <a href="#y">y</a></p>`,
		`<a href="../../../">x</a>`:                                  `x`,
		`<a href="https://www.cbs.nl/">CBS</a>`:                      `<a href="https://www.cbs.nl/">CBS</a>`,
		`<svg><A href="#a"/></svg>`:                                  `<svg><A href="#a"/></svg>`,
	} {
		if got := string(l.appendPage(nil, "gm1/index.html", []byte(from))); got != to {
			t.Errorf("%s\ngave %s\nwant %s", from, got, to)
		}
	}
}
