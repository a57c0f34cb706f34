package definition

import (
	"regexp"
	"slices"

	"wijkmonitor/generator/model"
)

const (
	firstEdition, lastEdition = 1900, 2200
	// weightKey is the indicator by which the spread weighs regions.
	weightKey = "inwoners"
	// totalKey is the key of the whole population when none is given.
	totalKey   = "totaal"
	totalLabel = "Totale bevolking"
)

// keyForm is what a key may look like: it becomes a part of a URL and a file name.
var keyForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// historyForm is what the name of the file with changes of regions may look like.
var historyForm = regexp.MustCompile(`^[0-9A-Za-z_-]{1,60}\.csv$`)

// postcodesForm is what the name of the file with postcodes may look like.
var postcodesForm = regexp.MustCompile(`^[0-9A-Za-z_-]{1,60}\.csv(\.gz)?$`)

// longestKey is the length of a key, in characters.
const longestKey = 60

// definition reads the whole document; the result is of use only when nothing was added to c.
func (c *collector) definition(root *node) *model.Definition {
	o := c.object(root, "the definition", "title", "edition", "description", "languages", "fictional", "levels", "group_levels",
		"spread_level", "min_base", "history", "provinces", "postcodes", "tables", "themes", "total", "classifications", "indicators", "areas", "dashboards", "group_maps", "embeds", "embed_details", "embed_indicators", "reports", "frame_ancestors", "retired")
	if o == nil {
		return nil
	}
	o.need("title", "edition", "tables", "themes", "indicators")
	d := &model.Definition{
		Title:       o.text("title"),
		Edition:     o.whole("edition", firstEdition, lastEdition, 0),
		Description: o.prose("description"),
		Fictional:   o.truth("fictional"),
	}
	d.Languages = c.languages(o)
	d.Themes = c.themes(o)
	d.Tables = c.tables(o)
	d.Total = c.total(o)
	d.Classifications = c.classifications(o)
	d.Indicators = c.indicators(o, d)
	d.Areas = c.areas(o)
	c.levels(o, d)
	c.protection(o, d)
	c.history(o, d)
	c.provinces(o, d)
	c.postcodes(o, d)
	c.checkTables(d)
	c.checkTopics(d)
	c.checkCombined(d)
	c.checkMoved(d)
	c.checkWeight(o, d)
	c.retired(o, d)
	slices.SortStableFunc(d.Indicators, func(a, b model.IndicatorSpec) int {
		return themeIndex(d, a.Theme) - themeIndex(d, b.Theme)
	})
	return d
}

const (
	// defaultBase is the number of people from which figures of a group are shown when nothing is said.
	defaultBase = 50
	largestBase = 100_000
)

// protection reads from how many people on the figures of a group are shown.
func (c *collector) protection(o *object, d *model.Definition) {
	if len(d.Classifications) > 0 {
		d.MinBase = defaultBase
	}
	d.MinBase = o.whole("min_base", 0, largestBase, d.MinBase)
}

// history reads the name of the file with changes of regions, beside the definition.
func (c *collector) history(o *object, d *model.Definition) {
	d.History = o.text("history")
	if d.History != "" && !historyForm.MatchString(d.History) {
		c.add(o.at("history"), "history is %q; the name of a CSV file beside the definition would be right", d.History)
	}
}

// provinces reads the name of the file with the provinces of municipalities, beside the definition.
func (c *collector) provinces(o *object, d *model.Definition) {
	d.Provinces = o.text("provinces")
	if d.Provinces != "" && !postcodesForm.MatchString(d.Provinces) {
		c.add(o.at("provinces"), "provinces is %q; the name of a file beside the definition, such as provincies.csv or gebieden.csv.gz, would be right", d.Provinces)
	}
}

// postcodes reads the name of the file with postcodes, beside the definition.
func (c *collector) postcodes(o *object, d *model.Definition) {
	d.Postcodes = o.text("postcodes")
	if d.Postcodes != "" && !postcodesForm.MatchString(d.Postcodes) {
		c.add(o.at("postcodes"), "postcodes is %q; the name of a file beside the definition, such as postcodes.csv or postcodes.csv.gz, would be right", d.Postcodes)
	}
}

func themeIndex(d *model.Definition, key string) int {
	return slices.IndexFunc(d.Themes, func(t model.ThemeSpec) bool { return t.Key == key })
}

