package profile

import (
	"math"
	"runtime"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/model"
)

const (
	// weightKey is the key of the indicator whose figures weigh the regions.
	weightKey = "inwoners"
	// fewestRegions is how many regions must have a figure and a weight for a spread.
	fewestRegions = 30
	// noise is the part of the largest figure below which a spread is rounding of floating-point numbers, not difference.
	noise = 1e-12
)

// Spread returns the standard deviation of the indicator over the regions of Monitor.SpreadLevel, whole population,
// weighted by inhabitants, in the indicator's own unit. It is false when fewer than 30 regions have
// a figure, when all figures are equal, and when period is −1.
func (b *Baseline) Spread(indicator, period int) (float64, bool) {
	if period < 0 {
		return 0, false
	}
	s := b.spreads[indicator*b.periods+period]
	return s, s > 0
}

// findSpreads returns the spread of every indicator and period, 0 for none: indicator × period.
// Counts have none: they are not compared.
func findSpreads(m *model.Monitor) []float64 {
	spreads := make([]float64, len(m.Indicators)*len(m.Periods))
	weights, ok := findWeights(m)
	if !ok {
		return spreads
	}
	var regions []int
	for r := range m.Regions {
		if m.Regions[r].Level == m.SpreadLevel {
			regions = append(regions, r)
		}
	}
	var workers errgroup.Group // each has an indicator of its own
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for i := range m.Indicators {
		if !m.Indicators[i].Compared() {
			continue
		}
		workers.Go(func() error {
			samples := make([][]weighted, len(m.Periods))
			for _, r := range regions {
				for p := range samples {
					w := weights[r*len(m.Periods)+p]
					if x, known := m.Cube.At(r, everybody, i, p).Value(); known && w > 0 {
						samples[p] = append(samples[p], weighted{x, w})
					}
				}
			}
			for p := range samples {
				spreads[i*len(m.Periods)+p] = deviationOf(samples[p])
			}
			return nil
		})
	}
	_ = workers.Wait() // no worker fails
	return spreads
}

// findWeights returns the inhabitants of each region of the spread level: region × period, 0 for all
// other regions. A period without a number takes the latest number of the region, unless the region
// was gone by then: its people are counted in its successor.
// It is false when the monitor has no indicator of inhabitants.
func findWeights(m *model.Monitor) ([]float64, bool) {
	inhabitants := indicatorByKey(m, weightKey)
	if inhabitants < 0 {
		return nil, false
	}
	weights := make([]float64, len(m.Regions)*len(m.Periods))
	for r := range m.Regions {
		if m.Regions[r].Level != m.SpreadLevel {
			continue
		}
		latest := latestKnown(m, r, everybody, inhabitants)
		for p := range m.Periods {
			w, known := m.Cube.At(r, everybody, inhabitants, p).Value()
			if p > m.Regions[r].Last {
				continue
			}
			if !known && latest >= 0 {
				w, _ = m.Cube.At(r, everybody, inhabitants, latest).Value()
			}
			weights[r*len(m.Periods)+p] = w
		}
	}
	return weights, true
}

func indicatorByKey(m *model.Monitor, key string) int {
	for i := range m.Indicators {
		if m.Indicators[i].Key == key {
			return i
		}
	}
	return -1
}

// weighted is the figure of a region and its weight.
type weighted struct{ x, w float64 }

// deviationOf returns the weighted standard deviation of a sample, summed in its order; 0 for none.
// Figures are taken relative to the first, so that equal figures give exactly 0.
func deviationOf(sample []weighted) float64 {
	if len(sample) < fewestRegions {
		return 0
	}
	first, weight, sum, largest := sample[0].x, 0.0, 0.0, 0.0
	for _, s := range sample {
		weight += s.w
		sum += s.w * (s.x - first)
		largest = max(largest, math.Abs(s.x))
	}
	mean, squares := sum/weight, 0.0
	for _, s := range sample {
		d := s.x - first - mean
		squares += s.w * d * d
	}
	spread := math.Sqrt(squares / weight)
	if math.IsNaN(spread) || math.IsInf(spread, 0) || spread <= noise*largest {
		return 0
	}
	return spread
}
