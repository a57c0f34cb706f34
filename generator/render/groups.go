package render

import (
	"html"
	"slices"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/groups"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

// classSigns say in a table of colours what the words say elsewhere.
var classSigns = [model.ClassCount]string{
	model.MuchLower: "↓↓", model.Lower: "↓", model.Average: "≈", model.Higher: "↑", model.MuchHigher: "↑↑",
}

// Groups appends the page that sets all groups of the region side by side.
func (p *Place) Groups(b []byte) []byte {
	r, g := p.r, &p.r.m.Regions[p.index]
	path := p.path + "groepen/"
	crumbs := append(r.regionCrumbs(path, p.index), layout.Link{Text: r.Say("Alle groepen"), Current: true})
	crumbs[len(crumbs)-2].Current = false
	page := groups.Page{
		Frame: r.frame(path, r.regionTitle(r.Say("Alle groepen in "), g), r.Sayf("Alle groepen inwoners van %s naast elkaar, per onderwerp.", g.Name), crumbs),
		Name:  g.Name, Back: "../", Caution: r.caution, Why: rootOf(path) + "methode/" + r.Say("#te-weinig-inwoners"), Margin: rootOf(path) + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding"), Country: r.country, Help: r.appendHelp(nil, path),
	}
	seen := signs{}
	for c := range r.m.Classifications {
		if of := p.groupsOf(c); len(of) > 0 {
			page.Sets = append(page.Sets, p.groupSet(c, of, &seen))
		}
	}
	page.Signs = r.appendSigns(nil, &seen)
	return p.r.appendPage(b, groups.View(&page))
}

// groupsOf returns the groups of one classification.
func (p *Place) groupsOf(classification int) []*profile.Profile {
	var of []*profile.Profile
	for k := range p.groups {
		if p.r.m.Groups[p.groups[k].Group].Classification == classification {
			of = append(of, &p.groups[k])
		}
	}
	return of
}

// groupSet is one classification: small wheels, and a table per theme.
func (p *Place) groupSet(classification int, of []*profile.Profile, seen *signs) groups.Set {
	c := &p.r.m.Classifications[classification]
	set := groups.Set{Key: c.Key, Label: c.Label, Note: c.Note}
	set.Wheels, set.Withheld = p.smallWheels(of, "../")
	p.html = p.html[:0]
	for t := range p.r.m.Themes {
		if len(p.r.themes[t]) > 0 {
			p.matrix(c, t, of, seen)
		}
	}
	set.Tables = slices.Clone(p.html)
	return set
}

// smallWheels are the wheels of everybody and of groups, and says which groups
// are withheld. up leads from the page to the region's folder.
func (p *Place) smallWheels(of []*profile.Profile, up string) (wheels []groups.Wheel, says string) {
	add := func(of *profile.Profile) {
		wheels = append(wheels, groups.Wheel{Label: p.r.m.Groups[of.Group].Label, Picture: p.appendWindow(nil, of, up, p.headingOf(of), true)})
	}
	if p.Any() && p.HasWheels() {
		add(&p.all)
	}
	var withheld []string
	for k := range of {
		if of[k].Any() {
			add(of[k])
		} else {
			withheld = append(withheld, p.r.m.Groups[of[k].Group].Label)
		}
	}
	if len(withheld) > 0 {
		says = p.r.Sayf("Te weinig inwoners om cijfers te tonen, of het cijfer zou een te kleine groep verraden: %s.", p.r.join(withheld))
	}
	return wheels, says
}

// equality shows the wheels of all groups beside each other on the region's own
// page.
func (p *Place) equality() (e region.Equality) {
	if !p.HasWheels() || p.r.retired(&p.r.m.Regions[p.index]) {
		return e
	}
	for c := range p.r.m.Classifications {
		wheels, withheld := p.smallWheels(p.groupsOf(c), "")
		if len(wheels) > 1 {
			e.Sets = append(e.Sets, region.Small{Label: p.r.m.Classifications[c].Label, Wheels: wheels, Withheld: withheld})
		}
	}
	e.Why, e.Caution = p.root+"methode/"+p.r.Say("#te-weinig-inwoners"), p.r.caution
	return e
}

// matrix appends the table of one theme: a row per indicator, a column per
// group. What the groups are compared with is of the year of their figures.
func (p *Place) matrix(c *model.Classification, t int, of []*profile.Profile, seen *signs) {
	r, theme := p.r, &p.r.m.Themes[t]
	id := `kop-` + c.Key + `-` + theme.Key
	p.add(`<div class="thema"><h3 id="`, id, `">`, html.EscapeString(theme.Label), `</h3><section class="breed" tabindex="0" aria-label="`, html.EscapeString(c.Label+": "+theme.Label), `"><table class="matrix`, p.kind(), `" data-thema="`, theme.Key, `" data-groepen="`)
	for k := range of {
		p.add(r.m.Groups[of[k].Group].Key, " ")
	}
	p.add(`" data-scores="`)
	for k := range of {
		score := of[k].Scores[t]
		p.add((&chart.Sector{Judged: score.Judged, Score: score.Class}).ClassName(), " ")
	}
	year := p.matrixYear(t, of)
	p.add(`" data-jaar="`)
	if year >= 0 {
		p.add(r.m.Periods[year].Label)
	}
	p.add(`"><thead><tr><th scope="col">`)
	if year >= 0 {
		p.add(r.Say("Cijfers van "), r.m.Periods[year].Label)
	}
	p.add(`<th scope="col">`, r.Say("Heel "), html.EscapeString(r.country), `<th scope="col">`, r.Say("Gemeente"), `<th scope="col">`, html.EscapeString(r.m.Groups[0].Label))
	for k := range of {
		p.add(`<th scope="col">`, html.EscapeString(r.m.Groups[of[k].Group].Label))
	}
	p.add("<tbody>")
	for _, i := range r.themes[t] {
		p.matrixRow(i, year, of, seen)
	}
	p.add("</table></section></div>\n")
}

// matrixPeriod is the period of a row: that of the groups, or of everybody
// where no group has the indicator.
func (p *Place) matrixPeriod(i int, of []*profile.Profile) int {
	for k := range of {
		if period := of[k].Items[i].Period; period >= 0 {
			return period
		}
	}
	return p.all.Items[i].Period
}

// matrixYear returns the period that most rows of a theme are of.
func (p *Place) matrixYear(t int, of []*profile.Profile) int {
	return mostOf(p.r.themes[t], func(i int) int { return p.matrixPeriod(i, of) })
}

// matrixRow appends one indicator.
func (p *Place) matrixRow(i, year int, of []*profile.Profile, seen *signs) {
	r, ind := p.r, &p.r.m.Indicators[i]
	period := p.matrixPeriod(i, of)
	p.add(`<tr data-i="`, ind.Key, `"><th scope="row">`, r.titleHTML[i])
	if period >= 0 && period != year {
		p.add(`<i>`, r.m.Periods[period].Label, `</i>`)
	}
	all := r.base.Item(p.index, 0, i, period)
	p.plainCell(all.Reference, ind)
	p.plainCell(all.Municipality, ind)
	p.matrixCell(&all, period, seen)
	for k := range of {
		p.matrixCell(&of[k].Items[i], period, seen)
	}
	p.add("\n")
}

// plainCell appends what others are compared with; nothing for a gap.
func (p *Place) plainCell(f model.Figure, ind *model.Indicator) {
	p.add("<td>")
	if f.Known() && ind.Compared() {
		p.html = p.r.appendFigure(p.html, f, ind)
	}
}

// matrixCell appends a figure with the sign of its class and its margin.
func (p *Place) matrixCell(item *profile.Item, period int, seen *signs) {
	ind, state := &p.r.m.Indicators[item.Indicator], item.Figure.State()
	if state != model.Known {
		seen.state[state] = true
		p.add("<td>", p.r.gaps[state].sign)
		return
	}
	compared := item.Class != model.NotCompared
	if compared {
		p.add(`<td class="`, chart.ClassName(item.Class, ind.Polarity), `">`)
	} else {
		p.add("<td>")
	}
	p.html = p.r.appendFigure(p.html, item.Figure, ind)
	if slices.Contains(ind.Provisional, item.Period) {
		seen.provisional = true
		p.add("*")
	}
	if compared {
		p.add(" ", classSigns[item.Class])
	}
	if item.Period != period {
		p.add(" <i>", p.r.m.Periods[item.Period].Label, "</i>")
	}
	p.add("<br>")
	p.html = p.r.appendMargin(p.html, item.Interval, item.Figure, ind)
}
