package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/cbs/cbsserver"
	"wijkmonitor/generator/definition"
)

type fetchCmd struct {
	Dataset  string `arg:"" optional:"" help:"Folder with monitor.yaml; the tables that it names are put beside it." type:"path"`
	Protocol string `help:"OData v3, v4, or auto: v4, and v3 for a table that v4 does not have or whose topics the definition names in v3." enum:"auto,v3,v4" default:"auto"`
	BaseURL  string `help:"Address of a mirror or of generator cbs-server." placeholder:"URL"`
	Narrow   bool   `help:"Ask only for the topics that the definition uses, and for the country, municipalities, districts and neighbourhoods."`
	List     bool   `help:"List the tables that CBS has."`
	Search   string `help:"With --list: words that the title must have." placeholder:"WORDS"`
	Describe string `help:"Show the topics, dimensions and periods of a table." placeholder:"ID"`
}

func (c *fetchCmd) options() cbs.Options {
	return cbs.Options{Dir: c.Dataset, Protocol: c.Protocol, BaseURL: c.BaseURL, Narrow: c.Narrow}
}

// Run fetches the tables of a dataset, or says what CBS has.
func (c *fetchCmd) Run(ctx context.Context) error {
	switch {
	case c.List || c.Search != "":
		return cbs.List(ctx, os.Stdout, c.Search, c.options())
	case c.Describe != "":
		t, err := cbs.Describe(ctx, c.Describe, c.options())
		if err != nil {
			return err
		}
		return t.WriteText(os.Stdout)
	case c.Dataset == "":
		return errors.New("fetch: no dataset; a folder with monitor.yaml, --list or --describe ID would be right")
	}
	def, err := definition.Read(filepath.Join(c.Dataset, "monitor.yaml"))
	if err != nil {
		return err
	}
	o := c.options()
	p := newFetchProgress(os.Stderr)
	o.Report = cbs.Report{Line: p.line, Page: p.page}
	err = cbs.Fetch(ctx, def, o)
	p.end()
	return err
}

type cbsServerCmd struct {
	Extracts string `help:"Folder with tables in the v3 layout." default:"datasets/demo" type:"path"`
	Port     int    `help:"Port on this machine." default:"8090"`
	Fault    string `help:"A fault for it to have, by name; a wrong name lists them."`
}

// Run serves tables as CBS does, on this machine only.
func (c *cbsServerCmd) Run(ctx context.Context) error {
	fault, err := cbsserver.ParseFault(c.Fault)
	if err != nil {
		return err
	}
	s, err := cbsserver.New(cbsserver.Options{Extracts: c.Extracts, Fault: fault})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", net.JoinHostPort("localhost", strconv.Itoa(c.Port)))
	if err != nil {
		return fmt.Errorf("cbs-server: %w", err)
	}
	fmt.Printf("tables %v at http://%s; try: go run ./generator fetch DATASET --base-url http://%s\n", s.Tables(), l.Addr(), l.Addr())
	h := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		h.Close()
	}()
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("cbs-server: %w", err)
	}
	return nil
}
