package definition

import "wijkmonitor/generator/model"

// areas reads the publisher's own areas.
func (c *collector) areas(o *object) []model.AreaSpec {
	var areas []model.AreaSpec
	own := keys{c: c, what: "area", reserved: []string{"index"}}
	for _, n := range o.list("areas") {
		a := c.object(n, named("area", n), "key", "label", "note", "codes")
		if a == nil {
			continue
		}
		a.need("key", "label", "codes")
		area := model.AreaSpec{Line: n.line, Key: own.read(a), Label: a.text("label"), Note: a.prose("note"), Codes: a.texts("codes", true)}
		for _, code := range area.Codes {
			if level, err := model.ParseCode(code); code != "" && (err != nil || level == model.Country) {
				c.add(a.at("codes"), "%s has %q; codes such as WK036302 or BU03630201 would be right", a.what, code)
			}
		}
		areas = append(areas, area)
	}
	return areas
}
