package shard

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special writes letters that do not fall apart into a letter and an accent.
var special = strings.NewReplacer("æ", "ae", "ø", "o", "ß", "ss", "œ", "oe", "ĳ", "ij", "đ", "d", "ł", "l")

// Fold writes a name as people type it: lower case, no accents, no 's- or 't
// in front, and single spaces for all that is not a letter or digit. The
// script of the search box folds in the same way; both are tested against
// one list.
func Fold(name string) string {
	name = special.Replace(strings.ToLower(name))
	for _, article := range []string{"'s-", "'s ", "'t ", "’s-", "’s ", "’t "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			name = rest
			break
		}
	}
	var b strings.Builder
	space := false
	for _, c := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(c)
		default:
			space = true
		}
	}
	return b.String()
}
