package definition

import (
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// The ways to say where an indicator's figures come from; each indicator has one.
var ways = []string{"topic", "numerator", "mean_of", "expression"}

// goesWith lists keys that make sense with some ways only.
var goesWith = []struct {
	key  string
	ways []string
	said string
}{
	{"per", []string{"numerator"}, "a numerator and denominator"},
	{"moved", []string{"topic"}, "a topic"},
	{"low", []string{"topic"}, "a topic"},
	{"high", []string{"topic"}, "a topic"},
	{"base", []string{"topic"}, "a topic"},
	{"same", []string{"topic", "numerator"}, "a topic or a numerator and denominator"},
	{"tables", []string{"topic", "numerator"}, "a topic or a numerator and denominator"},
}

// formula reads where the figures come from: a topic, a numerator over a denominator, a weighted
// mean of other indicators' deviations, or arithmetic over other indicators.
func (c *collector) formula(i *object, spec *model.IndicatorSpec) {
	spec.Topic = i.text("topic")
	spec.Numerator = i.texts("numerator", false)
	spec.Denominator = i.texts("denominator", false)
	spec.Per = i.positive("per", 100)
	spec.MeanOf = c.meanOf(i)
	spec.Expression = c.expression(i)
	var given []string
	for _, way := range ways {
		if i.has(way) {
			given = append(given, way)
		}
	}
	switch {
	case len(given) > 1:
		c.add(i.at(given[1]), "%s has both %s; one of them would be right", i.what, strings.Join(given, " and "))
		return
	case i.has("numerator") && !i.has("denominator"):
		c.add(i.at("numerator"), "%s has a numerator without a denominator", i.what)
		return
	case i.has("denominator") && !i.has("numerator"):
		c.add(i.at("denominator"), "%s has a denominator without a numerator", i.what)
		return
	case len(given) == 0:
		c.add(i.line, "%s has neither topic, numerator and denominator, mean_of nor expression", i.what)
		return
	}
	for _, g := range goesWith {
		if i.has(g.key) && !slices.Contains(g.ways, given[0]) {
			c.add(i.at(g.key), "%s has %s, which goes with %s only", i.what, g.key, g.said)
		}
	}
	if i.has("low") != i.has("high") {
		c.add(i.line, "%s has one of low and high; both or neither would be right", i.what)
	}
	switch given[0] {
	case "numerator":
		c.derived(i, spec)
	case "mean_of":
		c.checkMean(i, spec)
	case "expression":
		i.needOf("expression", "title", "unit", "kind")
	}
}

// derived checks and completes what no table says of a derived indicator: its title and unit.
func (c *collector) derived(i *object, spec *model.IndicatorSpec) {
	if !i.has("title") {
		c.add(i.line, "%s is derived, so no table gives its title; a title would be right", i.what)
	}
	switch {
	case i.has("unit"):
	case spec.Per == 100:
		spec.Unit = "%"
	default:
		c.add(i.line, "%s is derived per %g, so no table gives its unit; a unit would be right", i.what, spec.Per)
	}
	if spec.Kind == "count" {
		c.add(i.at("kind"), "%s is derived, so it is no count; share, rate or mean would be right", i.what)
	}
}

// moved reads the topics of tables in which the indicator has another one: table id → topic.
func (c *collector) moved(i *object) map[string]string {
	list := i.pairs("moved", "a mapping from table to topic")
	if list == nil {
		return nil
	}
	moved := map[string]string{}
	for _, e := range list {
		moved[e.key] = i.plain("moved", e.value, true)
	}
	return moved
}

// needOf reports keys that an indicator of some way lacks.
func (o *object) needOf(way string, keys ...string) {
	for _, key := range keys {
		if !o.has(key) {
			o.c.add(o.line, "%s has %s, so no table gives its %s; a %s would be right", o.what, way, key, key)
		}
	}
}
