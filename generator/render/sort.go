package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"wijkmonitor/generator/model"
)

// sortName drops what does not count in a list by name: 's-Gravenhage stands
// at the G.
func sortName(name string) string {
	for _, article := range []string{"'s-", "'s ", "'t ", "’s-", "’t "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(name), article); ok {
			return rest
		}
	}
	return name
}

// firstLetter returns the capital, without accents, at which a name stands.
func firstLetter(name string) string {
	for _, c := range norm.NFD.String(sortName(name)) {
		if unicode.IsLetter(c) && c < utf8.RuneSelf {
			return string(unicode.ToUpper(c))
		}
	}
	return "#"
}

// inOrder sorts names as a Dutch reader looks them up, without the empty one.
func inOrder(names []string) []string {
	c := collate.New(language.Dutch, collate.Numeric, collate.IgnoreCase)
	names = slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s == "" })
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(c.CompareString(sortName(a), sortName(b)), strings.Compare(a, b))
	})
	return names
}

// byName sorts regions as a Dutch reader looks them up: accents and capitals
// do not count, "Wijk 2" comes before "Wijk 10", the code decides ties.
func byName(m *model.Monitor, regions []int) []int {
	c := collate.New(language.Dutch, collate.Numeric, collate.IgnoreCase)
	var buffer collate.Buffer
	keys := make(map[int][]byte, len(regions))
	for _, r := range regions {
		keys[r] = c.KeyFromString(&buffer, sortName(m.Regions[r].Name))
	}
	sorted := slices.Clone(regions)
	slices.SortFunc(sorted, func(a, b int) int {
		if n := slices.Compare(keys[a], keys[b]); n != 0 {
			return n
		}
		return strings.Compare(m.Regions[a].Code, m.Regions[b].Code)
	})
	return sorted
}
