package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/demo"
)

// TestBuild_GrowsWithItsRegions counts what a region costs in a small and in a
// larger country: files and bytes, which do not depend on the machine.
func TestBuild_GrowsWithItsRegions(t *testing.T) {
	small, large := perRegion(t, 3), perRegion(t, 9)
	for i, what := range []string{"files", "bytes"} {
		if ratio := large[i] / small[i]; ratio < 0.8 || ratio > 1.2 {
			t.Errorf("a region of a country three times as large costs %.0f %s; one of the small country %.0f", large[i], what, small[i])
		}
	}
}

// perRegion returns how many files and bytes a region of a fictional country
// has.
func perRegion(t *testing.T, municipalities int) [2]float64 {
	t.Helper()
	dataset := t.TempDir()
	if err := demo.Write(dataset, demo.Options{Municipalities: municipalities}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"monitor.yaml", "wijzigingen.csv"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "datasets", "demo", name))
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		if areas := strings.Index(text, "\nareas:"); areas >= 0 {
			text = text[:areas] + text[strings.Index(text, "\nthemes:"):] // they are of all ten
		}
		if err := os.WriteFile(filepath.Join(dataset, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := Options{Dataset: dataset, Content: filepath.Join("..", "..", "content"), Templates: filepath.Join("..", "..", "templates"), Out: filepath.Join(t.TempDir(), "public")}
	sum := build(t, o)
	files, size, regions := 0, 0, 0
	for name, b := range bare(t, o.Out) {
		if strings.HasPrefix(name, "gm") {
			files++
			size += len(b)
		}
	}
	for _, n := range sum.Levels[1:4] {
		regions += n
	}
	return [2]float64{float64(files) / float64(regions), float64(size) / float64(regions)}
}
