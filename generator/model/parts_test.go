package model

import (
	"slices"
	"testing"
)

func TestParts_HoldEveryRegionOnce(t *testing.T) {
	m := &Monitor{Groups: make([]Group, 24), Regions: []Region{{Municipality: -1}, {Level: Municipality, Municipality: 1}}}
	withGroups := []bool{true, true}
	for range 100 {
		m.Regions = append(m.Regions, Region{Level: District, Municipality: 1}, Region{Level: Neighbourhood, Municipality: 1})
		withGroups = append(withGroups, true, false)
	}
	m.Regions = append(m.Regions, Region{Level: Municipality, Municipality: 202})
	withGroups = append(withGroups, true)
	m.Cube = NewCube(withGroups, 24, 1, 1)
	parts := m.Parts(1)
	if len(parts) != 4 {
		t.Errorf("%d parts; 4 would be right for 2,524 rows", len(parts))
	}
	all := slices.Concat(parts...)
	if len(all) != 201 || all[0] != 1 || !slices.IsSorted(all) {
		t.Errorf("%d regions, from %d on: %v", len(all), all[0], all)
	}
	if got := m.Parts(0); len(got) != 1 || !slices.Equal(got[0], []int{0}) {
		t.Errorf("the country has parts %v", got)
	}
	if got := m.Parts(202); len(got) != 1 || !slices.Equal(got[0], []int{202}) {
		t.Errorf("a municipality alone has parts %v", got)
	}
}
