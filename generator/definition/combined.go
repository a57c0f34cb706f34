package definition

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"wijkmonitor/generator/formula"
	"wijkmonitor/generator/model"
)

// made reads how an indicator is made from others.
func (c *collector) made(i *object, spec *model.IndicatorSpec) {
	if i.has("expression") {
		spec.Expression = i.text("expression")
		if _, err := formula.Parse(spec.Expression); err != nil && spec.Expression != "" {
			c.add(i.at("expression"), "%s: %v", i.what, err)
			spec.Expression = ""
		}
	}
	n, ok := i.entries["mean_of"]
	if !ok {
		return
	}
	if n.kind != mapping || len(n.entries) == 0 {
		i.wrong("mean_of", n, "a mapping from indicator to weight")
		return
	}
	for _, e := range n.entries {
		w, err := strconv.ParseFloat(e.value.value, 64)
		if e.value.kind != number || err != nil || w == 0 || math.IsInf(w, 0) || math.IsNaN(w) {
			c.add(e.line, "%s: the weight of %q is %s; a number that is not 0 would be right", i.what, e.key, e.value.shown())
			continue
		}
		if slices.ContainsFunc(spec.MeanOf, func(other model.Weighted) bool { return other.Key == e.key }) {
			c.add(e.line, "%s: \"mean_of\" has indicator %q twice", i.what, e.key)
		}
		spec.MeanOf = append(spec.MeanOf, model.Weighted{Line: e.line, Key: e.key, Weight: w})
	}
}

// combined checks what goes with an indicator that is made from others: no
// table gives its title or unit.
func (c *collector) combined(i *object, spec *model.IndicatorSpec) {
	for _, key := range []string{"topic", "numerator", "denominator", "per", "moved", "low", "high", "base", "tables"} {
		if i.has(key) {
			c.add(i.at(key), "%s is made from other indicators, so it has no %s", i.what, key)
		}
	}
	if spec.Expression != "" && len(spec.MeanOf) > 0 {
		c.add(i.at("expression"), "%s has both mean_of and expression; one of them would be right", i.what)
	}
	i.need("title")
	if spec.Expression != "" {
		i.need("unit", "kind")
	}
	if spec.Kind == "count" {
		c.add(i.at("kind"), "%s is made from others, so it is no count; share, rate or mean would be right", i.what)
	}
}

// checkCombined reports parts that are not there, that are counts in a mean, or
// that are made from others themselves.
func (c *collector) checkCombined(d *model.Definition) {
	var known []string
	made := map[string]bool{}
	for i := range d.Indicators {
		s := &d.Indicators[i]
		known = append(known, s.Key)
		made[s.Key] = s.Expression != "" || len(s.MeanOf) > 0
	}
	for i := range d.Indicators {
		s := &d.Indicators[i]
		for _, part := range partsOf(s) {
			switch {
			case !slices.Contains(known, part.Key):
				c.add(part.Line, "indicator %q is made from unknown indicator %q%s", s.Key, part.Key, didYouMean(part.Key, known))
			case made[part.Key]:
				c.add(part.Line, "indicator %q is made from %q, which is made from others itself; indicators that a table gives would be right", s.Key, part.Key)
			}
		}
	}
}

func partsOf(s *model.IndicatorSpec) []model.Weighted {
	parts := s.MeanOf
	if e, err := formula.Parse(s.Expression); s.Expression != "" && err == nil {
		for _, key := range e.Keys() {
			parts = append(parts, model.Weighted{Line: s.Line, Key: key})
		}
	}
	return parts
}

// series reads where the figures of other years stand, and what they are worth.
func (c *collector) series(i *object, spec *model.IndicatorSpec) {
	spec.Same = i.truth("same")
	spec.Base = i.text("base")
	spec.Low, spec.High = i.text("low"), i.text("high")
	if i.has("low") != i.has("high") {
		c.add(i.line, "%s has one of low and high; both or neither would be right", i.what)
	}
	if n, ok := i.entries["moved"]; ok {
		spec.Moved = c.moved(i, n)
	}
	if n, ok := i.entries["breaks"]; ok {
		if n.kind != list {
			i.wrong("breaks", n, "a list of years")
			return
		}
		for _, year := range n.items {
			v, err := strconv.Atoi(year.value)
			if year.kind != number || err != nil || v < firstEdition || v > lastEdition {
				c.add(year.line, "%s: \"breaks\" has %s; a year would be right", i.what, year.shown())
				continue
			}
			spec.Breaks = append(spec.Breaks, v)
		}
	}
}

// moved reads which topic is meant in tables that name it otherwise.
func (c *collector) moved(i *object, n *node) map[string]string {
	if n.kind != mapping || len(n.entries) == 0 {
		i.wrong("moved", n, "a mapping from table to topic")
		return nil
	}
	if !i.has("topic") {
		c.add(i.at("moved"), "%s has moved, which goes with a topic only", i.what)
	}
	topics := map[string]string{}
	for _, e := range n.entries {
		if _, twice := topics[e.key]; twice {
			c.add(e.line, "%s: \"moved\" has table %q twice", i.what, e.key)
		}
		topics[e.key] = i.plain("moved", e.value, true)
	}
	return topics
}

// checkMoved reports topics of tables that are not there.
func (c *collector) checkMoved(d *model.Definition) {
	var tables []string
	for _, t := range d.Tables {
		tables = append(tables, t.ID)
	}
	for i := range d.Indicators {
		s := &d.Indicators[i]
		for _, id := range slices.Sorted(maps.Keys(s.Moved)) {
			if !slices.Contains(tables, id) {
				c.add(s.Line, "indicator %q has moved to a topic of unknown table %q%s", s.Key, id, didYouMean(id, tables))
			}
		}
	}
}
