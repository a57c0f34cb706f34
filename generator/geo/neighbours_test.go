package geo

import (
	"reflect"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func quad(x, y, side float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}}
}

// Four squares: B is right of A, C above A, D touches A in a corner alone, and
// E is an island.
func TestNeighbours(t *testing.T) {
	a := &Atlas{shapes: map[string]orb.MultiPolygon{"A": quad(0, 0, 10), "B": quad(10, 0, 10), "C": quad(0, 10, 10), "D": quad(10, 10, 10), "E": quad(50, 50, 5)}}
	got := a.Neighbours([]string{"A", "B", "C", "D", "E", "F"})
	if want := [][]int{{1, 2}, {0, 3}, {0, 3}, {1, 2}, nil, nil}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v; %v would be right", got, want)
	}
	if got := (*Atlas)(nil).Neighbours([]string{"A"}); len(got) != 1 || got[0] != nil {
		t.Errorf("without shapes: %v", got)
	}
}

// In any jigsaw the regions beside another have it beside them, and no region
// is beside itself.
func TestNeighbours_BothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, codes := jigsaw(t)
		near := a.Neighbours(codes)
		for k := range near {
			for _, other := range near[k] {
				if other == k || !slices.Contains(near[other], k) {
					t.Fatalf("%s has %s beside it, which has %v", codes[k], codes[other], near[other])
				}
			}
			if len(codes) > 1 && len(near[k]) == 0 {
				t.Fatalf("%s has nothing beside it", codes[k])
			}
		}
	})
}
