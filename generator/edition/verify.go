package edition

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// mostFaults is how many damaged files Verify names before it stops.
const mostFaults = 20

// Verify checks every bit of an archive: the bag's files against its
// manifests, the zip around them against the one form that we write, and the
// seal over all. The error names each file that is hit.
func (a *Archive) Verify() (Document, error) {
	faults := a.checkBag()
	if len(faults) == 0 {
		faults = a.checkZip()
	}
	if len(faults) > 0 {
		return Document{}, fmt.Errorf("edition: %w", errors.Join(faults[:min(len(faults), mostFaults)]...))
	}
	b, err := a.Read("data/site/" + Marker)
	if err != nil {
		return Document{}, err
	}
	return ParseDocument(Marker, b)
}

// checkBag checks what RFC 8493 asks of a valid bag.
func (a *Archive) checkBag() []error {
	if b, err := a.text("bagit.txt"); err != nil {
		return []error{err}
	} else if string(b) != bagDeclaration {
		return []error{errors.New("bagit.txt is damaged: BagIt-Version 1.0 in UTF-8 would be right")}
	}
	tags, tagFault := a.manifest("tag" + ManifestName)
	files, fault := a.manifest(ManifestName)
	if tagFault != nil || fault != nil {
		return slices.DeleteFunc([]error{tagFault, fault}, func(err error) bool { return err == nil })
	}
	var faults []error
	listed := map[string]bool{"tag" + ManifestName: true}
	for _, f := range append(tags, files...) {
		listed[f.Path] = true
	}
	for _, path := range a.Paths("") {
		if !listed[path] {
			faults = append(faults, fmt.Errorf("%s is in the archive, but not in its manifest", path))
		}
	}
	return append(faults, a.checkFiles(append(tags, files...))...)
}

func (a *Archive) manifest(name string) ([]File, error) {
	b, err := a.text(name)
	if err != nil {
		return nil, err
	}
	return ParseManifest(name, b)
}

// checkFiles hashes the entries that a manifest lists, on all cores.
func (a *Archive) checkFiles(files []File) []error {
	found := make([]error, len(files))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		g.Go(func() error {
			found[i] = a.checkFile(f)
			return nil
		})
	}
	g.Wait() //nolint:errcheck // the faults are in the list
	return slices.DeleteFunc(found, func(err error) bool { return err == nil })
}

func (a *Archive) checkFile(f File) error {
	entry := a.index[f.Path]
	if entry == nil {
		return fmt.Errorf("%s is missing", f.Path)
	}
	h := sha256.New()
	if err := copyTo(h, entry); err != nil {
		return fmt.Errorf("%s is damaged: %w", f.Path, err)
	}
	if [sha256.Size]byte(h.Sum(nil)) != f.Sum {
		return fmt.Errorf("%s is damaged: its bytes are not those of the manifest", f.Path)
	}
	return nil
}
