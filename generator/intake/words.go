package intake

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Names of the two dimensions that every extract gets.
const (
	geoKey  = "RegioS"
	timeKey = "Perioden"
)

// gapWords gives the ValueAttribute under which the reason of a gap is kept.
// empty keeps no reason: the reader of extracts sees from the other figures
// what it means. zero is no gap: older tables write - for nothing.
var gapWords = map[string]string{"unknown": "Unknown", "secret": "Confidential", "impossible": "Impossible", "empty": "", "zero": ""}

// usualGaps are the texts that stand for a gap in files of CBS, R and pandas:
// "." is unknown, unreliable or confidential and x confidential in CBS's legend.
var usualGaps = map[string]string{"": "empty", ".": "unknown", "x": "secret", "X": "secret", "NA": "unknown", "NaN": "unknown", "nan": "unknown", "-": open}

// sorted ranges over a map by key.
func sorted[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// keyOf makes a key of a name: letters, digits and _, each word with a capital.
func keyOf(name string) string {
	var b strings.Builder
	up := false
	for _, c := range name {
		switch {
		case c < 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_'):
			if up && b.Len() > 0 {
				c = unicode.ToUpper(c)
			}
			b.WriteRune(c)
			up = false
		default:
			up = true
		}
	}
	return b.String()
}
