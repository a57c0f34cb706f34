package cbs

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wijkmonitor/generator/extract"
)

// publish converts the pages and moves the files into the dataset. The figures
// are moved last but one and the manifest last: until then an old manifest does
// not fit the files, and without one there are no figures, so that extract.Load
// refuses both.
func (f *fetcher) publish(i *info, w *work, s *shape, parts []string, sel *selection) error {
	id, protocol := f.spec.ID, i.protocol
	stage := filepath.Join(f.Dir, ".new-"+id+"-"+protocol)
	if err := os.RemoveAll(stage); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	if err := os.MkdirAll(stage, 0o755); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	defer os.RemoveAll(stage)
	m := &extract.Manifest{Table: id, Title: i.Title, Protocol: protocol, Source: i.url(id), Retrieved: f.Now().UTC().Truncate(1e9), Modified: i.Modified, Filters: sel.words()}
	for _, part := range parts {
		columns, err := w.infer(part, f.Limits)
		if err == nil {
			_, err = w.convert(extract.PartPath(stage, protocol, id, part), part, columns, f.Limits)
		}
		if err != nil {
			return place{table: id}.wrap(err)
		}
		m.Files = append(m.Files, extract.ManifestFile{Name: filepath.Base(extract.PartPath(stage, protocol, id, part))})
	}
	if err := f.metadata(stage, i, m); err != nil {
		return err
	}
	figures, columns := s.columns(protocol)
	name := extract.PartPath(stage, protocol, id, figures)
	rows, err := w.convert(name, figures, columns, f.Limits)
	if err != nil {
		return place{table: id}.wrap(err)
	}
	m.Rows = rows
	m.Files = append(m.Files, extract.ManifestFile{Name: filepath.Base(name)})
	for n := range m.Files {
		if m.Files[n], err = extract.HashFile(filepath.Join(stage, m.Files[n].Name)); err != nil {
			return err
		}
	}
	if err := f.move(stage, m); err != nil {
		return err
	}
	f.Report.line(fmt.Sprintf("table %s: %q, %d rows (%s), modified %s", id, m.Title, m.Rows, protocol, m.Modified))
	return nil
}

// metadata writes what the service says of the table as a whole.
func (f *fetcher) metadata(stage string, i *info, m *extract.Manifest) error {
	b, err := json.MarshalIndent(i.raw, "", "  ")
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	name := extract.MetadataPath(stage, i.protocol, f.spec.ID)
	m.Files = append(m.Files, extract.ManifestFile{Name: filepath.Base(name)})
	return writeWhole(name, append(b, '\n'))
}

// move puts the files in place, removes those of an earlier fetch that are no
// longer part of it, and writes the manifest.
func (f *fetcher) move(stage string, m *extract.Manifest) error {
	var old []string
	for _, protocol := range []string{m.Protocol, otherProtocol(m.Protocol)} {
		before, err := extract.ReadManifest(f.Dir, protocol, m.Table)
		if err != nil || before == nil {
			continue // one that cannot be read is written over
		}
		for _, file := range before.Files {
			if filepath.Base(file.Name) == file.Name && strings.HasPrefix(file.Name, "cbs."+protocol+"."+m.Table+"_") {
				old = append(old, file.Name)
			}
		}
		if protocol != m.Protocol {
			old = append(old, filepath.Base(extract.ManifestPath(f.Dir, protocol, m.Table)))
		}
	}
	for _, file := range m.Files {
		if err := os.Rename(filepath.Join(stage, file.Name), filepath.Join(f.Dir, file.Name)); err != nil {
			return fmt.Errorf("fetch: %w", err)
		}
	}
	for _, name := range old {
		if slices.ContainsFunc(m.Files, func(file extract.ManifestFile) bool { return file.Name == name }) {
			continue
		}
		if err := os.Remove(filepath.Join(f.Dir, name)); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("fetch: %w", err)
		}
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	return writeWhole(extract.ManifestPath(f.Dir, m.Protocol, m.Table), append(b, '\n'))
}
