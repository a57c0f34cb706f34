package attack

import (
	"fmt"
	"strings"
)

// definition is the monitor.yaml of the country.
func (x exactCountry) definition() string {
	var groups strings.Builder
	for _, g := range exactGroups {
		if g.key == x.without {
			continue
		}
		parent := ""
		if g.parent != "" {
			parent = ", parent: " + g.parent
		}
		fmt.Fprintf(&groups, "      - {key: %s, label: %s, phrase: uit %s, code: %q%s}\n", g.key, g.key, g.key, g.code, parent)
	}
	return `title: Monitor Sommeland
edition: 2024
description: Een land waar alles optelt.
fictional: true
levels: [land, gemeente, wijk]
group_levels: [land, gemeente, wijk]
spread_level: wijk
tables:
  - {id: 99002TNY, source: Wijkmonitor, dimension: Herkomst, classification: herkomst}
themes:
  - {key: demografie, label: Demografie}
total: {key: totaal, label: Totale bevolking, code: T}
classifications:
  - key: herkomst
    label: Herkomst
    note: Indeling van Sommeland.
    groups:
` + groups.String() + `indicators:
  - {key: inwoners, theme: demografie, topic: Inwoners_1, kind: count, polarity: geen, universe: inwoners, key_figure: true}
  - {key: jong, theme: demografie, numerator: Jong_2, denominator: Inwoners_1, kind: share, polarity: geen, universe: inwoners, title: Jongeren, short: Jongeren, unit: "%", decimals: 1}
  - {key: inkomen, theme: demografie, topic: Inkomen_3, kind: mean, polarity: geen, universe: inwoners}
`
}
