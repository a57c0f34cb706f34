package extract

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// A job reads one indicator from the tables that have it.
type job struct {
	spec      *model.IndicatorSpec
	indicator *model.Indicator
	reads     []reading
}

// A reading takes an indicator's figures from one table: one topic, or a share
// of sums. In a topicGroup ≥ 0 the topic of the whole population's row is the
// figure of that group.
type reading struct {
	table       int
	topicGroup  int
	numerator   []string
	denominator []string
	per         float64
}

// planIndicators makes the Monitor's indicators, in the order of their themes,
// and a job for each.
func planIndicators(def *model.Definition, sources []*source, groups *groupPlan, bad *faults) ([]model.Indicator, []job) {
	theme := map[string]int{}
	for i, t := range def.Themes {
		theme[t.Key] = i
	}
	specs := make([]*model.IndicatorSpec, 0, len(def.Indicators))
	for i := range def.Indicators {
		s := &def.Indicators[i]
		if _, ok := theme[s.Theme]; !ok {
			bad.addf("monitor: %s:%d: indicator %q has the theme %q, which is not there", def.File, s.Line, s.Key, s.Theme)
			continue
		}
		specs = append(specs, s)
	}
	slices.SortStableFunc(specs, func(a, b *model.IndicatorSpec) int { return theme[a.Theme] - theme[b.Theme] })
	list := make([]model.Indicator, len(specs))
	jobs := make([]job, len(specs))
	for i, s := range specs {
		jobs[i] = job{spec: s, indicator: &list[i]}
		if err := jobs[i].plan(def, sources, groups); err != nil {
			bad.add(err)
			continue
		}
		if err := jobs[i].describe(def, sources, theme[s.Theme]); err != nil {
			bad.add(err)
		}
		jobs[i].checkSeries(def, sources, bad)
	}
	checkMeans(def, jobs, bad)
	for i := range jobs {
		if jobs[i].combined() {
			list[i].Formula = formulaOfOthers(list, jobs[i].spec)
		}
	}
	return list, jobs
}

// plan finds the tables that the indicator is read from.
func (j *job) plan(def *model.Definition, sources []*source, groups *groupPlan) error {
	s := j.spec
	if j.combined() {
		return nil
	}
	need := topics(s, "")
	if len(need) == 0 || s.Topic == "" && (len(s.Numerator) == 0 || len(s.Denominator) == 0) {
		return fmt.Errorf("monitor: %s:%d: indicator %q reads nothing; a topic, or a numerator and a denominator would be right", def.File, s.Line, s.Key)
	}
	tables, err := j.tables(def, sources)
	if err != nil {
		return err
	}
	if err := j.checkMoved(def, sources); err != nil {
		return err
	}
	per := s.Per
	if per == 0 {
		per = 100
	}
	for _, t := range tables {
		need := topics(s, sources[t].spec.ID)
		if lacks(sources[t], need) != "" {
			continue
		}
		r := reading{table: t, topicGroup: -1, numerator: need, per: per}
		if s.Topic == "" {
			r.numerator, r.denominator = s.Numerator, s.Denominator
		}
		j.reads = append(j.reads, r)
	}
	if len(j.reads) == 0 {
		return j.unknownTopic(def, s.Line, fmt.Sprintf("indicator %q", s.Key), sources, tables, need)
	}
	for g, spec := range groups.specs {
		topic := spec.Topics[s.Key]
		if topic == "" {
			continue
		}
		found := false
		for _, t := range tables {
			if sources[t].props.topics[topic] != nil {
				j.reads = append(j.reads, reading{table: t, topicGroup: g, numerator: []string{topic}, per: per})
				found = true
			}
		}
		if !found {
			return j.unknownTopic(def, spec.Line, fmt.Sprintf("indicator %q of group %q", s.Key, spec.Key), sources, tables, []string{topic})
		}
	}
	return nil
}

// tables returns the tables that the definition lists, each of which must have
// all topics; all tables when it lists none.
func (j *job) tables(def *model.Definition, sources []*source) ([]int, error) {
	var list []int
	var ids []string
	for i, s := range sources {
		ids = append(ids, s.spec.ID)
		if len(j.spec.Tables) == 0 || slices.Contains(j.spec.Tables, s.spec.ID) {
			list = append(list, i)
		}
	}
	for _, id := range j.spec.Tables {
		if !slices.Contains(ids, id) {
			return nil, fmt.Errorf("monitor: %s:%d: indicator %q reads table %q, which is not there%s", def.File, j.spec.Line, j.spec.Key, id, didYouMean(id, ids))
		}
	}
	if len(j.spec.Tables) > 0 {
		for _, t := range list {
			if topic := lacks(sources[t], topics(j.spec, sources[t].spec.ID)); topic != "" {
				return nil, j.unknownTopic(def, j.spec.Line, fmt.Sprintf("indicator %q", j.spec.Key), sources, []int{t}, []string{topic})
			}
		}
	}
	return list, nil
}

// lacks returns the first topic that a table does not have.
func lacks(s *source, need []string) string {
	for _, topic := range need {
		if s.props.topics[topic] == nil {
			return topic
		}
	}
	return ""
}

// unknownTopic says which topic is in none of the tables.
func (j *job) unknownTopic(def *model.Definition, line int, who string, sources []*source, tables []int, need []string) error {
	var known, ids []string
	for _, t := range tables {
		known = append(known, sources[t].props.keys...)
		ids = append(ids, sources[t].spec.ID)
	}
	for _, topic := range need {
		if slices.Contains(known, topic) {
			continue
		}
		where := "which table " + strings.Join(ids, "") + " does not have"
		if len(ids) != 1 {
			where = "which none of the tables " + strings.Join(ids, ", ") + " has"
		}
		return fmt.Errorf("monitor: %s:%d: %s reads topic %q, %s%s", def.File, line, who, topic, where, didYouMean(topic, known))
	}
	return fmt.Errorf("monitor: %s:%d: %s reads the topics %s, which no single table has together", def.File, line, who, strings.Join(need, ", "))
}
