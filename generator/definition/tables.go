package definition

import (
	"regexp"
	"slices"
	"time"

	"wijkmonitor/generator/model"
)

var (
	// tableForm is what a table id may look like: it becomes a part of a file name.
	tableForm = regexp.MustCompile(`^[0-9A-Za-z_-]{1,40}$`)
	// periodForm is how CBS codes a year, quarter, half year, month and school year.
	periodForm = regexp.MustCompile(`^[0-9]{4}(JJ00|SJ00|KW0[1-4]|HJ0[12]|MM0[1-9]|MM1[0-2])$`)
)

// tables reads the CBS tables.
func (c *collector) tables(o *object) []model.TableSpec {
	var tables []model.TableSpec
	ids := keys{c: c, what: "table"}
	for _, n := range o.list("tables") {
		t := c.object(n, named("table", n), "id", "source", "period", "dimension", "classification", "regions", "select", "rounding", "retrieved", "yields")
		if t == nil {
			continue
		}
		t.need("id")
		spec := model.TableSpec{
			Line:           n.line,
			ID:             t.code("id"),
			Source:         "CBS",
			Period:         t.text("period"),
			Dimension:      t.text("dimension"),
			Classification: t.text("classification"),
			Regions:        t.text("regions"),
			Retrieved:      t.text("retrieved"),
			Select:         c.selections(t),
			Rounding:       c.rounding(t),
			Yields:         t.truth("yields"),
		}
		if t.has("source") {
			spec.Source = t.text("source")
		}
		if spec.ID != "" {
			ids.claim(spec.ID, t.at("id"))
			if !tableForm.MatchString(spec.ID) {
				c.add(t.at("id"), "table id %q is not fit for a file name; one like 84799NED would be right", spec.ID)
			}
		}
		if spec.Period != "" && !periodForm.MatchString(spec.Period) {
			c.add(t.at("period"), "%s has period %q; one like 2020JJ00 would be right", t.what, spec.Period)
		}
		if _, err := time.Parse(time.DateOnly, spec.Retrieved); err != nil && spec.Retrieved != "" {
			c.add(t.at("retrieved"), "%s was retrieved on %q; a day like 2026-11-20 would be right", t.what, spec.Retrieved)
		}
		if t.has("dimension") != t.has("classification") {
			c.add(t.line, "%s has one of dimension and classification; both or neither would be right", t.what)
		}
		tables = append(tables, spec)
	}
	return tables
}

// selections reads which code of a further dimension counts.
func (c *collector) selections(t *object) []model.Selection {
	n, ok := t.entries["select"]
	if !ok {
		return nil
	}
	if n.kind != mapping || len(n.entries) == 0 {
		t.wrong("select", n, "a mapping from dimension to code")
		return nil
	}
	var list []model.Selection
	seen := map[string]bool{}
	for _, e := range n.entries {
		if seen[e.key] {
			c.add(e.line, "%s: \"select\" has dimension %q twice", t.what, e.key)
		}
		seen[e.key] = true
		if name := t.entries["dimension"]; name != nil && name.value == e.key {
			c.add(e.line, "%s selects from %q, which holds its groups; another dimension would be right", t.what, e.key)
		}
		if name := t.entries["regions"]; name != nil && name.value == e.key {
			c.add(e.line, "%s selects from %q, which holds its regions; another dimension would be right", t.what, e.key)
		}
		list = append(list, model.Selection{Line: e.line, Dimension: e.key, Code: t.plain("select", e.value, true)})
	}
	return list
}

// mostRounding is the largest multiple that counts can be rounded to.
const mostRounding = 1000

// rounding reads to which multiple the counts of a level are rounded.
func (c *collector) rounding(t *object) (multiples [model.LevelCount]int) {
	n, ok := t.entries["rounding"]
	if !ok {
		return multiples
	}
	words := []string{"land", "gemeente", "wijk", "buurt"}
	r := c.object(n, t.what+": \"rounding\"", words...)
	if r == nil {
		return multiples
	}
	for l, word := range words {
		multiples[l] = r.whole(word, 1, mostRounding, 0)
	}
	return multiples
}

// checkTables reports tables of an unknown classification, and the code of the whole population lacking.
func (c *collector) checkTables(d *model.Definition) {
	var known []string
	for i := range d.Classifications {
		known = append(known, d.Classifications[i].Key)
	}
	withGroups := map[string]bool{}
	for _, t := range d.Tables {
		if t.Classification == "" {
			continue
		}
		withGroups[t.Classification] = true
		if !slices.Contains(known, t.Classification) {
			c.add(t.Line, "table %q has unknown classification %q%s", t.ID, t.Classification, didYouMean(t.Classification, known))
		}
		if len(d.Total.Codes) == 0 {
			c.add(t.Line, "table %q has dimension %q, but total has no code for the whole population in it", t.ID, t.Dimension)
		}
	}
	for i := range d.Classifications {
		k := &d.Classifications[i]
		for _, g := range k.Groups {
			if len(g.Codes) > 0 && !withGroups[k.Key] {
				c.add(g.Line, "group %q has a code, but no table has classification %q", g.Key, k.Key)
			}
		}
	}
}
