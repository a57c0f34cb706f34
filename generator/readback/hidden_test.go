package readback

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
)

// hide writes the definition of the demo anew, with two hidden groups that have
// names of their own, and returns its folder.
func hide(t *testing.T, hidden bool) string {
	t.Helper()
	dir, dataset := t.TempDir(), filepath.Join(project, "datasets", "demo")
	if err := os.CopyFS(dir, os.DirFS(dataset)); err != nil {
		t.Fatal(err)
	}
	text := read(t, filepath.Join(dir, "monitor.yaml"))
	for code, name := range map[string]string{"H34": "qxeen", "M22": "qxtwee"} {
		line := regexp.MustCompile(`(?m)^ *- \{key: [^,]*, label: [^,]*, phrase: [^,]*, parent: ([^,]*), code: ` + code + `\}$`)
		if !line.MatchString(text) {
			t.Fatalf("no group with code %s in the demo", code)
		}
		end := ""
		if hidden {
			end = ", hidden: true"
		}
		text = line.ReplaceAllString(text, "      - {key: "+name+"-sleutel, label: "+name+" naam, phrase: met "+name+" zin, parent: $1, code: "+code+end+"}")
	}
	if err := os.WriteFile(filepath.Join(dir, "monitor.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// find returns the files of a site that have one of the words, as word → file.
func find(t *testing.T, dir string, words []string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		content := path
		if !d.IsDir() {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			content += "\n" + strings.ToLower(string(b))
		}
		for _, word := range words {
			if strings.Contains(content, strings.ToLower(word)) {
				found[word] = path
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestHidden looks for hidden groups, by key, name, sentence and code, in every
// file; and finds all of them where they are not hidden.
func TestHidden(t *testing.T) {
	words := []string{"qxeen", "qxtwee", `"H34"`, `"M22"`}
	dataset := hide(t, true)
	dir := build(t, dataset, dataset)
	for word, file := range find(t, dir, words) {
		t.Errorf("%s of a hidden group is in %s", word, file)
	}
	compare(t, dir, map[string]int{"table": 8000, "matrix": 30_000, "csv": 250_000, "theme": 35_000})
	dataset = hide(t, false)
	if found := find(t, build(t, dataset, dataset), words); len(found) != len(words) {
		t.Errorf("where nothing is hidden %v are found; all of %q would be right", found, words)
	}
}

// TestHidden_Inputs looks for figures that others are computed with: no shard,
// CSV or page may have more indicators than the definition shows.
func TestHidden_Inputs(t *testing.T) {
	dataset := filepath.Join(project, "datasets", "demo")
	def, err := definition.Read(filepath.Join(dataset, "monitor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(def, dataset)
	if err != nil || len(m.Inputs) == 0 {
		t.Fatalf("%d inputs, %v; a demo that computes with some would be right", len(m.Inputs), err)
	}
	dir := build(t, dataset, dataset)
	var words []string
	for i := range m.Inputs {
		words = append(words, `"`+m.Inputs[i].Key+`"`, ";"+m.Inputs[i].Key+";", "/"+m.Inputs[i].Key+"/")
	}
	for word, file := range find(t, dir, words) {
		t.Errorf("%s, which is only computed with, is in %s", word, file)
	}
	s := open(t, dir)
	if len(s.order) != len(m.Indicators) {
		t.Errorf("%d indicators are published; %d would be right", len(s.order), len(m.Indicators))
	}
}
