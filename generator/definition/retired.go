package definition

import (
	"slices"

	"wijkmonitor/generator/model"
)

// retired reads the codes of regions and keys of indicators that an earlier
// edition had and this one need not have.
func (c *collector) retired(o *object, d *model.Definition) {
	d.Retired = o.texts("retired", false)
	for _, name := range d.Retired {
		_, err := model.ParseCode(name)
		switch {
		case name == "":
		case slices.ContainsFunc(d.Indicators, func(i model.IndicatorSpec) bool { return i.Key == name }):
			c.add(o.at("retired"), "retired has %q, which is an indicator of this definition", name)
		case slices.ContainsFunc(d.Areas, func(a model.AreaSpec) bool { return a.Key == name }):
			c.add(o.at("retired"), "retired has %q, which is an area of this definition", name)
		case err != nil && !keyForm.MatchString(name):
			c.add(o.at("retired"), "retired has %q; the code of a region such as GM0363, or the key of an indicator or area would be right", name)
		}
	}
}
