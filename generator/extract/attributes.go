package extract

import (
	"strings"

	"wijkmonitor/generator/model"
)

// attributeState says which gap a ValueAttribute of the v4 layout stands for;
// false when there is a number.
//
// None and Impossible were seen in answers of CBS (data/odata/WIRE_FORMAT.md);
// CBS documents no list, so any other word is taken for a figure that is not to
// be used: Unknown. Only a word that says that the figure is kept secret makes
// it Withheld: the "." of CBS's own legend ("onbekend, onvoldoende betrouwbaar
// of geheim") does not tell secret from unknown. confidential is the word of
// SDMX's status of an observation, for tables of other publishers.
func attributeState(word string) (model.State, bool) {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "", "none":
		return 0, false
	case "impossible":
		return model.Impossible, true
	case "confidential", "secret", "geheim":
		return model.Withheld, true
	}
	return model.Unknown, true
}
