package site

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// buildParts makes a site in so many parts.
func buildParts(t *testing.T, o Options, of int) []string {
	t.Helper()
	var dirs []string
	for n := range of {
		o.Part = Part{n + 1, of}
		o.Out = filepath.Join(t.TempDir(), fmt.Sprintf("part-%d", n+1))
		build(t, o)
		dirs = append(dirs, o.Out)
	}
	return dirs
}

// The parts of a site, put together in any order, are the site.
func TestMerge_IsTheWhole(t *testing.T) {
	o := tinyOptions(t, false)
	o.URL = "https://example.nl/monitor/"
	build(t, o)
	whole := bare(t, o.Out)
	for of := 1; of <= 3; of++ {
		parts := buildParts(t, o, of)
		parts[0], parts[of-1] = parts[of-1], parts[0]
		out := filepath.Join(t.TempDir(), "public")
		if _, err := Merge(t.Context(), parts, out); err != nil {
			t.Fatal(err)
		}
		if got := bare(t, out); !maps.EqualFunc(got, whole, bytes.Equal) {
			t.Errorf("%d parts make %d files, the whole has %d, or some differ", of, len(got), len(whole))
		}
	}
}

func TestMerge_Refuses(t *testing.T) {
	o := tinyOptions(t, false)
	parts := buildParts(t, o, 2)
	out := filepath.Join(t.TempDir(), "public")
	other := tinyOptions(t, false)
	other.Dataset = t.TempDir()
	text, err := os.ReadFile(filepath.Join(o.Dataset, "monitor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other.Dataset, "monitor.yaml"), append(text, "\n# other\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	foreign := buildParts(t, other, 2)
	build(t, o)
	for about, test := range map[string]struct {
		parts []string
		says  string
	}{
		"one that is missing":  {parts[:1], "each part once would be right"},
		"one that is twice":    {[]string{parts[0], parts[0]}, "each part once would be right"},
		"one of another input": {[]string{parts[0], foreign[1]}, "different input"},
		"a whole site":         {[]string{parts[0], o.Out}, "holds no part"},
		"no site":              {[]string{parts[0], t.TempDir()}, "edition.json"},
	} {
		if _, err := Merge(t.Context(), test.parts, out); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v; %q would be right", about, err, test.says)
		}
	}
	page := filepath.Join(parts[1], "gm9002", "index.html")
	if err := os.WriteFile(page, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Merge(t.Context(), parts, out); err == nil || !strings.Contains(err.Error(), "gm9002/index.html is not what") {
		t.Errorf("a damaged part: %v", err)
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("something is left of a refused merge: %v", err)
	}
}

func TestParsePart(t *testing.T) {
	for _, text := range []string{"x", "0/2", "3/2", "1", "1/", "/2", "1/0", "-1/2", "1/99999"} {
		if p, err := ParsePart(text); err == nil {
			t.Errorf("%q is read as %v", text, p)
		}
	}
	if p, err := ParsePart("2/4"); err != nil || p.String() != "2/4" {
		t.Errorf("2/4 is %v, %v", p, err)
	}
}
