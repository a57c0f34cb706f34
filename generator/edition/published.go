package edition

import (
	"archive/zip"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// A Published is a built site as anybody can read it: a folder, an archive or
// a bundle.
type Published struct {
	Name     string
	Document Document
	Files    []File
	sums     map[string]File // Files by path
	fs       fs.FS
	close    func() error
}

// OpenPublished opens the site in a folder or a zip.
func OpenPublished(name string) (*Published, error) {
	p := &Published{Name: name, fs: os.DirFS(name), close: func() error { return nil }}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("diff: %w", err)
	}
	if !info.IsDir() {
		a, err := Open(name)
		if err != nil {
			return nil, err
		}
		p.fs, p.close = zipSite(a), a.Close
	}
	if err := p.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("diff: %s is not a built site or archive: %w", name, err), p.Close())
	}
	return p, nil
}

// zipSite is a zip's part with the site: data/site/ of a bag, all of a bundle.
func zipSite(a *Archive) fs.FS {
	prefix := a.Name + "/"
	if a.index["bagit.txt"] != nil {
		prefix += "data/site/"
	}
	return prefixed{a.zip, prefix}
}

type prefixed struct {
	zip    *zip.Reader
	prefix string
}

func (p prefixed) Open(name string) (fs.File, error) { return p.zip.Open(p.prefix + name) }

func (p *Published) load() error {
	b, err := p.read(Marker)
	if err != nil {
		return err
	}
	if p.Document, err = ParseDocument(Marker, b); err != nil {
		return err
	}
	if b, err = p.read(ManifestName); err != nil {
		return err
	}
	if sum := Hash("", b).Sum; hex.EncodeToString(sum[:]) != p.Document.Files.SHA256 {
		return fmt.Errorf("%s is not the one that %s describes", ManifestName, Marker)
	}
	p.Files, err = ParseManifest(ManifestName, b)
	p.index()
	return err
}

func (p *Published) index() {
	p.sums = make(map[string]File, len(p.Files))
	for _, f := range p.Files {
		p.sums[f.Path] = f
	}
}

// Staged is a site that is being built: the files that lie in dir so far.
func Staged(dir string, doc Document, files []File) *Published {
	p := &Published{Name: dir, Document: doc, Files: files, fs: os.DirFS(dir), close: func() error { return nil }}
	p.index()
	return p
}

// Read returns a file that the manifest lists, if it is as it says.
func (p *Published) Read(name string) ([]byte, error) {
	f, listed := p.sums[name]
	if !listed {
		return nil, fmt.Errorf("diff: %s: %s is not in its manifest: %w", p.Name, name, fs.ErrNotExist)
	}
	b, err := p.read(name)
	if err != nil {
		return nil, fmt.Errorf("diff: %s: %w", p.Name, err)
	}
	if Hash(name, b).Sum != f.Sum {
		return nil, fmt.Errorf("diff: %s: %s is damaged: its bytes are not those of the manifest", p.Name, name)
	}
	return b, nil
}

// Close closes the archive.
func (p *Published) Close() error { return p.close() }

// read reads a file of the site, if it is not larger than any of ours is.
func (p *Published) read(name string) ([]byte, error) {
	f, err := p.fs.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, largestText+1))
	if err == nil && len(b) > largestText {
		err = fmt.Errorf("%s is too large", name)
	}
	return b, err
}

// roots lists the folders that hold the figures of a municipality, country or
// own area, with the shards in each.
func (p *Published) roots() map[string][]string {
	roots := map[string][]string{}
	for _, f := range p.Files {
		dir, base := path.Split(f.Path)
		if root, ok := strings.CutSuffix(dir, "/data/"); ok && path.Ext(base) == ".json" {
			roots[root] = append(roots[root], f.Path)
		}
	}
	return roots
}
