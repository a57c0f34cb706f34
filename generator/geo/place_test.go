package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// Known places, from the article that the formulas are of.
func TestToRD(t *testing.T) {
	for name, c := range map[string]struct{ from, want orb.Point }{
		"Amersfoort":              {orb.Point{5.38720621, 52.15517440}, orb.Point{155000, 463000}},
		"Amsterdam, Westertoren":  {orb.Point{4.88352559, 52.37453253}, orb.Point{120700.723, 487525.502}},
		"Groningen, Martinitoren": {orb.Point{6.56820053, 53.21938317}, orb.Point{233883.131, 582065.167}},
	} {
		got := toRD(c.from)
		if math.Hypot(got[0]-c.want[0], got[1]-c.want[1]) > 1 {
			t.Errorf("%s lies at %v; %v would be right", name, got, c.want)
		}
	}
}
