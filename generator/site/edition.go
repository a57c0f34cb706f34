package site

import (
	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/model"
)

// writeEdition writes the manifest of all files and edition.json, which also
// marks the folder as one that a build wrote. It returns both.
func writeEdition(m *model.Monitor, s *stage, o Options, sum *Summary) ([]stored, error) {
	var tables []string
	for i := range m.Tables {
		tables = append(tables, m.Tables[i].ID)
	}
	origins, err := o.Sources(tables).Origins()
	if err != nil {
		return nil, err
	}
	inputs, err := edition.HashInputs(origins)
	if err != nil {
		return nil, err
	}
	doc := document(m, o)
	doc.Inputs = inputs
	return finishEdition(doc, s, sum)
}

// finishEdition writes the manifest of what was staged, and edition.json.
func finishEdition(doc edition.Document, s *stage, sum *Summary) ([]stored, error) {
	files := s.files.Files()
	manifest := edition.Manifest(files)
	doc.Files = edition.NewListing(files, manifest)
	w := writer{stage: s}
	for path, content := range map[string][]byte{edition.ManifestName: manifest, marker: doc.Encode()} {
		if err := w.store(path, content); err != nil {
			return nil, err
		}
	}
	sum.Files += len(w.paths)
	sum.Bytes += w.bytes
	sum.Written += w.written
	return w.made, nil
}

// The forms of a site, as edition.json names them.
const (
	formServer = "server"
	formLocal  = "schijf"
)

// Sources names the folders and tables that a site is made from.
func (o Options) Sources(tables []string) edition.Sources {
	s := edition.Sources{Dataset: o.Dataset, Extracts: o.Extracts, Content: o.Content, Templates: o.Templates, Tables: tables}
	if s.Extracts == "" {
		s.Extracts = o.Dataset
	}
	return s
}

// document says what was published, from which tables.
func document(m *model.Monitor, o Options) edition.Document {
	doc := edition.Document{Version: edition.DocumentVersion, Title: m.Title, Edition: m.Edition, Fictional: m.Fictional,
		Generator: edition.Generator, Form: formServer, Only: o.Only, Compact: o.Compact, Previous: o.previousSum, Address: o.URL, Part: o.Part.String(), Regions: map[string]int{}}
	if o.Local {
		doc.Form = formLocal
	}
	for i := range m.Tables {
		t := &m.Tables[i]
		table := edition.Table{ID: t.ID, Title: t.Title, Source: t.Source, Modified: t.Modified, Retrieved: t.Retrieved, Periods: []string{}}
		for _, p := range t.Periods {
			table.Periods = append(table.Periods, m.Periods[p].Code)
		}
		doc.Tables = append(doc.Tables, table)
	}
	for level, n := range countLevels(m) {
		doc.Regions[model.Level(level).String()] = n
	}
	for _, p := range m.Periods {
		doc.Periods = append(doc.Periods, p.Code)
	}
	return doc
}
