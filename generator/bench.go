package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"

	"wijkmonitor/generator/bench"
	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/site"
)

type benchCmd struct {
	Dataset   string `help:"Folder with monitor.yaml and its extracts; a fictional country is made when not given." type:"path"`
	Scale     string `help:"How large that country is: province, national, or a number of municipalities." default:"national"`
	Dir       string `help:"Folder to work in, on the disk or memory disk to measure; cleared afterwards." type:"path"`
	Content   string `help:"Folder with the texts." default:"content" type:"path"`
	Templates string `help:"Folder with the templates, styles and scripts." default:"templates" type:"path"`
	Workers   int    `help:"How many files to write at once; 0 is one per core." default:"0"`
	Runs      int    `help:"How often to build; each run takes room for two sites until the last ends." default:"1"`
	Profile   string `help:"File for a profile of the processor over all runs, for go tool pprof." type:"path"`
}

// Run builds an edition and says what every stage took.
func (c *benchCmd) Run(ctx context.Context) error {
	dir, err := os.MkdirTemp(c.Dir, "wijkmonitor-bench-")
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // what is left harms nothing
	if c.Dataset == "" {
		c.Dataset = filepath.Join(dir, "dataset")
		if err := writeDemo(c.Dataset, c.Scale); err != nil {
			return err
		}
	}
	stop, err := startProfile(c.Profile)
	if err != nil {
		return err
	}
	defer stop()
	for run := range c.Runs {
		r, err := bench.Run(ctx, site.Options{Dataset: c.Dataset, Content: c.Content, Templates: c.Templates,
			Out: filepath.Join(dir, fmt.Sprintf("public-%d", run)), Workers: c.Workers})
		if err != nil {
			return err
		}
		if err := r.WriteText(os.Stdout); err != nil {
			return err
		}
	}
	return nil
}

// startProfile notes where the processor is until stop is called; without a
// file it does nothing.
func startProfile(file string) (stop func(), err error) {
	if file == "" {
		return func() {}, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(fmt.Errorf("bench: %w", err), f.Close())
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close() //nolint:errcheck // a profile cut short says so when it is read
	}, nil
}

// demoDefinition is where the definition of the fictional country is.
const demoDefinition = "datasets/demo"

// writeDemo writes the fictional country at a scale, with its definition where
// the folder has none.
func writeDemo(dir, scale string) error {
	n, err := municipalities(scale)
	if err != nil {
		return err
	}
	if err := demo.Write(dir, demo.Options{Municipalities: n}); err != nil {
		return err
	}
	for _, name := range []string{"monitor.yaml", "wijzigingen.csv"} {
		to := filepath.Join(dir, name)
		if _, err := os.Stat(to); err == nil {
			continue
		}
		content, err := os.ReadFile(filepath.Join(demoDefinition, name))
		if err != nil {
			return fmt.Errorf("demo: %w", err)
		}
		if name == "monitor.yaml" && n >= demo.National {
			content = append(content, "\n# So large an edition has pages per theme and reports of municipalities alone,\n# and maps of groups of the country.\ndashboards: [land, gemeente]\nreports: [gemeente]\ngroup_maps: [land]\n"...)
		}
		if err := os.WriteFile(to, content, 0o644); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	}
	return nil
}
