package main

import (
	"fmt"
	"os"

	"wijkmonitor/generator/check"
	"wijkmonitor/generator/site"
)

type checkCmd struct {
	Dataset  string `help:"Folder with monitor.yaml." default:"datasets/demo" type:"path"`
	Extracts string `help:"Folder with the Parquet files, if not the dataset's own." type:"path"`
	Strict   bool   `help:"End with an error when anything deserves a second look."`
}

// Run tells how healthy a dataset is, of the figures as the site shows them.
func (c *checkCmd) Run() error {
	m, err := site.Read(site.Options{Dataset: c.Dataset, Extracts: c.Extracts})
	if err != nil {
		return err
	}
	r := check.New(m)
	if err := r.WriteText(os.Stdout, m); err != nil {
		return err
	}
	if n := r.Findings(); c.Strict && n > 0 {
		return fmt.Errorf("check: %s: %d findings deserve a second look", c.Dataset, n)
	}
	return nil
}
