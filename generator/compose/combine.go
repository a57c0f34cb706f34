package compose

import (
	"fmt"
	"math"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/formula"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// A combination is one indicator that is made from others.
type combination struct {
	to        int   // index of the indicator
	low, high int   // places of its bounds in the cube
	parts     []int // indexes of the indicators it is made from
	weights   []float64
	sum       float64 // of the weights, each without its sign
	formula   *formula.Expr
	keys      map[string]int // place of each part in parts
}

// Combine fills the indicators that the definition makes from others: a
// formula over figures, or a weighted mean of deviations, each turned so that
// higher is favourable. A gap in a part is the gap of the whole. The bounds
// follow from those of the parts, so that no colour comes from chance alone.
func Combine(m *model.Monitor, def *model.Definition) error {
	combinations, err := find(m, def)
	if err != nil || len(combinations) == 0 {
		return err
	}
	base := profile.NewBaseline(m)
	var workers errgroup.Group // each has regions of its own
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for regions := range slices.Chunk(indexes(len(m.Regions)), 256) {
		workers.Go(func() error {
			for _, r := range regions {
				for i := range combinations {
					combinations[i].region(m, base, r)
				}
			}
			return nil
		})
	}
	return workers.Wait()
}

func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// region makes the figures of one region.
func (c *combination) region(m *model.Monitor, base *profile.Baseline, r int) {
	groups := 1
	if m.Cube.HasGroups(r) {
		groups = len(m.Groups)
	}
	for g := range groups {
		for p := range m.Periods {
			c.fill(m, base, r, g, p)
		}
	}
}

// find resolves the parts of every combined indicator.
func find(m *model.Monitor, def *model.Definition) ([]combination, error) {
	combined := map[string]bool{}
	for i := range def.Indicators {
		s := &def.Indicators[i]
		combined[s.Key] = s.Expression != "" || len(s.MeanOf) > 0
	}
	var all []combination
	for i := range def.Indicators {
		s := &def.Indicators[i]
		if !combined[s.Key] {
			continue
		}
		c, err := newCombination(m, s)
		if err != nil {
			return nil, fmt.Errorf("monitor: %s:%d: indicator %q: %w", def.File, s.Line, s.Key, err)
		}
		for _, part := range c.parts {
			if key := m.Indicators[part].Key; combined[key] {
				return nil, fmt.Errorf("monitor: %s:%d: indicator %q is made from %q, which is combined itself; indicators that a table gives would be right", def.File, s.Line, s.Key, key)
			}
		}
		all = append(all, c)
	}
	return all, nil
}

// mostParts keeps the number of corners of the bounds small.
const mostParts = 10

func newCombination(m *model.Monitor, s *model.IndicatorSpec) (combination, error) {
	c := combination{to: m.Find(s.Key), low: m.Find("low:" + s.Key), high: m.Find("high:" + s.Key), keys: map[string]int{}}
	var keys []string
	if s.Expression != "" {
		e, err := formula.Parse(s.Expression)
		if err != nil {
			return c, err
		}
		c.formula, keys = e, e.Keys()
	}
	for _, w := range s.MeanOf {
		keys = append(keys, w.Key)
		c.weights = append(c.weights, w.Weight)
		c.sum += math.Abs(w.Weight)
	}
	if len(keys) > mostParts {
		return c, fmt.Errorf("is made from %d others; at most %d would be right", len(keys), mostParts)
	}
	for _, key := range keys {
		index := m.Find(key)
		if index < 0 || index >= len(m.Indicators) {
			return c, fmt.Errorf("is made from %q, which is not there", key)
		}
		c.keys[key] = len(c.parts)
		c.parts = append(c.parts, index)
	}
	return c, nil
}

// fill makes one figure and its bounds.
func (c *combination) fill(m *model.Monitor, base *profile.Baseline, r, g, p int) {
	part := func(i int) profile.Item { return base.Item(r, g, c.parts[i], p) }
	var made model.Figure
	var bounds profile.Interval
	if c.formula != nil {
		made, bounds = c.compute(part)
	} else {
		made, bounds = c.weigh(m, part)
	}
	m.Cube.Set(r, g, c.to, p, made)
	if made.Known() {
		m.Cube.Set(r, g, c.low, p, model.Number(max(bounds.Low, -boundless)))
		m.Cube.Set(r, g, c.high, p, model.Number(min(bounds.High, boundless)))
	}
}

// boundless stands for a bound at infinity, which is no number.
const boundless = 1e300

// weigh takes the weighted mean of the deviations. The first part that lacks is
// the last it looks at: most groups were never counted in most years.
func (c *combination) weigh(m *model.Monitor, part func(i int) profile.Item) (model.Figure, profile.Interval) {
	var value float64
	var bounds profile.Interval
	for i := range c.parts {
		item := part(i)
		if !item.Figure.Known() {
			return item.Figure, bounds
		}
		if item.Class == model.NotCompared {
			return model.Gap(model.NotMeasured), bounds
		}
		w := c.weights[i] / c.sum
		if m.Indicators[item.Indicator].Polarity == model.LowerIsFavourable {
			w = -w
		}
		low, high := w*item.Reach.Low, w*item.Reach.High
		value += w * item.Deviation
		bounds.Low += min(low, high)
		bounds.High += max(low, high)
	}
	return model.Number(value), bounds
}

// compute works the formula out for the figures, and for every corner of their
// bounds: where the formula rises or falls with each part, those are the
// extremes.
func (c *combination) compute(part func(i int) profile.Item) (model.Figure, profile.Interval) {
	var room [mostParts]profile.Item
	parts := room[:len(c.parts)]
	for i := range parts {
		parts[i] = part(i)
	}
	made := c.formula.Eval(func(key string) model.Figure { return parts[c.keys[key]].Figure })
	v, known := made.Value()
	bounds := profile.Interval{Low: v, High: v}
	if !known {
		return made, bounds
	}
	for corner := range 1 << len(parts) {
		f := c.formula.Eval(func(key string) model.Figure {
			i := c.keys[key]
			if corner&(1<<i) != 0 {
				return model.Number(parts[i].Interval.High)
			}
			return model.Number(parts[i].Interval.Low)
		})
		w, known := f.Value()
		if !known {
			return made, profile.Interval{Low: math.Inf(-1), High: math.Inf(1)} // a corner divides by nothing
		}
		bounds.Low, bounds.High = min(bounds.Low, w), max(bounds.High, w)
	}
	return made, bounds
}
