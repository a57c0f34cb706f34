package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// The real national extract gives a page for each of its 17,341 regions, with
// the figures that CBS publishes.
func TestBuild_RealExtract(t *testing.T) {
	extracts := filepath.Join("..", "..", "..", "shared", "data", "cbs-parquet", "84799NED")
	if _, err := os.Stat(extracts); err != nil {
		t.Skip("the real extract 84799NED is not beside the checkout: shared/data/cbs-parquet/84799NED")
	}
	if testing.Short() {
		t.Skip("the national build is left out of a short run")
	}
	o := Options{
		Dataset: filepath.Join("..", "..", "datasets", "kwb-2020"), Extracts: extracts,
		Content: filepath.Join("..", "..", "content"), Templates: filepath.Join("..", "..", "templates"),
		Out: filepath.Join(t.TempDir(), "public"),
	}
	sum := build(t, o)
	if want := [model.LevelCount]int{1, 355, 3177, 13808}; sum.Levels != want {
		t.Errorf("regions per level: %v, want %v", sum.Levels, want)
	}
	pages, err := filepath.Glob(filepath.Join(o.Out, "gm*", "[wb][ku]*", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	towns, err := filepath.Glob(filepath.Join(o.Out, "gm*", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(pages) + len(towns) + 1; n != 17341 {
		t.Errorf("%d pages of regions", n)
	}
	for name, facts := range map[string][]string{
		"nederland/index.html":       {"17.407.585"},
		"gm0363/index.html":          {"872.757", "8,8%", "Grachtengordel-West"},
		"gm0363/cijfers.csv":         {"GM0363;Amsterdam;gemeente;Migratieachtergrond;Marokko;2020;77210;", "periode;inwoners;"},
		"_redirects":                 {"/amsterdam /gm0363/ 301", "/gravenhage /gm0518/ 301", "/s-gravenhage /gm0518/ 301", "/den-haag /gm0518/ 301"},
		"zoek/gemeenten.json":        {"Den Haag"},
		"zoek/gr.json":               {"Grachtengordel-West"},
		"gm0363/wk036302/index.html": {"Grachtengordel-West"},
	} {
		text := read1(t, filepath.Join(o.Out, filepath.FromSlash(name)))
		for _, fact := range facts {
			if !strings.Contains(text, fact) {
				t.Errorf("%s: %q is not in it", name, fact)
			}
		}
	}
}
