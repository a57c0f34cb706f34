package demo

import (
	"fmt"
	"math"
	"slices"
)

// A corner is where four cells meet: corner (x, y) is at y*(wide+1)+x.
type corner struct{ x, y float64 }

// corners places the corners of cells in metres. Those on a border are pulled
// towards the ones beside them on it, so that borders are not stairs.
func (g *grid) corners() []corner {
	across := g.wide + 1
	all := make([]corner, across*(g.tall+1))
	for i := range all {
		all[i] = corner{40_000 + g.size*float64(i%across), 330_000 + g.size*float64(i/across)}
	}
	for range 4 {
		smooth := slices.Clone(all)
		for i := range all {
			var sum corner
			n := 0.0
			for _, step := range [...]int{1, -1, across, -across} {
				if g.border(i, step) {
					sum, n = corner{sum.x + all[i+step].x, sum.y + all[i+step].y}, n+1
				}
			}
			if n > 0 {
				smooth[i] = corner{(all[i].x + sum.x/n) / 2, (all[i].y + sum.y/n) / 2}
			}
		}
		all = smooth
	}
	for i := range all {
		all[i] = corner{math.Round(all[i].x), math.Round(all[i].y)}
	}
	return all
}

// border tells whether a border runs from a corner along a step.
func (g *grid) border(i, step int) bool {
	across := g.wide + 1
	x, y := i%across, i/across
	switch step {
	case 1:
		return g.cell(x, y) != g.cell(x, y-1)
	case -1:
		return g.cell(x-1, y) != g.cell(x-1, y-1)
	case across:
		return g.cell(x, y) != g.cell(x-1, y)
	}
	return g.cell(x, y-1) != g.cell(x-1, y-1)
}

// cell returns the neighbourhood of a cell; around the grid is water.
func (g *grid) cell(x, y int) int32 {
	if x < 0 || y < 0 || x >= g.wide || y >= g.tall {
		return -1
	}
	return g.part[y*g.wide+x]
}

// trace returns the rings around each region, as corners, the region on the
// left: outlines run against the clock, holes with it. label is of each
// neighbourhood its region.
func (g *grid) trace(label []int32, regions int) [][][]int {
	of := func(x, y int) int32 {
		if p := g.cell(x, y); p >= 0 {
			return label[p]
		}
		return -1
	}
	across := g.wide + 1
	next := make([]map[int][]int, regions) // region → corner → corners that a line leads to
	for i := range next {
		next[i] = map[int][]int{}
	}
	starts := make([][]int, regions)
	line := func(r int32, from, to int) {
		if r >= 0 {
			next[r][from] = append(next[r][from], to)
			starts[r] = append(starts[r], from)
		}
	}
	for y := 0; y <= g.tall; y++ {
		for x := 0; x <= g.wide; x++ {
			i := y*across + x
			if above, below := of(x, y), of(x, y-1); above != below {
				line(above, i, i+1)
				line(below, i+1, i)
			}
			if right, left := of(x, y), of(x-1, y); right != left {
				line(right, i+across, i)
				line(left, i, i+across)
			}
		}
	}
	rings := make([][][]int, regions)
	for r := range rings {
		for _, start := range starts[r] {
			for len(next[r][start]) > 0 {
				rings[r] = append(rings[r], follow(next[r], start, across))
			}
		}
	}
	return rings
}

// follow takes one ring out of the lines. Where two parts touch at a corner it
// turns left, so that they stay two rings.
func follow(next map[int][]int, start, across int) []int {
	ring := []int{start}
	for at, came := start, 0; ; {
		to := next[at]
		choice := 0
		if len(to) > 1 && came != 0 {
			left := map[int]int{1: across, across: -1, -1: -across, -across: 1}[came]
			choice = max(0, slices.Index(to, at+left))
		}
		step := to[choice]
		next[at] = slices.Delete(to, choice, choice+1)
		came, at = step-at, step
		if at == start {
			return ring
		}
		ring = append(ring, at)
	}
}

// geojson writes the shapes of places.
func (g *grid) geojson(places []*place, label []int32, corners []corner) []byte {
	b := []byte(`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[`)
	for i, rings := range g.trace(label, len(places)) {
		if i > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, "\n{\"type\":\"Feature\",\"properties\":{\"statcode\":%q,\"statnaam\":%q},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[", places[i].code, places[i].name)
		b = appendPolygons(b, rings, corners)
		b = append(b, "]}}"...)
	}
	return append(b, "\n]}\n"...)
}
