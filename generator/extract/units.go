package extract

import (
	"regexp"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// parseKind reads the word that a definition uses.
func parseKind(s string) (model.Kind, bool) {
	switch s {
	case "count":
		return model.Count, true
	case "share":
		return model.Share, true
	case "rate":
		return model.Rate, true
	case "mean":
		return model.Mean, true
	}
	return 0, false
}

// thousands is the space with which CBS groups digits: 10 000.
var thousands = regexp.MustCompile(`([0-9]) ([0-9]{3})\b`)

// unitOf turns CBS's unit into the kind of number and the unit as printed
// behind it.
func unitOf(cbs string) (model.Kind, string) {
	unit := thousands.ReplaceAllString(strings.TrimSpace(cbs), "$1.$2")
	if rest, ok := strings.CutPrefix(unit, "x "); ok {
		unit = "× " + rest
	}
	switch lower := strings.ToLower(unit); {
	case lower == "aantal" || lower == "":
		return model.Count, ""
	case unit == "%":
		return model.Share, unit
	case strings.HasPrefix(lower, "per "):
		return model.Rate, unit
	case strings.HasPrefix(lower, "aantal per "):
		return model.Rate, unit[len("aantal "):]
	case strings.HasPrefix(lower, "aantal/"):
		return model.Rate, "per " + unit[len("aantal/"):]
	case unit == "× 1.000":
		return model.Count, unit
	}
	return model.Mean, unit
}

// derivedUnit is the kind, unit and decimals of numerator / denominator × per.
func derivedUnit(per float64) (model.Kind, string, int) {
	switch per {
	case 100:
		return model.Share, "%", 1
	case 1000:
		return model.Rate, "per 1.000", 1
	}
	return model.Mean, "", 2
}

// perOf reads how many people a rate is about from its unit: "per 1.000
// inwoners" is 1000; 0 when it does not say.
func perOf(unit string) float64 {
	word, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(unit), "per "), " ")
	n, err := strconv.Atoi(strings.ReplaceAll(word, ".", ""))
	if err != nil || n <= 0 {
		return 0
	}
	return float64(n)
}
