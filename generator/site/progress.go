package site

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows how far the writing is: a bar on a terminal, a line per
// fifth elsewhere, nothing for a small site.
type progress struct {
	log   io.Writer
	bar   *progressbar.ProgressBar
	total int64
	done  atomic.Int64
}

// newProgress prepares the report of so many files; a nil log is silent.
func newProgress(log io.Writer, total int) *progress {
	if log == nil {
		log = io.Discard
	}
	p := &progress{log: log, total: int64(total)}
	if f, ok := log.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("writing"),
			progressbar.OptionShowCount(), progressbar.OptionSetItsString("files"), progressbar.OptionShowIts(),
			progressbar.OptionThrottle(100e6), progressbar.OptionClearOnFinish())
	}
	return p
}

// add counts one file; safe for several workers.
func (p *progress) add() {
	n := p.done.Add(1)
	if p.bar != nil {
		p.bar.Add(1) //nolint:errcheck // a bar that cannot be drawn harms nothing
		return
	}
	if p.total >= 1000 && n*5/p.total > (n-1)*5/p.total {
		fmt.Fprintf(p.log, "written %d of %d files\n", n, p.total)
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Finish() //nolint:errcheck // as above
	}
}
