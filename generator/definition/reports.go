package definition

import "wijkmonitor/generator/model"

// reports reads the levels whose regions have a page to print.
func (c *collector) reports(o *object, d *model.Definition) {
	d.Reports = []model.Level{model.Municipality, model.District}
	if o.has("reports") {
		d.Reports = o.levelList("reports")
	}
}
