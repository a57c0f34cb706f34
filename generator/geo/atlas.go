package geo

import (
	"maps"
	"slices"

	"github.com/paulmach/orb"
)

// An Atlas holds the shapes of regions by their code, in RD metres. It never
// changes after Load and is safe for concurrent use.
type Atlas struct {
	shapes map[string]orb.MultiPolygon
	from   map[string]string // code → file, to name both when two have it
	points int
}

// Has tells whether a region has a shape. A nil Atlas has none.
func (a *Atlas) Has(code string) bool { return a != nil && len(a.shapes[code]) > 0 }

// Codes lists the regions with a shape, sorted.
func (a *Atlas) Codes() []string {
	if a == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(a.shapes))
}

// Strangers lists shapes that nobody knows, at most as many as most, and tells
// how many there are.
func (a *Atlas) Strangers(known func(code string) bool, most int) (codes []string, all int) {
	for _, code := range a.Codes() {
		if known(code) {
			continue
		}
		if all++; len(codes) < most {
			codes = append(codes, code)
		}
	}
	return codes, all
}

// Points returns how many points the shapes have.
func (a *Atlas) Points() int { return a.points }
