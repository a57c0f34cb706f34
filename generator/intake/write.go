package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/extract"
)

// A Manifest tells what an extract was made from. It is written last: an
// extract without one is not whole.
type Manifest struct {
	Table  string `json:"table"`
	File   string `json:"file"`
	SHA256 string `json:"sha256"` // of the file as it came
	Layout string `json:"layout"` // v3, or v4 where reasons of gaps are kept
	Report
}

// Write puts a table into dir as an extract with its manifest, in place of an
// earlier import of it. The files are made in a folder beside and moved when
// all are there.
func Write(dir string, t *extract.Table, file string, content []byte, r Report) (Manifest, error) {
	sum := sha256.Sum256(content)
	m := Manifest{Table: t.ID, File: filepath.Base(file), SHA256: hex.EncodeToString(sum[:]), Layout: "v3", Report: r}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return m, fmt.Errorf("import: %w", err)
	}
	stage, err := os.MkdirTemp(dir, ".import-")
	if err != nil {
		return m, fmt.Errorf("import: %w", err)
	}
	defer os.RemoveAll(stage)
	write := extract.WriteTable
	if t.Attributes != nil {
		m.Layout, write = "v4", extract.WriteTableV4
	}
	if err := write(stage, t); err != nil {
		return m, err
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return m, fmt.Errorf("import: %w", err)
	}
	return m, replace(dir, stage, t.ID, append(b, '\n'))
}

// ManifestName is the file that tells where an imported table came from.
func ManifestName(id string) string { return "import." + id + ".json" }

// replace moves the files of a stage into dir; the manifest goes first and
// comes last.
func replace(dir, stage, id string, manifest []byte) error {
	name := filepath.Join(dir, ManifestName(id))
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("import: %w", err)
	}
	old, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	for _, e := range old {
		if strings.HasPrefix(e.Name(), "cbs.v3."+id+"_") || strings.HasPrefix(e.Name(), "cbs.v4."+id+"_") {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return fmt.Errorf("import: %w", err)
			}
		}
	}
	fresh, err := os.ReadDir(stage)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	for _, e := range fresh {
		if err := os.Rename(filepath.Join(stage, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return fmt.Errorf("import: %w", err)
		}
	}
	if err := os.WriteFile(name, manifest, 0o666); err != nil {
		return fmt.Errorf("import: %w", err)
	}
	return nil
}
