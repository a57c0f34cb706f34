package intake

import (
	"errors"
	"fmt"
)

// maxErrors is how many errors of one file are told; errors in data come in flocks.
const maxErrors = 20

// faults collects the errors of one file in the order of finding.
type faults struct {
	file string
	list []error
	more int
}

func (f *faults) addf(format string, args ...any) {
	if len(f.list) == maxErrors {
		f.more++
		return
	}
	f.list = append(f.list, fmt.Errorf("import: %s"+format, append([]any{f.file}, args...)...))
}

// err joins what was found; nil when nothing was.
func (f *faults) err() error {
	if f.more > 0 {
		return errors.Join(append(f.list[:len(f.list):len(f.list)], fmt.Errorf("import: and %d more", f.more))...)
	}
	return errors.Join(f.list...)
}
