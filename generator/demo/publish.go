package demo

import (
	"math"

	"wijkmonitor/generator/model"
)

// Fewer people than smallest in a group or region, or a base smaller than
// smallestBase: the statistics office gives no rates.
const (
	smallest     = 50
	smallestBase = 20
)

// publish rounds the figure of topic i as a statistics office would, or
// returns NaN where it would give none. row seeds the random rounding.
func publish(i int, level model.Level, ofGroup bool, year int, c *cell, row seed) float64 {
	t := &topics[i]
	if level > t.deepest || !t.years.has(year) || ofGroup && (t.groups == areaOnly || level > t.groups) {
		return math.NaN()
	}
	persons := c.part[tPeople]
	if t.form == count {
		switch {
		case persons > 0 && persons < smallest && (i == tWelfare || ofGroup && i != tPeople), persons == 0 && ofGroup && i != tPeople:
			return math.NaN()
		case level >= model.District:
			return roundTo5(c.part[i], row.of(seed(i)))
		}
		return c.part[i]
	}
	if persons < smallest || c.whole[i] < smallestBase {
		return math.NaN()
	}
	decimals := t.coarse
	if level < model.District {
		decimals = t.fine
	}
	unit := math.Pow10(decimals)
	return math.Round(c.part[i]/c.whole[i]*unit) / unit
}

// roundTo5 rounds a count to a multiple of 5, at random up or down, so that
// the mean stays right: 12 becomes 10 with a chance of 3 in 5, else 15.
func roundTo5(n float64, s seed) float64 {
	low := 5 * math.Floor(n/5)
	if s.uniform() < (n-low)/5 {
		return low + 5
	}
	return low
}
