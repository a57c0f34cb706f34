package site

import "wijkmonitor/generator/render"

// planCompare plans the page that compares, also for others to show.
func (p *planner) planCompare() {
	p.page(render.CompareFolder+"index.html", p.r.Compare)
	if p.r.HasCompareFrame() {
		p.page(render.CompareFolder+render.EmbedFolder+"index.html", p.r.CompareFrame)
	}
}
