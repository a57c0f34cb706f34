package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/region"
)

const caution = "Verschillen tussen groepen zeggen niets over de oorzaak. Leeftijd, inkomen en opleiding spelen vaak mee. Kijk altijd naar meer onderwerpen tegelijk."

// Region appends the page of one region.
func (r *Renderer) Region(b []byte, index int) []byte {
	g := &r.m.Regions[index]
	path := Path(r.m, index)
	p := r.base.Profile(index, 0)
	page := region.Page{
		Frame: r.frame(path, r.regionTitle("", g), fmt.Sprintf("Cijfers over %s: bevolking, wonen, onderwijs, werk, veiligheid en zorg, vergeleken met %s.", g.Name, r.country), r.regionCrumbs(path, index)),
		Name:  g.Name, Level: g.Level.String(), Country: r.country, HasTown: g.Level > model.Municipality && g.Municipality >= 0,
		Key: r.keyFacts(&p), Empty: r.emptiness(&p), Switch: r.groupSwitch(&p, path, ""),
		Margin: rootOf(path) + "methode/#geen-kleur-door-toeval-of-afronding",
		Code:   g.Code, Figures: rootOf(path) + Path(r.m, dataRoot(g, index)) + "data/", Sources: rootOf(path) + "data/bronnen.json",
		Notice: r.notice(g), Life: r.life(g, path), Parts: r.parts(index, path), Data: r.downloads(index, path),
	}
	if len(r.m.Periods) > 1 {
		page.Years = "jaren/"
	}
	if r.retired(g) {
		page.Empty, page.Key = "", nil
		return appendPage(b, region.View(&page))
	}
	for t := range r.m.Themes {
		if len(r.themes[t]) > 0 {
			table := r.themeTable(&p, t, path)
			if page.Switch.Matrix != "" && r.HasTheme(t) {
				table.Groups = r.m.Themes[t].Key + "/"
			}
			page.Themes = append(page.Themes, table)
		}
	}
	return appendPage(b, region.View(&page))
}

// regionTitle tells a region from its namesakes: names of wijken and buurten
// repeat, even within a municipality, so those get their code.
func (r *Renderer) regionTitle(before string, g *model.Region) string {
	tail := " (" + g.Level.String() + ")"
	if g.Level == model.District || g.Level == model.Neighbourhood {
		tail = " (" + g.Level.String() + " " + g.Code + ")"
	}
	return r.pageTitle(before+g.Name, tail)
}

// regionCrumbs leads from the country down to the region.
func (r *Renderer) regionCrumbs(path string, index int) []layout.Link {
	var up []layout.Link
	for i := index; i >= 0; i = r.m.Regions[i].Parent {
		up = append([]layout.Link{{Href: rootOf(path) + Path(r.m, i), Text: r.m.Regions[i].Name}}, up...)
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
		note := r.year(item.Period)
		if ind.Unit != "%" && ind.Compared() {
			note = ind.Unit + ", " + note
		}
		facts = append(facts, region.Fact{Label: ind.Title, Value: formatFigure(item.Figure, ind), Note: note})
	}
	return facts
}

func (r *Renderer) year(period int) string {
	if period < 0 {
		return ""
	}
	return r.m.Periods[period].Label
}

// emptiness explains a region that has next to no figures.
func (r *Renderer) emptiness(p *profile.Profile) string {
	for i := range r.m.Indicators {
		if v, known := p.Items[i].Figure.Value(); r.m.Indicators[i].Key == "inwoners" && known && v == 0 {
			return "Hier woont niemand. Daarom zijn er bijna geen cijfers."
		}
	}
	if !p.Any() {
		return "Van dit gebied zijn nog geen cijfers om te vergelijken."
	}
	return ""
}

func (r *Renderer) themeTable(p *profile.Profile, theme int, path string) region.Theme {
	t := region.Theme{Key: r.m.Themes[theme].Key, Label: r.m.Themes[theme].Label, Source: r.source[theme]}
	if s := p.Scores[theme]; s.Known && !isReference(p) {
		t.Score = scoreWords[s.Class]
	}
	for _, i := range r.themes[theme] {
		ind := &r.m.Indicators[i]
		t.Rows = append(t.Rows, region.Row{
			Key: ind.Key, Href: rootOf(path) + "indicatoren/" + ind.Key + "/", Title: ind.Title, Unit: unitOf(ind), Cell: r.cell(p, i),
		})
	}
	return t
}

// isReference tells whether a profile is what all others are compared with.
func isReference(p *profile.Profile) bool { return p.Region == 0 && p.Group == 0 }

// cell prints one figure with what is said of it. The reference itself has no
// difference with the country.
func (r *Renderer) cell(p *profile.Profile, indicator int) region.Cell {
	ind, item := &r.m.Indicators[indicator], &p.Items[indicator]
	c := region.Cell{Figure: formatFigure(item.Figure, ind), Year: r.year(item.Period)}
	c.Provisional = slices.Contains(ind.Provisional, item.Period)
	c.Coverage = r.coverage(p, item)
	if !item.Figure.Known() {
		c.Sign, c.Gap = gaps[item.Figure.State()].sign, gaps[item.Figure.State()].explanation
		c.Class = "gat-vak"
		return c
	}
	if !isReference(p) {
		c.Country = formatMinus(item.Figure, item.Reference, ind)
	}
	c.Town = formatMinus(item.Figure, item.Municipality, ind)
	c.Margin = formatMargin(item.Interval, item.Figure, ind)
	if item.Class != model.NotCompared {
		c.Class, c.Word = chart.ClassName(item.Class, ind.Polarity), classWords[item.Class]
	}
	return c
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
	return "dekking " + formatNumber(math.Floor(100*share), 0) + "%"
}

