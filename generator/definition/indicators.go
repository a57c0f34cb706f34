package definition

import (
	"slices"

	"wijkmonitor/generator/model"
)

// The words of a definition for polarity and kind.
const (
	higherIsFavourable = "hoger-is-gunstig"
	lowerIsFavourable  = "lager-is-gunstig"
	noJudgement        = "geen"
)

// indicators reads the indicators; themes and tables of d are known.
func (c *collector) indicators(o *object, d *model.Definition) []model.IndicatorSpec {
	var specs []model.IndicatorSpec
	keys := &keys{c: c, what: "indicator", reserved: []string{"index"}}
	for _, n := range o.list("indicators") {
		i := c.object(n, named("indicator", n), "key", "theme", "topic", "numerator", "denominator", "per", "kind", "polarity",
			"universe", "title", "short", "unit", "decimals", "key_figure", "tables",
			"moved", "same", "whole_only", "low", "high", "base", "base_part", "breaks", "mean_of", "expression")
		if i == nil {
			continue
		}
		i.need("key", "theme")
		spec := model.IndicatorSpec{
			Line:      n.line,
			Key:       keys.read(i),
			Theme:     i.text("theme"),
			Kind:      i.choice("kind", "count", "share", "rate", "mean"),
			Universe:  i.text("universe"),
			Title:     i.text("title"),
			Short:     i.text("short"),
			Unit:      i.text("unit"),
			Decimals:  i.whole("decimals", 0, 6, -1),
			KeyFigure: i.truth("key_figure"),
			Tables:    i.texts("tables", true),
		}
		switch i.choice("polarity", higherIsFavourable, lowerIsFavourable, noJudgement) {
		case higherIsFavourable:
			spec.Polarity = model.HigherIsFavourable
		case lowerIsFavourable:
			spec.Polarity = model.LowerIsFavourable
		}
		c.formula(i, &spec)
		c.series(i, &spec)
		c.checkIndicator(i, &spec, d)
		specs = append(specs, spec)
	}
	return specs
}

// choice reads one of a few words; "" when absent or unknown.
func (o *object) choice(key string, words ...string) string {
	word := o.text(key)
	if word != "" && !slices.Contains(words, word) {
		o.c.add(o.at(key), "%s has unknown %s %q%s", o.what, key, word, didYouMean(word, words))
		return ""
	}
	return word
}

// formula reads where the figures are found: a topic, or a numerator over a denominator.
func (c *collector) formula(i *object, spec *model.IndicatorSpec) {
	spec.Topic = i.text("topic")
	spec.Numerator = i.texts("numerator", false)
	spec.Denominator = i.texts("denominator", false)
	spec.Per = i.positive("per", 100)
	c.made(i, spec)
	switch {
	case spec.Expression != "" || len(spec.MeanOf) > 0:
		c.combined(i, spec)
	case i.has("expression") || i.has("mean_of"): // said to be wrong already
	case i.has("topic") && i.has("numerator"):
		c.add(i.at("numerator"), "%s has both topic and numerator; one of them would be right", i.what)
	case i.has("numerator") && !i.has("denominator"):
		c.add(i.at("numerator"), "%s has a numerator without a denominator", i.what)
	case i.has("denominator") && !i.has("numerator"):
		c.add(i.at("denominator"), "%s has a denominator without a numerator", i.what)
	case !i.has("topic") && !i.has("numerator"):
		c.add(i.line, "%s has neither topic nor numerator and denominator, nor mean_of or expression", i.what)
	case i.has("per") && i.has("topic"):
		c.add(i.at("per"), "%s has per, which goes with a numerator and denominator only", i.what)
	case i.has("numerator"):
		c.derived(i, spec)
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

// checkIndicator reports an unknown theme and unknown tables.
func (c *collector) checkIndicator(i *object, spec *model.IndicatorSpec, d *model.Definition) {
	var themes, tables []string
	for _, t := range d.Themes {
		themes = append(themes, t.Key)
	}
	for _, t := range d.Tables {
		tables = append(tables, t.ID)
	}
	if spec.Theme != "" && !slices.Contains(themes, spec.Theme) {
		c.add(i.at("theme"), "%s has unknown theme %q%s", i.what, spec.Theme, didYouMean(spec.Theme, themes))
	}
	for _, id := range spec.Tables {
		if id != "" && !slices.Contains(tables, id) {
			c.add(i.at("tables"), "%s has unknown table %q%s", i.what, id, didYouMean(id, tables))
		}
	}
}

// checkWeight reports that there is no indicator to weigh regions by.
func (c *collector) checkWeight(o *object, d *model.Definition) {
	for i := range d.Indicators {
		if d.Indicators[i].Key == weightKey {
			return
		}
	}
	if len(d.Indicators) > 0 {
		c.add(o.at("indicators"), "there is no indicator %q, by which regions are weighed in the spread", weightKey)
	}
}
