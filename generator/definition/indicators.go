package definition

import (
	"maps"
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
			"moved", "same", "low", "high", "base", "breaks", "mean_of", "expression")
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
			Moved:     c.moved(i),
			Same:      i.truth("same"),
			Low:       i.text("low"),
			High:      i.text("high"),
			Base:      i.text("base"),
			Breaks:    i.years("breaks"),
		}
		switch i.choice("polarity", higherIsFavourable, lowerIsFavourable, noJudgement) {
		case higherIsFavourable:
			spec.Polarity = model.HigherIsFavourable
		case lowerIsFavourable:
			spec.Polarity = model.LowerIsFavourable
		}
		c.formula(i, &spec)
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
	for _, id := range slices.Sorted(maps.Keys(spec.Moved)) {
		if !slices.Contains(tables, id) {
			c.add(i.at("moved"), "%s has moved in unknown table %q%s", i.what, id, didYouMean(id, tables))
		} else if len(spec.Tables) > 0 && !slices.Contains(spec.Tables, id) {
			c.add(i.at("moved"), "%s has moved in table %q, which is not among its tables", i.what, id)
		}
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
