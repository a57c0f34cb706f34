package edition

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// PreviousFolder is the folder, in an archive, of what is kept of the edition
// before.
const PreviousFolder = "previous"

// Keep copies into dir what a comparison with the site reads: its document, its
// manifest, its feed and its figures. A comparison with the copy gives the same
// as one with the site. It returns the copies as origins of an archive.
func (p *Published) Keep(dir string) ([]Origin, error) {
	var wanted []string
	for _, names := range p.roots() {
		wanted = append(wanted, names...)
	}
	if _, is := p.sums["feed.xml"]; is {
		wanted = append(wanted, "feed.xml")
	}
	slices.Sort(wanted)
	var kept []Origin
	put := func(name string, b []byte) error {
		if !Safe(name) {
			return fmt.Errorf("edition: %s: %q is no path of a site", p.Name, name)
		}
		disk := filepath.Join(dir, filepath.FromSlash(name))
		kept = append(kept, Origin{path.Join(PreviousFolder, name), disk})
		if err := os.MkdirAll(filepath.Dir(disk), 0o755); err != nil {
			return err
		}
		return os.WriteFile(disk, b, 0o644)
	}
	for _, name := range []string{Marker, ManifestName} {
		b, err := p.read(name)
		if err != nil {
			return nil, fmt.Errorf("edition: %s: %w", p.Name, err)
		}
		if err := put(name, b); err != nil {
			return nil, fmt.Errorf("edition: %w", err)
		}
	}
	for _, name := range wanted {
		b, err := p.Read(name)
		if err != nil {
			return nil, err
		}
		if err := put(name, b); err != nil {
			return nil, fmt.Errorf("edition: %w", err)
		}
	}
	return kept, nil
}
