package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Sources are the folders that an edition is made from.
type Sources struct {
	Dataset   string   // monitor.yaml and what it names
	Extracts  string   // Parquet files
	Content   string   // Markdown
	Templates string   // style sheets and scripts
	Tables    []string // ids of the tables that are read
}

// An Origin is an input and where it lies on the disk.
type Origin struct {
	Path string // as in Input
	Disk string
}

// Origins lists the files that an edition is made from, sorted by path:
// nothing else that happens to lie in those folders.
func (s Sources) Origins() ([]Origin, error) {
	var all []Origin
	for _, part := range []struct {
		name, dir string
		deep      bool
		wanted    func(name string) bool
	}{
		{"dataset", s.Dataset, false, func(name string) bool { return hasExt(name, ".yaml", ".csv") || strings.HasSuffix(name, ".csv.gz") }},
		{"dataset/geo", filepath.Join(s.Dataset, "geo"), false, func(name string) bool {
			return hasExt(strings.TrimSuffix(name, ".gz"), ".geojson", ".json", ".topojson")
		}},
		{"extracts", s.Extracts, false, s.isExtract},
		{"content", s.Content, true, func(name string) bool { return hasExt(name, ".md") }},
		{"templates", s.Templates, true, func(name string) bool { return hasExt(name, ".css", ".ts") }},
	} {
		found, err := walk(part.name, part.dir, part.deep, part.wanted)
		if part.name == "dataset/geo" && errors.Is(err, fs.ErrNotExist) {
			continue // a dataset need not have shapes
		}
		if err != nil {
			return nil, fmt.Errorf("edition: %w", err)
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b Origin) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
}

// isLink tells whether an entry is a link: a publisher may keep extracts
// elsewhere.
func isLink(d fs.DirEntry) bool { return d.Type()&fs.ModeSymlink != 0 }

func hasExt(name string, any ...string) bool { return slices.Contains(any, path.Ext(name)) }

func (s Sources) isExtract(name string) bool {
	for _, id := range s.Tables {
		if strings.HasPrefix(name, "cbs.v3."+id+"_") || strings.HasPrefix(name, "cbs.v4."+id+"_") {
			return true
		}
	}
	return false
}

func walk(name, dir string, deep bool, wanted func(string) bool) ([]Origin, error) {
	var found []Origin
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if p != "." && !deep {
				return fs.SkipDir
			}
			return nil
		}
		if !wanted(d.Name()) {
			return nil
		}
		if !Safe(p) {
			return fmt.Errorf("%s: a path without signs that some systems refuse would be right", filepath.Join(dir, p))
		}
		if d.Type().IsRegular() || isLink(d) {
			found = append(found, Origin{path.Join(name, p), filepath.Join(dir, filepath.FromSlash(p))})
		}
		return nil
	})
	return found, err
}

// HashInputs describes the files that an edition is made from.
func HashInputs(origins []Origin) ([]Input, error) {
	var inputs []Input
	for _, o := range origins {
		f, err := HashDisk(o.Path, o.Disk)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, Input{f.Path, f.Bytes, hex.EncodeToString(f.Sum[:])})
	}
	return inputs, nil
}

// HashDisk describes a file on the disk; name is its path in the edition.
func HashDisk(name, disk string) (File, error) {
	file, err := os.Open(disk)
	if err != nil {
		return File{}, fmt.Errorf("edition: %w", err)
	}
	defer file.Close()
	h := sha256.New()
	n, err := io.Copy(h, file)
	if err != nil {
		return File{}, fmt.Errorf("edition: %s: %w", disk, err)
	}
	return File{name, n, [sha256.Size]byte(h.Sum(nil))}, nil
}
