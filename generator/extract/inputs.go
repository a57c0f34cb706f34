package extract

import (
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// planInputs adds what indicators are computed with and the site does not
// show: the counts that derived shares are shares of, and the bounds that a
// source gives. It links every indicator to its base and bounds.
func planInputs(def *model.Definition, sources []*source, list []model.Indicator, jobs []job, bad *faults) ([]model.Indicator, []job) {
	p := &inputPlan{def: def, sources: sources, list: list, inputs: []model.Indicator{}}
	for i := range list {
		j := &jobs[i]
		switch {
		case j.combined():
			list[i].Low = p.add(job{spec: &model.IndicatorSpec{Key: "low:" + j.spec.Key}}, list[i].Kind)
			list[i].High = p.add(job{spec: &model.IndicatorSpec{Key: "high:" + j.spec.Key}}, list[i].Kind)
		case j.spec.Topic == "":
			list[i].Base = p.baseOf(j, jobs)
			list[i].Chance = p.countsAll(j.reads, func(r *reading) []string { return r.denominator })
		default:
			list[i].Base, list[i].BasePart = p.named(j, jobs, bad), j.spec.BasePart
			if base, ok := list[i].Base.Index(); ok {
				list[i].Chance = p.countsAll(jobs[base].reads, (*reading).all)
			}
		}
		list[i].Chance = list[i].Chance && (list[i].Kind == model.Share || list[i].Kind == model.Rate && list[i].Per > 0)
		if j.spec.Low != "" && j.spec.High != "" {
			list[i].Low = p.bound("low:", j.spec.Low, j, bad)
			list[i].High = p.bound("high:", j.spec.High, j, bad)
		}
	}
	jobs = append(jobs, p.jobs...)
	for i := range p.inputs {
		jobs[len(list)+i].indicator = &p.inputs[i]
	}
	return p.inputs, jobs
}

type inputPlan struct {
	def     *model.Definition
	sources []*source
	list    []model.Indicator
	inputs  []model.Indicator
	jobs    []job
}

// combined tells whether the indicator is made from others, after reading.
func (j *job) combined() bool { return j.spec.Expression != "" || len(j.spec.MeanOf) > 0 }

func (p *inputPlan) add(j job, kind model.Kind) model.Ref {
	for i := range p.inputs {
		if p.inputs[i].Key == j.spec.Key {
			return model.RefTo(len(p.list) + i)
		}
	}
	p.inputs = append(p.inputs, model.Indicator{Key: j.spec.Key, Kind: kind})
	p.jobs = append(p.jobs, j)
	return model.RefTo(len(p.list) + len(p.inputs) - 1)
}

// baseOf finds the count that a derived figure is a share of: an indicator that
// is its one denominator, else an input that sums them.
func (p *inputPlan) baseOf(j *job, jobs []job) model.Ref {
	if d := j.spec.Denominator; len(d) == 1 {
		for i := range jobs {
			if jobs[i].spec.Topic == d[0] && sameReads(&jobs[i], j) {
				return model.RefTo(i)
			}
		}
	}
	base := job{spec: &model.IndicatorSpec{Key: "base:" + strings.Join(j.spec.Denominator, "+")}}
	ref := p.add(base, model.Count)
	at, _ := ref.Index()
	have := &p.jobs[at-len(p.list)]
	for _, r := range j.reads {
		if !slices.ContainsFunc(have.reads, func(h reading) bool { return h.table == r.table && h.topicGroup == r.topicGroup }) {
			have.reads = append(have.reads, reading{table: r.table, topicGroup: r.topicGroup, numerator: r.denominator, per: 1})
		}
	}
	return ref
}

// countsAll tells whether all topics of the readings count people, households
// or things. Chance plays no part in a share of hectares.
func (p *inputPlan) countsAll(reads []reading, topics func(*reading) []string) bool {
	for i := range reads {
		for _, topic := range topics(&reads[i]) {
			if !counted(p.sources[reads[i].table].props.topics[topic]) {
				return false
			}
		}
	}
	return len(reads) > 0
}

// sameReads tells whether one job reads the denominator of another in every
// table that the other reads.
func sameReads(base, j *job) bool {
	for i := range j.reads {
		r := &j.reads[i]
		if !slices.ContainsFunc(base.reads, func(b reading) bool {
			return b.table == r.table && b.topicGroup == r.topicGroup && slices.Equal(b.numerator, r.denominator)
		}) {
			return false
		}
	}
	return true
}

// named finds the count that a share of a table is a share of: the indicator
// that the definition names, else the count whose key is the universe.
func (p *inputPlan) named(j *job, jobs []job, bad *faults) model.Ref {
	key := orElse(j.spec.Base, j.spec.Universe)
	for i := range jobs[:len(p.list)] {
		if jobs[i].spec.Key != key || &jobs[i] == j || p.list[i].Kind != model.Count {
			continue
		}
		if kind := p.list[j.place(jobs)].Kind; kind == model.Share || kind == model.Rate {
			return model.RefTo(i)
		}
		return 0
	}
	if j.spec.Base != "" {
		bad.addf("monitor: %s:%d: indicator %q has base %q, which is no count of this definition", p.def.File, j.spec.Line, j.spec.Key, j.spec.Base)
	}
	return 0
}

func (j *job) place(jobs []job) int {
	return slices.IndexFunc(jobs, func(other job) bool { return other.spec == j.spec })
}

// bound reads a bound from the tables of the figure that it bounds.
func (p *inputPlan) bound(prefix, topic string, j *job, bad *faults) model.Ref {
	b := job{spec: &model.IndicatorSpec{Key: prefix + j.spec.Key}}
	for _, r := range j.reads {
		if r.topicGroup >= 0 {
			continue
		}
		if s := p.sources[r.table]; s.props.topics[topic] != nil {
			b.reads = append(b.reads, reading{table: r.table, topicGroup: -1, numerator: []string{topic}, per: 1})
		}
	}
	if len(b.reads) == 0 {
		bad.addf("monitor: %s:%d: indicator %q has the bound %q, which none of its tables has", p.def.File, j.spec.Line, j.spec.Key, topic)
	}
	return p.add(b, model.Mean)
}
