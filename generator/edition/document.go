package edition

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A Document is edition.json: what was published, from what, by which version.
type Document struct {
	Version   int            `json:"versie"`
	Title     string         `json:"titel"`
	Edition   int            `json:"editie"`
	Fictional bool           `json:"verzonnen"`
	Generator string         `json:"generator"`
	Form      string         `json:"vorm"`               // "server", or "schijf": the form that opens from a disk
	Only      string         `json:"gemeente,omitempty"` // the one municipality of a bundle
	Compact   bool           `json:"beknopt,omitempty"`  // neighbourhoods stand on the page of their district
	Address   string         `json:"adres,omitempty"`    // where the site stands
	Editions  []int          `json:"edities,omitempty"`  // years of the editions that stand side by side; the newest is at the root
	Previous  string         `json:"vorige,omitempty"`   // hash of the manifest of the edition that this one was compared with
	Part      string         `json:"deel,omitempty"`     // "2/4" of a site that several machines make
	Tables    []Table        `json:"tabellen"`
	Regions   map[string]int `json:"gebieden"`
	Periods   []string       `json:"perioden"`
	Inputs    []Input        `json:"invoer"`
	Files     Listing        `json:"bestanden"`
}

// A Table is one table that the figures come from.
type Table struct {
	ID        string   `json:"id"`
	Title     string   `json:"titel"`
	Source    string   `json:"bron"`
	Modified  string   `json:"gewijzigd,omitempty"`
	Retrieved string   `json:"opgehaald,omitempty"`
	Periods   []string `json:"perioden"`
}

// An Input is one file that the edition was made from.
type Input struct {
	Path   string `json:"pad"` // dataset/monitor.yaml, extracts/…, content/…, templates/…
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// A Listing says where the checksums of all files stand.
type Listing struct {
	Manifest string `json:"manifest"`
	Count    int    `json:"aantal"` // files in the manifest
	Bytes    int64  `json:"bytes"`  // of those together
	SHA256   string `json:"sha256"` // of the manifest itself
}

// DocumentVersion is the version of edition.json's form.
const DocumentVersion = 2

// NewListing describes a manifest of files.
func NewListing(files []File, manifest []byte) Listing {
	l := Listing{Manifest: ManifestName, Count: len(files)}
	for _, f := range files {
		l.Bytes += f.Bytes
	}
	sum := Hash("", manifest).Sum
	l.SHA256 = hex.EncodeToString(sum[:])
	return l
}

// Encode writes the document.
func (d *Document) Encode() []byte {
	b, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		panic(err) // only strings and numbers: cannot fail
	}
	return append(b, '\n')
}

// ParseDocument reads edition.json.
func ParseDocument(name string, b []byte) (Document, error) {
	var d Document
	if err := json.Unmarshal(b, &d); err != nil {
		return d, fmt.Errorf("edition: %s: %w", name, err)
	}
	if d.Version != DocumentVersion {
		return d, fmt.Errorf("edition: %s: version %d; version %d would be right", name, d.Version, DocumentVersion)
	}
	return d, nil
}

// ReadFolder reads edition.json and the manifest of a built site, and compares
// the two.
func ReadFolder(dir string) (Document, []File, error) {
	b, err := os.ReadFile(filepath.Join(dir, Marker))
	if err != nil {
		return Document{}, nil, fmt.Errorf("edition: %w", err)
	}
	d, err := ParseDocument(Marker, b)
	if err != nil {
		return d, nil, err
	}
	manifest, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return d, nil, fmt.Errorf("edition: %w", err)
	}
	if sum := Hash("", manifest).Sum; hex.EncodeToString(sum[:]) != d.Files.SHA256 {
		return d, nil, fmt.Errorf("edition: %s is not the one that %s describes", ManifestName, Marker)
	}
	files, err := ParseManifest(ManifestName, manifest)
	return d, files, err
}

// CheckFolder compares every file of a built site with its manifest, and the
// manifest with edition.json. The error names the first file that differs.
func CheckFolder(dir string) (Document, error) {
	d, files, err := ReadFolder(dir)
	if err != nil {
		return d, err
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		if err != nil {
			return d, fmt.Errorf("edition: %w", err)
		}
		if Hash("", b).Sum != f.Sum {
			return d, fmt.Errorf("edition: %s: %s is damaged: its bytes are not those of the manifest", dir, f.Path)
		}
	}
	return d, nil
}

// Day is the newest day that a table of the edition was taken or changed, else
// the start of its year: 2025-10-02.
func (d *Document) Day() string {
	day := ""
	for _, t := range d.Tables {
		for _, s := range []string{t.Modified, t.Retrieved} {
			if len(s) >= len("2025-10-02") {
				day = max(day, s[:len("2025-10-02")])
			}
		}
	}
	if day == "" {
		return fmt.Sprintf("%04d-01-01", d.Edition)
	}
	return day
}

// ManifestSum is the hash of the manifest of the site, by which another edition
// names it.
func (p *Published) ManifestSum() string { return p.Document.Files.SHA256 }
