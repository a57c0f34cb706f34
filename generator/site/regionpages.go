package site

import (
	"context"
	"fmt"
	"path/filepath"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
)

// RegionPages are the pages of all regions and nothing else: what is compared
// with programs that make one page per region.
type RegionPages struct{ p *planner }

// NewRegionPages prepares the pages of a monitor as Read gives it.
func NewRegionPages(m *model.Monitor, o Options) (*RegionPages, error) {
	p, err := planSite(m, profile.NewBaseline(m), readShapes(o), nil, o)
	if err != nil {
		return nil, err
	}
	return &RegionPages{p}, nil
}

// Write renders every page and writes it below dir, by so many workers at once,
// as a build does but for what a build remembers. It returns how many files and
// bytes it wrote.
func (r *RegionPages) Write(ctx context.Context, workers int, dir string) (files int, size int64, err error) {
	var next, written, bytes atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	for range workers {
		g.Go(func() error {
			var place *render.Place
			var page []byte
			for {
				i := int(next.Add(1)) - 1
				if i >= len(r.p.m.Regions) || ctx.Err() != nil {
					return ctx.Err()
				}
				place = r.p.r.Place(i, place)
				page = place.Region(page[:0])
				folder := filepath.Join(dir, filepath.FromSlash(render.Path(r.p.m, i)))
				if err := makeFolder(folder); err != nil {
					return fmt.Errorf("site: %w", err)
				}
				if _, err := writeNew(filepath.Join(folder, "index.html"), page); err != nil {
					return fmt.Errorf("site: %w", err)
				}
				written.Add(1)
				bytes.Add(int64(len(page)))
			}
		})
	}
	err = g.Wait()
	return int(written.Load()), bytes.Load(), err
}
