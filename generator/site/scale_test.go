package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// TestBuild_GrowsWithItsRegions counts what a region costs in a small and in a
// larger country, and what a municipality has to embed: files and bytes, which
// do not depend on the machine. The small one has so many wijken that those of a
// group are compared.
func TestBuild_GrowsWithItsRegions(t *testing.T) {
	small, large := costs(t, 15), costs(t, 45)
	for i, what := range []string{"files of a region", "bytes of a region", "files to embed of a municipality", "bytes to embed of a municipality"} {
		if ratio := large[i] / small[i]; ratio < 0.8 || ratio > 1.2 {
			t.Errorf("%.0f %s in a country three times as large; %.0f in the small one", large[i], what, small[i])
		}
	}
}

// costs returns how many files and bytes a region of a fictional country has,
// and a municipality to embed, of which others have hardly any.
func costs(t *testing.T, municipalities int) [4]float64 {
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
	var files, size [2]float64
	for name, b := range bare(t, o.Out) {
		if !strings.HasPrefix(name, "gm") {
			continue
		}
		kind := 0
		if render.IsEmbed(name) {
			kind = 1
		}
		files[kind]++
		size[kind] += float64(len(b))
	}
	towns := float64(sum.Levels[model.Municipality])
	regions := towns + float64(sum.Levels[model.District]+sum.Levels[model.Neighbourhood])
	return [4]float64{files[0] / regions, size[0] / regions, files[1] / towns, size[1] / towns}
}
