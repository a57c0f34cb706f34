package edition

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestOrigins lists all that a dataset has, and nothing else that lies there.
func TestOrigins(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"monitor.yaml", "postcodes.csv.gz", "wijzigingen.csv", "README.md", "geo/wijken.geojson", "geo/buurten.topojson.gz", "geo/LEES.txt", "cbs.v3.1NED_TypedDataSet.parquet", "cbs.v3.2NED_TypedDataSet.parquet"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	empty := t.TempDir()
	found, err := Sources{Dataset: dir, Extracts: dir, Content: empty, Templates: empty, Tables: []string{"1NED"}}.Origins()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, o := range found {
		names = append(names, o.Path)
	}
	want := []string{"dataset/geo/buurten.topojson.gz", "dataset/geo/wijken.geojson", "dataset/monitor.yaml", "dataset/postcodes.csv.gz", "dataset/wijzigingen.csv", "extracts/cbs.v3.1NED_TypedDataSet.parquet"}
	if !slices.Equal(names, want) {
		t.Errorf("%q; %q would be right", names, want)
	}
	if found, err = (Sources{Dataset: empty, Extracts: empty, Content: empty, Templates: empty}).Origins(); err != nil || len(found) != 0 {
		t.Errorf("a dataset without shapes: %v, %v", found, err)
	}
}
