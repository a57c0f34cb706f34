package profile

import (
	"fmt"
	"io"
)

// Print writes everything that regions are compared with, so that two builds
// can tell whether it is the same.
func (b *Baseline) Print(w io.Writer) {
	fmt.Fprintf(w, "%v\n%v\n%v\n%v\n%v\n", b.references, b.margins, b.latest, b.spreads, b.judged)
}
