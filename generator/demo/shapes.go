package demo

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"wijkmonitor/generator/model"
)

// The land is a grid of cells. Regions are cut out of it from large to small,
// and a border runs along the edges of cells, so that all kinds of regions have
// exactly the same borders.
const (
	cellsPerPart = 64    // cells for each neighbourhood, about
	cellsInCrowd = 20    // the same in a country of many, where they are drawn smaller
	crowd        = 1000  // neighbourhoods
	cellSize     = 260.0 // metres, where the land then fits the map
	widest       = 350e3 // metres: what the system of Dutch maps has room for
	leastCells   = 6     // of a neighbourhood
)

// A grid is the cells of the land; cell (x, y) is at y*wide+x, y northward.
type grid struct {
	wide, tall int
	size       float64 // of a cell, in whole metres
	part       []int32 // of each cell the neighbourhood, −1 is water
	seed       seed
}

// writeShapes writes the shapes of municipalities, districts and
// neighbourhoods that exist at the end, in the system of Dutch maps
// (EPSG:28992, metres).
func writeShapes(dir string, nl *place) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	parts := leaves(nl)
	g := newGrid(len(parts))
	g.settle(nl, parts)
	corners := g.corners()
	for _, kind := range []struct {
		name  string
		level model.Level
	}{{"gemeenten", model.Municipality}, {"wijken", model.District}, {"buurten", model.Neighbourhood}} {
		places, label := regionsOf(nl, parts, kind.level)
		name := filepath.Join(dir, kind.name+".geojson")
		if err := os.WriteFile(name, g.geojson(places, label, corners), 0o644); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	}
	return nil
}

// leaves lists the neighbourhoods that are still there, by code within each
// place.
func leaves(p *place) []*place {
	if p.until != 0 {
		return nil
	}
	if p.level == model.Neighbourhood {
		return []*place{p}
	}
	var all []*place
	for _, part := range p.parts {
		all = append(all, leaves(part)...)
	}
	return all
}

// regionsOf lists the places of a level, and of each neighbourhood the place
// that it lies in.
func regionsOf(nl *place, parts []*place, level model.Level) (places []*place, label []int32) {
	label = make([]int32, len(parts))
	next := 0
	var visit func(p *place)
	visit = func(p *place) {
		if p.until != 0 {
			return
		}
		if p.level == level {
			places = append(places, p)
		}
		if p.level == model.Neighbourhood {
			label[next] = int32(len(places) - 1)
			next++
			return
		}
		for _, part := range p.parts {
			visit(part)
		}
	}
	visit(nl)
	return places, label
}

// newGrid makes a sea that has room for the land of n neighbourhoods.
func newGrid(n int) *grid {
	each := cellsPerPart
	if n > crowd {
		each = cellsInCrowd
	}
	side := int(math.Sqrt(float64(n*each) / .5))
	g := &grid{wide: side, tall: side + side/6, seed: named("Merenland")}
	g.size = min(cellSize, math.Floor(widest/float64(side)))
	g.part = slices.Repeat([]int32{-1}, g.wide*g.tall)
	return g
}

// settle divides the land: the island is one municipality's, the rest is cut
// among the others.
func (g *grid) settle(nl *place, parts []*place) {
	land, island, bank := g.land()
	number := map[*place]int32{}
	for i, p := range parts {
		number[p] = int32(i)
	}
	var rest []*place
	for _, m := range nl.parts {
		switch {
		case m.until != 0:
		case m.code == islander:
			own := leaves(m)
			g.divide(island, []*place{m}, number)
			for _, cell := range bank {
				g.part[cell] = number[own[0]] // a region of two parts
			}
		default:
			rest = append(rest, m)
		}
	}
	g.divide(land, rest, number)
	g.tidy(len(parts))
}

// islander is the municipality that is an island.
const islander = "GM9009"
