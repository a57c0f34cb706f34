package definition

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/formula"
	"wijkmonitor/generator/model"
)

// computed tells whether an indicator is made of other indicators, not of topics.
func computed(spec *model.IndicatorSpec) bool {
	return len(spec.MeanOf) > 0 || spec.Expression != ""
}

// meanOf reads the weights of a mean: indicator key → weight, in the order written.
func (c *collector) meanOf(i *object) []model.Weighted {
	var list []model.Weighted
	for _, e := range i.pairs("mean_of", "a mapping from indicator to weight") {
		v, err := strconv.ParseFloat(strings.ReplaceAll(e.value.value, "_", ""), 64)
		if e.value.kind != number || err != nil || v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
			c.add(e.line, "%s: \"mean_of\" has weight %s for %q; a number other than 0 would be right", i.what, e.value.shown(), e.key)
			continue
		}
		list = append(list, model.Weighted{Line: e.line, Key: e.key, Weight: v})
	}
	return list
}

// checkMean checks and completes what a mean of deviations has besides its weights.
func (c *collector) checkMean(i *object, spec *model.IndicatorSpec) {
	i.needOf("mean_of", "title")
	if i.has("unit") {
		c.add(i.at("unit"), "%s has a unit; a mean of deviations has none", i.what)
	}
	switch spec.Kind {
	case "":
		spec.Kind = "mean"
	case "count":
		c.add(i.at("kind"), "%s is a mean of deviations, so it is no count; share, rate or mean would be right", i.what)
	}
}

// expression reads arithmetic over keys of other indicators and checks how it is written.
func (c *collector) expression(i *object) string {
	s := i.text("expression")
	if s == "" {
		return ""
	}
	e, err := formula.Parse(s)
	if err != nil {
		c.add(i.at("expression"), "%s: \"expression\": %v", i.what, err)
		return ""
	}
	if len(e.Keys()) == 0 {
		c.add(i.at("expression"), "%s: \"expression\" names no indicator", i.what)
	}
	return s
}

// A part is an indicator that another is computed of.
type part struct {
	line int
	key  string
}

// parts lists what an indicator is computed of, in the order written.
func parts(spec *model.IndicatorSpec) []part {
	var list []part
	for _, w := range spec.MeanOf {
		list = append(list, part{w.Line, w.Key})
	}
	if e, err := formula.Parse(spec.Expression); err == nil {
		for _, key := range e.Keys() {
			list = append(list, part{spec.Line, key})
		}
	}
	return list
}

// checkComputed reports bases and parts that are unknown or of the wrong kind, and indicators that
// are computed of themselves.
func (c *collector) checkComputed(d *model.Definition) {
	var known []string
	specs := map[string]*model.IndicatorSpec{}
	for i := range d.Indicators {
		known = append(known, d.Indicators[i].Key)
		specs[d.Indicators[i].Key] = &d.Indicators[i]
	}
	for i := range d.Indicators {
		spec := &d.Indicators[i]
		if spec.Base != "" {
			c.checkBase(spec, specs[spec.Base], known)
		}
		for _, p := range parts(spec) {
			of := specs[p.key]
			switch {
			case of == nil:
				c.add(p.line, "indicator %q is computed of unknown indicator %q%s", spec.Key, p.key, didYouMean(p.key, known))
			case len(spec.MeanOf) > 0 && of.Kind == "count":
				c.add(p.line, "indicator %q has a mean of %q, which is a count and has no deviation; a share, rate or mean would be right", spec.Key, p.key)
			}
		}
	}
	c.checkCircles(d, specs)
}

// checkBase reports a base that is no count.
func (c *collector) checkBase(spec, base *model.IndicatorSpec, known []string) {
	switch {
	case base == nil:
		c.add(spec.Line, "indicator %q has unknown base %q%s", spec.Key, spec.Base, didYouMean(spec.Base, known))
	case base == spec || base.Topic == "" || base.Kind != "" && base.Kind != "count":
		c.add(spec.Line, "indicator %q has base %q, which is no count that is read from a topic", spec.Key, spec.Base)
	}
}

// checkCircles reports each circle once, at the indicator of it that stands first.
func (c *collector) checkCircles(d *model.Definition, specs map[string]*model.IndicatorSpec) {
	done := map[string]bool{}
	var walk func(key string, path []string)
	walk = func(key string, path []string) {
		if at := slices.Index(path, key); at >= 0 {
			c.add(specs[key].Line, "indicator %q is computed of itself: %s", key, strings.Join(append(path[at:], key), " of "))
			return
		}
		spec := specs[key]
		if spec == nil || done[key] || len(path) > len(specs) {
			return
		}
		for _, p := range parts(spec) {
			walk(p.key, append(path[:len(path):len(path)], key))
		}
		done[key] = true
	}
	for i := range d.Indicators {
		walk(d.Indicators[i].Key, nil)
	}
}
