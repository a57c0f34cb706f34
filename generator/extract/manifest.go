package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A Manifest tells of an extract that fetch made: where it came from, when, and
// what its files are. It lies beside them, and is written last.
type Manifest struct {
	Table     string         `json:"table"`    // 84799NED
	Title     string         `json:"title"`    // as CBS gives it
	Protocol  string         `json:"protocol"` // v3 or v4
	Source    string         `json:"source"`   // address of the table
	Rows      int            `json:"rows"`     // of the part with the figures
	Retrieved time.Time      `json:"retrieved"`
	Modified  string         `json:"modified"` // as CBS gives it
	Filters   []string       `json:"filters"`  // what was asked for; empty = the whole table
	Files     []ManifestFile `json:"files"`
}

// A ManifestFile is one file of an extract.
type ManifestFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// ManifestPath names the manifest of a table.
func ManifestPath(dir, protocol, id string) string {
	return filepath.Join(dir, "cbs."+protocol+"."+id+"_Manifest.json")
}

const mostManifest = 1 << 20 // bytes; 20 files take about 4 kB

// ReadManifest reads the manifest of a table; nil when there is none.
func ReadManifest(dir, protocol, id string) (*Manifest, error) {
	name := ManifestPath(dir, protocol, id)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, mostManifest))
	if err != nil {
		return nil, fmt.Errorf("extract: %s: %w", name, err)
	}
	m := &Manifest{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("extract: %s: %w; fetch the table again", name, err)
	}
	if m.Table != id || m.Protocol != protocol {
		return nil, fmt.Errorf("extract: %s: is about table %q in %q; %q in %q would be right", name, m.Table, m.Protocol, id, protocol)
	}
	return m, nil
}

// Verify holds the files of an extract against its manifest.
func (m *Manifest) Verify(dir string) error {
	figures := filepath.Base(layout(m.Protocol).file(dir, m.Table, layout(m.Protocol).figures()))
	listed := false
	for _, want := range m.Files {
		if want.Name == "" || filepath.Base(want.Name) != want.Name {
			return fmt.Errorf("extract: %s: lists the file %q; a name without a folder would be right", ManifestPath(dir, m.Protocol, m.Table), want.Name)
		}
		listed = listed || want.Name == figures
		have, err := HashFile(filepath.Join(dir, want.Name))
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("extract: %s: the file is missing, and the manifest of table %s lists it; fetch the table again", filepath.Join(dir, want.Name), m.Table)
		}
		if err != nil {
			return err
		}
		if have != want {
			return fmt.Errorf("extract: %s: is not the file that was fetched (%d bytes, sha256 %s; the manifest of table %s says %d bytes, sha256 %s); fetch the table again",
				filepath.Join(dir, want.Name), have.Bytes, short(have.SHA256), m.Table, want.Bytes, short(want.SHA256))
		}
	}
	if !listed {
		return fmt.Errorf("extract: %s: does not list %s; fetch the table again", ManifestPath(dir, m.Protocol, m.Table), figures)
	}
	return nil
}

func short(sum string) string { return sum[:min(12, len(sum))] }

// HashFile gives the size and checksum of a file.
func HashFile(name string) (ManifestFile, error) {
	f, err := os.Open(name)
	if err != nil {
		return ManifestFile{}, fmt.Errorf("extract: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	if err != nil {
		return ManifestFile{}, fmt.Errorf("extract: %s: %w", name, err)
	}
	return ManifestFile{Name: filepath.Base(name), Bytes: n, SHA256: hex.EncodeToString(h.Sum(nil))}, nil
}

// verify holds a source against its manifest, if it has one.
func (s *source) verify(dir string) (err error) {
	m, err := ReadManifest(dir, string(s.layout), s.spec.ID)
	if err != nil || m == nil {
		return err
	}
	if !m.Retrieved.IsZero() {
		s.retrieved = m.Retrieved.UTC().Format(time.DateOnly)
	}
	return m.Verify(dir)
}
