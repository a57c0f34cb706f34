package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/edition"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func build(t *testing.T, o Options) Summary {
	t.Helper()
	sum, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// hashed matches the hash in an asset's name: a change of style is not a
// change of every page.
var hashed = regexp.MustCompile(`(assets/[a-z]+-)[0-9A-Za-z]+(\.(?:css|js))`)

// summed matches the checksums, sizes and inputs in edition.json, which change
// with every style and text.
var summed = regexp.MustCompile(`(?s)"(invoer|sha256|bytes)": ("?[0-9a-f]+"?|\[.*?\n \])`)

// tree returns every file of a folder, with asset hashes taken out, and
// checksums out of edition.json. The manifest has a test of its own.
func tree(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		switch name {
		case edition.ManifestName:
			b = nil
		case edition.Marker:
			b = summed.ReplaceAll(b, []byte(`"$1": 0`))
		}
		files[hashed.ReplaceAllString(filepath.ToSlash(name), "${1}HASH${2}")] = hashed.ReplaceAll(b, []byte("${1}HASH${2}"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// shown are the files whose whole text is kept; of the others the golden tree
// keeps size and hash.
var shown = []string{
	"index.html", "gm9001/index.html", "gm9001/wk900100/index.html", "gm9001/bu90010001/index.html", "gm9001/bu90010002/index.html",
	"gm9001/bu90010003/index.html", "gm9001/wk900100/groepen/index.html", "gm9002/taart/groepen.svg", "gm9001/arbeid/index.html", "gm9001/data/arbeid.json",
	"gm9001/cijfers.csv", "data/onderwerpen.csv", "indicatoren/bijstand/index.html", "edition.json", "_headers", "_redirects", "data/shard.schema.json",
	"gm9002/insluiten/index.html", "gm9002/insluiten/arbeid/index.html", "gm9002/insluiten/fragment.html", "insluiten/index.html",
	"gm9001/insluiten/onderwerp/bijstand/index.html", "gm9001/insluiten/onderwerp/bijstand/fragment.html", "gm9002/insluiten/vergelijk/koopwoningen/index.html", "gm9002/insluiten/vergelijk/koopwoningen/fragment.html",
	"gm9001/insluiten/groep/h-marokko/index.html", "gm9001/insluiten/groep/h-nederland/fragment.html", "vergelijk/index.html",
	"gm9001/wk900100/rapport/index.html",
}

func TestBuild_TinyCountryGolden(t *testing.T) {
	o := tinyOptions(t, false)
	build(t, o)
	got := tree(t, o.Out)
	golden := filepath.Join("testdata", "golden")
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
	}
	compare(t, filepath.Join(golden, "tree.txt"), listing(got))
	for _, name := range shown {
		if _, ok := got[name]; !ok {
			t.Errorf("%s was not written", name)
			continue
		}
		compare(t, filepath.Join(golden, filepath.FromSlash(name)), got[name])
	}
}

func listing(files map[string][]byte) []byte {
	var b bytes.Buffer
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if strings.HasPrefix(name, "assets/") {
			fmt.Fprintln(&b, name)
			continue
		}
		fmt.Fprintf(&b, "%s %d %.8x\n", name, len(files[name]), sha256.Sum256(files[name]))
	}
	return b.Bytes()
}

func compare(t *testing.T, golden string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	for i, line := range strings.Split(string(want), "\n") {
		lines := strings.Split(string(got), "\n")
		if i >= len(lines) || lines[i] != line {
			t.Errorf("%s:%d differs (rewrite with -update if it should):\nwant %.300s\ngot  %.300s", golden, i+1, line, strings.Join(lines[min(i, len(lines)):min(i+1, len(lines))], ""))
			return
		}
	}
	t.Errorf("%s: longer than it was", golden)
}

func TestBuild_SameBytesOnAnyNumberOfCoresAndInAnyRowOrder(t *testing.T) {
	one, two := tinyOptions(t, false), tinyOptions(t, true)
	cores := runtime.GOMAXPROCS(1)
	build(t, one)
	runtime.GOMAXPROCS(max(2, cores))
	build(t, two)
	runtime.GOMAXPROCS(cores)
	a, b := tree(t, one.Out), tree(t, two.Out)
	if string(listing(a)) != string(listing(b)) {
		t.Error("the two trees differ")
	}
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestBuild_AgainWritesNothing(t *testing.T) {
	o := tinyOptions(t, false)
	first := build(t, o)
	second := build(t, o)
	if first.Written != first.Files || second.Written != 0 || second.Files != first.Files {
		t.Errorf("first %+v, second %+v", first, second)
	}
}

func TestBuild_ErrorLeavesTheOldOutputWhole(t *testing.T) {
	o := tinyOptions(t, false)
	build(t, o)
	before := listing(tree(t, o.Out))
	data := filepath.Join(o.Extracts, "cbs.v3."+tinyID+"_TypedDataSet.parquet")
	whole, err := os.ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(data, whole[:len(whole)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = Build(context.Background(), o)
	if err == nil || !strings.Contains(err.Error(), "_TypedDataSet.parquet") {
		t.Errorf("a truncated file: %v", err)
	}
	if !bytes.Equal(before, listing(tree(t, o.Out))) {
		t.Error("the old output changed")
	}
}

func TestBuild_Sitemap(t *testing.T) {
	o := tinyOptions(t, false)
	o.URL = "https://example.nl/monitor"
	build(t, o)
	if got := read1(t, filepath.Join(o.Out, "sitemap.xml")); !strings.Contains(got, "<loc>https://example.nl/monitor/gm9001/wk900100/</loc>") {
		t.Errorf("%.300s", got)
	}
	o.URL = "example"
	if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), "--url") {
		t.Errorf("a bad address: %v", err)
	}
}
