package extract

import (
	"fmt"
	"slices"
)

// A dataset gives the figures of a table row by row, whatever its layout: a
// row is one region, group and period, with a figure for each topic.
type dataset interface {
	// rows is the number of rows.
	rows() int
	// observations is how many cells the file has of so many topics.
	observations(topics int) int
	// number is the row's place in the file, from 1, for messages.
	number(row int) int
	// placeOf is the place of a topic's figure in a row, from 1.
	placeOf(row int, topic string) int
	// keys gives the codes of a dimension.
	keys(dimension string) (*textColumn, error)
	// check demands that a topic holds numbers.
	check(topic string) error
	// prepare is called once, with every topic that numbers is asked for.
	prepare(topics []string) error
	// numbers decodes the figures of a topic.
	numbers(topic string) (*topicColumn, error)
	// texts decodes a topic of text; nil when it holds something else.
	texts(topic string) (*textColumn, error)
}

// A wideSet is _TypedDataSet: a column per topic.
type wideSet struct {
	file *file
	kept []int32 // rows of the file that the selection keeps; nil = all
}

// openWide finds the rows of a v3 table that a selection keeps.
func openWide(f *file, selected []selected) (*wideSet, error) {
	w := &wideSet{file: f}
	if len(selected) == 0 {
		return w, nil
	}
	left := make([]bool, f.rows)
	for _, s := range selected {
		if err := s.leave(f, left); err != nil {
			return nil, err
		}
	}
	w.kept = make([]int32, 0, f.rows)
	for i, l := range left {
		if !l {
			w.kept = append(w.kept, int32(i))
		}
	}
	return w, nil
}

// A selected is a dimension of which one code is kept.
type selected struct{ dimension, code string }

// leave marks the rows with another code.
func (s *selected) leave(f *file, left []bool) error {
	t, err := f.text(s.dimension)
	if err != nil {
		return err
	}
	for i, v := range t.index {
		if v < 0 || t.values[v] != s.code {
			left[i] = true
		}
	}
	return nil
}

func (w *wideSet) observations(topics int) int { return topics * w.file.rows }

func (w *wideSet) rows() int {
	if w.kept != nil {
		return len(w.kept)
	}
	return w.file.rows
}

func (w *wideSet) number(row int) int {
	if w.kept != nil {
		row = int(w.kept[row])
	}
	return row + 1
}

func (w *wideSet) placeOf(row int, _ string) int { return w.number(row) }

func (w *wideSet) keys(dimension string) (*textColumn, error) {
	t, err := w.file.text(dimension)
	if err != nil || w.kept == nil {
		return t, err
	}
	t.index = pick(t.index, w.kept)
	return t, nil
}

// pick returns the kept values.
func pick[T any](values []T, kept []int32) []T {
	out := make([]T, len(kept))
	for i, k := range kept {
		out[i] = values[k]
	}
	return out
}

func (w *wideSet) check(topic string) error {
	_, err := w.file.column(topic, number)
	return err
}

func (w *wideSet) prepare([]string) error { return nil }

func (w *wideSet) numbers(topic string) (*topicColumn, error) {
	c := &topicColumn{values: make([]float64, w.file.rows)}
	if err := w.file.numbers(topic, c.values); err != nil {
		return nil, err
	}
	if w.kept != nil {
		c.values = pick(c.values, w.kept)
	}
	return c, nil
}

func (w *wideSet) texts(topic string) (*textColumn, error) {
	if c, ok := w.file.columns[topic]; ok && w.file.types[c] == number {
		return nil, nil
	}
	return w.keys(topic)
}

// chooseRows opens the rows of a source: all of them but those that its
// selection leaves out.
func (s *source) chooseRows() (err error) {
	var list []selected
	for _, sel := range s.spec.Select {
		list = append(list, selected{sel.Dimension, sel.Code})
	}
	if s.layout == v3 {
		s.set, err = openWide(s.data, list)
	} else {
		shown := slices.DeleteFunc([]string{s.props.geo, s.spec.Dimension, s.time}, func(d string) bool { return d == "" })
		s.set, err = openLong(s.data, s.props, shown, list)
	}
	if err == nil && s.set.rows() == 0 {
		err = fmt.Errorf("extract: %s: has no row with the codes under select of table %s", s.data.name, s.spec.ID)
	}
	return err
}
