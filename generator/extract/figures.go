package extract

import (
	"fmt"
	"math"

	"wijkmonitor/generator/model"
)

// figure makes the figure of one row. The first gap among the parts is the gap
// of the whole.
func (r *reading) figure(columns []*topicColumn, row int, class int32) model.Figure {
	if len(r.denominator) == 0 {
		return sum(columns, row, class)
	}
	n := len(r.numerator)
	return sum(columns[:n], row, class).Over(sum(columns[n:], row, class), r.per)
}

func sum(columns []*topicColumn, row int, class int32) model.Figure {
	total := 0.0
	for _, c := range columns {
		figure := c.figure(row, class)
		v, ok := figure.Value()
		if !ok || len(columns) == 1 {
			return figure
		}
		total += v
	}
	return model.Number(total)
}

// checkCounts refuses a negative count.
func (f *filler) checkCounts(s *source, r *reading, columns []*topicColumn, row int, bad *faults) {
	for i, c := range columns {
		if c.values[row] < 0 {
			bad.add(s.notCount(r.all()[i], row, c.values[row]))
		}
	}
}

func (s *source) notCount(topic string, row int, v float64) error {
	return fmt.Errorf("extract: %s, row %d (%s), %s: %v is not a count", s.data.name, s.set.placeOf(row, topic), s.codes.at(row), topic, v)
}

func differ(a, b model.Figure) bool {
	x, _ := a.Value()
	y, _ := b.Value()
	return math.Abs(x-y) > 1e-9*max(math.Abs(x), math.Abs(y))
}

// rank orders states: of two tables the one that knows more counts.
func rank(s model.State) int {
	switch s {
	case model.Known:
		return 5
	case model.Impossible:
		return 4
	case model.Withheld:
		return 3
	case model.Unknown:
		return 2
	case model.NotYetPublished:
		return 1
	}
	return 0
}
