package extract

import "fmt"

// A longSet is _Observations: a row per figure, turned into a row per region,
// group and period. No string and no map entry is kept per observation.
type longSet struct {
	file  *file
	props *properties
	rowOf []int32 // of each observation; −1: the selection leaves it out
	first []int32 // of each row, its first observation
	codes map[string]*textColumn
	lists map[string]*observations // by topic, once prepared
}

// openLong gives each observation its row: those with the same codes in every
// dimension that is shown share one.
func openLong(f *file, props *properties, shown []string, selected []selected) (l *longSet, err error) {
	defer func() {
		if p := recover(); p != nil {
			l, err = nil, fmt.Errorf("extract: %s: the data is damaged (%v); fetch the file again", f.name, p)
		}
	}()
	l = &longSet{file: f, props: props, rowOf: make([]int32, f.rows), codes: map[string]*textColumn{}}
	if err := l.leaveOut(selected); err != nil {
		return nil, err
	}
	rows := 1
	for _, d := range shown {
		t, err := f.text(d)
		if err != nil {
			return nil, err
		}
		rows = l.split(d, t, rows)
	}
	l.first = make([]int32, rows)
	fill(l.first, -1)
	for i, r := range l.rowOf {
		if r >= 0 && l.first[r] < 0 {
			l.first[r] = int32(i)
		}
	}
	return l, nil
}

// leaveOut gives row −1 to the observations with another code than selected.
func (l *longSet) leaveOut(selected []selected) error {
	if len(selected) == 0 {
		return nil
	}
	left := make([]bool, l.file.rows)
	for _, s := range selected {
		if err := s.leave(l.file, left); err != nil {
			return err
		}
	}
	for i, out := range left {
		if out {
			l.rowOf[i] = -1
		}
	}
	return nil
}

// split divides each row by the codes of one more dimension and returns how
// many rows there are now. Rows are numbered as they come in the file.
func (l *longSet) split(dimension string, t *textColumn, rows int) int {
	width := len(t.values) + 1 // a null is a code of its own: it is refused later, with its row
	numbers := newNumbering(rows*width, len(l.rowOf))
	var from, code []int32 // of each new row
	last, lastPair := int32(-1), -1
	for i, r := range l.rowOf {
		if r < 0 {
			continue
		}
		pair := int(r)*width + int(t.index[i]+1)
		if pair != lastPair {
			var fresh bool
			if last, fresh = numbers.of(pair); fresh {
				from, code = append(from, r), append(code, t.index[i])
			}
			lastPair = pair
		}
		l.rowOf[i] = last
	}
	for _, c := range l.codes {
		c.index = pick(c.index, from)
	}
	l.codes[dimension] = &textColumn{values: t.values, index: code}
	return len(from)
}

// A numbering numbers pairs in the order of their first use: in a table when
// there are few possible pairs for the number of observations, else in a map.
type numbering struct {
	table []int32 // number + 1
	other map[int]int32
	next  int32
}

func newNumbering(pairs, observations int) *numbering {
	if pairs <= max(1<<20, 4*observations) {
		return &numbering{table: make([]int32, pairs)}
	}
	return &numbering{other: map[int]int32{}}
}

// of returns the number of a pair and whether it is new.
func (n *numbering) of(pair int) (int32, bool) {
	if n.table != nil {
		if v := n.table[pair]; v > 0 {
			return v - 1, false
		}
		n.next++
		n.table[pair] = n.next
		return n.next - 1, true
	}
	if v, ok := n.other[pair]; ok {
		return v, false
	}
	n.other[pair] = n.next
	n.next++
	return n.next - 1, true
}

func (l *longSet) rows() int { return len(l.first) }

// observations is every row, since a row is one topic: which, is known when it
// is read. A table that no indicator reads is not read for them.
func (l *longSet) observations(topics int) int {
	if topics == 0 {
		return 0
	}
	return l.file.rows
}

func (l *longSet) number(row int) int { return int(l.first[row]) + 1 }

func (l *longSet) keys(dimension string) (*textColumn, error) {
	if t := l.codes[dimension]; t != nil {
		return t, nil
	}
	return nil, fmt.Errorf("extract: %s: dimension %q is not shown", l.file.name, dimension)
}

func (l *longSet) check(topic string) error {
	if l.props.topics[topic].Datatype == "String" {
		return fmt.Errorf("extract: %s, measure %q: holds text; numbers would be right", l.file.name, topic)
	}
	return nil
}

// texts gives the texts of one measure.
func (l *longSet) texts(topic string) (*textColumn, error) {
	if l.props.topics[topic].Datatype != "String" {
		return nil, nil
	}
	out := &textColumn{index: make([]int32, l.rows())}
	fill(out.index, -1)
	if _, ok := l.file.columns["StringValue"]; !ok {
		return out, nil
	}
	measure, err := l.file.text("Measure")
	if err != nil {
		return nil, err
	}
	value, err := l.file.text("StringValue")
	if err != nil {
		return nil, err
	}
	out.values = value.values
	for i, m := range measure.index {
		if r := l.rowOf[i]; r >= 0 && m >= 0 && measure.values[m] == topic {
			out.index[r] = value.index[i]
		}
	}
	return out, nil
}
