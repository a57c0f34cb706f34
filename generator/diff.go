package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"wijkmonitor/generator/edition"
)

type diffCmd struct {
	Old     string   `arg:"" help:"The edition before: a built folder or an archive." type:"path"`
	New     string   `arg:"" help:"The edition to publish." type:"path"`
	CSV     string   `name:"csv" help:"Write every changed figure to this file." type:"path"`
	Page    string   `help:"Write the changes as a page to this file." type:"path"`
	Files   bool     `help:"List the paths of all files that changed."`
	Retired []string `help:"Codes of regions and keys of indicators that may be gone."`
}

// Run says which figures changed between two editions, and refuses one that
// lost regions or indicators.
func (c *diffCmd) Run() error {
	before, err := edition.OpenPublished(c.Old)
	if err != nil {
		return err
	}
	defer before.Close()
	after, err := edition.OpenPublished(c.New)
	if err != nil {
		return err
	}
	defer after.Close()
	d, err := edition.Diff(before, after)
	if err != nil {
		return err
	}
	return errors.Join(d.WriteText(os.Stdout, c.Files), writeReport(c.CSV, d.WriteCSV), writeReport(c.Page, d.WritePage), d.Allow(c.Retired, "--retired"))
}

func writeReport(name string, write func(w io.Writer) error) error {
	if name == "" {
		return nil
	}
	err := edition.Replace(name, func(f *os.File, _ string) error { return write(f) })
	if err != nil {
		return fmt.Errorf("diff: %w", err)
	}
	return nil
}
