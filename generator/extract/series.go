package extract

import (
	"fmt"
	"strings"

	"wijkmonitor/generator/model"
)

// topicIn is the topic that an indicator is in one table: measures and topics
// are renamed from year to year.
func topicIn(s *model.IndicatorSpec, table string) string {
	return orElse(s.Moved[table], s.Topic)
}

// topics lists every topic that an indicator needs of one table.
func topics(s *model.IndicatorSpec, table string) []string {
	if s.Topic != "" {
		return []string{topicIn(s, table)}
	}
	return append(append([]string(nil), s.Numerator...), s.Denominator...)
}

// checkMoved demands that each table in which the topic has moved has it.
func (j *job) checkMoved(def *model.Definition, sources []*source) error {
	for t, s := range sources {
		topic := j.spec.Moved[s.spec.ID]
		if topic != "" && s.props.topics[topic] == nil {
			return j.unknownTopic(def, j.spec.Line, fmt.Sprintf("indicator %q", j.spec.Key), sources, []int{t}, []string{topic})
		}
	}
	return nil
}

// checkSeries demands that the tables of a series mean the same: a title or
// unit that differs is another thing, unless the definition says that it is
// not or gives its own.
func (j *job) checkSeries(def *model.Definition, sources []*source, bad *faults) {
	s := j.spec
	if s.Topic == "" || s.Same {
		return
	}
	first := &j.reads[0]
	for i := range j.reads[1:] {
		r := &j.reads[i+1]
		if r.topicGroup >= 0 {
			continue
		}
		a, b := sources[first.table], sources[r.table]
		x, y := a.props.topics[first.numerator[0]], b.props.topics[r.numerator[0]]
		differs := func(what, own, was, is string) {
			if own != "" || strings.EqualFold(strings.TrimSpace(was), strings.TrimSpace(is)) {
				return
			}
			bad.addf("monitor: %s:%d: indicator %q has the %s %q in table %s (line %d) and %q in table %s (line %d); a %s of its own, or same: true, would be right if they mean the same",
				def.File, s.Line, s.Key, what, was, a.spec.ID, a.spec.Line, is, b.spec.ID, b.spec.Line, what)
		}
		differs("title", s.Title, x.Title, y.Title)
		differs("unit", s.Unit, x.Unit, y.Unit)
	}
}
