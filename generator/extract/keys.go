package extract

import (
	"fmt"

	"wijkmonitor/generator/model"
)

// readKeys reads the region, group and period of every row of every table,
// and returns the regions and periods of the Monitor.
func readKeys(def *model.Definition, sources []*source, groups *groupPlan, hist *history) ([]model.Region, []model.Period, error) {
	var bad faults
	regions := newRegionPlan(def)
	regions.history = hist
	periods := map[string]string{} // label by code
	times, latest := make([]*textColumn, len(sources)), make([]string, len(sources))
	for i, s := range sources {
		codes, err := s.set.keys(s.props.geo)
		if err != nil {
			bad.add(err)
			continue
		}
		s.codes = codes
		latest[i], err = s.readPeriods(&times[i], periods)
		bad.add(err)
		bad.add(s.readGroups(def, groups))
	}
	if err := bad.err(); err != nil {
		return nil, nil, err
	}
	order := sortPeriods(periods)
	hist.until(order)
	for i, s := range sources {
		hist.recodeRows(s, times[i])
		regions.add(s, latest[i], &bad)
	}
	if err := bad.err(); err != nil {
		return nil, nil, err
	}
	list := regions.regions(&bad)
	if err := bad.err(); err != nil {
		return nil, nil, err
	}
	for i, s := range sources {
		s.placeRows(regions, order, times[i], &bad)
		s.findDuplicates(list, groups, order, &bad)
	}
	hist.readRegions(sources, list, &bad)
	return list, order, bad.err()
}

// readPeriods notes the periods of a table and returns its latest.
func (s *source) readPeriods(column **textColumn, periods map[string]string) (latest string, err error) {
	if s.time == "" {
		periods[s.spec.Period] = periodLabel(s.spec.Period, "")
		return s.spec.Period, nil
	}
	t, err := s.set.keys(s.time)
	if err != nil {
		return "", err
	}
	*column = t
	for i, row := range firstRows(t) {
		code := t.values[i]
		if row < 0 {
			continue
		}
		title, ok := s.times.titles[code]
		if !ok {
			return "", fmt.Errorf("extract: %s, %s: period %q is not in dimension %s", s.data.name, s.row(row), code, s.time)
		}
		periods[code] = periodLabel(code, title)
		if comparePeriods(code, latest) > 0 {
			latest = code
		}
	}
	return latest, nil
}

// readGroups reads the group of each row; a table without a group dimension
// is about the whole population.
func (s *source) readGroups(def *model.Definition, plan *groupPlan) error {
	if s.spec.Dimension == "" {
		s.group = make([]int32, s.set.rows())
		return nil
	}
	t, err := s.set.keys(s.spec.Dimension)
	if err != nil {
		return err
	}
	codes, err := plan.groupCodes(def, s)
	if err != nil {
		return err
	}
	of := make([]int32, len(t.values))
	for i, row := range firstRows(t) {
		code := t.values[i]
		if _, ok := s.groupTitles[code]; !ok && row >= 0 {
			return fmt.Errorf("extract: %s, %s: code %q is not in dimension %s", s.data.name, s.row(row), code, s.spec.Dimension)
		}
		g, named := codes[code]
		if !named {
			g = -1
		}
		of[i] = g
	}
	s.group = t.index
	for i, v := range t.index {
		if v < 0 {
			return fmt.Errorf("extract: %s, %s: has no %s", s.data.name, s.row(i), s.spec.Dimension)
		}
		s.group[i] = of[v]
	}
	return nil
}

// placeRows turns the codes of each row into indexes in the Monitor.
func (s *source) placeRows(regions *regionPlan, periods []model.Period, t *textColumn, bad *faults) {
	of := regions.index(s.codes.values)
	s.region = make([]int32, len(s.codes.index))
	for i, v := range s.codes.index {
		if v < 0 {
			bad.addf("extract: %s, row %d: has no region code", s.data.name, s.set.number(i))
			s.region[i] = -1
			continue
		}
		s.region[i] = of[v]
	}
	at := map[string]int32{}
	for i, p := range periods {
		at[p.Code] = int32(i)
	}
	if t == nil {
		s.period = make([]int32, s.set.rows())
		fill(s.period, at[s.spec.Period])
		return
	}
	s.period = t.index
	for i, v := range t.index {
		if v < 0 {
			bad.addf("extract: %s, %s: has no period", s.data.name, s.row(i))
			s.region[i] = -1
			continue
		}
		s.period[i] = at[t.values[v]]
	}
}

// findDuplicates reports a region that has two rows for one group, or one part
// of a merged group, and period.
func (s *source) findDuplicates(regions []model.Region, groups *groupPlan, periods []model.Period, bad *faults) {
	g, p := groups.count(), len(periods)
	seen := make([]uint64, (len(regions)*g*p+63)/64)
	for i, r := range s.region {
		if r < 0 || s.group[i] < 0 {
			continue
		}
		bit := (int(r)*g+int(s.group[i]))*p + int(s.period[i])
		if seen[bit/64]&(1<<(bit%64)) != 0 {
			bad.addf("extract: %s, %s: is a second row of this region for group %q in %s; one row would be right",
				s.data.name, s.row(i), groups.name(s.group[i]), periods[s.period[i]].Code)
			continue
		}
		seen[bit/64] |= 1 << (bit % 64)
	}
}
