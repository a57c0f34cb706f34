package site

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"wijkmonitor/generator/edition"
)

// Merge puts the parts of a site together in out: the same bytes as one build
// of the whole. The parts stay as they are.
func Merge(ctx context.Context, parts []string, out string) (Summary, error) {
	start := time.Now()
	doc, files, err := readParts(parts)
	if err != nil {
		return Summary{}, err
	}
	stage, err := openStage(out)
	if err != nil {
		return Summary{}, err
	}
	defer stage.discard()
	var units []unit
	for i, dir := range parts {
		for _, f := range files[i] {
			units = append(units, unit{name: dir + "/" + f.Path, make: func(w *writer) error { return w.take(dir, f) }})
		}
	}
	o := Options{URL: doc.Address, Local: doc.Form != formServer, Only: doc.Only}
	var sum Summary
	made := map[string]unitState{}
	paths, err := writeAll(ctx, units, stage, nil, o, &sum, made)
	if err != nil {
		return Summary{}, err
	}
	if doc.Form == formServer {
		last, err := planSitemap(paths, doc.Address)
		if err != nil {
			return Summary{}, err
		}
		if _, err := writeAll(ctx, last, stage, nil, o, &sum, made); err != nil {
			return Summary{}, err
		}
	}
	if _, err := finishEdition(doc, stage, &sum); err != nil {
		return Summary{}, err
	}
	if err := stage.publish(); err != nil {
		return Summary{}, err
	}
	sum.Seconds = time.Since(start).Seconds()
	return sum, nil
}

// take stages a file of a part, if it is still what the part's manifest says.
func (w *writer) take(dir string, f edition.File) error {
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if edition.Hash(f.Path, b).Sum != f.Sum {
		return fmt.Errorf("site: %s: %s is not what the part's manifest says: building that part again would be right", dir, f.Path)
	}
	return w.store(f.Path, b)
}

// readParts reads what each part is, and demands that they are all parts of one
// site, made from the same input.
func readParts(parts []string) (doc edition.Document, files [][]edition.File, err error) {
	var seen []string
	for i, dir := range parts {
		own, list, err := edition.ReadFolder(dir)
		if err != nil {
			return doc, nil, err
		}
		part, err := ParsePart(own.Part)
		if err != nil || part.Of == 0 {
			return doc, nil, fmt.Errorf("site: %s holds no part of a site: build --part 1/%d would be right", dir, len(parts))
		}
		if part.Of != len(parts) || slices.Contains(seen, own.Part) {
			return doc, nil, fmt.Errorf("site: %s is part %s, and there are %d folders: each part once would be right", dir, own.Part, len(parts))
		}
		seen = append(seen, own.Part)
		own.Part, own.Files = "", edition.Listing{}
		if i == 0 {
			doc = own
		} else if string(own.Encode()) != string(doc.Encode()) {
			return doc, nil, fmt.Errorf("site: %s and %s were made from different input, or by different versions", parts[0], dir)
		}
		files = append(files, list)
	}
	return doc, files, nil
}