// themes reads the themes. A theme without indicators is allowed: pages leave it out.
func (c *collector) themes(o *object) []model.ThemeSpec {
	var themes []model.ThemeSpec
	keys := keys{c: c, what: "theme", reserved: []string{"data", "groepen", "index", "insluiten", "jaren", "rapport", "taart", "kaart", "groep", "profieltaart"}}
	for _, n := range o.list("themes") {
		t := c.object(n, named("theme", n), "key", "label")
		if t == nil {
			continue
		}
		t.need("key", "label")
		themes = append(themes, model.ThemeSpec{Line: n.line, Key: keys.read(t), Label: t.text("label")})
	}
	return themes
}

// levels reads the levels that have pages, that have figures of groups, and that the spread is taken over.
func (c *collector) levels(o *object, d *model.Definition) {
	d.Levels = []model.Level{model.Country, model.Municipality, model.District, model.Neighbourhood}
	if o.has("levels") {
		d.Levels = o.levelList("levels")
		for i, l := range d.Levels {
			if int(l) != i {
				c.add(o.at("levels"), "levels has %s without the level above it, %s", l, l-1)
				break
			}
		}
		if len(d.Levels) == 1 {
			c.add(o.at("levels"), "levels has %s only; at least land and gemeente would be right", d.Levels[0])
		}
	}
	d.SpreadLevel = model.Municipality
	if o.has("spread_level") {
		if l, ok := o.level("spread_level", o.text("spread_level"), o.at("spread_level")); ok {
			d.SpreadLevel = l
		}
	}
	if d.SpreadLevel == model.Country || !slices.Contains(d.Levels, d.SpreadLevel) {
		c.add(o.at("spread_level"), "spread_level is %s; one of levels below land would be right", d.SpreadLevel)
	}
	c.groupLevels(o, d)
	c.dashboards(o, d)
	c.groupMaps(o, d)
	c.embeds(o, d)
	c.reports(o, d)
}

func (c *collector) groupLevels(o *object, d *model.Definition) {
	if !o.has("group_levels") {
		if len(d.Classifications) > 0 {
			d.GroupLevels = slices.DeleteFunc(slices.Clone(d.Levels), func(l model.Level) bool { return l > model.District })
		}
		return
	}
	d.GroupLevels = o.levelList("group_levels")
	for _, l := range d.GroupLevels {
		if !slices.Contains(d.Levels, l) {
			c.add(o.at("group_levels"), "group_levels has %s, which levels has not", l)
		}
	}
	if !slices.Contains(d.GroupLevels, model.Country) {
		c.add(o.at("group_levels"), "group_levels lacks land: the figures of the country say which period is shown")
	}
}

// levelList reads a list of levels and returns it from large to small.
func (o *object) levelList(key string) []model.Level {
	var levels []model.Level
	for _, word := range o.texts(key, false) {
		if l, ok := o.level(key, word, o.at(key)); ok {
			levels = append(levels, l)
		}
	}
	slices.Sort(levels)
	return levels
}

func (o *object) level(key, word string, line int) (model.Level, bool) {
	if word == "" {
		return 0, false
	}
	l, ok := model.ParseLevel(word)
	if !ok {
		o.c.add(line, "%s: %q has unknown level %q%s", o.what, key, word, didYouMean(word, []string{"land", "gemeente", "wijk", "buurt"}))
	}
	return l, ok
}

// dashboards reads the levels whose regions have a page per theme.
func (c *collector) dashboards(o *object, d *model.Definition) {
	d.Dashboards = []model.Level{model.Country, model.Municipality, model.District}
	if !o.has("dashboards") {
		return
	}
	d.Dashboards = o.levelList("dashboards")
	if slices.Contains(d.Dashboards, model.Neighbourhood) {
		c.add(o.at("dashboards"), "dashboards has buurt, of which there is nothing to set side by side; land, gemeente and wijk would be right")
	}
}

// groupMaps reads which maps are there for each group: of the country, and of
// municipalities.
func (c *collector) groupMaps(o *object, d *model.Definition) {
	d.GroupMaps = []model.Level{model.Country, model.Municipality}
	if !o.has("group_maps") {
		return
	}
	d.GroupMaps = o.levelList("group_maps")
	for _, l := range d.GroupMaps {
		if l != model.Country && l != model.Municipality {
			c.add(o.at("group_maps"), "group_maps has %s, of which there are no maps; land, gemeente or both would be right", l)
		}
	}
}
