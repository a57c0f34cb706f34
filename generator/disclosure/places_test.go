package disclosure

import (
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

// Where the whole population has a MinBase, a place with fewer people is
// closed, and so are others, so that no sum of places tells how many they are.
func TestProperty_SmallPlacesAreClosed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		p.groups[0].MinBase = minBase
		m, original := p.build(), p.build()
		Protect(m, Options{})
		closed := func(r int) bool { return m.Cube.At(r, 0, 0, 0).State() == model.Withheld }
		for r := range m.Regions {
			n, _ := original.Cube.At(r, 0, 0, 0).Value()
			if n < minBase && !closed(r) {
				t.Fatalf("%s with %v people is published", m.Regions[r].Code, n)
			}
			for g := range m.Groups {
				if closed(r) && m.Cube.At(r, g, 0, 0).Known() {
					t.Fatalf("%s is closed, but group %d is published", m.Regions[r].Code, g)
				}
			}
			shut := 0
			for _, child := range m.Regions[r].Children {
				if closed(child) {
					shut++
				}
			}
			if shut == 1 && !closed(r) {
				t.Fatalf("of %s one part is closed: it is the rest", m.Regions[r].Code)
			}
		}
		if whole, _ := original.Cube.At(0, 0, 0, 0).Value(); whole >= minBase && closed(0) {
			t.Fatalf("the country of %v people is closed", whole)
		}
	})
}

// A pair whose count the source left unknown has no base: its other figures
// are withheld where the group is counted at that level, and stay where it is
// never counted.
func TestProtect_UnknownBase(t *testing.T) {
	p := plan{periods: 1, districts: []int{2, 2}, leaves: []int{1, 2}, counts: [][]float64{{900, 100}, {900, 100}, {900, 100}, {900, 100}},
		groups: []model.Group{{Classification: -1, Parent: -1}, {MinBase: minBase}, {MinBase: minBase}}}
	p.lost = []int{2*3 + 2} // the first district, group 2
	m := p.build()
	got := Protect(m, Options{}).Total()
	if m.Cube.At(2, 2, 0, 0).State() != model.Unknown || m.Cube.At(2, 2, 1, 0).State() != model.Withheld {
		t.Errorf("the unknown count is %v, the share with it %v", m.Cube.At(2, 2, 0, 0), m.Cube.At(2, 2, 1, 0))
	}
	if got.Primary[model.District] != 1 || got.Secondary[model.District] != 3 || got.Open != 0 {
		t.Errorf("%+v", got)
	}
	for r := 2; r < len(p.counts)+3; r++ {
		if r != 4 { // GM0001
			p.lost = append(p.lost, r*3+2)
		}
	}
	m = p.build()
	if got := Protect(m, Options{}).Total(); got != (Counts{}) {
		t.Errorf("a group without counts of wijken: %+v", got)
	}
}
