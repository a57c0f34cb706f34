package main

import (
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A fetchProgress shows how a fetch goes on: a bar on a terminal, a line for
// each page elsewhere.
type fetchProgress struct {
	out   *os.File
	shown bool // on a terminal
	bar   *progressbar.ProgressBar
	part  string
}

func newFetchProgress(out *os.File) *fetchProgress {
	return &fetchProgress{out: out, shown: term.IsTerminal(int(out.Fd()))}
}

func (p *fetchProgress) line(s string) {
	p.end()
	fmt.Fprintln(p.out, s)
}

// page tells how many rows and bytes of a part are there.
func (p *fetchProgress) page(table, part string, rows, expected int, bytes int64) {
	if !p.shown {
		of := ""
		if expected > 0 {
			of = fmt.Sprintf(" of %d", expected)
		}
		fmt.Fprintf(p.out, "table %s, %s: %d%s rows, %.1f MB\n", table, part, rows, of, float64(bytes)/1e6)
		return
	}
	if name := table + " " + part; name != p.part {
		p.end()
		p.part = name
		total := expected
		if total == 0 {
			total = -1
		}
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionShowCount(),
			progressbar.OptionSetItsString("rows"), progressbar.OptionShowIts(), progressbar.OptionThrottle(100e6), progressbar.OptionClearOnFinish())
	}
	p.bar.Describe(fmt.Sprintf("%s %.1f MB", p.part, float64(bytes)/1e6))
	p.bar.Set(rows)
}

// end takes the bar away.
func (p *fetchProgress) end() {
	if p.bar != nil {
		p.bar.Clear()
		p.bar, p.part = nil, ""
	}
}
