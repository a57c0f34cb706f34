package main

import (
	"fmt"
	"os"
	"path/filepath"

	"wijkmonitor/generator/intake"
)

type importCmd struct {
	File    string `arg:"" help:"CSV or Excel file (.xlsx), packed with gzip or not." type:"path"`
	Mapping string `help:"File that says what the columns are." default:"mapping.yaml" type:"path"`
	Propose bool   `help:"Write the mapping with what the file shows, and import nothing."`
	Preview bool   `help:"Show the first rows as they would be read, and import nothing."`
	Sheet   string `help:"Sheet of a workbook."`
	Areas   string `help:"With --propose: folder with the files of Gebieden in Nederland, for regions given by name." type:"path"`
	Out     string `help:"Folder of the dataset to write the extract to." type:"path"`
}

// Run turns a file into an extract, or proposes how.
func (c *importCmd) Run() error {
	content, err := os.ReadFile(c.File)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	if c.Propose {
		return c.propose(content)
	}
	m, err := intake.ReadMapping(c.Mapping)
	if err != nil {
		if os.IsNotExist(err) || !exists(c.Mapping) {
			return fmt.Errorf("%w; generator import %s --propose writes one", err, filepath.Base(c.File))
		}
		return err
	}
	if c.Sheet == "" {
		c.Sheet = m.Sheet
	}
	s, err := intake.Open(c.File, content, intake.Hints{Encoding: m.Encoding, Separator: m.Separator, Sheet: c.Sheet})
	if err != nil {
		return err
	}
	if m.Region.Areas != "" && !filepath.IsAbs(m.Region.Areas) {
		m.Region.Areas = filepath.Join(filepath.Dir(c.Mapping), m.Region.Areas)
	}
	t, report, err := intake.Convert(s, m)
	if err != nil {
		return err
	}
	if err := intake.Preview(os.Stdout, t, 5); err != nil {
		return err
	}
	if c.Preview {
		return nil
	}
	if c.Out == "" {
		return fmt.Errorf("import: --out is not given; the folder of a dataset, such as datasets/%s, would be right", m.Table)
	}
	manifest, err := intake.Write(c.Out, t, c.File, content, report)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d of %d rows (left out: %d of other kinds of regions, %d by the mapping, %d empty; %d notes), %d figures, gaps %v, as %s in %s\n", m.Table,
		report.Kept, report.Rows, report.OtherKinds, report.LeftOut, report.NotThere, report.Notes, report.Cells, report.Gaps, manifest.Layout, c.Out)
	return nil
}

// propose writes a mapping; one that is there is never overwritten.
func (c *importCmd) propose(content []byte) error {
	s, err := intake.Open(c.File, content, intake.Hints{Sheet: c.Sheet})
	if err != nil {
		return err
	}
	areas := c.Areas
	if abs, err := filepath.Abs(filepath.Dir(c.Mapping)); err == nil && areas != "" {
		if rel, err := filepath.Rel(abs, areas); err == nil {
			areas = rel
		}
	}
	draft, err := intake.Propose(s, filepath.ToSlash(areas))
	if err != nil {
		return err
	}
	b, err := draft.YAML()
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	f, err := os.OpenFile(c.Mapping, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("import: %w; another name with --mapping would be right", err)
	}
	if _, err := f.Write(b); err != nil {
		_ = f.Close()
		return fmt.Errorf("import: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("import: %w", err)
	}
	fmt.Printf("%s: %d topics, %d dimensions, %d questions\n", c.Mapping, len(draft.Topics), len(draft.Dimensions), len(draft.Questions))
	for _, q := range draft.Questions {
		fmt.Println("  ?", q)
	}
	return nil
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
