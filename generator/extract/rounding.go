package extract

import (
	"math"

	"wijkmonitor/generator/model"
)

// CBS rounds counts of wijken and buurten at random to a multiple of 5, so that
// nobody can be recognised; other figures are rounded to their last decimal.
const countMultiple = 5

// A precision is what the figures of a topic show of their rounding, by level.
type precision struct{ broken [model.LevelCount]bool } // a figure that is not whole was seen

// see notes the figures of a decoded column.
func (p *precision) see(values []float64, regions []model.Region, region []int32) {
	for i, v := range values {
		if r := region[i]; r >= 0 && v == v && v != math.Trunc(v) {
			p.broken[regions[r].Level] = true
		}
	}
}

func (p *precision) join(q *precision) {
	for l, b := range q.broken {
		p.broken[l] = p.broken[l] || b
	}
}

// rounding returns how far the figures of a job can be from the truth: of a
// count or of each part of a derived figure, one less than the multiple that
// it is rounded to; of anything else, half of its last decimal, or half of 1
// where all figures of a level are whole.
func (j *job) rounding(sources []*source, seen *precision) (off [model.LevelCount]float64) {
	derived := j.indicator.Parts[0] > 0
	decimals := 6
	for i := range j.reads {
		r := &j.reads[i]
		spec := sources[r.table].spec
		for _, topic := range r.all() {
			decimals = min(decimals, sources[r.table].props.topics[topic].Decimals)
		}
		for l := range off {
			if derived || j.indicator.Kind == model.Count {
				off[l] = max(off[l], float64(multiple(spec, model.Level(l))-1))
			}
		}
	}
	if derived || len(j.reads) == 0 {
		return off
	}
	for l := range off {
		half := 0.5 * math.Pow10(-decimals)
		switch {
		case j.indicator.Kind != model.Count && !seen.broken[l]:
			off[l] = 0.5
		case j.indicator.Kind != model.Count || seen.broken[l]:
			off[l] += half
		}
	}
	return off
}

// multiple is what a table rounds the counts of a level to.
func multiple(t *model.TableSpec, l model.Level) int {
	switch {
	case t.Rounding[l] > 0:
		return t.Rounding[l]
	case l == model.District || l == model.Neighbourhood:
		return countMultiple
	}
	return 1
}
