package definition

import (
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// areas reads the publisher's own areas; the levels of d are known.
func (c *collector) areas(o *object, d *model.Definition) []model.AreaSpec {
	var areas []model.AreaSpec
	keys := keys{c: c, what: "area", reserved: []string{"index"}}
	for _, n := range o.list("areas") {
		a := c.object(n, named("area", n), "key", "label", "note", "codes")
		if a == nil {
			continue
		}
		a.need("key", "label", "codes")
		spec := model.AreaSpec{Line: n.line, Key: keys.read(a), Label: a.text("label"), Note: a.prose("note"), Codes: a.texts("codes", false)}
		c.checkParts(a, &spec, d)
		areas = append(areas, spec)
	}
	return areas
}

// checkParts reports codes that are not of a region below the country at a level of the monitor, and
// a region that lies in another one of the area: its people would count twice.
func (c *collector) checkParts(a *object, spec *model.AreaSpec, d *model.Definition) {
	for _, code := range spec.Codes {
		if code == "" {
			continue
		}
		level, err := model.ParseCode(code)
		switch {
		case err != nil:
			c.add(a.at("codes"), "%s: %v", a.what, err)
		case level == model.Country:
			c.add(a.at("codes"), "%s has %s, the whole country; municipalities, districts or neighbourhoods would be right", a.what, code)
		case !slices.Contains(d.Levels, level):
			c.add(a.at("codes"), "%s has %s, a %s, which levels has not", a.what, code, level)
		default:
			c.checkInside(a, code, spec.Codes)
		}
	}
}

func (c *collector) checkInside(a *object, code string, codes []string) {
	for _, other := range codes {
		if len(other) > 4 && len(other) < len(code) && strings.HasPrefix(code[2:], other[2:]) {
			c.add(a.at("codes"), "%s has both %s and %s, which lies in it; one of them would be right", a.what, other, code)
		}
	}
}
