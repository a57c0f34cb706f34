package compose

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// Translate returns the monitor with its texts in another language. Figures are
// shared, and names of regions stay as they are. What a table itself says in
// Dutch, its title and the description of a topic, stays Dutch.
func Translate(m *model.Monitor, t *model.Translation) (*model.Monitor, error) {
	out := *m
	out.Title, out.Description = t.Title, t.Description
	out.Regions = slices.Clone(m.Regions)
	if t.Country != "" {
		out.Regions[0].Name = upperFirst(t.Country)
	}
	for i := range out.Regions {
		if g := &out.Regions[i]; g.Level == model.OwnArea {
			g.Name, g.Note = t.Areas[g.Code].Label, t.Areas[g.Code].Note
		}
	}
	out.Tables = slices.Clone(m.Tables)
	for i := range out.Tables {
		if name, ok := t.Sources[out.Tables[i].Source]; ok {
			out.Tables[i].Source = name
		}
	}
	out.Themes = slices.Clone(m.Themes)
	for i := range out.Themes {
		out.Themes[i].Label = t.Themes[out.Themes[i].Key]
	}
	out.Classifications = slices.Clone(m.Classifications)
	for i := range out.Classifications {
		c := &out.Classifications[i]
		c.Label, c.Note = t.Classifications[c.Key].Label, t.Classifications[c.Key].Note
	}
	out.Groups = slices.Clone(m.Groups)
	for i := range out.Groups {
		g := &out.Groups[i]
		g.Label, g.Phrase = t.Groups[g.Key].Label, t.Groups[g.Key].Note
		if i == 0 {
			g.Label, g.Phrase = t.Total, ""
		}
	}
	out.Periods = slices.Clone(m.Periods)
	for i := range out.Periods {
		out.Periods[i].Label = periodIn(t.Language, out.Periods[i].Label)
	}
	out.Indicators = slices.Clone(m.Indicators)
	for i := range out.Indicators {
		if err := translateIndicator(&out.Indicators[i], t); err != nil {
			return nil, err
		}
	}
	return &out, nil
}

func translateIndicator(ind *model.Indicator, t *model.Translation) error {
	text := t.Indicators[ind.Key]
	unit := text.Unit
	if unit == "" {
		var ok bool
		if unit, ok = unitIn(t.Language, ind.Unit); !ok {
			return fmt.Errorf("monitor: %s:%d: indicator %q lacks a unit: the table gives %q, which is Dutch", t.File, text.Line, ind.Key, ind.Unit)
		}
	}
	ind.Title, ind.Short, ind.Unit, ind.Universe = text.Title, text.Short, unit, text.Universe
	if ind.Short == "" {
		ind.Short = text.Title
	}
	return nil
}

// units are those that CBS's tables give to many topics.
var units = []string{
	language.Word("aantal"), language.Word("× 1 000 euro"), language.Word("× 1.000 euro"), language.Word("1 000 euro"), language.Word("1 000 inwoners"), language.Word("per km²"), language.Word("per 1.000 inwoners"), language.Word("per 1 000 inwoners"),
	language.Word("per 1.000 huishoudens"), language.Word("per 1.000 woningen"), language.Word("per huishouden"), language.Word("euro"), language.Word("score"), language.Word("ha"),
	language.Word("per 1.000"), language.Word("score, 0 is gemiddeld"), // those of rates and means that are made here
}

// upperFirst begins a heading with a word.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// letters are what a unit without a language has none of: %, km, km².
var letters = regexp.MustCompile(`[a-z]{3}`)

// thousands is a group of digits as Dutch parts it from the one before: × 1.000.
var thousands = regexp.MustCompile(`\.(\d{3})\b`)

// unitIn returns a unit in a language; false for one that is not among units.
func unitIn(l *language.Language, unit string) (string, bool) {
	switch {
	case slices.Contains(units, unit):
		return l.Say(unit), true
	case letters.MatchString(unit):
		return "", false
	}
	return thousands.ReplaceAllString(unit, string(rune(l.Group))+"${1}"), true
}

// monthWords stand in the names of periods.
var monthWords = []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

var partOfYear = regexp.MustCompile(`(\d)e (kwartaal|halfjaar)`)

// periodIn returns the name of a period in a language.
func periodIn(l *language.Language, label string) string {
	label = partOfYear.ReplaceAllStringFunc(label, func(s string) string {
		n, _ := strconv.Atoi(s[:1])
		word := language.Word("kwartaal")
		if strings.HasSuffix(s, "halfjaar") {
			word = language.Word("halfjaar")
		}
		return l.Ordinal(n) + " " + l.Say(word)
	})
	label = strings.Replace(label, "schooljaar", l.Say("schooljaar"), 1)
	for _, month := range monthWords {
		if name, rest, ok := strings.Cut(label, " "); ok && name == month {
			return l.Say(month) + " " + rest
		}
	}
	return label
}
