package extract

import (
	"regexp"
	"strconv"
	"strings"

	"wijkmonitor/generator/model"
)

// formulaWord is a key or a number of an expression.
var formulaWord = regexp.MustCompile(`[a-z0-9.]+(?:-[a-z0-9.]+)*`)

// formulaOfOthers says in Dutch how an indicator is made from others, by their
// titles.
func formulaOfOthers(s *model.IndicatorSpec, list []model.Indicator) string {
	titles := map[string]string{}
	for i := range list {
		titles[list[i].Key] = orElse(list[i].Title, list[i].Key)
	}
	if s.Expression != "" {
		text := strings.NewReplacer("*", " × ", "/", " / ", "+", " + ", " - ", " − ").Replace(s.Expression)
		text = formulaWord.ReplaceAllStringFunc(text, func(word string) string {
			if title := titles[word]; title != "" {
				return title
			}
			return dutchNumber(word)
		})
		return strings.Join(strings.Fields(text), " ")
	}
	var parts []string
	for _, w := range s.MeanOf {
		parts = append(parts, orElse(titles[w.Key], w.Key)+" ("+dutchNumber(strconv.FormatFloat(w.Weight, 'f', -1, 64))+")")
	}
	return "gewogen gemiddelde van de afwijkingen van: " + strings.Join(parts, ", ")
}

// dutchNumber writes 1000.5 as 1.000,5 and -0.5 as −0,5; what is no number
// stays as it is.
func dutchNumber(word string) string {
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return word
	}
	whole, part, _ := strings.Cut(strings.TrimPrefix(word, "-"), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "." + whole[at:]
	}
	if part != "" {
		whole += "," + part
	}
	if v < 0 {
		return "−" + whole
	}
	return whole
}