// HasGroups tells whether a region has a page that sets its groups side by
// side: when there is more than one to show, or to say that it is withheld.
func (r *Renderer) HasGroups(region int) bool {
	if !r.m.Cube.HasGroups(region) {
		return false
	}
	n := 0
	for g := range r.m.Groups {
		if r.m.Groups[g].Hidden {
			continue
		}
		if p := r.base.Profile(region, g); p.Any() || p.Withheld() {
			n++
		}
	}
	return n > 1
}

// groupSwitch prepares the wheel and the groups that have one. prefix leads
// from the page to the region's folder.
func (r *Renderer) groupSwitch(p *profile.Profile, path, prefix string) region.Switch {
	s := region.Switch{Heading: r.heading(p), Whole: r.m.Groups[0].Label, Method: rootOf(path) + "methode/#hoe-lees-ik-de-profieltaart", Withheld: rootOf(path) + "methode/#te-weinig-inwoners"}
	if prefix != "" {
		s.Method, s.Withheld = "methode/#hoe-lees-ik-de-profieltaart", "methode/#te-weinig-inwoners"
	}
	if p.Any() {
		s.Wheel = string(chart.AppendInline(nil, r.wheel(p, "w", prefix)))
	}
	if len(r.m.Groups) < 2 {
		return s
	}
	if !r.m.Cube.HasGroups(p.Region) {
		s.Missing = "Voor dit gebied zijn er geen cijfers per groep: de groepen zijn hier vaak te klein."
		return s
	}
	var missing []string
	for c := range r.m.Classifications {
		set := region.Set{Label: r.m.Classifications[c].Label}
		for g := 1; g < len(r.m.Groups); g++ {
			group := &r.m.Groups[g]
			if group.Classification != c || group.Hidden {
				continue
			}
			gp := r.base.Profile(p.Region, g)
			switch {
			case gp.Any():
			case gp.Withheld():
				set.Groups = append(set.Groups, region.Group{Key: group.Key, Label: group.Label, Heading: group.Label + ": te weinig inwoners",
					Why: fmt.Sprintf("Te weinig inwoners. In %s horen te weinig mensen bij deze groep om cijfers te tonen, of hun cijfers zouden een te kleine groep verraden.", r.m.Regions[p.Region].Name)})
				continue
			default:
				missing = append(missing, group.Label)
				continue
			}
			set.Groups = append(set.Groups, region.Group{Key: group.Key, Label: group.Label, Heading: group.Label + ": " + lowerFirst(r.heading(&gp)),
				Image: prefix + "taart/" + group.Key + ".svg", Alt: groupName(group) + ". " + r.describe(&gp)})
		}
		if len(set.Groups) > 0 {
			s.Sets = append(s.Sets, set)
		}
	}
	if len(missing) > 0 && len(s.Sets) > 0 {
		s.Missing = "Geen cijfers voor: " + join(missing) + "."
	} else if len(s.Sets) == 0 {
		s.Missing = "Voor dit gebied zijn er geen cijfers per groep om te vergelijken."
	}
	if len(s.Sets) > 0 {
		s.Caution = caution
		s.Heading = s.Whole + ": " + lowerFirst(s.Heading)
	}
	if r.HasGroups(p.Region) {
		s.Matrix = prefix + "groepen/"
	}
	return s
}

// dataRoot returns the region whose files hold the figures of a region: its
// municipality, else itself.
func dataRoot(g *model.Region, index int) int {
	if g.Municipality >= 0 {
		return g.Municipality
	}
	return index
}

func dataScope(l model.Level) string {
	if l == model.Municipality {
		return "de hele gemeente"
	}
	return "dit " + l.String()
}

func (r *Renderer) downloads(index int, path string) []layout.Link {
	g := &r.m.Regions[index]
	var links []layout.Link
	if root := dataRoot(g, index); root >= 0 {
		town := rootOf(path) + Path(r.m, root)
		links = append(links, layout.Link{Href: town + "cijfers.csv", Text: "Cijfers als CSV", Note: "voor een rekenblad, " + dataScope(r.m.Regions[root].Level)})
		for _, t := range r.m.Themes {
			links = append(links, layout.Link{Href: town + "data/" + t.Key + ".json", Text: t.Label + " als JSON"})
		}
	}
	if p := r.base.Profile(index, 0); p.Any() {
		links = append(links, layout.Link{Href: "taart/totaal.svg", Text: "Profieltaart als SVG"})
	}
	return append(links, layout.Link{Href: rootOf(path) + "data/", Text: "Over deze bestanden", Note: strings.ToUpper(g.Code)})
}
