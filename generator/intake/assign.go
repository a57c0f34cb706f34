package intake

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// mostCodes is how many texts a dimension may have to be proposed as one.
const mostCodes = 500

// assign gives each column its part in the mapping.
func (d *Draft) assign(columns []*column, rows int, areas string) {
	numbered := slices.ContainsFunc(columns, func(c *column) bool { return topicNumber.MatchString(c.name) })
	d.findRegion(columns, areas)
	d.findPeriod(columns)
	if d.findMeasures(columns) {
		return
	}
	for _, c := range columns {
		isTopic := topicNumber.MatchString(c.name)
		name := strings.ToLower(c.name)
		switch {
		case c.name == d.Region.Column || c.name == d.Region.Names || c.name == d.Period.Column:
		case c.counting && rows > 1 && idNames[name]:
			d.Ignore = append(d.Ignore, c.name)
		case strings.HasPrefix(name, "indelingswijziging"):
			d.Topics = append(d.Topics, TopicMapping{Column: c.name, Key: keyOf(c.name), Title: titleOf(c.name), Text: true})
		case c.filled == c.numbers && (isTopic || !numbered):
			d.addTopic(c)
		case isTopic || len(c.distinct) > mostCodes || c.filled < rows:
			d.Ignore = append(d.Ignore, c.name)
		default:
			d.Dimensions = append(d.Dimensions, DimMapping{Column: c.name, Key: keyOf(c.name)})
		}
	}
	if len(d.Topics) == 0 {
		d.ask("topics: no column holds figures only")
	}
}

// addTopic proposes a column of figures; its unit only where the file tells.
func (d *Draft) addTopic(c *column) {
	name := strings.ToLower(c.name)
	unit := open
	switch {
	case strings.Contains(name, "%") || strings.Contains(name, "relatief") || strings.Contains(name, "percentage"):
		unit = "%"
	case c.filled > 0 && c.decimals == 0 && (strings.Contains(name, "aantal") || strings.HasPrefix(name, "totaal") || strings.Contains(name, "personen")):
		unit = "aantal"
	default:
		d.ask(fmt.Sprintf("topics: the unit of %s: aantal, %%, …", c.name))
	}
	d.Topics = append(d.Topics, TopicMapping{Column: c.name, Key: d.freeKey(keyOf(c.name)), Title: titleOf(c.name), Unit: unit, Decimals: c.decimals})
}

// freeKey makes a key that no other topic has.
func (d *Draft) freeKey(key string) string {
	if key == "" {
		key = "Topic"
	}
	free := key
	for n := 2; slices.ContainsFunc(d.Topics, func(t TopicMapping) bool { return t.Key == free }); n++ {
		free = key + "_" + itoa(n)
	}
	return free
}

// titleOf writes a key of CBS as words: TotaleBevolking_2 → Totale bevolking.
func titleOf(name string) string {
	name = topicNumber.ReplaceAllString(strings.TrimPrefix(name, "k_"), "")
	if strings.ContainsAny(name, " /") {
		return name
	}
	var b strings.Builder
	for i, c := range name {
		if i > 0 && c >= 'A' && c <= 'Z' {
			b.WriteByte(' ')
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}

// findRegion takes the column of which all cells are region codes, else the
// one that is called after regions.
func (d *Draft) findRegion(columns []*column, areas string) {
	var codes, names []string
	for _, c := range columns {
		switch {
		case c.codes > 0 && c.codes*10 >= c.filled*9:
			codes = append(codes, c.name)
		case regionNames.MatchString(c.name):
			names = append(names, c.name)
		}
	}
	switch {
	case len(codes) == 1:
		d.Region = RegionMapping{Column: codes[0], By: "code"}
		if len(names) > 0 {
			d.Region.Names = names[0]
		}
		d.askCountry(columns, codes[0])
	case len(codes) > 1:
		d.Region = RegionMapping{Column: open, By: "code"}
		d.ask("region: several columns hold region codes: " + strings.Join(codes, ", "))
	case len(names) == 1:
		d.Region = RegionMapping{Column: names[0], By: "name", Areas: areas}
		if areas == "" {
			d.ask(`region: areas: regions are given by name; the folder with the files of "Gebieden in Nederland"`)
		}
	case len(names) > 1:
		d.Region = RegionMapping{Column: open, By: "name", Areas: areas}
		d.ask("region: several columns may name the region: " + strings.Join(names, ", "))
	default:
		d.Region = RegionMapping{Fixed: open}
		d.ask("region: no column of regions was found; fixed: NL01 if all figures are about the Netherlands")
	}
}

// askCountry asks which codes of the whole country to leave out where there
// are several.
func (d *Draft) askCountry(columns []*column, name string) {
	c := columns[slices.IndexFunc(columns, func(c *column) bool { return c.name == name })]
	if list := slices.Sorted(maps.Keys(c.countries)); len(list) > 1 {
		d.Region.LeaveOut = []string{open}
		d.ask("region: leave_out: a monitor has one country, and there are rows of " + strings.Join(list, ", "))
	}
}

func (d *Draft) findPeriod(columns []*column) {
	for _, c := range columns {
		if c.filled > 0 && c.periods == c.filled && (periodNames.MatchString(c.name) || c.numbers == 0) {
			d.Period = PeriodMapping{Column: c.name}
			return
		}
	}
	d.Period = PeriodMapping{Fixed: open}
	d.ask("period: no column of periods was found; fixed: the year that the figures are about")
}

// findMeasures recognises a long table: a column with names of topics and one
// with their figures.
func (d *Draft) findMeasures(columns []*column) bool {
	var topic, value *column
	for _, c := range columns {
		switch strings.ToLower(c.name) {
		case "measure", "onderwerp", "variabele", "variable":
			topic = c
		case "value", "waarde":
			value = c
		}
	}
	if topic == nil || value == nil || len(topic.distinct) > mostCodes {
		return false
	}
	d.Measures = &MeasureMapping{Column: topic.name, Value: value.name}
	for text := range sorted(topic.distinct) {
		d.Topics = append(d.Topics, TopicMapping{Column: text, Key: d.freeKey(keyOf(text)), Title: text, Unit: open, Decimals: value.decimals})
		d.ask("topics: the unit of " + text)
	}
	for _, c := range columns {
		switch {
		case c == topic || c == value || c.name == d.Region.Column || c.name == d.Region.Names || c.name == d.Period.Column:
		case c.counting && idNames[strings.ToLower(c.name)] || len(c.distinct) > mostCodes:
			d.Ignore = append(d.Ignore, c.name)
		default:
			d.Dimensions = append(d.Dimensions, DimMapping{Column: c.name, Key: keyOf(c.name)})
		}
	}
	return true
}
