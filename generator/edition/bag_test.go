package edition

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// smallBag is a bag of a site of two pages, made from two files.
func smallBag(t testing.TB) Bag {
	t.Helper()
	dir := t.TempDir()
	put := func(name, content string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var files Collector
	for name, content := range map[string]string{"index.html": "<p>Voorpagina, voorpagina, voorpagina</p>", "gm1/data/a.json": `{"a":[1,2,3]}`} {
		put("site/"+name, content)
		files.Add(name, []byte(content))
	}
	manifest := Manifest(files.Files())
	doc := Document{Version: DocumentVersion, Title: "Klein & <fijn>", Edition: 2024, Generator: Generator, Periods: []string{"2023JJ00", "2024JJ00"},
		Tables: []Table{{ID: "1TNY", Title: "Kern & cijfers", Source: "CBS", Retrieved: "2024-05-01"}}, Files: NewListing(files.Files(), manifest)}
	put("site/"+ManifestName, string(manifest))
	put("site/"+Marker, string(doc.Encode()))
	put("site/.gitkeep", "")
	put("in/monitor.yaml", "title: Klein")
	put("in/x.parquet", "PAR1 PAR1")
	return Bag{Name: "klein-2024", Site: filepath.Join(dir, "site"), Publisher: "Gemeente Klein & Zoon", Origins: []Origin{
		{"dataset/monitor.yaml", filepath.Join(dir, "in/monitor.yaml")}, {"extracts/x.parquet", filepath.Join(dir, "in/x.parquet")}}}
}

func writeBag(t testing.TB, b Bag) (name string) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "bag.zip")
	err := Replace(name, func(f *os.File, _ string) error { return b.Write(context.Background(), f) })
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBag_IsTheSameEveryTime(t *testing.T) {
	b := smallBag(t)
	if !bytes.Equal(readFile(t, writeBag(t, b)), readFile(t, writeBag(t, b))) {
		t.Error("two archives of one edition differ")
	}
}

// TestBag_IndependentTools unpacks an archive with unzip and checks it with
// the bagit of the Library of Congress where it is installed, and with
// sha256sum, which reads the same manifests.
func TestBag_IndependentTools(t *testing.T) {
	tools, err := filepath.Abs(filepath.Join("..", "..", ".ci", "python"))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PYTHONPATH", tools)
	for _, tool := range []string{"unzip", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
				t.Fatalf("%s is missing: make setup would install it", tool)
			}
			t.Skipf("%s is missing: make setup would install it", tool)
		}
	}
	dir := t.TempDir()
	run(t, "", "unzip", "-q", writeBag(t, smallBag(t)), "-d", dir)
	bag := filepath.Join(dir, "klein-2024")
	run(t, bag, "sha256sum", "--check", "--strict", "--quiet", ManifestName, "tag"+ManifestName)
	if exec.Command("python3", "-c", "import bagit").Run() != nil {
		t.Log("bagit is not here: checked with sha256sum alone")
		return
	}
	run(t, "", "python3", "-m", "bagit", "--validate", bag)
	page := filepath.Join(bag, "data/site/index.html")
	if err := os.WriteFile(page, []byte("<p>Anders</p>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("python3", "-m", "bagit", "--validate", bag).CombinedOutput(); err == nil {
		t.Errorf("bagit calls a changed bag valid: %s", out)
	}
}

func run(t *testing.T, dir string, command ...string) {
	t.Helper()
	c := exec.Command(command[0], command[1:]...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", command, err, out)
	}
}

func TestBag_Metadata(t *testing.T) {
	a, err := Open(writeBag(t, smallBag(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for path, facts := range map[string][]string{
		"metadata/dublincore.xml": {"Klein & <fijn>, editie 2024", "Gemeente Klein & Zoon", "CBS, tabel 1TNY: Kern & cijfers", "2023/2024", "2024-05-01"},
		"metadata/mdto.xml":       {"Klein & <fijn>, editie 2024", "Gemeente Klein & Zoon", "Archiefstuk", "Openbaarheid/AW1995/Openbaar/1.0"},
	} {
		b, err := a.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]bool{}
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if text, ok := token.(xml.CharData); ok {
				texts[string(text)] = true
			}
		}
		for _, fact := range facts {
			if !texts[fact] {
				t.Errorf("%s does not tell %q:\n%s", path, fact, b)
			}
		}
	}
}
