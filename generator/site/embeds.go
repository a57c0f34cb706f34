package site

import (
	"slices"

	"wijkmonitor/generator/model"
)

// mostEmbeds is how many files to embed parts of regions an edition has when
// the definition does not name the indicators: a national one must leave room
// for the rest within the 100,000 files that hosts take.
const mostEmbeds = 20_000

// embedForms is how many files each thing to embed has: the page, the fragment
// and the document of oEmbed.
const embedForms = 3

// chooseEmbeds fills which indicators have pages of their own to embed: those
// that the definition names, else all of them if the edition stays small, else
// the key figures.
func chooseEmbeds(m *model.Monitor, named []string) {
	regions := 0
	for i := range m.Regions {
		if slices.Contains(m.EmbedDetails, m.Regions[i].Level) {
			regions++
		}
	}
	// Each indicator has a page of itself and one that compares.
	small := regions*(2*len(m.Indicators)+len(m.Groups))*embedForms <= mostEmbeds
	m.EmbedIndicators = nil
	for i := range m.Indicators {
		ind := &m.Indicators[i]
		if named != nil && slices.Contains(named, ind.Key) || named == nil && (small || ind.KeyFigure) {
			m.EmbedIndicators = append(m.EmbedIndicators, i)
		}
	}
}
