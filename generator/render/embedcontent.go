package render

import (
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/region"
)

// An embedContent is what there is to say in a page to embed and in a fragment.
type embedContent struct {
	subject string // "" for the whole of a region
	note    string // small print behind it: a unit, a classification
	says    []string
	key     []region.Fact
	tables  []embedTable
	caution string
	source  string
	anchor  string // of the region's page, where there is more
}

// An embedTable is some figures side by side.
type embedTable struct {
	key     string // its address within the page: "wijken"; "" for the only one
	heading string
	what    string // what the rows are: Groep
	rows    []embedRow
}

// An embedRow is one figure with what it is about.
type embedRow struct {
	part   string // heading above it, of the rows from here on; "" for none
	label  string
	note   string // small print behind the label
	key    string // of the indicator that the row is about, for an address within the page
	region int    // whose page the label leads to; −1 for none
	item   profile.Item
}

// height is about how high the page is in a column of embedWidth, in CSS pixels.
func (c *embedContent) height() int {
	if len(c.tables) == 0 {
		return embedHeight
	}
	high := 340 + 60*len(c.says)
	if len(c.key) > 0 {
		high += 620 // with a wheel
	}
	for _, t := range c.tables {
		high += 80 + 52*len(t.rows)
	}
	return high
}

// embedContent works out what is in one thing to embed.
func (p *Place) embedContent(e Embed) *embedContent {
	r, m := p.r, p.r.m
	c := &embedContent{source: r.sourceAndEdition(m.Tables)}
	switch e.kind {
	case embedWhole:
		c.key, c.says = r.keyFacts(&p.all), []string{r.described(&p.all)}
	case embedTheme:
		c.subject, c.source, c.anchor = m.Themes[e.index].Label, r.source[e.index]+" "+r.editionLine(), "#thema-"+m.Themes[e.index].Key
		c.tables = []embedTable{{what: r.Say("Onderwerp"), rows: r.topicRows(p.all.Items, r.themes[e.index])}}
	case embedIndicator:
		p.aboutIndicator(c, e.index)
		c.says = p.saysOf(&p.all.Items[e.index])
		c.tables = []embedTable{{what: r.Say("Groep"), rows: p.groupRows(e.index)}}
		if p.HasGroups() {
			c.caution = p.r.caution
		}
	case embedComparison:
		p.aboutIndicator(c, e.index)
		c.tables = p.comparisons(e.index)
	case embedGroup:
		p.aboutGroup(c, e)
	}
	return c
}

// aboutIndicator fills what pages about one indicator share.
func (p *Place) aboutIndicator(c *embedContent, i int) {
	ind := &p.r.m.Indicators[i]
	c.subject, c.note, c.anchor = ind.Title, p.r.unitOf(ind), "#i-"+ind.Key
	var tables []model.Table
	for _, t := range ind.Tables {
		tables = append(tables, p.r.m.Tables[t])
	}
	if len(tables) > 0 {
		c.source = p.r.sourceAndEdition(tables)
	}
}

// aboutGroup fills the page of one group: who they are, and where they differ
// most from the country.
func (p *Place) aboutGroup(c *embedContent, e Embed) {
	r, group := p.r, &p.r.m.Groups[e.index]
	c.subject, c.note, c.caution = r.who[e.index], r.m.Classifications[group.Classification].Label, p.r.caution
	of := p.group(e)
	switch {
	case of == nil:
		c.says = []string{r.Say("Van deze groep zijn hier geen cijfers.")}
	case !of.Any():
		c.says = []string{p.tooFew()}
	default:
		c.key = r.keyFacts(of)
		c.says = []string{p.headingOf(of) + "."}
		p.clear = r.remarkable(of.Items, p.clear)
		var most []int
		for _, item := range p.clear {
			most = append(most, item.Indicator)
		}
		if len(most) > 0 {
			c.tables = []embedTable{{heading: r.Sayf("Grootste verschillen met %s", r.country), what: r.Say("Onderwerp"), rows: r.topicRows(of.Items, most)}}
		}
	}
}

// group returns the group that is to be embedded; nil when it has no figures
// here, and for other things.
func (p *Place) group(e Embed) *profile.Profile {
	for k := range p.groups {
		if e.kind == embedGroup && p.groups[k].Group == e.index {
			return &p.groups[k]
		}
	}
	return nil
}

// described is the text equivalent of a wheel, also for the country, which is
// compared with nothing.
func (r *Renderer) described(p *profile.Profile) string {
	if isReference(p) {
		return r.Say("Met deze cijfers vergelijkt de monitor alle gebieden en groepen.")
	}
	return r.describe(p)
}

// topicRows is a row for each of some indicators.
func (r *Renderer) topicRows(items []profile.Item, indicators []int) (rows []embedRow) {
	for _, i := range indicators {
		ind := &r.m.Indicators[i]
		rows = append(rows, embedRow{label: ind.Title, note: r.unitOf(ind), key: ind.Key, region: -1, item: items[i]})
	}
	return rows
}

// saysOf says what a figure is, and how it compares with the country.
func (p *Place) saysOf(item *profile.Item) []string {
	r, ind := p.r, &p.r.m.Indicators[item.Indicator]
	if state := item.Figure.State(); state != model.Known {
		return []string{r.Sayf("Geen cijfer: %s.", r.gapReasons[state])}
	}
	text := string(p.r.appendWithUnit(nil, item.Figure, ind)) + " (" + r.yearOf(ind, item.Period) + ")."
	average := p.r.formatFigure(item.Reference, ind)
	switch {
	case isReference(&p.all) || !ind.Compared() || !item.Reference.Known():
		return []string{text}
	case item.Class == model.NotCompared:
		return []string{text + r.Sayf(" In %s is het %s.", r.country, average)}
	case item.Class == model.Average:
		return []string{text + r.Sayf(" Dat is rond gemiddeld: in %s is het %s.", r.country, average)}
	}
	return []string{text + r.Sayf(" Dat is %s dan in %s (%s).", r.classWords[item.Class], r.country, average)}
}

// groupRows is everybody, what they are compared with, and all groups.
func (p *Place) groupRows(i int) []embedRow {
	r, m := p.r, p.r.m
	item := &p.all.Items[i]
	rows := []embedRow{{label: m.Groups[0].Label, region: -1, item: *item}}
	if g := &m.Regions[p.index]; g.Level > model.Municipality && g.Municipality >= 0 {
		rows = append(rows, p.regionRow(g.Municipality, i))
	}
	if p.index > 0 && m.Indicators[i].Compared() {
		rows = append(rows, p.regionRow(0, i))
	}
	last := -1
	for k := range p.groups {
		group := &m.Groups[p.groups[k].Group]
		row := embedRow{label: group.Label, region: -1, item: p.groups[k].Items[i]}
		if group.Classification != last {
			last = group.Classification
			row.part = r.m.Classifications[last].Label
		}
		rows = append(rows, row)
	}
	return rows
}

// regionRow is the figure of everybody in a region, of the year that is shown of
// this one. That of the country has no class: it is what others are compared
// with.
func (p *Place) regionRow(region, i int) embedRow {
	row := embedRow{label: p.r.m.Regions[region].Name, region: region, item: p.r.base.Item(region, 0, i, p.all.Items[i].Period)}
	if region == 0 {
		row.note = lowerFirst(p.r.m.Groups[0].Label)
		row.item.Class = model.NotCompared
	}
	return row
}
