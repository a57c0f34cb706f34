package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkmonitor/generator/model"
)

// A gap is what a page prints for a figure without a number.
type gap struct{ sign, word, explanation string }

var gaps = [model.StateCount]gap{
	model.Unknown:         {".", "onbekend", "Onbekend: de bron geeft hier geen cijfer. Het is te onzeker, te klein of geheim."},
	model.Impossible:      {"×", "kan niet voorkomen", "Kan niet voorkomen, bijvoorbeeld een gemiddelde van nul huishoudens."},
	model.Withheld:        {"∘", "te weinig inwoners", "De groep is hier te klein om een cijfer te tonen, of het cijfer zou een te kleine groep verraden."},
	model.NotYetPublished: {"…", "nog niet bekend", "De bron heeft dit cijfer nog niet gepubliceerd."},
	model.NotMeasured:     {"–", "niet gemeten", "Dit cijfer is er niet voor dit soort gebied, deze groep of dit jaar."},
	model.NoRegion:        {"∅", "bestond niet", "Dit gebied bestond in dat jaar niet."},
	model.Broken:          {"≠", "ander gebied", "In dat jaar had dit gebied andere grenzen. Het cijfer is niet te vergelijken met later en staat er daarom niet."},
}

var classWords = [model.ClassCount]string{
	model.MuchLower: "veel lager", model.Lower: "lager", model.Average: "rond gemiddeld", model.Higher: "hoger", model.MuchHigher: "veel hoger",
}

// scoreWords says what the score of a theme means: MuchHigher is favourable.
var scoreWords = [model.ClassCount]string{
	model.MuchLower: "veel ongunstiger dan gemiddeld", model.Lower: "ongunstiger dan gemiddeld", model.Average: "rond gemiddeld",
	model.Higher: "gunstiger dan gemiddeld", model.MuchHigher: "veel gunstiger dan gemiddeld",
}

var polarityWords = map[model.Polarity]string{
	model.HigherIsFavourable: "Hoger is gunstiger.",
	model.LowerIsFavourable:  "Lager is gunstiger.",
	model.NoJudgement:        "Hoger of lager is niet beter of slechter.",
}

// unitOf says in small print what a figure counts: "% van de inwoners".
func unitOf(i *model.Indicator) string {
	switch {
	case i.Unit == "%" && i.Universe != "":
		return "% van de " + i.Universe
	case i.Kind == model.Count && (i.Unit == "" || strings.EqualFold(i.Unit, i.Title)):
		return "aantal"
	case i.Kind == model.Mean && i.Universe != "" && !strings.Contains(i.Unit, "per ") && !strings.Contains(i.Unit, "gemiddeld"):
		return strings.TrimPrefix(i.Unit+", gemiddeld voor "+i.Universe, ", ")
	}
	return i.Unit
}

// lowerFirst writes a name within a sentence; abbreviations such as WW and
// WOZ-waarde stay as they are.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || !unicode.IsLower(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// titleRoom is how many letters a search engine and a tab show of a title.
const titleRoom = 70

// pageTitle is a name with what tells it from its namesakes, shortened so
// that the name of the site still fits behind it.
func (r *Renderer) pageTitle(name, tail string) string {
	room := titleRoom - utf8.RuneCountInString(tail) - utf8.RuneCountInString(" – "+r.m.Title)
	letters := []rune(name)
	if len(letters) > room && room > 1 {
		name = strings.TrimRight(string(letters[:room-1]), " ,(-") + "…"
	}
	return name + tail
}

// plural counts in words: "1 wijk", "12 wijken".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", formatNumber(float64(n), 0), many)
}

// join writes a list as Dutch does: "a, b en c".
func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " en " + words[len(words)-1]
}

// upperFirst begins a sentence with a word.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
