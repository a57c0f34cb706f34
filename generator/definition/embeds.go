package definition

import (
	"regexp"
	"slices"

	"wijkmonitor/generator/model"
)

// anybody stands for every origin in frame_ancestors.
const anybody = "*"

// originForm is what a site that may embed pages looks like. It goes into a
// header as it is, so nothing else may pass: no path, no space, no semicolon.
var originForm = regexp.MustCompile(`^https://(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?$`)

// embeds reads the levels whose regions have a page to embed, of which there are
// pages of parts too, and who may embed those pages.
func (c *collector) embeds(o *object, d *model.Definition) {
	d.Embeds = []model.Level{model.Country, model.Municipality, model.District}
	if o.has("embeds") {
		d.Embeds = o.levelList("embeds")
	}
	c.embedDetails(o, d)
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

// embedDetails reads of which levels and indicators there are pages of parts to
// embed: of districts and smaller only when asked, since they are many.
func (c *collector) embedDetails(o *object, d *model.Definition) {
	d.EmbedDetails = slices.DeleteFunc(slices.Clone(d.Embeds), func(l model.Level) bool { return l > model.Municipality })
	if o.has("embed_details") {
		d.EmbedDetails = o.levelList("embed_details")
	}
	for _, l := range d.EmbedDetails {
		if len(d.Embeds) > 0 && !slices.Contains(d.Embeds, l) {
			c.add(o.at("embed_details"), "embed_details has %s, which embeds has not", l)
		}
	}
	var known []string
	for i := range d.Indicators {
		known = append(known, d.Indicators[i].Key)
	}
	d.EmbedIndicators = o.texts("embed_indicators", false)
	for _, key := range d.EmbedIndicators {
		if key != "" && !slices.Contains(known, key) {
			c.add(o.at("embed_indicators"), "embed_indicators has unknown indicator %q%s", key, didYouMean(key, known))
		}
	}
}
