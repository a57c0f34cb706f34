package main

import (
	"context"
	"fmt"
	"os"

	"wijkmonitor/generator/site"
)

type editionsCmd struct {
	Editions []string `arg:"" help:"Folders with built editions, each of another year." type:"path"`
	Out      string   `help:"Folder to write; it is replaced as a whole." default:"public" type:"path"`
}

// Run puts editions side by side in one site.
func (c *editionsCmd) Run(ctx context.Context) error {
	sum, err := site.Editions(ctx, c.Editions, c.Out, os.Stderr)
	if err != nil {
		return err
	}
	fmt.Printf("%d editions, %d pages, %d files, %.1f MB in %.1f s\n", len(c.Editions), sum.Pages, sum.Files, float64(sum.Bytes)/1e6, sum.Seconds)
	return nil
}
