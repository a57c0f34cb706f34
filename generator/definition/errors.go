package definition

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/nearest"
)

// most is how many problems are reported of one file.
const most = 20

// A Problem is one thing that is wrong in a definition.
type Problem struct {
	File string
	Line int // from 1
	Fact string
}

// Error reads "monitor: datasets/kwb-2020/monitor.yaml:48: fact".
func (p *Problem) Error() string {
	return fmt.Sprintf("monitor: %s:%d: %s", p.File, p.Line, p.Fact)
}

// Errors are the problems of one file, by line: at most 20 and the number of the others.
type Errors struct {
	Problems []*Problem
	More     int
}

// Error puts each problem on a line of its own.
func (e *Errors) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	for _, p := range e.Problems {
		lines = append(lines, p.Error())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("monitor: %s: and %d more", e.Problems[0].File, e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.As each Problem.
func (e *Errors) Unwrap() []error {
	list := make([]error, len(e.Problems))
	for i, p := range e.Problems {
		list[i] = p
	}
	return list
}

// collector gathers the problems of one file.
type collector struct {
	file     string
	holds    string // keys that the file cannot do without
	problems []*Problem
}

func (c *collector) add(line int, format string, args ...any) {
	c.problems = append(c.problems, &Problem{c.file, max(line, 1), fmt.Sprintf(format, args...)})
}

// err returns the problems sorted by line, nil when there are none.
func (c *collector) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(c.problems, func(a, b *Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Fact, b.Fact)
	})
	shown := c.problems[:min(len(c.problems), most)]
	return &Errors{Problems: shown, More: len(c.problems) - len(shown)}
}

// didYouMean returns `; did you mean "name"?` for the nearest known name, or the known names when
// they are few, or nothing.
func didYouMean(name string, known []string) string {
	if near := nearest.Nearest(name, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	if len(known) > 0 && len(known) <= 8 {
		return "; " + oneOf(known) + " would be right"
	}
	return ""
}

// oneOf reads "a, b or c".
func oneOf(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
