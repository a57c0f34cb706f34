package attack

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"
)

// readCSV reads a cijfers.csv.
func (s *publishedSite) readCSV(t *testing.T, name string, groups map[[2]string]string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\uFEFF")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	periods := map[string]int{}
	for i := range s.periods {
		periods[s.periods[i][:4]] = i
	}
	for _, row := range rows[1:] {
		group := groups[[2]string{row[3], row[4]}]
		p, ok := periods[row[5]]
		if group == "" || !ok {
			t.Fatalf("%s: %q of %q is not in the shards", name, row[4], row[5])
		}
		for i, text := range row[6:] {
			e := entry{word: words[text]}
			if v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
				e = entry{value: v, known: true}
			} else if e.word == "" {
				t.Fatalf("%s: %q is neither a number nor a reason", name, text)
			}
			s.learn(t, place{row[0], group, rows[0][6+i], p}, e)
		}
	}
}

// words are the reasons that signs stand for, as the page about data tells.
var words = map[string]string{".": "onbekend", "×": "onmogelijk", "∘": tooFew, "…": "nog niet bekend", "–": "niet gemeten", "∅": "bestond niet", "≠": "ander gebied"}
