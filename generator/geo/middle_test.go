package geo

import (
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func TestMiddle(t *testing.T) {
	square := orb.Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}
	horseshoe := orb.Ring{{0, 0}, {10, 0}, {10, 10}, {7, 10}, {7, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}
	for name, of := range map[string]struct {
		shape orb.MultiPolygon
		want  orb.Point
	}{
		"a square":            {orb.MultiPolygon{{square}}, orb.Point{5, 5}},
		"the largest part":    {orb.MultiPolygon{{{{20, 20}, {21, 20}, {21, 21}, {20, 20}}}, {square}}, orb.Point{5, 5}},
		"an arm of horseshoe": {orb.MultiPolygon{{horseshoe}}, orb.Point{8.5, 0}},
		"a lake in the way":   {orb.MultiPolygon{{square, {{4, 4}, {9, 4}, {9, 6}, {4, 6}, {4, 4}}}}, orb.Point{2, 0}},
	} {
		got := middle(of.shape)
		inside := false
		for _, p := range of.shape {
			inside = inside || planar.PolygonContains(p, got)
		}
		if !inside || got[0] != of.want[0] || of.want[1] != 0 && got[1] != of.want[1] {
			t.Errorf("%s: %v, inside: %v; %v would be right", name, got, inside, of.want)
		}
	}
	if got := middle(orb.MultiPolygon{{{{1, 1}, {3, 3}, {1, 1}}}}); got != (orb.Point{2, 2}) {
		t.Errorf("of a line: %v", got)
	}
	middle(nil)
	middle(orb.MultiPolygon{{}})
}
