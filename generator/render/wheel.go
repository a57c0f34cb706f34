package render

import (
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
	return chart.AppendFile(b, p.wheelOfAll("")), true
}

// Icon appends the sign of the site, the wheel of the country; false for other
// regions.
func (p *Place) Icon(b []byte) ([]byte, bool) {
	if p.r.m.Regions[p.index].Level != model.Country || !p.Any() {
		return b, false
	}
	return chart.AppendIcon(b, p.wheelOfAll("")), true
}

// wheelOfAll is the wheel of the whole population, worked out once for all files
// that show it; href leads from the page to the tables of the region.
func (p *Place) wheelOfAll(href string) *chart.Wheel {
	if p.round.ID == "" {
		p.round = p.r.wheel(&p.all, "w", true)
	}
	w := p.round
	w.Href = href
	return &w
}

// headingOf says what the wheel of the whole population or of a group shows,
// worked out once for all pages that say it.
func (p *Place) headingOf(of *profile.Profile) string {
	if p.headings[of.Group] == "" {
		p.headings[of.Group] = p.r.heading(of)
	}
	return p.headings[of.Group]
}

// GroupWheels appends the wheels of all groups as one file, in which "#key" is
// the wheel of a group; false if no group has one. One file per group would be
// most files of an edition.
func (p *Place) GroupWheels(b []byte) ([]byte, bool) {
	wheels := make([]chart.Wheel, 0, len(p.groups)+1)
	for k := range p.groups {
		if p.groups[k].Any() {
			wheels = append(wheels, p.r.bareWheel(&p.groups[k], p.r.m.Groups[p.groups[k].Group].Key, false))
		}
	}
	if len(wheels) == 0 {
		return b, false
	}
	if p.Any() {
		w := *p.wheelOfAll("")
		w.ID = "totaal"
		wheels = append(wheels, w)
	}
	return chart.AppendSheet(b, wheels), true
}

// appendWindow appends what shows one wheel of GroupWheels: that of a group, or
// of everybody. up leads from the page to the region's folder.
func (p *Place) appendWindow(b []byte, of *profile.Profile, up, name string, small bool) []byte {
	w := chart.Window{Href: up + "taart/groepen.svg", At: -1, Small: small, Name: name}
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

// wheel lays out a profile as slices, with its text equivalent; in a page each
// slice has words of its own.
func (r *Renderer) wheel(p *profile.Profile, id string, words bool) chart.Wheel {
	w := r.bareWheel(p, id, words)
	w.Desc = r.describe(p)
	return w
}

// bareWheel is wheel without the text equivalent, for a sheet of many.
func (r *Renderer) bareWheel(p *profile.Profile, id string, words bool) chart.Wheel {
	m := r.m
	region, who := &m.Regions[p.Region], r.who[p.Group]
	w := chart.Wheel{
		ID:      id,
		Title:   r.Sayf("Profieltaart van %s, ", region.Name) + lowerFirst(who),
		Centre:  []string{region.Name, who, r.versus, r.issue},
		Sectors: make([]chart.Sector, 0, len(m.Themes)),
	}
	room := make([]chart.Slice, 0, len(m.Indicators)) // of all sectors
	for t := range m.Themes {
		first := len(room)
		for _, i := range r.themes[t] {
			if m.Indicators[i].Compared() {
				room = append(room, r.slice(&p.Items[i], words))
			}
		}
		if len(room) > first {
			w.Sectors = append(w.Sectors, chart.Sector{Slices: room[first:], Key: m.Themes[t].Key, Label: m.Themes[t].Label, Judged: p.Scores[t].Judged, Score: p.Scores[t].Class})
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
	most := make([]*profile.Item, 0, n+1) // the first of equals first
	for i := range p.Items {
		item := &p.Items[i]
		if item.Class.Step() == 0 {
			continue
		}
		at := len(most)
		for at > 0 && math.Abs(most[at-1].Deviation) < math.Abs(item.Deviation) {
			at--
		}
		if most = slices.Insert(most, at, item); len(most) > n {
			most = most[:n]
		}
	}
	names := make([]string, 0, n)
	for _, item := range most {
		i := &r.m.Indicators[item.Indicator]
		names = append(names, lowerFirst(i.Short)+" "+r.formatFigure(item.Figure, i)+" ("+r.classWords[item.Class]+")")
	}
	return names
}
