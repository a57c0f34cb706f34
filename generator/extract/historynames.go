package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkmonitor/generator/model"
)

// shortestWord is how many letters a word has at least that tells areas apart.
const shortestWord = 4

// generalWords are in the names of many areas.
var generalWords = []string{"gemeente", "wijk", "wijken", "buurt", "buurten", "stadsdeel", "verspreide", "huizen", "overig", "overige"}

// nameWords returns the words by which a name is known: lower case, without
// diacritics, numbers, short and general words.
func nameWords(name string) []string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case unicode.IsLetter(c):
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	return slices.DeleteFunc(strings.Fields(b.String()), func(w string) bool {
		return utf8.RuneCountInString(w) < shortestWord || slices.Contains(generalWords, w)
	})
}

// unlike tells whether two names have no word in common, whole or as a part:
// Bloemenwijk is like Bloemen. A name without words is like every other.
func unlike(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	for _, v := range x {
		for _, w := range y {
			if strings.Contains(v, w) || strings.Contains(w, v) {
				return false
			}
		}
	}
	return len(x) > 0 && len(y) > 0
}

// readNames notes the names that a table gives: the title of the code, for all
// periods of the table, and for a municipality the topic Gemeentenaam of its row.
func (h *history) readNames(s *source, regions []model.Region) {
	var names *textColumn
	if key := s.textTopic("Gemeentenaam"); key != "" {
		names, _ = s.set.texts(key) // a damaged column of names changes no figure
	}
	for i, r := range s.region {
		if r < 0 {
			continue
		}
		name := s.regionTitles[s.codes.at(i)]
		if names != nil && regions[r].Level == model.Municipality {
			name = orElse(names.at(i), name)
		}
		h.addName(int(r)*len(h.years)+int(s.period[i]), name)
	}
}

// addName adds a name to a cell; names are kept apart by line ends, in order.
func (h *history) addName(cell int, name string) {
	have := h.names[cell]
	switch {
	case have == name || name == "":
	case have == "":
		h.names[cell] = name
	default:
		list := strings.Split(have, "\n")
		if i, found := slices.BinarySearch(list, name); !found {
			h.names[cell] = strings.Join(slices.Insert(list, i, name), "\n")
		}
	}
}

// renamed tells whether every name of a region in one period is unlike every
// name in another, and gives the name that it had.
func (h *history) renamed(region, before, now int) (string, bool) {
	n := len(h.years)
	old, current := h.names[region*n+before], h.names[region*n+now]
	if old == current || old == "" || current == "" {
		return old, false
	}
	was := strings.Split(old, "\n")
	for _, a := range was {
		for _, b := range strings.Split(current, "\n") {
			if !unlike(a, b) {
				return was[0], false
			}
		}
	}
	return was[0], true
}

// name returns the name of a region in a period; the first of several.
func (h *history) name(region, period int) string {
	name, _, _ := strings.Cut(h.names[region*len(h.years)+period], "\n")
	return name
}
