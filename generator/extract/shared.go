package extract

import (
	"slices"
	"sync"
)

type columnKey struct {
	table int
	topic string
}

// A sharedColumn is decoded once and dropped after its last use.
type sharedColumn struct {
	mu     sync.Mutex
	uses   int
	column *topicColumn
	seen   precision
	err    error
}

// prepare tells each table which topics will be asked for.
func (f *filler) prepare() error {
	need := make([][]string, len(f.sources))
	for k := range f.columns {
		need[k.table] = append(need[k.table], k.topic)
	}
	var bad faults
	for i, s := range f.sources {
		slices.Sort(need[i])
		bad.add(s.set.prepare(need[i]))
	}
	return bad.err()
}

// take decodes a column, or gives the one that another job decoded.
func (f *filler) take(table int, topic string) (*topicColumn, error) {
	shared := f.columns[columnKey{table, topic}]
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.column == nil && shared.err == nil {
		s := f.sources[table]
		c, err := s.set.numbers(topic)
		if err != nil {
			shared.err = err
		} else {
			c.readStates(f.classes[table], f.count)
			shared.seen.see(c.values, f.levels, s.region)
			shared.column = c
		}
	}
	return shared.column, shared.err
}

// seen is what the figures of a topic, decoded already, show of their rounding.
func (f *filler) seen(table int, topic string) *precision {
	shared := f.columns[columnKey{table, topic}]
	shared.mu.Lock()
	defer shared.mu.Unlock()
	return &shared.seen
}

// drop tells that a column was used; the last use frees it.
func (f *filler) drop(table int, topic string) {
	shared := f.columns[columnKey{table, topic}]
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.uses--; shared.uses == 0 {
		shared.column = nil
	}
}
