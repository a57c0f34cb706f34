package model

import "testing"

func TestCube_Grow(t *testing.T) {
	c := NewCube([]bool{true, false}, 3, 2, 2)
	c.Set(0, 2, 1, 1, Number(5))
	c.Set(1, 0, 1, 1, Number(6))
	c.Grow([]bool{false, true})
	c.Set(3, 2, 0, 1, Number(7))
	c.Set(2, 0, 1, 1, Number(8))
	for _, test := range []struct {
		region, group, indicator int
		want                     Figure
	}{{0, 2, 1, Number(5)}, {1, 0, 1, Number(6)}, {2, 0, 1, Number(8)}, {2, 2, 0, Gap(NotMeasured)}, {3, 2, 0, Number(7)}, {3, 0, 1, Gap(NotMeasured)}} {
		if got := c.At(test.region, test.group, test.indicator, 1); got != test.want {
			t.Errorf("region %d: %v, want %v", test.region, got, test.want)
		}
	}
	if c.HasGroups(2) || !c.HasGroups(3) || !c.HasGroups(0) {
		t.Error("groups of the wrong regions")
	}
}
