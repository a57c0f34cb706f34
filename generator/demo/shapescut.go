package demo

import (
	"cmp"
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// divide cuts cells among places: in two by a line across their longer side,
// each half again, until a half is one place; then among the parts of that.
// What is convex stays convex, so that regions hang together but for the coast.
func (g *grid) divide(cells []int, places []*place, number map[*place]int32) {
	places = slices.DeleteFunc(slices.Clone(places), func(p *place) bool { return p.until != 0 })
	if len(places) == 0 {
		return
	}
	if len(places) > 1 {
		half := halve(places)
		first := g.share(len(cells), places[:half], places[half:])
		g.sortAcross(cells, places[0].seed.of(30+seed(len(places))))
		g.divide(cells[:first], places[:half], number)
		g.divide(cells[first:], places[half:], number)
		return
	}
	if p := places[0]; p.level != model.Neighbourhood {
		g.divide(cells, p.parts, number)
	} else {
		for _, c := range cells {
			g.part[c] = number[p]
		}
	}
}

// halve returns where the places are about half of the area.
func halve(places []*place) int {
	whole := 0.0
	for _, p := range places {
		whole += roomOf(p)
	}
	sum := 0.0
	for i, p := range places {
		if sum += roomOf(p); sum >= whole/2 {
			return min(max(i, 1), len(places)-1)
		}
	}
	return len(places) / 2
}

// share returns how many of n cells the first places get.
func (g *grid) share(n int, first, second []*place) int {
	a, b, least, most := 0.0, 0.0, 0, n
	for _, p := range first {
		a += roomOf(p)
		least += leastCells * len(leaves(p))
	}
	for _, p := range second {
		b += roomOf(p)
		most -= leastCells * len(leaves(p))
	}
	return max(min(int(float64(n)*a/(a+b)), most), min(least, n))
}

// roomOf is how much area a place takes: a neighbourhood in town is small, one
// on the land is large.
func roomOf(p *place) float64 {
	sum := 0.0
	for _, leaf := range leaves(p) {
		sum += 1 / (1 + max(0, 1.2+leaf.urb))
	}
	return sum
}

// sortAcross sorts cells along the direction in which they reach furthest,
// turned a little by chance and bent by hills, so that no border is straight.
func (g *grid) sortAcross(cells []int, s seed) {
	var mx, my, xx, yy float64
	for _, c := range cells {
		x, y := g.at(c)
		mx, my = mx+x, my+y
	}
	n := float64(len(cells))
	mx, my = mx/n, my/n
	for _, c := range cells {
		x, y := g.at(c)
		xx, yy = xx+float64((x-mx)*(x-mx)), yy+float64((y-my)*(y-my))
	}
	east, north := 1.0, float64(.9*s.normal())/2
	if yy > xx {
		east, north = north, east
	}
	reach := math.Sqrt(max(xx, yy) / n)
	type keyed struct {
		key  float64
		cell int
	}
	list := make([]keyed, len(cells))
	for i, c := range cells {
		x, y := g.at(c)
		bend := float64(.3 * reach * s.of(1).noise(x/reach*.8, y/reach*.8))
		list[i] = keyed{float64(east*x) + float64(north*y) + bend, c}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.cell, b.cell))
	})
	for i := range list {
		cells[i] = list[i].cell
	}
}
