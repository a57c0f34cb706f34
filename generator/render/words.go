package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// A speech is the words and numbers of pages in one language, worked out once.
type speech struct {
	*language.Language
	gaps        [model.StateCount]gap
	gapReasons  [model.StateCount]string // within a sentence
	classWords  [model.ClassCount]string
	scoreWords  [model.ClassCount]string // of a theme: MuchHigher is favourable
	favourWords [model.ClassCount]string // of an indicator of which lower is favourable
	caution     string                   // beside every comparison of groups
}

// newSpeech says once what tables say over and over.
func newSpeech(l *language.Language) *speech {
	s := &speech{Language: l, caution: l.Say(caution)}
	for state, g := range gaps {
		s.gaps[state] = gap{g.sign, l.Say(g.word), l.Say(g.explanation)}
		s.gapReasons[state] = l.Say(gapReasons[state])
	}
	for c := range classWords {
		s.classWords[c], s.scoreWords[c], s.favourWords[c] = l.Say(classWords[c]), l.Say(scoreWords[c]), l.Say(favourWords[c])
	}
	return s
}

// A gap is what a page prints for a figure without a number.
type gap struct{ sign, word, explanation string }

var gaps = [model.StateCount]gap{
	model.Unknown:         {".", language.Word("onbekend"), language.Word("Onbekend: de bron geeft hier geen cijfer. Het is te onzeker, te klein of geheim.")},
	model.Impossible:      {"×", language.Word("kan niet voorkomen"), language.Word("Kan niet voorkomen, bijvoorbeeld een gemiddelde van nul huishoudens.")},
	model.Withheld:        {"∘", language.Word("te weinig inwoners"), language.Word("De groep is hier te klein om een cijfer te tonen, of het cijfer zou een te kleine groep verraden.")},
	model.NotYetPublished: {"…", language.Word("nog niet bekend"), language.Word("De bron heeft dit cijfer nog niet gepubliceerd.")},
	model.NotMeasured:     {"–", language.Word("niet gemeten"), language.Word("Dit cijfer is er niet voor dit soort gebied, deze groep of dit jaar.")},
	model.NoRegion:        {"∅", language.Word("bestond niet"), language.Word("Dit gebied bestond in dat jaar niet.")},
	model.Broken:          {"≠", language.Word("ander gebied"), language.Word("In dat jaar had dit gebied andere grenzen. Het cijfer is niet te vergelijken met later en staat er daarom niet.")},
}

var gapReasons = [model.StateCount]string{
	model.Unknown: language.Word("onbekend"), model.Known: language.Word("zonder maat om mee te vergelijken"), model.Impossible: language.Word("kan niet voorkomen"), model.Withheld: language.Word("te weinig inwoners"),
	model.NotYetPublished: language.Word("nog niet bekend"), model.NotMeasured: language.Word("niet gemeten"), model.NoRegion: language.Word("gebied bestond niet"), model.Broken: language.Word("andere grenzen"),
}

var classWords = [model.ClassCount]string{
	model.MuchLower: language.Word("veel lager"), model.Lower: language.Word("lager"), model.Average: language.Word("rond gemiddeld"), model.Higher: language.Word("hoger"), model.MuchHigher: language.Word("veel hoger"),
}

var scoreWords = [model.ClassCount]string{
	model.MuchLower: language.Word("veel ongunstiger dan gemiddeld"), model.Lower: language.Word("ongunstiger dan gemiddeld"), model.Average: language.Word("rond gemiddeld"),
	model.Higher: language.Word("gunstiger dan gemiddeld"), model.MuchHigher: language.Word("veel gunstiger dan gemiddeld"),
}

var favourWords = [model.ClassCount]string{
	model.MuchLower: language.Word("veel gunstiger"), model.Lower: language.Word("gunstiger"), model.Average: language.Word("rond gemiddeld"), model.Higher: language.Word("ongunstiger"), model.MuchHigher: language.Word("veel ongunstiger"),
}

var polarityWords = map[model.Polarity]string{
	model.HigherIsFavourable: language.Word("Hoger is gunstiger."),
	model.LowerIsFavourable:  language.Word("Lager is gunstiger."),
	model.NoJudgement:        language.Word("Hoger of lager is niet beter of slechter."),
}

// level names the level of a region: gemeente.
func (s *speech) level(l model.Level) string { return s.Say(levelNames[l]) }

var levelNames = [model.LevelCount]string{
	model.Country: language.Word("land"), model.Municipality: language.Word("gemeente"), model.District: language.Word("wijk"), model.Neighbourhood: language.Word("buurt"), model.OwnArea: language.Word("eigen gebied"),
}

// unitOf says in small print what a figure counts: "% van de inwoners".
func (s *speech) unitOf(i *model.Indicator) string {
	switch {
	case i.Unit == "%" && i.Universe != "":
		return s.Sayf("%% van de %s", i.Universe)
	case i.Kind == model.Count && (i.Unit == "" || strings.EqualFold(i.Unit, i.Title)):
		return s.Say("aantal")
	case i.Kind == model.Mean && i.Universe != "" && !strings.Contains(i.Unit, "per ") && !strings.Contains(i.Unit, s.Say("gemiddeld")):
		return strings.TrimPrefix(i.Unit+", "+s.Sayf("gemiddeld voor %s", i.Universe), ", ")
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

// plural counts in words, given in Dutch: "1 wijk", "12 wijken".
func (s *speech) plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + s.Say(one)
	}
	return s.formatNumber(float64(n), 0) + " " + s.Say(many)
}

// join writes a list: "a, b en c".
func (s *speech) join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + s.Say(" en ") + words[len(words)-1]
}

// upperFirst begins a sentence with a word.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
