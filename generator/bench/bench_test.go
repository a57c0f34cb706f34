package bench

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/site"
)

// TestRun measures a small country: every stage and every file is counted once.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	if err := demo.Write(dir, demo.Options{Municipalities: 1}); err != nil {
		t.Fatal(err)
	}
	definition, err := os.ReadFile("../../datasets/demo/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(definition)
	text = text[:strings.Index(text, "\nareas:")] + text[strings.Index(text, "\nthemes:"):] // areas are of more municipalities
	text = strings.Replace(text, "history: wijzigingen.csv", "", 1)
	if err := os.WriteFile(filepath.Join(dir, "monitor.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	o := site.Options{Dataset: dir, Content: "../../content", Templates: "../../templates", Out: filepath.Join(t.TempDir(), "public")}
	r, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	var stages []string
	for _, s := range r.Stages {
		stages = append(stages, s.Name)
	}
	if got := strings.Join(stages, " "); got != "read protect compute write publish" {
		t.Errorf("stages: %s", got)
	}
	files, bytesAll, regions := 0, int64(0), 0
	for i := range r.Sizes {
		s := &r.Sizes[i]
		files += s.Files
		bytesAll += s.Bytes
		if s.region() {
			regions += s.Files
		}
		if s.Gzip <= 0 || s.Brotli <= 0 || s.Gzip > s.Bytes+100*int64(s.Files) || s.Brotli > s.Gzip+100*int64(s.Files) || s.Median > s.P99 {
			t.Errorf("%+v", s)
		}
	}
	own := r.Summary.Levels[1] + r.Summary.Levels[2] + r.Summary.Levels[3]
	if files != r.Summary.Files || bytesAll != r.Summary.Bytes || regions != own {
		t.Errorf("%d files, %d bytes, %d pages of regions; %d, %d and %d would be right", files, bytesAll, regions, r.Summary.Files, r.Summary.Bytes, own)
	}
	if a := r.Alone; a.Pages != own+1 || a.Bytes < int64(own)*10_000 || a.Figures < own*100 || a.Observations < a.Figures || a.Reading <= 0 || a.Writing <= 0 {
		t.Errorf("alone: %+v; a page for each of %d regions and the country would be right", a, own)
	}
	if err := os.RemoveAll(o.Out + ".floor/pages"); err != nil {
		t.Fatal(err)
	}
	if alone, err := list(o.Out + ".floor"); err != nil || len(alone) != files {
		t.Errorf("the floor wrote %d files (%v); the %d of the site would be right", len(alone), err, files)
	}
	var text2 bytes.Buffer
	if err := r.WriteText(&text2); err != nil || !strings.Contains(text2.String(), "× the floor") {
		t.Errorf("%v: %s", err, text2.String())
	}
	if _, err := Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), "exists") {
		t.Errorf("an output that is there is measured: %v", err)
	}
}

// TestFloor writes what it is told to.
func TestFloor(t *testing.T) {
	dir := t.TempDir()
	want := []file{{filepath.Join("a", "x"), 10}, {filepath.Join("a", "y"), 0}, {filepath.Join("b", "z"), 70_000}}
	if _, err := floor(dir, want, 2); err != nil {
		t.Fatal(err)
	}
	got, err := list(dir)
	if err != nil || len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%v, %v", got, err)
	}
}
