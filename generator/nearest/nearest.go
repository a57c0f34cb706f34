// Package nearest finds the existing name closest to a name that is not there,
// for messages of the form "did you mean ...?". It imports nothing of the project.
package nearest

import (
	"strings"
	"unicode/utf8"
)

// limit is the number of characters of a name that are looked at; longer names have no nearest one.
const limit = 200

// Nearest returns the name in known that is closest to name, or "" when none is close.
//
// Upper and lower case count as equal. A name is close when its edit distance is at most a third of
// the longer name's length (at least 1). A name that is equal but for a numeric suffix such as "_19" is always close
// and goes before the others. Of equally close names the first in alphabetical order is taken.
func Nearest(name string, known []string) string {
	if name == "" || utf8.RuneCountInString(name) > limit {
		return ""
	}
	want := []rune(strings.ToLower(name))
	stem := withoutNumber(strings.ToLower(name))
	best, bestDistance, bestStem := "", 0, false
	for _, candidate := range known {
		lower := strings.ToLower(candidate)
		if candidate == "" || utf8.RuneCountInString(lower) > limit {
			continue
		}
		have := []rune(lower)
		d := distance(want, have)
		sameStem := stem == withoutNumber(lower)
		if !sameStem && d > cutoff(max(len(want), len(have))) {
			continue
		}
		if best == "" || closer(candidate, d, sameStem, best, bestDistance, bestStem) {
			best, bestDistance, bestStem = candidate, d, sameStem
		}
	}
	return best
}

// closer reports whether candidate a goes before b: same stem first, then distance, then alphabet.
func closer(a string, da int, stemA bool, b string, db int, stemB bool) bool {
	if stemA != stemB {
		return stemA
	}
	if da != db {
		return da < db
	}
	return a < b
}

// cutoff is the largest distance, in edits, at which a name of n characters still counts as close.
func cutoff(n int) int {
	return max(1, n/3)
}

// withoutNumber drops a final "_" and digits: "Marokko_19" becomes "Marokko".
func withoutNumber(s string) string {
	stem := strings.TrimRight(s, "0123456789")
	if len(stem) == len(s) || len(stem) < 2 || stem[len(stem)-1] != '_' {
		return s
	}
	return stem[:len(stem)-1]
}

// distance is the number of insertions, deletions, replacements and swaps of two neighbouring
// characters that turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
