package definition

import (
	"regexp"

	"wijkmonitor/generator/model"
)

// anybody stands for every origin in frame_ancestors.
const anybody = "*"

// originForm is what a site that may embed pages looks like. It goes into a
// header as it is, so nothing else may pass: no path, no space, no semicolon.
var originForm = regexp.MustCompile(`^https://(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?$`)

// embeds reads the levels whose regions have a page to embed, and who may
// embed those pages.
func (c *collector) embeds(o *object, d *model.Definition) {
	d.Embeds = []model.Level{model.Country, model.Municipality, model.District}
	if o.has("embeds") {
		d.Embeds = o.levelList("embeds")
	}
	d.FrameAncestors = o.texts("frame_ancestors", false)
	for _, origin := range d.FrameAncestors {
		switch {
		case origin == "":
		case origin == anybody && len(d.FrameAncestors) > 1:
			c.add(o.at("frame_ancestors"), "frame_ancestors has * beside others; * alone would be right, or the others alone")
		case origin != anybody && !originForm.MatchString(origin):
			c.add(o.at("frame_ancestors"), "frame_ancestors has %q; an address without a path such as https://intranet.example.nl would be right, or * for anybody", origin)
		}
	}
}
