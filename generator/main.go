// Command generator turns CBS Parquet extracts, a monitor definition and
// Markdown into a complete static neighbourhood monitor.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/alecthomas/kong"

	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/serve"
	"wijkmonitor/generator/site"
)

type sources struct {
	Dataset   string `help:"Folder with monitor.yaml." default:"datasets/demo" type:"path"`
	Extracts  string `help:"Folder with the Parquet files, if not the dataset's own." type:"path"`
	Content   string `help:"Folder with the texts." default:"content" type:"path"`
	Templates string `help:"Folder with the templates, styles and scripts." default:"templates" type:"path"`
	Out       string `help:"Folder to write; it is replaced as a whole." default:"public" type:"path"`
	URL       string `help:"Address where the site will stand, for the sitemap."`
	Workers   int    `help:"How many files to write at once; 0 is one per core." default:"0"`
}

func (s *sources) options() site.Options {
	return site.Options{Dataset: s.Dataset, Extracts: s.Extracts, Content: s.Content, Templates: s.Templates,
		Out: s.Out, URL: s.URL, Log: os.Stderr, Workers: s.Workers}
}

type buildCmd struct {
	sources
}

func (c *buildCmd) Run(ctx context.Context) error {
	sum, err := site.Build(ctx, c.options())
	if err != nil {
		return err
	}
	fmt.Println(sum)
	fmt.Printf("open %s, or run: go run ./generator serve\n", filepath.Join(c.Out, "index.html"))
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
	Out   string `help:"Folder for the Parquet files." default:"datasets/demo" type:"path"`
	Scale string `help:"How large the fictional country is: province or national." enum:"province,national" default:"province"`
}

func (c *demoCmd) Run() error {
	return demo.Write(c.Out, demo.Options{Municipalities: 10, National: c.Scale == "national"})
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var cli struct {
		Build buildCmd `cmd:"" help:"Build the site."`
		Serve serveCmd `cmd:"" help:"Build, serve and rebuild what changes, for editors."`
		Demo  demoCmd  `cmd:"" help:"Write the extract of the fictional country."`

		Fetch     fetchCmd     `cmd:"" help:"Get the tables of a dataset from CBS, or find tables there."`
		Define    defineCmd    `cmd:"" help:"Draft a monitor.yaml from tables of CBS."`
		CbsServer cbsServerCmd `cmd:"" help:"Serve tables as CBS does, to try fetch without internet."`
		Explain   explainCmd   `cmd:"" help:"Say where one figure comes from and what was made of it."`
	}
	k := kong.Parse(&cli, kong.Name("generator"), kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Description("Turns CBS extracts into a static neighbourhood monitor."), kong.UsageOnError())
	if err := k.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
