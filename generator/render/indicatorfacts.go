package render

import (
	"strings"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/region"
)

// indicatorFacts says what an indicator measures, and where it comes from.
func (r *Renderer) indicatorFacts(ind *model.Indicator) []region.Fact {
	facts := []region.Fact{{Label: r.Say("Thema"), Value: r.m.Themes[ind.Theme].Label}, {Label: r.Say("Eenheid"), Value: r.unitOf(ind)}}
	if ind.Universe != "" {
		facts = append(facts, region.Fact{Label: r.Say("Over wie of wat"), Value: ind.Universe})
	}
	if ind.Compared() {
		facts = append(facts, region.Fact{Label: r.Say("Oordeel"), Value: r.Say(polarityWords[ind.Polarity])})
	} else {
		facts = append(facts, region.Fact{Label: r.Say("Vergelijken"), Value: r.Say("Aantallen vergelijken we niet: een groot gebied heeft vanzelf meer.")})
	}
	if ind.Formula != "" {
		facts = append(facts, region.Fact{Label: r.Say("Berekening"), Value: ind.Formula, Lang: r.langOfSource()})
	}
	var tables []string
	for _, t := range ind.Tables {
		tables = append(tables, r.m.Tables[t].Source+" "+r.m.Tables[t].ID)
	}
	facts = append(facts, region.Fact{Label: r.Say("Bron"), Value: r.join(tables)})
	if d := strings.Join(strings.Fields(ind.Description), " "); d != "" {
		facts = append(facts, region.Fact{Label: r.Say("Omschrijving in de bron"), Value: d, Lang: r.langOfSource()})
	}
	return facts
}

// langOfSource is the tag of what tables say; "" where that is the language of
// the page.
func (r *Renderer) langOfSource() string {
	if r.Language == language.Dutch {
		return ""
	}
	return language.Dutch.Tag
}

// ofSource is what tables say, where the page is in their language.
func (r *Renderer) ofSource(text string) string {
	if r.Language == language.Dutch {
		return text
	}
	return ""
}
