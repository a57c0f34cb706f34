package definition

import (
	"maps"
	"slices"

	"wijkmonitor/generator/model"
)

// total reads the whole population.
func (c *collector) total(o *object) model.GroupSpec {
	total := model.GroupSpec{Line: o.at("total"), Key: totalKey, Label: totalLabel, MinBase: -1}
	n, ok := o.entries["total"]
	if !ok {
		return total
	}
	t := c.object(n, "total", "key", "label", "code", "min_base")
	if t == nil {
		return total
	}
	if t.has("key") {
		keys := keys{c: c, what: "group"}
		total.Key = keys.read(t)
	}
	if t.has("label") {
		total.Label = t.text("label")
	}
	if t.has("code") {
		total.Codes = []string{t.code("code")}
	}
	total.MinBase = t.whole("min_base", 0, largestBase, -1)
	total.Line = n.line
	return total
}

// classifications reads the ways to divide the population. Keys of groups are unique over all of them.
func (c *collector) classifications(o *object) []model.ClassificationSpec {
	var specs []model.ClassificationSpec
	own := keys{c: c, what: "classification"}
	groups := &keys{c: c, what: "group", reserved: []string{totalKey, "index"}}
	if n, ok := o.entries["total"]; ok {
		for _, e := range n.entries {
			if e.key == "key" && e.value.kind == text {
				groups.claim(e.value.value, e.line)
			}
		}
	}
	for _, n := range o.list("classifications") {
		k := c.object(n, named("classification", n), "key", "label", "note", "groups")
		if k == nil {
			continue
		}
		k.need("key", "label", "groups")
		specs = append(specs, model.ClassificationSpec{
			Line:   n.line,
			Key:    own.read(k),
			Label:  k.text("label"),
			Note:   k.prose("note"),
			Groups: c.groups(k, groups),
		})
	}
	c.phrases(specs)
	return specs
}

// phrases asks that no two groups are called the same in a sentence: of two
// classifications, "with origin Morocco" would be two numbers.
func (c *collector) phrases(specs []model.ClassificationSpec) {
	seen := map[string]*model.GroupSpec{}
	for i := range specs {
		for k := range specs[i].Groups {
			g := &specs[i].Groups[k]
			if first := seen[g.Phrase]; g.Phrase != "" && first != nil {
				c.add(g.Line, "group %q has phrase %q, as group %q on line %d: readers could not tell them apart", g.Key, g.Phrase, first.Key, first.Line)
				continue
			}
			seen[g.Phrase] = g
		}
	}
}

// groups reads the groups of one classification. A parent stands above its parts, so there are no circles.
func (c *collector) groups(k *object, keys *keys) []model.GroupSpec {
	nodes := k.list("groups")
	var specs []model.GroupSpec
	var above []string
	codes := map[string]string{}
	all := keysIn(nodes)
	for _, n := range nodes {
		g := c.object(n, named("group", n), "key", "label", "phrase", "parent", "code", "codes", "topics", "merge", "hidden", "min_base")
		if g == nil {
			continue
		}
		g.need("key", "label")
		spec := model.GroupSpec{
			Line:   n.line,
			Key:    keys.read(g),
			Label:  g.text("label"),
			Phrase: g.text("phrase"),
			Parent: g.text("parent"),
			Codes:  c.codes(g, codes),
			Topics: c.topics(g),

			Merged:  g.truth("merge"),
			Hidden:  g.truth("hidden"),
			MinBase: g.whole("min_base", 0, largestBase, -1),
		}
		if spec.Merged && len(spec.Codes) < 2 {
			c.add(g.at("merge"), "%s has merge, but fewer than two codes to sum", g.what)
		}
		switch {
		case spec.Parent == "" || slices.Contains(above, spec.Parent):
		case slices.Contains(all, spec.Parent):
			c.add(g.at("parent"), "%s stands above its parent %q; below it would be right", g.what, spec.Parent)
		default:
			c.add(g.at("parent"), "%s has unknown parent %q%s", g.what, spec.Parent, didYouMean(spec.Parent, all))
		}
		above = append(above, spec.Key)
		specs = append(specs, spec)
	}
	return specs
}

// keysIn returns the keys of the mappings in a list.
func keysIn(nodes []*node) []string {
	var keys []string
	for _, n := range nodes {
		for _, e := range n.entries {
			if e.key == "key" && e.value.kind == text {
				keys = append(keys, e.value.value)
			}
		}
	}
	return keys
}

// codes reads code or codes; seen maps the codes of a classification to what has them.
func (c *collector) codes(g *object, seen map[string]string) []string {
	if g.has("code") && g.has("codes") {
		c.add(g.at("codes"), "%s has both code and codes; one of them would be right", g.what)
	}
	if !g.has("code") && !g.has("codes") && !g.has("topics") {
		c.add(g.line, "%s has neither code, codes nor topics: its figures are nowhere", g.what)
	}
	key := "codes"
	var codes []string
	if g.has("code") {
		key = "code"
		if code := g.code("code"); code != "" {
			codes = []string{code}
		}
	} else {
		codes = g.texts("codes", true)
	}
	for _, code := range codes {
		if first, twice := seen[code]; twice && code != "" {
			c.add(g.at(key), "%s has code %q, which %s has too", g.what, code, first)
		}
		seen[code] = g.what
	}
	return codes
}

// topics reads the topics of a group: indicator key → topic.
func (c *collector) topics(g *object) map[string]string {
	n, ok := g.entries["topics"]
	if !ok {
		return nil
	}
	if n.kind != mapping || len(n.entries) == 0 {
		g.wrong("topics", n, "a mapping from indicator to topic")
		return nil
	}
	topics := map[string]string{}
	for _, e := range n.entries {
		if _, twice := topics[e.key]; twice {
			c.add(e.line, "%s: \"topics\" has indicator %q twice", g.what, e.key)
		}
		topics[e.key] = g.plain("topics", e.value, false)
	}
	return topics
}

// checkTopics reports topics of groups for an unknown or a derived indicator.
func (c *collector) checkTopics(d *model.Definition) {
	var known []string
	derived := map[string]bool{}
	for i := range d.Indicators {
		known = append(known, d.Indicators[i].Key)
		derived[d.Indicators[i].Key] = len(d.Indicators[i].Numerator) > 0 || isCombined(&d.Indicators[i])
	}
	for _, k := range d.Classifications {
		for _, g := range k.Groups {
			for _, key := range slices.Sorted(maps.Keys(g.Topics)) {
				switch {
				case !slices.Contains(known, key):
					c.add(g.Line, "group %q has a topic for unknown indicator %q%s", g.Key, key, didYouMean(key, known))
				case derived[key]:
					c.add(g.Line, "group %q has a topic for indicator %q, which is derived; one that is read from a topic would be right", g.Key, key)
				}
			}
		}
	}
}
