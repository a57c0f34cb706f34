package definition

import (
	"errors"
	"strings"
	"testing"
)

// Whatever the file holds, it is a definition or a list of problems with lines, never a panic.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", small, least, rich, "a: &a [*a]", "? a\n: b", "[[[", "- - - x", "title: |\n  a\n b", "{a: {a: {a: 1}}}", "--- a\n--- b", "\"", "a: !!binary x",
		"title: .inf", "edition: 0x10", "edition: 1_0", "edition: 1e3", "? {a: b}\n: c", "<<: {a: b}", "tables: [,]", "indicators: [{key: 1}]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse("m.yaml", data)
		if (d == nil) == (err == nil) {
			t.Fatalf("definition %v and error %v", d, err)
		}
		if err == nil {
			return
		}
		var all *Errors
		if !errors.As(err, &all) || len(all.Problems) == 0 || len(all.Problems) > most {
			t.Fatalf("error %v", err)
		}
		lines := strings.Count(strings.ReplaceAll(string(data), "\r", "\n"), "\n") + 1
		for _, p := range all.Problems {
			if p.Line < 1 || p.Line > lines {
				t.Fatalf("line %d of %d: %v", p.Line, lines, p)
			}
		}
	})
}
