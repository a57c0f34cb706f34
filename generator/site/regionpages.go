package site

import (
	"context"
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

// Each renders every page, by so many workers at once, and hands it to write
// with its path; the bytes are used again afterwards.
func (r *RegionPages) Each(ctx context.Context, workers int, write func(path string, page []byte) error) error {
	var next atomic.Int64
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
				if err := write(render.Path(r.p.m, i)+"index.html", page); err != nil {
					return err
				}
			}
		})
	}
	return g.Wait()
}
