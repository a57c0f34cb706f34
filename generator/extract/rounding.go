package extract

import (
	"math"
	"strings"

	"wijkmonitor/generator/model"
)

// CBS rounds counts of wijken and buurten at random to a multiple of 5, so that
// nobody can be recognised. Some counts are rounded more coarsely, and at every
// level: people on benefit to tens. Metadata do not say so, but the figures do:
// a multiple that all of many figures share is believed. Other figures are
// rounded to their last decimal.
const (
	countMultiple = 5
	many          = 20 // figures that are not 0
)

// A precision is what the figures of a topic show of their rounding, by level.
type precision [model.LevelCount]struct {
	filled               int  // figures that are not 0
	broken, odd, notTens bool // a figure was seen that is not whole, no multiple of 5, of 10
}

// see notes the figures of a decoded column, whose rows are of regions of the
// given levels. Once a figure is not whole nothing is left to be found.
func (p *precision) see(values []float64, levels []model.Level, region []int32) {
	for i, v := range values {
		r := region[i]
		if r < 0 || v != v {
			continue
		}
		l := &p[levels[r]]
		if l.broken {
			continue
		}
		if v != 0 {
			l.filled++
		}
		// Whole numbers this large have no room for a decimal, and processors
		// differ in what they make of the largest.
		if n := int64(v); math.Abs(v) >= 1<<53 || float64(n) != v {
			l.broken, l.odd, l.notTens = true, true, true
		} else if n%10 != 0 {
			l.notTens = true
			l.odd = l.odd || n%5 != 0
		}
	}
}

// multiple is the largest of 10, 5 and 1 that the figures of a level show. A
// country is one figure: it is rounded as its municipalities are.
func (p *precision) multiple(l model.Level) int {
	if l == model.Country {
		l = model.Municipality
	}
	switch seen := &p[l]; {
	case seen.filled < many || seen.odd:
		return 1
	case seen.notTens:
		return 5
	}
	return 10
}

// rounding returns how far the figures of a job can be from the truth: of a
// count, or of each part of a derived figure, one less than the multiple that
// it is rounded to; of anything else, half of its last decimal, or half of 1
// where all figures of a level are whole.
func (j *job) rounding(sources []*source, seen func(table int, topic string) *precision) (off [model.LevelCount]float64) {
	derived := j.indicator.Parts[0] > 0
	for l := range off {
		level, decimals, broken := model.Level(l), 6, false
		counts := 0.0
		for i := range j.reads {
			r := &j.reads[i]
			for _, name := range r.all() {
				topic, p := sources[r.table].props.topics[name], seen(r.table, name)
				decimals, broken = min(decimals, topic.Decimals), broken || p[l].broken
				counts = max(counts, offOf(sources[r.table].spec, topic, p, level, derived))
			}
		}
		switch {
		case len(j.reads) == 0:
		case derived || j.indicator.Kind == model.Count:
			off[l] = counts
		default:
			off[l] = half(decimals, broken)
		}
	}
	return off
}

// offOf is how far a count of one table can be from the truth.
func offOf(t *model.TableSpec, topic *Topic, p *precision, l model.Level, derived bool) float64 {
	if !counted(topic) {
		return half(topic.Decimals, p[l].broken)
	}
	off := float64(multiple(t, p, l) - 1)
	if p[l].broken && !derived {
		off += half(topic.Decimals, true)
	}
	return off
}

// half is half a unit of the last decimal.
func half(decimals int, broken bool) float64 {
	if !broken {
		return 0.5
	}
	return 0.5 * math.Pow10(-decimals)
}

// multiple is what a table rounds its counts of a level to: what the definition
// says, else what the figures show, and at least 5 for wijken and buurten.
func multiple(t *model.TableSpec, p *precision, l model.Level) int {
	switch {
	case t.Rounding[l] > 0:
		return t.Rounding[l]
	case l == model.District || l == model.Neighbourhood:
		return max(countMultiple, p.multiple(l))
	}
	return p.multiple(l)
}

// counted tells whether a topic counts people, households or things, rather
// than measuring hectares or euros.
func counted(t *Topic) bool {
	unit := strings.ToLower(strings.TrimSpace(t.Unit))
	return unit == "aantal" || unit == ""
}
