package main

import (
	"context"
	"fmt"
	"os"

	"wijkmonitor/generator/cbs"
)

type defineCmd struct {
	IDs      []string `arg:"" name:"id" help:"Tables of CBS: 85984NED."`
	Out      string   `help:"File to write, which must not be there yet; standard output when not given." type:"path" placeholder:"FILE"`
	Protocol string   `help:"OData v3, v4 or auto: which names of topics to use." enum:"auto,v3,v4" default:"auto"`
	BaseURL  string   `help:"Address of a mirror or of generator cbs-server." placeholder:"URL"`
}

// Run drafts a definition from what CBS says of tables.
func (c *defineCmd) Run(ctx context.Context) error {
	text, err := cbs.Define(ctx, c.IDs, cbs.Options{Protocol: c.Protocol, BaseURL: c.BaseURL})
	if err != nil {
		return err
	}
	if c.Out == "" {
		_, err := os.Stdout.Write(text)
		return err
	}
	f, err := os.OpenFile(c.Out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("define: %w; another name would be right", err)
	}
	if _, err := f.Write(text); err != nil {
		f.Close()
		return fmt.Errorf("define: %w", err)
	}
	return f.Close()
}
