package extract

import (
	"fmt"
	"math"
)

// observations are the figures of one measure, in the order of the file.
type observations struct {
	at     []int32   // their places in the file, from 0
	values []float64 // NaN = null
	states []byte    // 0 = a number or nothing; else the model.State + 1 of its gap
}

// prepare reads the observations of the measures that are needed, in one pass
// over the file.
func (l *longSet) prepare(topics []string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("extract: %s: the data is damaged (%v); fetch the file again", l.file.name, p)
		}
	}()
	l.lists = map[string]*observations{}
	for _, topic := range topics {
		l.lists[topic] = &observations{}
	}
	measure, err := l.file.text("Measure")
	if err != nil {
		return err
	}
	lists, err := l.listOf(measure)
	if err != nil {
		return err
	}
	states, err := l.readAttributes()
	if err != nil {
		return err
	}
	return l.file.eachNumber("Value", func(at int, values []float64) error {
		for k, v := range values {
			i := at + k
			m := measure.index[i]
			if m < 0 || l.rowOf[i] < 0 || lists[m] == nil {
				continue
			}
			o := lists[m]
			o.at, o.values = append(o.at, int32(i)), append(o.values, v)
			if states != nil {
				o.states = append(o.states, states[i])
			}
		}
		return nil
	})
}

// listOf gives the list of each distinct measure, with room for what comes;
// nil for one that is not needed. A measure that is not among the codes is an
// error.
func (l *longSet) listOf(measure *textColumn) ([]*observations, error) {
	count := make([]int, len(measure.values))
	for i, m := range measure.index {
		switch {
		case m < 0:
			return nil, fmt.Errorf("extract: %s, row %d: has no Measure", l.file.name, i+1)
		case l.rowOf[i] >= 0:
			count[m]++
		}
	}
	lists := make([]*observations, len(measure.values))
	for m, topic := range measure.values {
		if l.props.topics[topic] == nil && count[m] > 0 {
			return nil, fmt.Errorf("extract: %s: measure %q is not in MeasureCodes%s", l.file.name, topic, didYouMean(topic, l.props.keys))
		}
		o := l.lists[topic]
		if o != nil && o.at == nil {
			o.at, o.values = make([]int32, 0, count[m]), make([]float64, 0, count[m])
		}
		lists[m] = o
	}
	return lists, nil
}

// readAttributes gives the state that each observation's ValueAttribute says;
// nil when none says anything.
func (l *longSet) readAttributes() ([]byte, error) {
	if _, ok := l.file.columns["ValueAttribute"]; !ok {
		return nil, nil
	}
	t, err := l.file.text("ValueAttribute")
	if err != nil {
		return nil, err
	}
	of := make([]byte, len(t.values))
	any := false
	for i, word := range t.values {
		if state, gap := attributeState(word); gap {
			of[i], any = byte(state)+1, true
		}
	}
	if !any {
		return nil, nil
	}
	states := make([]byte, len(t.index))
	for i, v := range t.index {
		if v >= 0 {
			states[i] = of[v]
		}
	}
	return states, nil
}

// numbers makes a topic's column. Two observations of one cell are an error.
func (l *longSet) numbers(topic string) (*topicColumn, error) {
	o := l.lists[topic]
	c := &topicColumn{values: make([]float64, l.rows())}
	fill(c.values, math.NaN())
	if o == nil {
		return nil, fmt.Errorf("extract: %s: measure %q was not prepared", l.file.name, topic)
	}
	if len(o.states) > 0 {
		c.states = make([]byte, l.rows())
	}
	seen := make([]uint64, (l.rows()+63)/64)
	var bad faults
	for k, at := range o.at {
		row := l.rowOf[at]
		if seen[row/64]&(1<<(row%64)) != 0 {
			bad.addf("extract: %s, row %d (%s): is a second observation of measure %q; one would be right", l.file.name, at+1, l.codes[l.props.geo].at(int(row)), topic)
			continue
		}
		seen[row/64] |= 1 << (row % 64)
		if c.states != nil && o.states[k] > 0 {
			c.states[row] = o.states[k]
			continue
		}
		c.values[row] = o.values[k]
	}
	return c, bad.err()
}

// placeOf searches the observation of a cell.
func (l *longSet) placeOf(row int, topic string) int {
	for _, at := range l.lists[topic].at {
		if int(l.rowOf[at]) == row {
			return int(at) + 1
		}
	}
	return l.number(row)
}
