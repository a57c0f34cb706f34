package geo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// All real shapes that development uses are read: both systems, both formats,
// every name of the code, and a place that exists lies where it should.
func TestLoad_RealShapes(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "data", "geo")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real shapes are not beside the checkout: shared/data/geo")
	}
	for _, c := range []struct {
		file   string
		least  int
		has    string
		prefix string
	}{
		{"gemeenten_2017_rd.geojson.gz", 388, "GM0363", "GM"},
		{"gemeenten_2022_wgs84_simplified.geojson.gz", 345, "GM0363", "GM"},
		{"gemeenten_2023_wgs84_simplified.geojson.gz", 342, "GM0363", "GM"},
		{"wijken_2022_wgs84_simplified.geojson.gz", 3340, "WK001400", "WK"},
		{"topojson_Gemeente_2015_layer_q1e3.json.gz", 393, "GM0363", "GM"},
		{"topojson_Wijk_2014_layer_q1e3.json.gz", 2700, "WK036300", "WK"},
	} {
		t.Run(c.file, func(t *testing.T) {
			name := filepath.Join(dir, c.file)
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := t.TempDir()
			if err := os.WriteFile(filepath.Join(in, c.file), b, 0o644); err != nil {
				t.Fatal(err)
			}
			a, err := Load(in)
			if err != nil {
				t.Fatal(err)
			}
			codes := a.Codes()
			if len(codes) < c.least {
				t.Errorf("%d regions; at least %d would be right", len(codes), c.least)
			}
			if !a.Has(c.has) {
				t.Errorf("no shape of %s", c.has)
			}
			for _, code := range codes {
				if !strings.HasPrefix(code, c.prefix) {
					t.Fatalf("%s is of another kind", code)
				}
			}
			d := a.Draw(codes, Box{600, 720})
			size := 0
			for _, s := range d.Shapes {
				size += len(s.Path)
			}
			t.Logf("%d regions, %d points, drawn %d × %d in %d bytes", len(codes), a.Points(), d.Wide, d.Tall, size)
			if d.Tall < d.Wide {
				t.Errorf("the Netherlands is taller than wide, drawn %d × %d", d.Wide, d.Tall)
			}
		})
	}
}
