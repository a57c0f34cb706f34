package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestWrite_Again imports a table with reasons of gaps (v4), and then a newer
// file of it without (v3): one extract and one manifest must be left.
func TestWrite_Again(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{statline, "code;jaar;bijstand aantal\nNL00;2023;5\n"} {
		table, r, err := read(t, text, func(m *Mapping) { m.Table = "T1" })
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Write(dir, table, "bestand.csv", []byte(text), r); err != nil {
			t.Fatal(err)
		}
	}
	old, err := filepath.Glob(filepath.Join(dir, "cbs.v4.*"))
	if err != nil || len(old) > 0 {
		t.Errorf("the earlier import is still there: %v %v", old, err)
	}
	b, err := os.ReadFile(filepath.Join(dir, ManifestName("T1")))
	if err != nil {
		t.Fatal(err)
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil || m.Layout != "v3" || m.Rows != 1 || m.File != "bestand.csv" || len(m.SHA256) != 64 {
		t.Errorf("%+v %v", m, err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".import-*")); len(left) > 0 {
		t.Errorf("a stage is left: %v", left)
	}
}
