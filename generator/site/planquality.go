package site

import (
	"wijkmonitor/generator/check"
)

// planQuality plans the page about the quality of the data. It is examined
// after withholding, when the page is written.
func (p *planner) planQuality() {
	p.page("data/kwaliteit/index.html", func(b []byte) []byte { return p.r.Quality(b, check.New(p.m)) })
}
