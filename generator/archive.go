package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/shard"
	"wijkmonitor/generator/site"
)

type archiveCmd struct {
	inputs
	File      string `help:"File to write; named after the edition when not given." type:"path"`
	Previous  string `help:"The edition before, a built folder or an archive: the edition tells on a page what changed, and the archive keeps what that takes." type:"path"`
	Publisher string `help:"Who is answerable for the edition, for the archive's metadata; the title when not given."`
}

// Run builds the site in its form for a disk and packs it with all that it was
// made from.
func (c *archiveCmd) Run(ctx context.Context) error {
	def, err := definition.Read(filepath.Join(c.Dataset, "monitor.yaml"))
	if err != nil {
		return err
	}
	bag := edition.Bag{Name: slug(def), Publisher: c.Publisher}
	if bag.Publisher == "" {
		bag.Publisher = def.Title
	}
	if c.File == "" {
		c.File = bag.Name + ".zip"
	}
	var tables []string
	for _, t := range def.Tables {
		tables = append(tables, t.ID)
	}
	err = edition.Replace(c.File, func(f *os.File, work string) error {
		o := c.options()
		o.Local, o.Out, o.Previous = true, filepath.Join(work, "site"), c.Previous
		if bag.Origins, err = o.Sources(tables).Origins(); err != nil {
			return err
		}
		if _, err := site.Build(ctx, o); err != nil {
			return err
		}
		bag.Site = o.Out
		if c.Previous != "" {
			kept, err := keepPrevious(c.Previous, filepath.Join(work, edition.PreviousFolder))
			if err != nil {
				return err
			}
			bag.Origins = append(bag.Origins, kept...)
		}
		return bag.Write(ctx, f)
	})
	if err != nil {
		return err
	}
	return printSize(c.File)
}

// keepPrevious copies what the archive needs of the edition before.
func keepPrevious(name, dir string) ([]edition.Origin, error) {
	p, err := edition.OpenPublished(name)
	if err != nil {
		return nil, err
	}
	kept, err := p.Keep(dir)
	return kept, errors.Join(err, p.Close())
}

// slug names an edition: wijkmonitor-merenland-2025.
func slug(def *model.Definition) string {
	return fmt.Sprintf("%s-%d", strings.ReplaceAll(shard.Fold(def.Title), " ", "-"), def.Edition)
}

func printSize(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %.1f MB\n", name, float64(info.Size())/1e6)
	return nil
}

type verifyCmd struct {
	File string `arg:"" help:"The archive." type:"path"`
}

// Run says that an archive is whole, or names what is not.
func (c *verifyCmd) Run() error {
	a, err := edition.Open(c.File)
	if err != nil {
		return err
	}
	defer a.Close()
	doc, err := a.Verify()
	if err != nil {
		return err
	}
	fmt.Printf("%s is whole: %s, edition %d, %d files\n", c.File, doc.Title, doc.Edition, len(a.Paths("")))
	return nil
}

type rebuildCmd struct {
	File    string `arg:"" help:"The archive." type:"path"`
	Workers int    `help:"How many files to write at once; 0 is one per core." default:"0"`
}

// Run makes the site of an archive again from what is in it.
func (c *rebuildCmd) Run(ctx context.Context) error {
	a, err := edition.Open(c.File)
	if err != nil {
		return err
	}
	defer a.Close()
	doc, err := a.Verify()
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "wijkmonitor-")
	if err != nil {
		return fmt.Errorf("rebuild: %w", err)
	}
	defer os.RemoveAll(work)
	for _, part := range []string{"dataset", "extracts", "content", "templates"} {
		if err := a.Extract("data/"+part+"/", filepath.Join(work, part)); err != nil {
			return err
		}
	}
	out, previous := filepath.Join(work, "site"), ""
	if in := "data/" + edition.PreviousFolder + "/"; len(a.Paths(in)) > 0 {
		previous = filepath.Join(work, edition.PreviousFolder)
		if err := a.Extract(in, previous); err != nil {
			return err
		}
	}
	_, err = site.Build(ctx, site.Options{
		Dataset: filepath.Join(work, "dataset"), Extracts: filepath.Join(work, "extracts"), Content: filepath.Join(work, "content"),
		Templates: filepath.Join(work, "templates"), Out: out, URL: doc.Address, Only: doc.Only, Previous: previous, Local: true, Workers: c.Workers, Log: os.Stderr,
	})
	if err != nil {
		return err
	}
	n, err := a.Compare("data/site/", out)
	if err != nil && doc.Generator != edition.Generator {
		return fmt.Errorf("%w; version %s made the archive, and this is version %s", err, doc.Generator, edition.Generator)
	}
	if err != nil {
		return err
	}
	fmt.Printf("%s: all %d files of the site were made again, byte for byte\n", c.File, n)
	return nil
}
