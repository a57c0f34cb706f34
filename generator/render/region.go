package render

import (
	"math"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

var caution = language.Word("Verschillen tussen groepen zeggen niets over de oorzaak. Leeftijd, inkomen en opleiding spelen vaak mee. Kijk altijd naar meer onderwerpen tegelijk.")

// Region appends the page of the region itself.
func (p *Place) Region(b []byte) []byte {
	r, g, path := p.r, &p.r.m.Regions[p.index], p.path
	page := region.Page{
		Frame: r.frame(path, r.regionTitle("", g), r.Sayf("Cijfers over %s: bevolking, wonen, onderwijs, werk, veiligheid en zorg, vergeleken met %s.", g.Name, r.country), r.regionCrumbs(path, p.index)),
		Name:  g.Name, Level: r.level(g.Level), Country: r.country, Years: len(r.m.Periods) > 1, Retired: r.retired(g),
		Margin: p.root + "methode/" + r.Say("#geen-kleur-door-toeval-of-afronding"),
		Code:   g.Code, Figures: p.root + r.site + r.path(dataRoot(g, p.index)) + "data/", Part: PartName(r.part[p.index]), Sources: p.root + r.site + "data/bronnen.json",
		Notice: r.notice(g), Life: r.life(g, path), Next: r.successors(g, path), Parts: r.parts(p.index, path), Data: p.downloads(), Tables: p.tables(), Remarks: p.remarks(p.said[:0]),
		Near: r.Near(p.index, p.root),
	}
	p.said = page.Remarks
	if p.HasOEmbed() {
		page.Frame.OEmbed = r.address + path + EmbedFolder + "oembed.json"
	}
	if !page.Retired {
		page.Key, page.Empty, page.Switch, page.Equality = r.keyFacts(&p.all), r.emptiness(&p.all), p.groupSwitch(""), p.equality()
	}
	return p.r.appendPage(b, region.View(&page))
}

// regionTitle tells a region from its namesakes: names of wijken and buurten
// repeat, even within a municipality, so those get their code.
func (r *Renderer) regionTitle(before string, g *model.Region) string {
	tail := " (" + r.level(g.Level) + ")"
	if g.Level == model.District || g.Level == model.Neighbourhood {
		tail = " (" + r.level(g.Level) + " " + g.Code + ")"
	}
	return r.pageTitle(before+g.Name, tail)
}

// regionCrumbs leads from the country down to the region.
func (r *Renderer) regionCrumbs(path string, index int) []layout.Link {
	var up []layout.Link
	for i := index; i >= 0; i = r.m.Regions[i].Parent {
		up = append([]layout.Link{{Href: rootOf(path) + r.path(i), Text: r.m.Regions[i].Name}}, up...)
	}
	return r.crumbs(path, up...)
}

func (r *Renderer) keyFacts(p *profile.Profile) []region.Fact {
	var facts []region.Fact
	for i := range r.m.Indicators {
		ind, item := &r.m.Indicators[i], &p.Items[i]
		if !ind.KeyFigure || !item.Figure.Known() {
			continue
		}
		note := r.yearOf(ind, item.Period)
		if ind.Unit != "%" && ind.Compared() {
			note = ind.Unit + ", " + note
		}
		facts = append(facts, region.Fact{Label: ind.Title, Value: r.formatFigure(item.Figure, ind), Note: note})
	}
	return facts
}

func (r *Renderer) year(period int) string {
	if period < 0 {
		return ""
	}
	return r.m.Periods[period].Label
}

// yearOf is year, and says so where the source may still change its figures.
func (r *Renderer) yearOf(ind *model.Indicator, period int) string {
	if slices.Contains(ind.Provisional, period) {
		return r.year(period) + r.Say(", voorlopig")
	}
	return r.year(period)
}

// emptiness explains a region that has next to no figures.
func (r *Renderer) emptiness(p *profile.Profile) string {
	for i := range r.m.Indicators {
		if v, known := p.Items[i].Figure.Value(); r.m.Indicators[i].Key == "inwoners" && known && v == 0 {
			return r.Say("Hier woont niemand. Daarom zijn er bijna geen cijfers.")
		}
	}
	if !p.Any() {
		return r.Say("Van dit gebied zijn nog geen cijfers om te vergelijken.")
	}
	return ""
}

// coverage says how many of the inhabitants of an own area live where the parts
// have a figure; nothing when all do.
func (r *Renderer) coverage(p *profile.Profile, item *profile.Item) string {
	all, ok := r.m.Coverage[p.Region]
	if !ok || item.Period < 0 {
		return ""
	}
	share := all[(p.Group*len(r.m.Indicators)+item.Indicator)*len(r.m.Periods)+item.Period]
	if share == 0 || share >= 1 {
		return ""
	}
	return r.Sayf("dekking %s%%", r.formatNumber(math.Floor(100*share), 0))
}

// groupSwitch prepares the wheel and the groups that have one. prefix leads
// from the page to the region's folder.
func (p *Place) groupSwitch(prefix string) region.Switch {
	r, root := p.r, p.root
	if prefix != "" {
		root = ""
	}
	s := region.Switch{Heading: p.headingOf(&p.all), Whole: r.m.Groups[0].Label, Method: root + "methode/" + r.Say("#hoe-lees-ik-de-profieltaart"), Withheld: root + "methode/" + r.Say("#te-weinig-inwoners")}
	s.Help = []byte(r.help[len(root)/3])
	if p.Any() {
		w := p.wheelOfAll(prefix)
		w.Switch = p.HasGroups()
		p.wheel = chart.AppendInline(p.wheel[:0], w)
		s.Wheel = p.wheel
	}
	switch {
	case len(r.m.Groups) < 2:
		return s
	case !r.m.Cube.HasGroups(p.index):
		s.Missing = r.grouped
		return s
	case !p.HasGroups():
		s.Missing = r.Say("Voor dit gebied zijn er geen cijfers per groep om te vergelijken.")
		return s
	}
	for c := range r.m.Classifications {
		if of := p.groupsOf(c); len(of) > 0 {
			set := region.Set{Label: r.m.Classifications[c].Label}
			for _, g := range of {
				set.Groups = append(set.Groups, p.groupChoice(g, prefix))
			}
			s.Sets = append(s.Sets, set)
		}
	}
	if missing := p.missingGroups(); len(missing) > 0 {
		s.Missing = r.Sayf("Geen cijfers voor: %s.", p.r.join(missing))
	}
	s.Caution, s.Matrix = r.caution, prefix+"groepen/"
	s.Heading = s.Whole + ": " + lowerFirst(s.Heading)
	return s
}

// groupsElsewhere says for which regions there are figures of groups.
func (r *Renderer) groupsElsewhere() string {
	var has [model.LevelCount]bool
	for i := range r.m.Regions {
		has[r.m.Regions[i].Level] = has[r.m.Regions[i].Level] || r.m.Cube.HasGroups(i)
	}
	var levels []string
	for l, name := range [...]string{model.Country: language.Word("het land"), model.Municipality: language.Word("gemeenten"), model.District: language.Word("wijken"), model.Neighbourhood: language.Word("buurten")} {
		if has[l] {
			levels = append(levels, r.Say(name))
		}
	}
	return r.Sayf("Deze monitor geeft cijfers per groep alleen voor %s.", r.join(levels))
}

// groupChoice is one group to choose: its wheel, or why it has none.
func (p *Place) groupChoice(g *profile.Profile, prefix string) region.Group {
	group := &p.r.m.Groups[g.Group]
	if !g.Any() {
		return region.Group{Key: group.Key, Label: group.Label, Heading: p.r.who[g.Group] + p.r.Say(": te weinig inwoners"),
			Why: p.r.Sayf("Te weinig inwoners. In %s horen te weinig mensen bij deze groep om cijfers te tonen, of hun cijfers zouden een te kleine groep verraden.", p.r.m.Regions[p.index].Name)}
	}
	return region.Group{Key: group.Key, Label: group.Label, Heading: p.r.who[g.Group] + ": " + lowerFirst(p.headingOf(g)),
		Image: prefix + "taart/groepen.svg#" + group.Key, Who: p.r.who[g.Group]}
}

// missingGroups names the groups of which there is nothing at all.
func (p *Place) missingGroups() []string {
	var missing []string
	k := 0
	for g := 1; g < len(p.r.m.Groups); g++ {
		switch {
		case k < len(p.groups) && p.groups[k].Group == g:
			k++
		case !p.r.m.Groups[g].Hidden:
			missing = append(missing, p.r.m.Groups[g].Label)
		}
	}
	return missing
}

func (s *speech) dataScope(l model.Level) string {
	if l == model.Municipality {
		return s.Say("de hele gemeente")
	}
	return s.Sayf("dit %s", s.level(l))
}

func (p *Place) downloads() []layout.Link {
	r, g := p.r, &p.r.m.Regions[p.index]
	root := dataRoot(g, p.index)
	town := p.root + r.site + r.path(root)
	links := []layout.Link{{Href: town + "cijfers.csv", Text: r.Say("Cijfers als CSV"), Note: r.Say("voor een rekenblad, ") + r.dataScope(r.m.Regions[root].Level)}}
	if p.HasWheelFile() {
		links = append(links, layout.Link{Href: "taart/totaal.svg", Text: r.Say("Profieltaart als SVG")})
	}
	if p.HasWheels() {
		links = append(links, layout.Link{Href: "taart/groepen.svg", Text: r.Say("Profieltaarten van alle groepen als SVG")})
	}
	if p.Embedded() {
		links = append(links, layout.Link{Href: EmbedFolder + "#code", Text: r.Say("Insluiten"), Note: r.Say("op uw eigen website of intranet")})
	}
	return append(links, layout.Link{Href: p.root + "data/", Text: r.Say("Over deze en andere bestanden"), Note: strings.ToUpper(g.Code)})
}
