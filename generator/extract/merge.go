package extract

import (
	"fmt"

	"wijkmonitor/generator/model"
)

// A groupPart is one code of a merged group.
type groupPart struct {
	group int32
	code  string
}

// count is the number of groups and parts of merged groups.
func (p *groupPlan) count() int { return len(p.groups) + len(p.parts) }

// name is the key of a group, or the code of a part.
func (p *groupPlan) name(g int32) string {
	if int(g) < len(p.groups) {
		return p.groups[g].Key
	}
	return p.parts[int(g)-len(p.groups)].code
}

// groupCodes maps the codes of a table's group dimension to groups, and those
// of a merged group to its parts. Codes that no group names are left out.
func (p *groupPlan) groupCodes(def *model.Definition, s *source) (map[string]int32, error) {
	codes := map[string]int32{}
	for g, spec := range p.specs {
		if !p.holds(def, s.spec, g) {
			continue
		}
		var found []string
		for _, name := range spec.Codes {
			code, ok := s.groups.code(name)
			if !ok {
				continue
			}
			if _, twice := codes[code]; twice || len(found) > 0 && !spec.Merged {
				return nil, fmt.Errorf("monitor: %s:%d: group %q: code %q of table %s already stands for a group; one code per group and table, or merge: true for the sum of several, would be right",
					def.File, spec.Line, spec.Key, code, s.spec.ID)
			}
			found, codes[code] = append(found, code), int32(g)
		}
		if len(found) > 1 {
			for _, code := range found {
				codes[code] = p.part(g, code)
			}
		}
	}
	return codes, nil
}

// part returns the number of a part of a merged group.
func (p *groupPlan) part(g int, code string) int32 {
	for i, part := range p.parts {
		if int(part.group) == g && part.code == code {
			return int32(len(p.groups) + i)
		}
	}
	p.parts = append(p.parts, groupPart{int32(g), code})
	return int32(p.count() - 1)
}

// A mergedRow is the rows of a table that are summed for a merged group in one
// region and period.
type mergedRow struct {
	region, group, period int32
	parts                 []int32 // rows, by part; −1: the table has no such row
}

// row returns the first row that there is, for messages.
func (m *mergedRow) row() int {
	for _, r := range m.parts {
		if r >= 0 {
			return int(r)
		}
	}
	return 0
}

// mergeRows finds the rows to sum. A part whose code the table does not have
// is no part there.
func (p *groupPlan) mergeRows(s *source, regions, periods int) []mergedRow {
	var list []mergedRow
	for g, spec := range p.specs {
		var parts []int32
		for i, part := range p.parts {
			if _, there := s.groupTitles[part.code]; there && int(part.group) == g {
				parts = append(parts, int32(len(p.groups)+i))
			}
		}
		if !spec.Merged || len(parts) < 2 {
			continue
		}
		place := make([]int32, p.count())
		for k, part := range parts {
			place[part] = int32(k + 1)
		}
		at := make([]int32, regions*periods) // index in list + 1
		for row, r := range s.region {
			if r < 0 || s.group[row] < 0 || place[s.group[row]] == 0 {
				continue
			}
			cell := int(r)*periods + int(s.period[row])
			if at[cell] == 0 {
				m := mergedRow{region: r, group: int32(g), period: s.period[row], parts: make([]int32, len(parts))}
				fill(m.parts, -1)
				list = append(list, m)
				at[cell] = int32(len(list))
			}
			list[at[cell]-1].parts[place[s.group[row]]-1] = int32(row)
		}
	}
	return list
}

// mergedFigure makes the figure of a merged group: sums over its parts, and of
// a derived figure the sums divided. The first gap in the order of the codes
// is the gap of the whole.
func (r *reading) mergedFigure(columns []*topicColumn, m *mergedRow, classes []int32) model.Figure {
	total := func(columns []*topicColumn) model.Figure {
		sum := 0.0
		for _, c := range columns {
			for _, row := range m.parts {
				figure := model.Gap(model.NotMeasured)
				if row >= 0 {
					figure = c.figure(int(row), classes[row])
				}
				v, ok := figure.Value()
				if !ok {
					return figure
				}
				sum += v
			}
		}
		return model.Number(sum)
	}
	n := len(r.numerator)
	if len(r.denominator) == 0 {
		return total(columns)
	}
	return total(columns[:n]).Over(total(columns[n:]), r.per)
}
