package render

import (
	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/indicator"
)

// A keyed is what a colour or pattern of a map means, and of how many regions.
type keyed struct {
	fill  chart.Fill
	word  string
	count string
}

// mapKey counts the colours and patterns of a map; what no region has is left
// out, but for the five classes.
func (r *Renderer) mapKey(shapes []chart.MapShape, polarity model.Polarity) []keyed {
	var classes [model.ClassCount]int
	var states [model.StateCount]int
	muted := 0
	for i := range shapes {
		f := &shapes[i].Fill
		if f.State == model.Known {
			classes[f.Class]++
		} else {
			states[f.State]++
		}
		if f.Muted {
			muted++
		}
	}
	var keys []keyed
	add := func(f chart.Fill, word string, n int) {
		keys = append(keys, keyed{f, word, r.formatNumber(float64(n), 0)})
	}
	for c := model.MuchHigher; c >= model.MuchLower; c-- {
		add(chart.Fill{State: model.Known, Class: c, Polarity: polarity}, r.classWords[c], classes[c])
	}
	if n := classes[model.NotCompared]; n > 0 {
		add(chart.Fill{State: model.Known}, r.Say("niet vergeleken"), n)
	}
	for s, n := range states {
		if n > 0 {
			add(chart.Fill{State: model.State(s)}, r.gaps[s].word, n)
		}
	}
	if muted > 0 {
		add(mutedFill(), r.mutedWord(), muted)
	}
	return keys
}

func mutedFill() chart.Fill {
	return chart.Fill{State: model.Known, Class: model.MuchHigher, Muted: true}
}

func (s *speech) mutedWord() string { return s.Sayf("bleek: minder dan %d inwoners", deserted) }

// mapSays counts in a sentence where the figure is higher and lower.
func (r *Renderer) mapSays(k *indicator.Ranking) string {
	text := r.Sayf("In %s is het cijfer hoger dan in %s, in %s lager. In %s is het verschil klein of onzeker.",
		r.plural(k.Higher, "gemeente", "gemeenten"), r.country, r.formatNumber(float64(k.Lower), 0), r.formatNumber(float64(k.Average), 0))
	if k.Without > 0 {
		text += r.Sayf(" Van %s is er geen cijfer.", r.plural(k.Without, "gemeente", "gemeenten"))
	}
	return text
}

// missing names the regions that have no shape, up to twenty.
func (r *Renderer) missing(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	const most = 20
	var names []string
	for _, code := range codes[:min(most, len(codes))] {
		names = append(names, r.m.Regions[r.maps.region[code]].Name)
	}
	text := r.Sayf("Zonder vorm, en daarom niet op de kaart: %s", r.join(names))
	if more := len(codes) - most; more > 0 {
		text += r.Sayf(", en nog %d", more)
	}
	return text + "."
}
