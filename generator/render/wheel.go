package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// Wheel appends the profile wheel of the whole population as a file; false if
// the region has no compared figure.
func (p *Place) Wheel(b []byte) ([]byte, bool) {
	if !p.HasWheelFile() {
		return b, false
	}
	return chart.AppendFile(b, p.r.wheel(&p.all, "w", "", false)), true
}

// GroupWheels appends the wheels of all groups as one file, in which "#key" is
// the wheel of a group; false if no group has one. One file per group would be
// most files of an edition.
func (p *Place) GroupWheels(b []byte) ([]byte, bool) {
	var wheels []chart.Wheel
	for k := range p.groups {
		if p.groups[k].Any() {
			w := p.r.wheel(&p.groups[k], p.r.m.Groups[p.groups[k].Group].Key, "", false)
			wheels = append(wheels, *w)
		}
	}
	if len(wheels) == 0 {
		return b, false
	}
	if p.Any() {
		wheels = append(wheels, *p.r.wheel(&p.all, "totaal", "", false))
	}
	return chart.AppendSheet(b, wheels), true
}

// appendWindow appends what shows one wheel of GroupWheels, on a page in a
// folder below the region's: that of a group, or of everybody.
func (p *Place) appendWindow(b []byte, of *profile.Profile, name string, small bool) []byte {
	w := chart.Window{Href: "../taart/groepen.svg", At: -1, Small: small, Name: name}
	for k := range p.groups {
		if p.groups[k].Group == of.Group {
			w.At = w.Of
		}
		if p.groups[k].Any() {
			w.Of++
		}
	}
	if w.At < 0 {
		w.At = w.Of
	}
	if p.Any() {
		w.Of++
	}
	return chart.AppendWindow(b, &w)
}

// wheel lays out a profile as slices; in a page each has words of its own.
func (r *Renderer) wheel(p *profile.Profile, id, href string, page bool) *chart.Wheel {
	m := r.m
	region, group := &m.Regions[p.Region], &m.Groups[p.Group]
	w := &chart.Wheel{
		ID: id, Href: href,
		Title:  r.Sayf("Profieltaart van %s, ", region.Name) + lowerFirst(r.groupName(group)),
		Desc:   r.describe(p),
		Centre: []string{region.Name, r.groupName(group), r.Sayf("vergeleken met %s", r.country), r.Sayf("editie %d", m.Edition)},
	}
	w.Sectors = make([]chart.Sector, 0, len(m.Themes))
	for t := range m.Themes {
		s := chart.Sector{Slices: make([]chart.Slice, 0, len(r.themes[t])), Key: m.Themes[t].Key, Label: m.Themes[t].Label, Judged: p.Scores[t].Judged, Score: p.Scores[t].Class}
		for _, i := range r.themes[t] {
			if m.Indicators[i].Compared() {
				s.Slices = append(s.Slices, r.slice(&p.Items[i], page))
			}
		}
		if len(s.Slices) > 0 {
			w.Sectors = append(w.Sectors, s)
		}
	}
	return w
}

func (r *Renderer) slice(item *profile.Item, words bool) chart.Slice {
	i := &r.m.Indicators[item.Indicator]
	s := chart.Slice{Key: i.Key, Class: item.Class, Polarity: i.Polarity, Gap: item.Class == model.NotCompared}
	if !words {
		return s
	}
	b := append(append(make([]byte, 0, 80), i.Short...), ": "...)
	b = r.appendFigure(b, item.Figure, i)
	switch {
	case !s.Gap:
		b = append(append(b, ", "...), r.classWords[item.Class]...)
	case item.Figure.Known():
		b = append(b, r.Say(", niet vergeleken")...)
	}
	s.Title = string(b)
	return s
}

func (s *speech) groupName(g *model.Group) string {
	if g.Phrase == "" {
		return g.Label
	}
	return s.Sayf("Inwoners %s", g.Phrase)
}

// A tally counts how a profile differs from the reference.
type tally struct{ higher, lower, average, favourable, unfavourable, none int }

func (r *Renderer) count(p *profile.Profile) (n tally) {
	for i := range p.Items {
		n.add(&p.Items[i], &r.m.Indicators[i])
	}
	return n
}

// countOf counts those of one theme.
func (r *Renderer) countOf(p *profile.Profile, theme int) (n tally) {
	for _, i := range r.themes[theme] {
		n.add(&p.Items[i], &r.m.Indicators[i])
	}
	return n
}

func (n *tally) add(item *profile.Item, ind *model.Indicator) {
	if !ind.Compared() {
		return
	}
	switch step := item.Class.Step(); {
	case item.Class == model.NotCompared:
		n.none++
	case step > 0:
		n.higher++
	case step < 0:
		n.lower++
	default:
		n.average++
	}
	switch step := item.Class.Oriented(ind.Polarity).Step(); {
	case step > 0:
		n.favourable++
	case step < 0:
		n.unfavourable++
	}
}

// heading says what the wheel shows.
func (r *Renderer) heading(p *profile.Profile) string {
	n := r.count(p)
	switch {
	case n.higher+n.lower+n.average == 0:
		return r.Say("Te weinig cijfers om te vergelijken")
	case p.Region == 0 && p.Group == 0:
		return r.Sayf("Het gemiddelde van %s", r.country)
	}
	return r.headingOf(n)
}

// headingOf says what a wheel, or a part of one, shows that has something to
// compare.
func (r *Renderer) headingOf(n tally) string {
	if n.higher+n.lower == 0 {
		return r.Say("Rond het gemiddelde op alle onderwerpen die vergeleken zijn")
	}
	if n.higher == 0 {
		return r.Sayf("Lager dan gemiddeld op %s", r.plural(n.lower, "onderwerp", "onderwerpen"))
	}
	if n.lower == 0 {
		return r.Sayf("Hoger dan gemiddeld op %s", r.plural(n.higher, "onderwerp", "onderwerpen"))
	}
	return r.Sayf("Hoger dan gemiddeld op %s, lager op %d", r.plural(n.higher, "onderwerp", "onderwerpen"), n.lower)
}

// describe is the text equivalent of a wheel.
func (r *Renderer) describe(p *profile.Profile) string {
	n := r.count(p)
	var b strings.Builder
	b.WriteString(r.Sayf("Vergeleken met %s: %s hoger, %d lager, %d rond gemiddeld, %d zonder vergelijking.", r.country, r.plural(n.higher, "onderwerp", "onderwerpen"), n.lower, n.average, n.none))
	if n.favourable+n.unfavourable > 0 {
		b.WriteString(r.Sayf(" Gunstiger: %d, ongunstiger: %d.", n.favourable, n.unfavourable))
	}
	if most := r.strongest(p, 3); len(most) > 0 {
		b.WriteString(r.Sayf(" Grootste verschillen: %s.", r.join(most)))
	}
	return b.String()
}

// strongest names the indicators that deviate most.
func (r *Renderer) strongest(p *profile.Profile, n int) []string {
	var items []*profile.Item
	for i := range p.Items {
		if p.Items[i].Class.Step() != 0 {
			items = append(items, &p.Items[i])
		}
	}
	slices.SortStableFunc(items, func(a, b *profile.Item) int {
		switch x, y := math.Abs(a.Deviation), math.Abs(b.Deviation); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	var names []string
	for _, item := range items[:min(n, len(items))] {
		i := &r.m.Indicators[item.Indicator]
		names = append(names, fmt.Sprintf("%s %s (%s)", lowerFirst(i.Short), r.formatFigure(item.Figure, i), r.classWords[item.Class]))
	}
	return names
}
