// Command generator turns CBS Parquet extracts, a monitor definition and
// Markdown into a complete static neighbourhood monitor.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/alecthomas/kong"

	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/serve"
	"wijkmonitor/generator/site"
)

type inputs struct {
	Dataset   string `help:"Folder with monitor.yaml." default:"datasets/demo" type:"path"`
	Extracts  string `help:"Folder with the Parquet files, if not the dataset's own." type:"path"`
	Content   string `help:"Folder with the texts." default:"content" type:"path"`
	Templates string `help:"Folder with the templates, styles and scripts." default:"templates" type:"path"`
	URL       string `help:"Address where the site will stand, for the sitemap."`
	Workers   int    `help:"How many files to write at once; 0 is one per core." default:"0"`
}

func (s *inputs) options() site.Options {
	return site.Options{Dataset: s.Dataset, Extracts: s.Extracts, Content: s.Content, Templates: s.Templates,
		URL: s.URL, Log: os.Stderr, Workers: s.Workers}
}

type sources struct {
	inputs
	Out string `help:"Folder to write; it is replaced as a whole." default:"public" type:"path"`
}

func (s *sources) options() site.Options {
	o := s.inputs.options()
	o.Out = s.Out
	return o
}

type buildCmd struct {
	sources
	Local       bool   `help:"Make the form that opens from a disk, without a server."`
	Compact     bool   `help:"Make few files, for hosts that take 20,000: neighbourhoods stand on the page of their district."`
	Precompress bool   `help:"Write .gz and .br beside the files, for servers that send those."`
	Only        string `help:"Code of one municipality to make, in the form that opens from a disk: GM0363."`
	Previous    string `help:"The edition before, a built folder or an archive: tell on a page what changed, and refuse to lose regions or indicators." type:"path"`
	Part        string `help:"Make one part of the site, for merge to put together: 1/4."`
	Aggregates  string `help:"File that the command aggregates wrote from the same dataset, so that a part need not work it out again." type:"path"`
}

func (c *buildCmd) Run(ctx context.Context) error {
	o := c.options()
	o.Previous, o.Aggregates = c.Previous, c.Aggregates
	o.Local, o.Compact, o.Packed, o.Only = c.Local, c.Compact, c.Precompress, c.Only
	var err error
	if o.Part, err = site.ParsePart(c.Part); err != nil {
		return err
	}
	sum, err := site.Build(ctx, o)
	if err != nil {
		return err
	}
	fmt.Println(sum)
	if c.Part != "" {
		fmt.Println("when all parts are made: go run ./generator merge PART… --out public")
		return nil
	}
	fmt.Printf("open %s, or run: go run ./generator serve\n", filepath.Join(c.Out, "index.html"))
	return nil
}

type aggregatesCmd struct {
	inputs
	Out string `help:"File to write." default:"aggregates.bin" type:"path"`
}

// Run computes once what every part of a site needs.
func (c *aggregatesCmd) Run() error {
	a, err := site.WriteAggregates(c.options(), c.Out)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d withheld figures, references and spreads of %d figures\nfor each part: go run ./generator build --part 1/4 --aggregates %s --out part-1\n", c.Out, len(a.Withheld), len(a.Baseline.Spreads), c.Out)
	return nil
}

type mergeCmd struct {
	Parts []string `arg:"" help:"Folders with the parts of a site." type:"path"`
	Out   string   `help:"Folder to write; it is replaced as a whole." default:"public" type:"path"`
}

// Run puts the parts of a site together.
func (c *mergeCmd) Run(ctx context.Context) error {
	sum, err := site.Merge(ctx, c.Parts, c.Out)
	if err != nil {
		return err
	}
	fmt.Printf("%d files, %.1f MB in %.1f s\n", sum.Files, float64(sum.Bytes)/1e6, sum.Seconds)
	return nil
}

type serveCmd struct {
	sources
	Port int `help:"Port on this machine." default:"8080"`
}

func (c *serveCmd) Run(ctx context.Context) error {
	return serve.Run(ctx, serve.Options{Site: c.options(), Port: c.Port, Log: os.Stderr})
}

type demoCmd struct {
	Out   string `help:"Folder for the Parquet files and shapes." default:"datasets/demo" type:"path"`
	Scale string `help:"How large the fictional country is: province, national, or a number of municipalities." default:"province"`
}

func (c *demoCmd) Run() error { return writeDemo(c.Out, c.Scale) }

// municipalities reads a scale.
func municipalities(scale string) (int, error) {
	switch scale {
	case "province":
		return 10, nil
	case "national":
		return demo.National, nil
	}
	n, err := strconv.Atoi(scale)
	if err != nil {
		return 0, fmt.Errorf("demo: --scale %q; province, national or a number of municipalities would be right", scale)
	}
	return n, nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var cli struct {
		Build      buildCmd      `cmd:"" help:"Build the site."`
		Aggregates aggregatesCmd `cmd:"" help:"Compute once what every part of a site needs."`
		Editions   editionsCmd   `cmd:"" help:"Put built editions side by side in one site: each under its year, the newest at the root."`
		Merge      mergeCmd      `cmd:"" help:"Put the parts of a site together that several machines made."`
		Serve      serveCmd      `cmd:"" help:"Build, serve and rebuild what changes, for editors."`
		Demo       demoCmd       `cmd:"" help:"Write the extract of the fictional country."`

		Bench     benchCmd     `cmd:"" help:"Measure a build, stage by stage."`
		Archive   archiveCmd   `cmd:"" help:"Write one file that keeps an edition: the site, and all that it was made from."`
		Verify    verifyCmd    `cmd:"" help:"Check every bit of an archive."`
		Rebuild   rebuildCmd   `cmd:"" help:"Make the site of an archive again, and compare."`
		Diff      diffCmd      `cmd:"" help:"Say which figures changed between two editions."`
		Bundle    bundleCmd    `cmd:"" help:"Write a zip with one municipality, for a folder or a stick."`
		Explain   explainCmd   `cmd:"" help:"Say where one figure comes from and what was made of it."`
		Import    importCmd    `cmd:"" help:"Turn a CSV or Excel file into an extract."`
		Check     checkCmd     `cmd:"" help:"Say how healthy a dataset is: gaps, jumps, sums that do not add up."`
		Fetch     fetchCmd     `cmd:"" help:"Get the tables of a dataset from CBS, or find tables there."`
		Define    defineCmd    `cmd:"" help:"Draft a monitor.yaml from tables of CBS."`
		CbsServer cbsServerCmd `cmd:"" help:"Serve tables as CBS does, to try fetch without internet."`
	}
	k := kong.Parse(&cli, kong.Name("generator"), kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Description("Turns CBS extracts into a static neighbourhood monitor."), kong.UsageOnError())
	if err := k.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
