package render

import (
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// people finds the indicator that counts inhabitants; −1 for none.
func (r *Renderer) people() int {
	return slices.IndexFunc(r.m.Indicators, func(i model.Indicator) bool { return i.Key == "inwoners" && i.Kind == model.Count })
}

// inhabitants says how many people live in a region, of one group or of all.
// who reads behind a number: "mensen met herkomst Marokko".
func (r *Renderer) inhabitants(p *profile.Profile) string {
	i := r.people()
	if i < 0 {
		return ""
	}
	g, item, tail := &r.m.Regions[p.Region], &p.Items[i], ""
	if p.Group > 0 {
		tail = r.phraseOf(&r.m.Groups[p.Group])
	}
	v, known := item.Figure.Value()
	switch n := model.Scaled(v, 0); {
	case !known:
		return r.Sayf("Hoeveel mensen%s er in %s wonen, staat hier niet: %s.", tail, g.Name, r.gapReasons[item.Figure.State()])
	case n == 0 && p.Group == 0:
		return r.Sayf("In %s woont niemand (%s).", g.Name, r.year(item.Period))
	case n == 0:
		return r.Sayf("In %s wonen geen mensen%s (%s).", g.Name, tail, r.year(item.Period))
	case n == 1:
		return r.Sayf("In %s woont 1 persoon%s (%s).", g.Name, tail, r.year(item.Period))
	}
	about := ""
	if r.m.Indicators[i].Rounding[g.Level] > 1 {
		about = r.Say("ongeveer ")
	}
	// English begins with the number, or with "about".
	return upperFirst(r.Sayf("In %s wonen %s mensen%s (%s).", g.Name, about+r.formatNumber(v, 0), tail, r.year(item.Period)))
}

// phraseOf is what stands behind "mensen" for a group.
func (s *speech) phraseOf(g *model.Group) string {
	if g.Phrase == "" {
		return s.Sayf(" uit de groep %s", g.Label)
	}
	return " " + g.Phrase
}

// times counts occasions in words.
func (s *speech) times(n int) string {
	if n == 0 {
		return s.Say("geen enkele keer")
	}
	return s.Sayf("%s keer", s.formatNumber(float64(n), 0))
}

// topics counts indicators in words: none, one, several.
func (s *speech) topics(n int) string {
	if n == 0 {
		return s.Say("geen enkel onderwerp")
	}
	return s.plural(n, "onderwerp", "onderwerpen")
}

// comparison says in sentences how a profile differs from the reference.
func (r *Renderer) comparison(p *profile.Profile) []string {
	n := r.count(p)
	all := n.higher + n.lower + n.average
	if isReference(p) {
		return []string{r.Say("Met deze cijfers vergelijkt de monitor alle gebieden en groepen.")}
	}
	if all == 0 {
		return append([]string{r.Sayf("Er is geen cijfer om met %s te vergelijken.", r.country)}, r.without(p)...)
	}
	said := []string{r.Sayf("Van %s kunnen we het cijfer vergelijken met dat van %s.", r.plural(all, "onderwerp", "onderwerpen"), r.country)}
	return append(append(said, r.differences(n)...), r.without(p)...)
}

// differences says in sentences how many figures are higher, lower, better or
// worse than the reference.
func (r *Renderer) differences(n tally) (said []string) {
	switch {
	case n.higher+n.lower > 0:
		said = append(said, r.Sayf("Op %s is het cijfer duidelijk hoger, op %s duidelijk lager en op %s rond gemiddeld.", r.topics(n.higher), r.topics(n.lower), r.topics(n.average)))
	case n.average == 1:
		said = append(said, r.Say("Het cijfer wijkt niet duidelijk af: het verschil is klein of onzeker."))
	default:
		said = append(said, r.Say("Geen enkel cijfer wijkt duidelijk af: elk verschil is klein of onzeker."))
	}
	if n.favourable+n.unfavourable > 0 {
		said = append(said, r.Sayf("Waar een oordeel is gekozen, is het cijfer %s duidelijk gunstiger en %s duidelijk ongunstiger.", r.times(n.favourable), r.times(n.unfavourable)))
	}
	return said
}

// without says of how many compared indicators there is no comparison, and why.
func (r *Renderer) without(p *profile.Profile) []string {
	var counts [model.StateCount]int
	all := 0
	for i := range p.Items {
		if r.m.Indicators[i].Compared() && p.Items[i].Class == model.NotCompared {
			counts[p.Items[i].Figure.State()]++
			all++
		}
	}
	if all == 0 {
		return nil
	}
	var why []string
	for state, n := range counts {
		if n > 0 {
			why = append(why, r.times(n)+" "+r.gapReasons[state])
		}
	}
	said := r.Sayf("Van %s is er geen vergelijking: ", r.plural(all, "onderwerp", "onderwerpen"))
	if len(why) == 1 {
		return []string{said + strings.TrimPrefix(why[0], r.times(all)+" ") + "."}
	}
	return []string{said + r.join(why) + "."}
}

// growth says how many people lived in a region in the first year that can be
// compared with the last; nothing when there is none.
func (r *Renderer) growth(p *profile.Profile) string {
	i := r.people()
	if i < 0 || !p.Items[i].Figure.Known() {
		return ""
	}
	first := p.Items[i].Period
	for k := first; k > 0 && !slices.Contains(r.m.Indicators[i].Breaks, k); k-- {
		if r.m.Cube.At(p.Region, p.Group, i, k-1).Known() {
			first = k - 1
		}
	}
	v, known := r.m.Cube.At(p.Region, p.Group, i, first).Value()
	if !known || first == p.Items[i].Period {
		return ""
	}
	year := r.year(first)
	switch n := model.Scaled(v, 0); n {
	case 0:
		return r.Sayf("In %s woonde er niemand.", year)
	case 1:
		return r.Sayf("In %s was het er 1.", year)
	}
	return r.Sayf("In %s waren het er %s.", year, r.formatNumber(v, 0))
}

// scoreLines says what each judged theme scores.
func (r *Renderer) scoreLines(p *profile.Profile) (lines []string) {
	for t := range r.m.Themes {
		s := &p.Scores[t]
		switch {
		case !s.Judged || isReference(p):
		case s.Known:
			lines = append(lines, r.m.Themes[t].Label+": "+r.scoreWords[s.Class]+".")
		default:
			lines = append(lines, r.Sayf("%s: te weinig cijfers voor een score.", r.m.Themes[t].Label))
		}
	}
	return lines
}
