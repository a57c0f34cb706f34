package extract

import (
	"slices"

	"wijkmonitor/generator/model"
)

// tell fills in the life of every region, and takes the numbers of other areas
// and of periods in which a region was not there out of the cube.
func (h *history) tell(m *model.Monitor, sources []*source) {
	there := h.lives(m, sources)
	h.clear(m, there)
	breaks := h.tellChanges(m)
	h.tellNames(m, there, breaks)
	h.tellMarks(m, there, breaks)
	for r := range m.Regions {
		sortEvents(m.Regions[r].Events)
		breakBefore(m, r, breaks[r])
	}
}

// fewestEmpty is how many periods in a row a municipality has rows without any
// number, before it is taken to be gone, or not there yet: a small one may have
// no number in one period of a table with few topics.
const fewestEmpty = 2

// lives sets First and Last of each region and returns when it was there:
// region × period. A row tells that a region is there, but not an empty row
// where the history file says that it was gone or not there yet, nor several
// at an end of the life of a municipality: tables by municipality have empty
// rows for every code that ever was.
func (h *history) lives(m *model.Monitor, sources []*source) []bool {
	periods := len(m.Periods)
	there := make([]bool, len(m.Regions)*periods)
	for _, s := range sources {
		for i, r := range s.region {
			if r >= 0 {
				there[int(r)*periods+int(s.period[i])] = true
			}
		}
	}
	begun, ended := h.ends(m)
	for r := range m.Regions {
		region, life := &m.Regions[r], there[r*periods:(r+1)*periods]
		if region.Level == model.Municipality || begun[r] > 0 || ended[r] < periods {
			said := make([]bool, periods)
			for p := range life {
				said[p] = life[p] && (h.marks[r*periods+p] != 0 || hasNumber(m, r, p))
			}
			trim(life, said, begun[r], ended[r], region.Level == model.Municipality)
		}
		region.First, region.Last = span(life)
	}
	return there
}

// trim takes the empty rows off both ends of a life. said tells which rows say
// something; a region that has no such row keeps all.
func trim(life, said []bool, begun, ended int, municipality bool) {
	if !slices.Contains(said, true) {
		return
	}
	first, last := span(said)
	if first >= begun {
		fill(life[:begun], false)
	}
	if last < ended {
		fill(life[ended:], false)
	}
	if from, to := span(life); municipality {
		if first-from >= fewestEmpty {
			fill(life[:first], false)
		}
		if to-last >= fewestEmpty {
			fill(life[last+1:], false)
		}
	}
}

// span returns the first and last true; 0, 0 when there is none.
func span(life []bool) (first, last int) {
	first = -1
	for p, yes := range life {
		if yes {
			last = p
			if first < 0 {
				first = p
			}
		}
	}
	return max(first, 0), last
}

// ends gives by the history file the period in which each region came to be,
// and the first in which it is gone: 0 and the number of periods when it does
// not say so.
func (h *history) ends(m *model.Monitor) (begun, ended []int) {
	begun, ended = make([]int, len(m.Regions)), make([]int, len(m.Regions))
	fill(ended, len(m.Periods))
	index := regionIndex(m)
	for i := range h.changes {
		c := &h.changes[i]
		if c.kind != model.Merged && c.kind != model.Split || c.from == c.to {
			continue
		}
		if r, ok := index[h.now(c.from, c.year)]; ok {
			ended[r] = min(ended[r], h.first(c.year))
		}
		if r, ok := index[h.now(c.to, c.year)]; ok {
			begun[r] = max(begun[r], h.first(c.year))
		}
	}
	return begun, ended
}

func regionIndex(m *model.Monitor) map[string]int {
	index := make(map[string]int, len(m.Regions))
	for i := range m.Regions {
		index[m.Regions[i].Code] = i
	}
	return index
}

// hasNumber tells whether any figure of a region is known in a period.
func hasNumber(m *model.Monitor, region, period int) bool {
	for g := range groupsOf(m, region) {
		for i := range len(m.Indicators) + len(m.Inputs) {
			if m.Cube.At(region, g, i, period).Known() {
				return true
			}
		}
	}
	return false
}

// groupsOf returns how many groups a region keeps figures of.
func groupsOf(m *model.Monitor, region int) int {
	if m.Cube.HasGroups(region) {
		return len(m.Groups)
	}
	return 1
}

// clear gives NoRegion to a region in the periods in which it was not there
// while others of its level were.
func (h *history) clear(m *model.Monitor, there []bool) {
	periods := len(m.Periods)
	var level [model.LevelCount][]bool
	for l := range level {
		level[l] = make([]bool, periods)
	}
	for r := range m.Regions {
		for p := range periods {
			if there[r*periods+p] {
				level[m.Regions[r].Level][p] = true
			}
		}
	}
	for r := range m.Regions {
		for p := range periods {
			if !there[r*periods+p] && level[m.Regions[r].Level][p] {
				setAll(m, r, p, func(model.Figure) model.Figure { return model.Gap(model.NoRegion) })
			}
		}
	}
}

// setAll changes every figure of a region and period.
func setAll(m *model.Monitor, region, period int, change func(model.Figure) model.Figure) {
	for g := range groupsOf(m, region) {
		for i := range len(m.Indicators) + len(m.Inputs) {
			m.Cube.Set(region, g, i, period, change(m.Cube.At(region, g, i, period)))
		}
	}
}

// breakBefore makes the numbers of a region in the periods before one Broken.
// Gaps stay what they are.
func breakBefore(m *model.Monitor, region, period int) {
	for p := range period {
		setAll(m, region, p, func(f model.Figure) model.Figure {
			if f.Known() {
				return model.Gap(model.Broken)
			}
			return f
		})
	}
}
