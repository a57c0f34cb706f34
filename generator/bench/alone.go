package bench

import (
	"context"
	"path/filepath"
	"time"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/site"
)

// Alone is what reading takes by itself, and what one page per region takes:
// the numbers that other programs can be compared with.
type Alone struct {
	Observations int     // decoded from the extracts, empty cells among them
	Figures      int     // known ones that they gave
	Reading      float64 // seconds

	Pages   int
	Bytes   int64
	Writing float64 // seconds to render and write them
}

// pages measures pages of regions alone. They go into a folder that must be
// there.
func (a *Alone) pages(ctx context.Context, o site.Options, dir string, workers int) error {
	o.Stage, o.Log = nil, nil
	m, err := site.Read(o)
	if err != nil {
		return err
	}
	pages, err := site.NewRegionPages(m, o)
	if err != nil {
		return err
	}
	start := time.Now()
	a.Pages, a.Bytes, err = pages.Write(ctx, workers, dir)
	a.Writing = time.Since(start).Seconds()
	return err
}

// read reads the extracts, and counts what it read and the figures that are
// known.
func (a *Alone) read(o site.Options) error {
	if o.Extracts == "" {
		o.Extracts = o.Dataset
	}
	def, err := definition.Read(filepath.Join(o.Dataset, "monitor.yaml"))
	if err != nil {
		return err
	}
	start := time.Now()
	m, n, err := extract.LoadCounted(def, o.Extracts)
	a.Observations, a.Reading = n, time.Since(start).Seconds()
	if err != nil {
		return err
	}
	for r := range m.Regions {
		groups := 1
		if m.Cube.HasGroups(r) {
			groups = len(m.Groups)
		}
		for g := range groups {
			a.Figures += known(m, r, g)
		}
	}
	return nil
}

func known(m *model.Monitor, region, group int) (n int) {
	for i := range m.Indicators {
		for p := range m.Periods {
			if m.Cube.At(region, group, i, p).Known() {
				n++
			}
		}
	}
	return n
}
