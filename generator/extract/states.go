package extract

import (
	"wijkmonitor/generator/model"
)

// CBS writes null in v3, and no observation in v4, for every reason that there
// is no number; a v4 table may also say the reason, and is believed (see
// attributes.go). Else it is read from where the other numbers of the topic are:
//
//	no number in the whole table                      NotYetPublished
//	no number at this level for this group and period NotMeasured
//	else                                              Unknown
//
// A cell without a row is NotMeasured, or NoRegion when no table has a row of
// the region in that period while the level is there as a whole (wholePeriods).

// A topicColumn is one decoded topic with the gap that null stands for, by
// the class of the row.
type topicColumn struct {
	values []float64 // NaN = null
	states []byte    // nil, or by row 0 or the model.State + 1 that the table gives for its gap
	gaps   []model.State
}

func (c *topicColumn) figure(row int, class int32) model.Figure {
	if v := c.values[row]; v == v {
		return model.Number(v)
	}
	return c.gap(row, class)
}

// gap is the gap that null in a row stands for.
func (c *topicColumn) gap(row int, class int32) model.Figure {
	if c.states != nil && c.states[row] > 0 {
		return model.Gap(model.State(c.states[row] - 1))
	}
	return model.Gap(c.gaps[class])
}

// readStates finds which gap null stands for in each class of rows.
func (c *topicColumn) readStates(classes []int32, count int) {
	c.gaps = make([]model.State, count)
	fill(c.gaps, model.NotMeasured)
	any := false
	for i, v := range c.values {
		if k := classes[i]; v == v && k >= 0 {
			c.gaps[k] = model.Unknown
			any = true
		}
	}
	if !any {
		fill(c.gaps, model.NotYetPublished)
	}
}

// rowClasses gives each row the number of its period × level × group, parts of
// merged groups counting as groups; −1 for a
// row that is left out.
func (s *source) rowClasses(levels []model.Level, groups, periods int) (classes []int32, count int) {
	classes = make([]int32, len(s.region))
	for i, r := range s.region {
		if r < 0 || s.group[i] < 0 {
			classes[i] = -1
			continue
		}
		classes[i] = (s.period[i]*int32(model.LevelCount)+int32(levels[r]))*int32(groups) + s.group[i]
	}
	return classes, periods * int(model.LevelCount) * groups
}
