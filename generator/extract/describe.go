package extract

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// checkMeans refuses a mean of deviations of a count, which has none. Of some
// only the unit in the table says that they are counts.
func checkMeans(def *model.Definition, jobs []job, bad *faults) {
	kinds := map[string]model.Kind{}
	for _, j := range jobs {
		if len(j.reads) > 0 {
			kinds[j.spec.Key] = j.indicator.Kind
		}
	}
	for _, j := range jobs {
		for _, w := range j.spec.MeanOf {
			if kind, ok := kinds[w.Key]; ok && kind == model.Count {
				bad.addf("monitor: %s:%d: indicator %q has a mean of %q, which is a count and has no deviation; a share, rate or mean would be right", def.File, w.Line, j.spec.Key, w.Key)
			}
		}
	}
}

// describe fills in the indicator from the table's metadata, except what the
// definition gives itself.
func (j *job) describe(def *model.Definition, sources []*source, theme int) error {
	s, out := j.spec, j.indicator
	if j.combined() {
		return j.describeCombined(def, theme)
	}
	props := sources[j.reads[0].table].props
	first := props.topics[j.reads[0].numerator[0]]
	*out = model.Indicator{Key: s.Key, Theme: theme, Title: first.Title, Short: s.Short, Decimals: first.Decimals,
		Polarity: s.Polarity, Universe: s.Universe, Description: first.Description, KeyFigure: s.KeyFigure}
	out.Kind, out.Unit = unitOf(first.Unit)
	if s.Topic == "" {
		out.Kind, out.Unit, out.Decimals = derivedUnit(j.reads[0].per)
		out.Formula = formulaOf(props, s.Numerator, s.Denominator, j.reads[0].per)
		out.Per, out.Parts = j.reads[0].per, [2]int{len(s.Numerator), len(s.Denominator)}
	}
	if s.Kind != "" {
		kind, ok := parseKind(s.Kind)
		if !ok {
			return fmt.Errorf("monitor: %s:%d: indicator %q is of the kind %q; count, share, rate or mean would be right", def.File, s.Line, s.Key, s.Kind)
		}
		out.Kind = kind
	}
	if s.Decimals >= 0 {
		out.Decimals = s.Decimals
	}
	out.Title = orElse(s.Title, out.Title)
	out.Unit = orElse(s.Unit, out.Unit)
	out.Short = orElse(out.Short, out.Title)
	if out.Kind == model.Rate && out.Per == 0 {
		out.Per = perOf(out.Unit)
	}
	for _, r := range j.reads {
		out.Sources = append(out.Sources, model.Source{Table: r.table, Group: r.topicGroup, Numerator: r.numerator, Denominator: r.denominator})
		if !slices.Contains(out.Tables, r.table) {
			out.Tables = append(out.Tables, r.table)
		}
	}
	slices.Sort(out.Tables)
	return nil
}

// describeCombined fills in an indicator that is made from others.
func (j *job) describeCombined(def *model.Definition, theme int) error {
	s, out := j.spec, j.indicator
	kind := model.Mean
	if s.Kind != "" {
		var ok bool
		if kind, ok = parseKind(s.Kind); !ok {
			return fmt.Errorf("monitor: %s:%d: indicator %q is of the kind %q; share, rate or mean would be right", def.File, s.Line, s.Key, s.Kind)
		}
	}
	*out = model.Indicator{Key: s.Key, Theme: theme, Title: s.Title, Short: orElse(s.Short, s.Title), Unit: s.Unit, Decimals: max(s.Decimals, 0),
		Kind: kind, Polarity: s.Polarity, Universe: s.Universe, KeyFigure: s.KeyFigure, Combined: true}
	if s.Decimals < 0 {
		out.Decimals = 1
	}
	if len(s.MeanOf) > 0 {
		out.Unit = orElse(s.Unit, "score, 0 is gemiddeld")
	}
	return nil
}

// formulaOfOthers says in Dutch how an indicator is made from others.
func formulaOfOthers(list []model.Indicator, s *model.IndicatorSpec) string {
	name := func(key string) string {
		for i := range list {
			if list[i].Key == key {
				return orElse(list[i].Short, key)
			}
		}
		return key
	}
	if s.Expression != "" {
		// Keys first: the hyphens in them are no signs of subtraction.
		text := keyForm.ReplaceAllStringFunc(s.Expression, func(word string) string {
			if strings.Trim(word, "0123456789.") == "" {
				return strings.ReplaceAll(word, ".", ",")
			}
			return "‘" + name(word) + "’"
		})
		return strings.NewReplacer(" * ", " × ", " - ", " − ").Replace(text)
	}
	var parts []string
	for _, w := range s.MeanOf {
		parts = append(parts, name(w.Key)+" ("+strings.ReplaceAll(strconv.FormatFloat(w.Weight, 'f', -1, 64), ".", ",")+")")
	}
	return "gewogen gemiddelde van de afwijkingen van: " + strings.Join(parts, ", ")
}

// keyForm is a number or a key in an expression.
var keyForm = regexp.MustCompile(`[a-z0-9.]+(-[a-z0-9.]+)*`)

// formulaOf says in Dutch how a derived figure is made.
func formulaOf(p *properties, numerator, denominator []string, per float64) string {
	sum := func(keys []string) string {
		var titles []string
		for _, k := range keys {
			titles = append(titles, p.topics[k].Title)
		}
		if len(titles) == 1 {
			return titles[0]
		}
		return "(" + strings.Join(titles, " + ") + ")"
	}
	text := sum(numerator) + " / " + sum(denominator)
	switch per {
	case 1:
	case 1000:
		text += " × 1.000"
	default:
		text += " × " + strings.ReplaceAll(strconv.FormatFloat(per, 'f', -1, 64), ".", ",")
	}
	return text
}
