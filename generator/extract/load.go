package extract

import (
	"slices"

	"wijkmonitor/generator/model"
)

// Load reads every table of a definition from dir into a Monitor. Faults in
// the definition that only the tables show begin with "monitor:" and name its
// line; faults in the data begin with "extract:" and name file, row and region.
// Up to 20 of them are returned as Errors.
func Load(def *model.Definition, dir string) (*model.Monitor, error) {
	m, _, err := LoadCounted(def, dir)
	return m, err
}

// LoadCounted is Load, and tells how many observations it decoded: of every
// table its rows times the topics that are read, empty cells among them.
func LoadCounted(def *model.Definition, dir string) (m *model.Monitor, observations int, err error) {
	sources, err := openSources(def, dir)
	if err != nil {
		return nil, 0, err
	}
	defer closeSources(sources)
	groups, classifications, err := planGroups(def)
	if err != nil {
		return nil, 0, err
	}
	hist, err := readHistory(def)
	if err != nil {
		return nil, 0, err
	}
	m = &model.Monitor{Title: def.Title, Edition: def.Edition, Description: def.Description, Fictional: def.Fictional, Translations: def.Translations,
		Levels: slices.Clone(def.Levels), SpreadLevel: def.SpreadLevel, Dashboards: def.Dashboards, GroupMaps: def.GroupMaps, Embeds: def.Embeds, EmbedDetails: def.EmbedDetails, Reports: def.Reports, FrameAncestors: def.FrameAncestors, Postcodes: def.Postcodes, Groups: groups.groups, Classifications: classifications}
	for _, s := range sources {
		m.Tables = append(m.Tables, s.table(def))
	}
	for _, t := range def.Themes {
		m.Themes = append(m.Themes, model.Theme{Key: t.Key, Label: t.Label})
	}
	var bad faults
	groups.checkCodes(def, sources, &bad)
	var jobs []job
	m.Indicators, jobs = planIndicators(def, sources, groups, &bad)
	if bad.err() == nil {
		m.Inputs, jobs = planInputs(def, sources, m.Indicators, jobs, &bad)
	}
	checkColumns(sources, jobs, &bad)
	if err := bad.err(); err != nil {
		return nil, 0, err
	}
	if m.Regions, m.Periods, err = readKeys(def, sources, groups, hist); err != nil {
		return nil, 0, err
	}
	for i, s := range sources {
		m.Tables[i].Periods = s.periods(len(m.Periods))
	}
	markPeriods(m, sources, jobs)
	m.Cube = model.NewCube(keepGroups(m, def.GroupLevels), len(m.Groups), len(m.Indicators)+len(m.Inputs), len(m.Periods))
	if observations, err = fillCube(m, sources, jobs, groups); err != nil {
		return nil, 0, err
	}
	hist.tell(m, sources)
	return m, observations, nil
}

// checkColumns demands that each topic that is read is a column of numbers.
func checkColumns(sources []*source, jobs []job, bad *faults) {
	seen := map[columnKey]bool{}
	for _, j := range jobs {
		for _, r := range j.reads {
			for _, topic := range r.all() {
				k := columnKey{r.table, topic}
				if !seen[k] {
					bad.add(sources[r.table].set.check(topic))
				}
				seen[k] = true
			}
		}
	}
}

// keepGroups tells of each region whether its level has figures of groups.
func keepGroups(m *model.Monitor, levels []model.Level) []bool {
	keep := make([]bool, len(m.Regions))
	if len(m.Groups) < 2 {
		return keep
	}
	for i := range m.Regions {
		keep[i] = slices.Contains(levels, m.Regions[i].Level)
	}
	return keep
}

// table describes the table as it was read.
func (s *source) table(def *model.Definition) model.Table {
	t := model.Table{ID: s.spec.ID, Title: s.info.Title, Source: orElse(s.spec.Source, "CBS"), Modified: s.info.Modified, Retrieved: orElse(s.spec.Retrieved, s.retrieved),
		Regions: s.props.geo, Groups: s.spec.Dimension, Time: s.time, Classification: -1}
	if s.time == "" {
		t.Period = s.spec.Period
	}
	for c := range def.Classifications {
		if def.Classifications[c].Key == s.spec.Classification {
			t.Classification = c
		}
	}
	return t
}

// periods lists the periods that the table has rows of.
func (s *source) periods(count int) []int {
	there := make([]bool, count)
	for i, p := range s.period {
		if s.region[i] >= 0 {
			there[p] = true
		}
	}
	var list []int
	for p, ok := range there {
		if ok {
			list = append(list, p)
		}
	}
	return list
}
