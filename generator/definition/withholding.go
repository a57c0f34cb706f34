package definition

import (
	"path"
	"strings"

	"wijkmonitor/generator/model"
)

const (
	// usualBase is how many people a group needs somewhere for its figures to be shown, when the
	// definition does not say; largestBase is the largest number that it may say.
	usualBase   = 50
	largestBase = 1_000_000
)

// minBase reads below how many people a group's figures are withheld. A monitor without groups
// withholds nothing.
func (c *collector) minBase(o *object, d *model.Definition) int {
	usual := 0
	if len(d.Classifications) > 0 {
		usual = usualBase
	}
	return o.whole("min_base", 0, largestBase, usual)
}

// history reads the name of the file with the changes of regions.
func (c *collector) history(o *object) string {
	name := o.text("history")
	if name != "" && (name != path.Base(name) || strings.ContainsAny(name, `\:`) || !strings.HasSuffix(name, ".csv") || name == ".csv") {
		c.add(o.at("history"), "history is %q; the name of a CSV file beside the definition, such as wijzigingen.csv, would be right", name)
		return ""
	}
	return name
}
