package nearest

import (
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	tests := []struct {
		about, name string
		known       []string
		want        string
	}{
		{"one letter short", "inwoner", []string{"huishoudens", "inwoners"}, "inwoners"},
		{"swapped letters count as one edit", "polairty", []string{"period", "polarity"}, "polarity"},
		{"case does not count", "MAROKKO_19", []string{"Turkije_22", "Marokko_19"}, "Marokko_19"},
		{"the same stem with another number", "Marokko_17", []string{"Marokko_19", "Marokk_17"}, "Marokko_19"},
		{"a stem without a number", "AantalInwoners", []string{"AantalInwonersTotaal", "AantalInwoners_5"}, "AantalInwoners_5"},
		{"nothing is close", "snelheid", []string{"inwoners", "woz-waarde"}, ""},
		{"too short to be close", "ab", []string{"xy"}, ""},
		{"one edit is close for a short name", "gm", []string{"wk", "g"}, "g"},
		{"ties go by alphabet", "bat", []string{"cat", "bad", "bar"}, "bad"},
		{"no names", "inwoners", nil, ""},
		{"no name", "", []string{"a"}, ""},
		{"empty known name", "a", []string{""}, ""},
		{"accents are one character", "súdwest", []string{"sudwest"}, "sudwest"},
		{"a very long name", strings.Repeat("a", 300), []string{strings.Repeat("a", 299)}, ""},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			if got := Nearest(test.name, test.known); got != test.want {
				t.Errorf("Nearest(%q, %q) = %q, want %q", test.name, test.known, got, test.want)
			}
			reversed := slices.Clone(test.known)
			slices.Reverse(reversed)
			if got := Nearest(test.name, reversed); got != test.want {
				t.Errorf("reversed: Nearest(%q, %q) = %q, want %q", test.name, reversed, got, test.want)
			}
		})
	}
}
