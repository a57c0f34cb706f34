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
		if e, err := formula.Parse(spec.Expression); err != nil && spec.Expression != "" {
			c.add(i.at("expression"), "%s: %v", i.what, err)
			spec.Expression = ""
		} else if err == nil && len(e.Keys()) == 0 {
			c.add(i.at("expression"), "%s has an expression that names no indicator", i.what)
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

// isCombined tells whether an indicator is made from others.
func isCombined(s *model.IndicatorSpec) bool { return s.Expression != "" || len(s.MeanOf) > 0 }

// combined checks what goes with an indicator that is made from others: no
// table gives its title or unit.
func (c *collector) combined(i *object, spec *model.IndicatorSpec) {
	for _, key := range []string{"topic", "numerator", "denominator", "per", "moved", "low", "high", "base", "tables"} {
		if i.has(key) {
			c.add(i.at(key), "%s is made from other indicators, so it has no %s", i.what, key)
		}
	}
	if i.has("unit") && len(spec.MeanOf) > 0 {
		c.add(i.at("unit"), "%s has a unit; a mean of deviations has none", i.what)
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
	specs := map[string]*model.IndicatorSpec{}
	for i := range d.Indicators {
		known = append(known, d.Indicators[i].Key)
		specs[d.Indicators[i].Key] = &d.Indicators[i]
	}
	for i := range d.Indicators {
		s := &d.Indicators[i]
		c.checkBase(s, specs[s.Base], known)
		for _, part := range partsOf(s) {
			switch of := specs[part.Key]; {
			case of == nil:
				c.add(part.Line, "indicator %q is made from unknown indicator %q%s", s.Key, part.Key, didYouMean(part.Key, known))
			case len(s.MeanOf) > 0 && of.Topic != "" && of.Kind == "count":
				c.add(part.Line, "indicator %q has a mean of %q, which is a count and has no deviation; a share, rate or mean would be right", s.Key, part.Key)
			case isCombined(of):
				c.add(part.Line, "indicator %q is made from %q, which is made from others itself; indicators that a table gives would be right", s.Key, part.Key)
			}
		}
	}
}

// checkBase reports a base that is not there or is no count that a table gives.
func (c *collector) checkBase(s, base *model.IndicatorSpec, known []string) {
	switch {
	case s.Base == "":
	case base == nil:
		c.add(s.Line, "indicator %q has unknown base %q%s", s.Key, s.Base, didYouMean(s.Base, known))
	case base == s || len(base.Numerator) > 0 || isCombined(base) || base.Kind != "" && base.Kind != "count":
		c.add(s.Line, "indicator %q has base %q, which is no count that a table gives", s.Key, s.Base)
	}
}

// partsOf lists what an indicator is made from, in the order written.
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
	spec.Same, spec.WholeOnly = i.truth("same"), i.truth("whole_only")
	spec.Base = i.text("base")
	if spec.BasePart = i.positive("base_part", 0); spec.BasePart > 1 {
		c.add(i.at("base_part"), "%s: \"base_part\" is %g; a part of the base, above 0 and at most 1, would be right", i.what, spec.BasePart)
	}
	if i.has("base_part") && !i.has("base") {
		c.add(i.at("base_part"), "%s has base_part without a base", i.what)
	}
	spec.Low, spec.High = i.text("low"), i.text("high")
	for _, key := range []string{"moved", "low", "high", "base"} {
		if i.has(key) && i.has("numerator") {
			c.add(i.at(key), "%s has %s, which goes with a topic only", i.what, key)
		}
	}
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
			if slices.Contains(spec.Breaks, v) {
				c.add(year.line, "%s: \"breaks\" has %d twice", i.what, v)
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
			} else if len(s.Tables) > 0 && !slices.Contains(s.Tables, id) {
				c.add(s.Line, "indicator %q has moved to a topic of table %q, which is not among its tables", s.Key, id)
			}
		}
	}
}
