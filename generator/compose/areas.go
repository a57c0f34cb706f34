package compose

import (
	"fmt"
	"slices"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
)

// enough is the part of an area's inhabitants for whom a share must be known
// to be given for the whole area.
const enough = 0.8

// Areas adds the publisher's own areas behind the last region. A count is the
// sum of its parts, known when every inhabited part has it. A share or rate is
// worked out from the summed parts, known when parts with 80% of the
// inhabitants have it. Means and medians cannot be summed and are not given.
func Areas(m *model.Monitor, def *model.Definition) error {
	if len(def.Areas) == 0 {
		return nil
	}
	codes := map[string]int{}
	for i := range m.Regions {
		codes[m.Regions[i].Code] = i
	}
	var added []model.Region
	var withGroups []bool
	for i := range def.Areas {
		a := &def.Areas[i]
		parts, err := findParts(m, def, a, codes)
		if err != nil {
			return err
		}
		added = append(added, model.Region{Code: a.Key, Name: a.Label, Note: a.Note, Level: model.OwnArea, Parent: 0, Municipality: -1,
			Parts: parts, First: 0, Last: len(m.Periods) - 1})
		withGroups = append(withGroups, !slices.ContainsFunc(parts, func(r int) bool { return !m.Cube.HasGroups(r) }))
	}
	first := len(m.Regions)
	m.Regions = append(m.Regions, added...)
	m.Cube.Grow(withGroups)
	m.Coverage = map[int][]float64{}
	for r := first; r < len(m.Regions); r++ {
		sum := newSummer(m, r)
		for g := range m.Groups {
			if g == 0 || m.Cube.HasGroups(r) {
				sum.group(g)
			}
		}
		m.Coverage[r] = sum.coverage
	}
	return nil
}

// findParts resolves the codes of an area. A region that lies in another part
// would be counted twice.
func findParts(m *model.Monitor, def *model.Definition, a *model.AreaSpec, codes map[string]int) ([]int, error) {
	var parts []int
	var latest [model.LevelCount]int
	for i := range m.Regions {
		latest[m.Regions[i].Level] = max(latest[m.Regions[i].Level], m.Regions[i].Last)
	}
	for _, code := range a.Codes {
		r, ok := codes[code]
		if !ok {
			return nil, fmt.Errorf("monitor: %s:%d: area %q has region %q, which no table has%s", def.File, a.Line, a.Key, code, suggest(m, code))
		}
		if m.Regions[r].Last < latest[m.Regions[r].Level] {
			return nil, fmt.Errorf("monitor: %s:%d: area %q has region %q, which is no more; its successor would be right", def.File, a.Line, a.Key, code)
		}
		parts = append(parts, r)
	}
	for _, r := range parts {
		for up := m.Regions[r].Parent; up >= 0; up = m.Regions[up].Parent {
			if slices.Contains(parts, up) {
				return nil, fmt.Errorf("monitor: %s:%d: area %q has both %s and %s, which lies in it and would be counted twice", def.File, a.Line, a.Key, m.Regions[up].Code, m.Regions[r].Code)
			}
		}
	}
	slices.Sort(parts)
	if len(slices.Compact(slices.Clone(parts))) < len(parts) {
		return nil, fmt.Errorf("monitor: %s:%d: area %q has a region twice", def.File, a.Line, a.Key)
	}
	return parts, nil
}

func suggest(m *model.Monitor, code string) string {
	known := make([]string, 0, len(m.Regions))
	for i := range m.Regions {
		known = append(known, m.Regions[i].Code)
	}
	if near := nearest.Nearest(code, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
