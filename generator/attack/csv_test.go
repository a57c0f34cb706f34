package attack

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"
)

// readCSV reads a cijfers.csv.
func (s *publishedSite) readCSV(t *testing.T, name string, titles map[string]string, groups map[[2]string]string) {
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
	for _, row := range rows[1:] {
		indicator, group := titles[row[5]], groups[[2]string{row[3], row[4]}]
		if indicator == "" || group == "" {
			t.Fatalf("%s: %q, %q are not in the shards", name, row[4], row[5])
		}
		for p, text := range row[7:] {
			e := entry{word: text}
			if v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
				e = entry{value: v, known: true}
			}
			s.learn(t, place{row[0], group, indicator, p}, e)
		}
	}
}
