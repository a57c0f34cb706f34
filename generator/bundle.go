package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/site"
)

type bundleCmd struct {
	Region string `arg:"" help:"Code of the municipality: GM0363."`
	inputs
	File string `help:"File to write; named after municipality and edition when not given." type:"path"`
}

// Run builds the site of one municipality, in its form for a disk, and packs it.
func (c *bundleCmd) Run(ctx context.Context) error {
	def, err := definition.Read(filepath.Join(c.Dataset, "monitor.yaml"))
	if err != nil {
		return err
	}
	if !edition.Safe(c.Region) || strings.Contains(c.Region, "/") {
		return fmt.Errorf("bundle: %q is not the code of a municipality: GM0363 would be right", c.Region)
	}
	name := strings.ToLower(c.Region) + "-" + slug(def)
	if c.File == "" {
		c.File = name + ".zip"
	}
	err = edition.Replace(c.File, func(f *os.File, work string) error {
		o := c.options()
		o.Local, o.Only, o.Out = true, c.Region, filepath.Join(work, "site")
		if _, err := site.Build(ctx, o); err != nil {
			return err
		}
		return edition.FolderZip(ctx, f, name, o.Out)
	})
	if err != nil {
		return err
	}
	return printSize(c.File)
}
