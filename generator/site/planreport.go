package site

import "wijkmonitor/generator/render"

// makeReport makes the page of a region that is made to print.
func (p *planner) makeReport(w *writer, place *render.Place, dir string) error {
	if !place.HasReport() {
		return nil
	}
	w.page = place.Report(w.page[:0])
	return w.put(dir+render.ReportFolder+"index.html", w.page)
}
