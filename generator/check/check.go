// Package check says how healthy a dataset is: what it holds, where it has
// gaps, and which figures deserve a second look. It only reads figures that
// the monitor shows, so run it after withholding: a sum with a part that is
// unknown or withheld is not judged, since its rest would give that part away.
package check

import (
	"math"
	"slices"

	"wijkmonitor/generator/model"
)

// Most is how many findings of one kind are listed.
const Most = 50

// A Report is the health of one dataset.
type Report struct {
	Indicators []Filling // as in the monitor
	Regions    [model.LevelCount]int
	Jumps      []Jump // the largest first, at most Most
	Sums       []Sum
	Vanished   []int // regions that are gone without a change that explains it
	Unitless   []int // indicators that are no count and have no unit
	AllJumps   int   // also those that are not listed
	AllSums    int
}

// A Filling counts the cells of one indicator by what they hold.
type Filling struct {
	Cells [model.StateCount]int
	First int // period with a first figure; −1 when there is none
	Last  int
}

// Total is how many cells there are.
func (f *Filling) Total() (n int) {
	for _, k := range f.Cells {
		n += k
	}
	return n
}

// New examines a monitor.
func New(m *model.Monitor) *Report {
	r := &Report{Indicators: fill(m)}
	for i := range m.Regions {
		r.Regions[m.Regions[i].Level]++
	}
	for i := range m.Indicators {
		if ind := &m.Indicators[i]; ind.Kind != model.Count && ind.Unit == "" {
			r.Unitless = append(r.Unitless, i)
		}
	}
	jumps, sums := findJumps(m), findSums(m)
	r.AllJumps, r.AllSums = len(jumps), len(sums)
	r.Jumps, r.Sums = jumps[:min(len(jumps), Most)], sums[:min(len(sums), Most)]
	r.Vanished = vanished(m)
	return r
}

// Findings counts what deserves a second look.
func (r *Report) Findings() int {
	return r.AllJumps + r.AllSums + len(r.Vanished) + len(r.Unitless)
}

// fill counts region by region, as the cube lies in memory.
func fill(m *model.Monitor) []Filling {
	all := make([]Filling, len(m.Indicators))
	for i := range all {
		all[i].First, all[i].Last = -1, -1
	}
	for region := range m.Regions {
		for _, g := range shown(m, region) {
			for i := range all {
				row := m.Cube.Row(region, g, i)
				for p := range row {
					all[i].add(row.At(p).State(), p)
				}
			}
		}
	}
	return all
}

func (f *Filling) add(state model.State, period int) {
	f.Cells[state]++
	if state != model.Known {
		return
	}
	if f.First < 0 || period < f.First {
		f.First = period
	}
	f.Last = max(f.Last, period)
}

// shown lists the groups of a region that the site shows.
func shown(m *model.Monitor, region int) []int {
	list := []int{0}
	if m.Cube.HasGroups(region) {
		for g := 1; g < len(m.Groups); g++ {
			if !m.Groups[g].Hidden {
				list = append(list, g)
			}
		}
	}
	return list
}

// vanished lists regions that end before the others of their level and have
// no event that says what became of them.
func vanished(m *model.Monitor) []int {
	var last [model.LevelCount]int
	for i := range m.Regions {
		r := &m.Regions[i]
		last[r.Level] = max(last[r.Level], r.Last)
	}
	var list []int
	for i := range m.Regions {
		r := &m.Regions[i]
		if r.Level == model.OwnArea || r.Last >= last[r.Level] {
			continue
		}
		if !explained(m, i) {
			list = append(list, i)
		}
	}
	return list
}

// explained tells whether an event says what became of a region, or of one
// that it lay in: a district goes with its municipality.
func explained(m *model.Monitor, region int) bool {
	for ; region >= 0; region = m.Regions[region].Parent {
		if slices.ContainsFunc(m.Regions[region].Events, func(e model.Event) bool { return !e.Before }) {
			return true
		}
	}
	return false
}

// median puts its argument in another order.
func median(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	middle := len(v) / 2
	upper := smallest(v, middle)
	if len(v)%2 == 1 {
		return upper
	}
	return (slices.Max(v[:middle]) + upper) / 2
}

// smallest returns the value that would be at place n if v were sorted, and
// moves those before it to its left: sorting all of v takes three times as long.
func smallest(v []float64, n int) float64 {
	from, to := 0, len(v)
	for {
		pivot := v[(from+to)/2]
		low, at, high := from, from, to // less than pivot, as large, not looked at, larger
		for at < high {
			switch {
			case v[at] < pivot:
				v[low], v[at] = v[at], v[low]
				low++
				at++
			case v[at] > pivot:
				high--
				v[at], v[high] = v[high], v[at]
			default:
				at++
			}
		}
		switch {
		case n < low:
			to = low
		case n >= high:
			from = high
		default:
			return v[n]
		}
	}
}
