package edition

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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

// A bit that is flipped in any byte of an archive is found; where it is one of
// a file's own bytes, that file is named.
func TestVerify_FindsAFlippedBitInEveryByte(t *testing.T) {
	whole := readFile(t, writeBag(t, smallBag(t)))
	a, err := read(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Verify(); err != nil {
		t.Fatal(err)
	}
	owner := make([]string, len(whole)) // of each byte, the file whose content it packs
	for path, f := range a.index {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		for i := range int64(f.CompressedSize64) {
			owner[at+i] = path
		}
	}
	for at := range whole {
		bit := at * 5 % 8
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << bit
		err := verifyBytes(flipped)
		if err == nil {
			t.Fatalf("bit %d of byte %d of %d was flipped, and the archive is called whole", bit, at, len(whole))
		}
		if !strings.Contains(err.Error(), owner[at]) {
			t.Fatalf("bit %d of byte %d is %s, and the error is: %v", bit, at, owner[at], err)
		}
	}
}

func verifyBytes(b []byte) error {
	a, err := read(bytes.NewReader(b), int64(len(b)))
	if err == nil {
		_, err = a.Verify()
	}
	return err
}

func TestVerify_FindsTruncation(t *testing.T) {
	whole := readFile(t, writeBag(t, smallBag(t)))
	for n := range whole {
		if verifyBytes(whole[:n]) == nil {
			t.Fatalf("the first %d of %d bytes are called whole", n, len(whole))
		}
	}
	if verifyBytes(append(bytes.Clone(whole), 0)) == nil {
		t.Error("a byte too many is called whole")
	}
}

// TestBag_IndependentTools unpacks an archive with unzip and checks it with
// the bagit of the Library of Congress where Debian has it, and with
// sha256sum, which reads the same manifests.
func TestBag_IndependentTools(t *testing.T) {
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
		t.Log("python3-bagit is not here: checked with sha256sum alone")
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

// An archive from elsewhere can name any path and any size.
func TestOpen_RefusesWhatIsNotOurs(t *testing.T) {
	for what, names := range map[string][]string{
		"a path that leaves the folder": {"bag/../../etc/passwd"}, "an absolute path": {"/etc/passwd"}, "another root": {"bag/a", "cat/b"},
		"a backslash": {`bag\..\x`}, "twice the same": {"bag/a", "bag/a"}, "a folder": {"bag/a/"}, "a drive": {"bag/c:/x"}, "nothing": {},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, name := range names {
			if _, err := z.Create(name); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := read(bytes.NewReader(b.Bytes()), int64(b.Len())); err == nil {
			t.Errorf("%s is taken for an archive: %q", what, names)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(readFile(f, writeBag(f, smallBag(f))))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := read(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		dir := t.TempDir()
		inside := filepath.Join(dir, "inside")
		a.Verify()            //nolint:errcheck // it must not panic
		a.Extract("", inside) //nolint:errcheck // nor leave the folder
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 1 {
			t.Errorf("files beside the folder: %v %v", left, err)
		}
	})
}

func TestReplace_FailureLeavesTheOldFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(name, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Replace(name, func(f *os.File, work string) error {
		if err := os.MkdirAll(filepath.Join(work, "x"), 0o755); err != nil {
			return err
		}
		f.WriteString("half") //nolint:errcheck // it is thrown away
		if err := Replace(name, nil); err == nil || !strings.Contains(err.Error(), "another process is writing") {
			t.Errorf("two at once: %v", err)
		}
		return io.ErrShortWrite
	})
	if err == nil || string(readFile(t, name)) != "old" {
		t.Errorf("%v; the file holds %q", err, readFile(t, name))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(name), ".*[^k]")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
