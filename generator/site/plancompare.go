package site

import "wijkmonitor/generator/render"

// planCompare plans the page that compares.
func (p *planner) planCompare() {
	p.page(render.CompareFolder+"index.html", p.r.Compare)
}
