package profile

import (
	"math"

	"wijkmonitor/generator/model"
)

// z95 is the standard normal quantile of a two-sided 95% interval.
const z95 = 1.959963984540054

// An Interval is where the true figure can lie, in the indicator's own unit.
// A bound may be infinite, when the count that a share is a share of may be 0.
type Interval struct{ Low, High float64 }

// A cell is one figure with its place in the cube.
type cell struct {
	region, group, indicator, period int
	value                            float64
}

// interval returns where the true value of a published figure can lie: what
// rounding allows, and for a share or rate of a known number of people what
// chance makes of it too. A source's own interval stands as it is.
func (b *Baseline) interval(c cell) Interval {
	if own, ok := b.sourceInterval(c); ok {
		return own
	}
	rounded := b.roundingInterval(c)
	indicator := b.indicator(c.indicator)
	n, ok := b.baseOf(c)
	if !ok || !indicator.Chance {
		return rounded
	}
	switch {
	case indicator.Kind == model.Share && c.value >= 0 && c.value <= 100:
		return Interval{100 * wilson(rounded.Low/100, n, -1), 100 * wilson(rounded.High/100, n, 1)}.around(c.value)
	case indicator.Kind == model.Rate && indicator.Per > 0 && c.value >= 0:
		scale := n / indicator.Per
		return Interval{poisson(rounded.Low*scale, -1) / scale, poisson(rounded.High*scale, 1) / scale}.around(c.value)
	}
	return rounded
}

// sourceInterval returns the bounds that the source itself gives.
func (b *Baseline) sourceInterval(c cell) (Interval, bool) {
	indicator := b.indicator(c.indicator)
	low, ok := b.at(c, indicator.Low)
	high, also := b.at(c, indicator.High)
	return Interval{low, high}, ok && also
}

// at returns another number of the same region, group and period.
func (b *Baseline) at(c cell, ref model.Ref) (float64, bool) {
	index, ok := ref.Index()
	if !ok {
		return 0, false
	}
	return b.m.Cube.At(c.region, c.group, index, c.period).Value()
}

// roundingInterval returns what the rounding of the source allows. CBS rounds
// the counts of wijken and buurten at random to a multiple of 5, so that a
// count can be 4 off; a derived share ranges between the extremes of its parts.
func (b *Baseline) roundingInterval(c cell) Interval {
	indicator := b.indicator(c.indicator)
	off := b.off(c, indicator)
	bounds := Interval{c.value - off, c.value + off}
	if whole, ok := b.at(c, indicator.Base); indicator.Parts[0] > 0 && ok && indicator.Per > 0 {
		bounds = derivedInterval(indicator, off, c.value*whole/indicator.Per, whole)
	} else if indicator.Parts[0] > 0 {
		bounds = Interval{c.value, c.value}
	}
	return bounds.within(indicator.Kind, c.value)
}

// off returns how far from the truth a figure of a region, or each part of a
// derived one, can be. The counts that an own area sums can all be off the same
// way, and so can those that a merged group sums; other figures are no worse
// than the worst of the parts.
func (b *Baseline) off(c cell, i *model.Indicator) float64 {
	r := &b.m.Regions[c.region]
	groups := float64(max(1, b.m.Groups[c.group].Sums))
	sum, most := 0.0, i.Rounding[r.Level]
	for _, part := range r.Parts {
		of := i.Rounding[b.m.Regions[part].Level]
		sum += of
		most = max(most, of)
	}
	counts := i.Kind == model.Count || i.Parts[0] > 0
	switch {
	case counts && len(r.Parts) > 0:
		return sum * groups
	case counts:
		return most * groups
	}
	return most
}

// derivedInterval returns the extremes of Per × part / whole when each count
// that they sum can be off.
func derivedInterval(i *model.Indicator, off, part, whole float64) Interval {
	p, w := float64(i.Parts[0])*off, float64(i.Parts[1])*off
	most, least := part+p, max(0, whole-w)
	high := math.Inf(1)
	switch {
	case most == 0:
		high = 0
	case least > 0:
		high = i.Per * most / least
	}
	low := 0.0
	if whole+w > 0 {
		low = i.Per * max(0, part-p) / (whole + w)
	}
	return Interval{low, high}
}

// within keeps bounds to what can exist: a share lies between 0 and 100, and
// what is not below 0 cannot have been so.
func (b Interval) within(kind model.Kind, value float64) Interval {
	if value >= 0 {
		b.Low = max(b.Low, 0)
	}
	if kind == model.Share && value <= 100 {
		b.High = min(b.High, 100)
	}
	return b
}

// around undoes what rounding of floating-point numbers cuts off: at 0% and
// 100% the figure itself is a bound.
func (b Interval) around(value float64) Interval {
	return Interval{min(b.Low, value), max(b.High, value)}
}

// baseOf returns the least number of people, households or houses that a share
// or rate can be about; false when that is not known or nobody.
func (b *Baseline) baseOf(c cell) (float64, bool) {
	indicator := b.indicator(c.indicator)
	n, known := b.at(c, indicator.Base)
	if !known || n <= 0 {
		return 0, false
	}
	off := float64(indicator.Parts[1]) * b.off(c, indicator)
	if indicator.Parts[0] == 0 {
		base, _ := indicator.Base.Index()
		off = b.off(c, b.indicator(base))
	}
	part := 1.0
	if indicator.BasePart > 0 {
		part = indicator.BasePart
	}
	return max(1, (n-off)*part), true
}

// indicator returns an indicator or input by its place in the cube.
func (b *Baseline) indicator(index int) *model.Indicator {
	if n := len(b.m.Indicators); index >= n {
		return &b.m.Inputs[index-n]
	}
	return &b.m.Indicators[index]
}

// wilson returns a bound of the score interval of a proportion p of n, of
// Wilson, Journal of the American Statistical Association 22 (1927): side −1
// for the lower, 1 for the upper bound.
func wilson(p, n, side float64) float64 {
	p = min(1, max(0, p))
	square := z95 * z95 / n
	middle := p + square/2
	half := z95 * math.Sqrt(p*(1-p)/n+square/(4*n))
	return min(1, max(0, (middle+side*half)/(1+square)))
}

// poisson returns a bound of the score interval of a count x of independent
// events: the limit of wilson for a small proportion of many. An event can
// happen to one person more than once, so that it has no upper limit.
func poisson(x, side float64) float64 {
	square := z95 * z95
	return max(0, x+square/2+side*z95*math.Sqrt(x+square/4))
}

// reachable returns the class nearest to average of those between two bounds.
func reachable(low, high float64) model.Class {
	switch {
	case low != low || high != high:
		return model.NotCompared
	case low < 0.5 && high > -0.5:
		return model.Average
	case low >= 0.5:
		return model.Classify(low)
	}
	return model.Classify(high)
}
