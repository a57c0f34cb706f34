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
	switch t.form {
	case lower:
		i++
	case upper:
		i--
	}
	if persons < smallest || c.whole[i] < smallestBase {
		return math.NaN()
	}
	figure := c.part[i] / c.whole[i]
	switch t.form {
	case lower:
		figure -= chance(c.whole[i])
	case upper:
		figure += chance(c.whole[i])
	}
	decimals := t.coarse
	if level < model.District || t.form >= score {
		decimals = t.fine
	}
	unit := math.Pow10(decimals)
	return math.Round(figure*unit)/unit + 0 // no −0
}

// chance is how far the mean score of n households lies from what it would be
// without chance, in 19 of 20 cases.
func chance(n float64) float64 { return 1.96 * scoreDeviation / math.Sqrt(n) }

// roundTo5 rounds a count to a multiple of 5, at random up or down, so that
// the mean stays right: 12 becomes 10 with a chance of 3 in 5, else 15.
func roundTo5(n float64, s seed) float64 {
	low := 5 * math.Floor(n/5)
	if s.uniform() < (n-low)/5 {
		return low + 5
	}
	return low
}
