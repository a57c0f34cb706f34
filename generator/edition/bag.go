package edition

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// bagDeclaration is bagit.txt, the same in every bag (RFC 8493, 2.1.1).
const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

// A Bag is what an archive holds.
type Bag struct {
	Name      string   // of its folder: wijkmonitor-merenland-2025
	Site      string   // folder with the built site, in the form for a disk
	Origins   []Origin // what the site was made from
	Publisher string   // who is answerable for the edition
}

// Write writes the bag as a zip (RFC 8493). Under data/ stand the site and all
// that it was made from; metadata/ describes it for an archive.
func (b Bag) Write(ctx context.Context, out *os.File) error {
	doc, err := CheckFolder(b.Site)
	if err != nil {
		return err
	}
	payload, err := b.payload()
	if err != nil {
		return err
	}
	files, err := hashAll(ctx, payload)
	if err != nil {
		return err
	}
	var size int64
	for _, f := range files {
		size += f.Bytes
	}
	tags := []Entry{
		{Path: "bag-info.txt", Content: bagInfo(&doc, b.Publisher, size, len(files))},
		{Path: "bagit.txt", Content: []byte(bagDeclaration)},
		{Path: ManifestName, Content: Manifest(files)},
		{Path: "metadata/dublincore.xml", Content: dublinCore(&doc, b.Publisher)},
		{Path: "metadata/mdto.xml", Content: mdto(&doc, b.Name, b.Publisher)},
	}
	var sums []File
	for _, t := range tags {
		sums = append(sums, Hash(t.Path, t.Content))
	}
	sortFiles(sums)
	all := append(append(payload, tags...), Entry{Path: "tag" + ManifestName, Content: Manifest(sums)})
	for i := range all {
		all[i].Path = path.Join(b.Name, all[i].Path)
	}
	slices.SortFunc(all, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	return WriteZip(ctx, out, all)
}

// payload lists the files under data/: the site and what it was made from.
func (b Bag) payload() ([]Entry, error) {
	found, err := walk("data/site", b.Site, true, func(name string) bool { return !strings.HasPrefix(name, ".") })
	if err != nil {
		return nil, fmt.Errorf("edition: %w", err)
	}
	var all []Entry
	for _, o := range found {
		all = append(all, Entry{Path: o.Path, Disk: o.Disk})
	}
	for _, o := range b.Origins {
		all = append(all, Entry{Path: path.Join("data", o.Path), Disk: o.Disk})
	}
	return all, nil
}

func hashAll(ctx context.Context, entries []Entry) ([]File, error) {
	files := make([]File, len(entries))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	for i, e := range entries {
		g.Go(func() (err error) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			files[i], err = HashDisk(e.Path, e.Disk)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	sortFiles(files)
	return files, nil
}

// FolderZip writes a folder as a zip, with name in front of every path.
func FolderZip(ctx context.Context, out *os.File, name, dir string) error {
	found, err := walk(name, dir, true, func(name string) bool { return !strings.HasPrefix(name, ".") })
	if err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	slices.SortFunc(found, func(a, b Origin) int { return strings.Compare(a.Path, b.Path) })
	var all []Entry
	for _, o := range found {
		all = append(all, Entry{Path: filepath.ToSlash(o.Path), Disk: o.Disk})
	}
	return WriteZip(ctx, out, all)
}
