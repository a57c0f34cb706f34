package extract

import (
	"fmt"
	"slices"
	"strings"
)

// maxErrors is how many errors of one reading are kept; data errors come in flocks.
const maxErrors = 20

// Errors are the faults found in one reading: up to 20, and a last one that
// says how many more there were.
type Errors []error

// Error gives one fault per line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, err := range e {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults to errors.Is and errors.As.
func (e Errors) Unwrap() []error { return e }

// faults collects errors in the order of finding. It is not safe for
// concurrent use: each worker keeps its own and they are joined in a fixed order.
type faults struct {
	list Errors
	more int
}

func (f *faults) add(err error) {
	if err == nil {
		return
	}
	if len(f.list) < maxErrors {
		f.list = append(f.list, err)
	} else {
		f.more++
	}
}

func (f *faults) addf(format string, args ...any) { f.add(fmt.Errorf(format, args...)) }

// join adds the faults of a worker, but not a fault that another had as well:
// two indicators may read one topic.
func (f *faults) join(g *faults) {
	for _, err := range g.list {
		if !slices.ContainsFunc(f.list, func(have error) bool { return have.Error() == err.Error() }) {
			f.add(err)
		}
	}
	f.more += g.more
}

// err returns nil when nothing was found.
func (f *faults) err() error {
	if len(f.list) == 0 {
		return nil
	}
	if f.more == 0 {
		return f.list
	}
	return append(f.list[:len(f.list):len(f.list)], fmt.Errorf("extract: and %d more", f.more))
}
