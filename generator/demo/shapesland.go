package demo

import "math"

// noise is a smooth height between −1 and 1 at a place, with hills about one
// unit wide. Products are rounded apart, so that every machine gets the same.
func (s seed) noise(x, y float64) float64 {
	left, low := math.Floor(x), math.Floor(y)
	height := func(i, j float64) float64 { return 2*s.of(seed(int64(i)+1<<20)).of(seed(int64(j)+1<<20)).uniform() - 1 }
	across, up := ease(x-left), ease(y-low)
	foot := mix(height(left, low), height(left+1, low), across)
	head := mix(height(left, low+1), height(left+1, low+1), across)
	return mix(foot, head, up)
}

func ease(t float64) float64 { return float64(t*t) * (3 - float64(2*t)) }

func mix(a, b, t float64) float64 { return a + float64((b-a)*t) }

// rough adds smaller hills to larger ones.
func (s seed) rough(x, y float64) float64 {
	return float64(.6*s.noise(x, y)) + float64(.27*s.of(1).noise(2.3*x, 2.3*y)) + float64(.13*s.of(2).noise(5.1*x, 5.1*y))
}

// at returns the place of a cell's middle, −1 to 1 eastward, and northward as
// far as the grid is tall.
func (g *grid) at(cell int) (x, y float64) {
	half := float64(g.wide) / 2
	return (float64(cell%g.wide) + .5 - half) / half, (float64(cell/g.wide) + .5 - float64(g.tall)/2) / half
}

// land tells the cells of the mainland, of the island and of the sandbank
// beside it. The mainland has a ragged coast, a bay in the west and a lake.
func (g *grid) land() (main, island, bank []int) {
	coast := g.seed.of(7)
	// In a small country the island is a larger part of it.
	scale := min(1, 60/float64(g.wide))
	for cell := range g.part {
		x, y := g.at(cell)
		ragged := float64(.3 * coast.rough(2.2*x+9, 2.2*y+9))
		switch {
		case oval(x, y, -.5, 1.0, .3*math.Sqrt(scale), .085*math.Sqrt(scale)) < 1+ragged:
			island = append(island, cell)
		case oval(x, y, -.5+.47*math.Sqrt(scale), 1.04, .075*math.Sqrt(scale), .05*math.Sqrt(scale)) < 1:
			bank = append(bank, cell)
		case oval(x, y, .04, -.14, .86, .86) < 1+1.1*ragged && oval(x, y, -.95, .06, .42, .16) > 1+ragged && oval(x, y, .22, .1, .13, .1) > 1+2*ragged:
			main = append(main, cell)
		}
	}
	return g.largest(main), island, bank
}

// oval is 1 on the edge of an ellipse, less within.
func oval(x, y, cx, cy, rx, ry float64) float64 {
	dx, dy := (x-cx)/rx, (y-cy)/ry
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// largest keeps the cells that hang together with most others.
func (g *grid) largest(cells []int) []int {
	open := make([]bool, len(g.part))
	for _, c := range cells {
		open[c] = true
	}
	var best []int
	for _, start := range cells {
		if !open[start] {
			continue
		}
		group := []int{start}
		open[start] = false
		for i := 0; i < len(group); i++ {
			for _, next := range g.around(group[i]) {
				if next >= 0 && open[next] {
					open[next] = false
					group = append(group, next)
				}
			}
		}
		if len(group) > len(best) {
			best = group
		}
	}
	return best
}
