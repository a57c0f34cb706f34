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
	h.carryOn(m, wholePeriods(m, there), ended)
	return there
}

// wholeShare is which share of a level's regions, of the most in any period,
// must have rows for the level to be there as a whole: a table of one
// municipality, or of some, says nothing of the others.
const wholeShare = 4 // a quarter; from 1996 to 2025 mergers took half of the municipalities

// wholePeriods tells in which periods a level is there as a whole.
func wholePeriods(m *model.Monitor, there []bool) (whole [model.LevelCount][]bool) {
	periods := len(m.Periods)
	var count [model.LevelCount][]int
	for l := range count {
		count[l], whole[l] = make([]int, periods), make([]bool, periods)
	}
	for i, yes := range there {
		if yes {
			count[m.Regions[i/periods].Level][i%periods]++
		}
	}
	for l := range count {
		most := 0
		for _, n := range count[l] {
			most = max(most, n)
		}
		for p, n := range count[l] {
			whole[l][p] = n > 0 && n*wholeShare >= most
		}
	}
	return whole
}

// carryOn lets a region that was there in the last whole period of its level go
// on as long as any of the level, unless the history file ends it.
func (h *history) carryOn(m *model.Monitor, whole [model.LevelCount][]bool, ended []int) {
	var last, latest [model.LevelCount]int
	for l := range whole {
		_, last[l] = span(whole[l])
	}
	for i := range m.Regions {
		latest[m.Regions[i].Level] = max(latest[m.Regions[i].Level], m.Regions[i].Last)
	}
	for i := range m.Regions {
		if g := &m.Regions[i]; g.Last >= last[g.Level] && ended[i] == len(m.Periods) {
			g.Last = latest[g.Level]
		}
	}
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
// while its level was, as a whole.
func (h *history) clear(m *model.Monitor, there []bool) {
	periods := len(m.Periods)
	whole := wholePeriods(m, there)
	for r := range m.Regions {
		for p := range periods {
			if !there[r*periods+p] && whole[m.Regions[r].Level][p] {
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
