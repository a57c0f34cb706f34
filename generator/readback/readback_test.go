package readback

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	sitebuild "wijkmonitor/generator/site"
)

const project = "../.."

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// build makes a site and returns its folder.
func build(t *testing.T, dataset, extracts string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	_, err := sitebuild.Build(context.Background(), sitebuild.Options{
		Dataset: dataset, Extracts: extracts, Content: filepath.Join(project, "content"), Templates: filepath.Join(project, "templates"), Out: out,
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// compare reads a whole site, and fails when pages and shards differ or when
// less is compared than least says.
func compare(t *testing.T, dir string, least map[string]int) {
	t.Helper()
	c := &checker{t: t, s: open(t, dir), counts: map[string]int{}}
	tops, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var work []string
	for _, top := range tops {
		name := filepath.Base(top)
		if name == "gebieden" {
			own, _ := filepath.Glob(filepath.Join(top, "*"))
			work = append(work, own...)
		} else if name == "nederland" || len(name) == 6 && strings.HasPrefix(name, "gm") {
			work = append(work, top)
		}
	}
	c.readTowns(work)
	each(work, c.root)
	c.rankings()
	total := 0
	for _, kind := range slices.Sorted(maps.Keys(c.counts)) {
		t.Logf("%9d %s", c.counts[kind], kind)
		total += c.counts[kind]
	}
	t.Logf("%9d in all, %d wrong", total, c.wrong)
	for kind, n := range least {
		if c.counts[kind] < n {
			t.Errorf("%s: %d compared; %d or more would be right", kind, c.counts[kind], n)
		}
	}
}

// each calls do for every name, as many at a time as there are cores.
func each(names []string, do func(name string)) {
	var g errgroup.Group
	g.SetLimit(runtime.NumCPU())
	for _, name := range names {
		g.Go(func() error { do(name); return nil })
	}
	_ = g.Wait()
}

// readTowns keeps the figures of every municipality, to which pages elsewhere
// refer.
func (c *checker) readTowns(work []string) {
	each(work, func(dir string) {
		code := strings.ToUpper(filepath.Base(dir))
		if !strings.HasPrefix(code, "GM") {
			return
		}
		regions, _ := readShards(c.t, dir)
		c.mu.Lock()
		c.s.towns[code] = regions[code]
		c.mu.Unlock()
	})
}

// root compares all pages below a folder that has shards.
func (c *checker) root(dir string) {
	regions, _ := readShards(c.t, dir)
	base := filepath.Base(dir)
	code := strings.ToUpper(base)
	if base == "nederland" || len(regions) == 1 {
		for only := range regions {
			code = only
		}
	}
	if _, ok := regions[code]; !ok {
		c.t.Errorf("%s: no region %s in its shards", dir, code)
		return
	}
	p := &place{c: c, dir: dir, code: code, own: regions[code], nearby: regions}
	p.csv()
	p.maps()
	p.pages()
	for inside, own := range regions {
		if inside != code {
			(&place{c: c, dir: filepath.Join(dir, strings.ToLower(inside)), code: inside, own: own, town: regions[code], nearby: regions}).pages()
		}
	}
}

// pages compares all pages of one region.
func (p *place) pages() {
	p.regionPage()
	if exists(filepath.Join(p.dir, "groepen")) {
		p.groupPage()
	}
	if exists(filepath.Join(p.dir, "insluiten")) {
		p.embeds()
	}
	themes := map[string]bool{}
	for _, ind := range p.c.s.indicators {
		themes[ind.theme] = true
	}
	for theme := range themes {
		if exists(filepath.Join(p.dir, theme, "index.html")) {
			p.themePage(theme)
		}
	}
}

func TestDemo(t *testing.T) {
	dataset := filepath.Join(project, "datasets", "demo")
	compare(t, build(t, dataset, dataset), map[string]int{
		"table": 8000, "table, margin": 5000, "table, class": 5000, "table, colour": 5000, "difference": 5000, "difference with the municipality": 5000, "years": 50_000,
		"matrix": 30_000, "matrix, margin": 30_000, "matrix, colour": 30_000, "matrix, reference": 8000, "matrix, gap": 5000, "theme": 20_000, "theme, years": 100_000,
		"csv": 100_000, "csv, gap": 50_000, "embed": 300, "wheel": 5000, "key figure": 500, "map": 2000, "map table": 2000, "ranking": 800, "ranking, difference": 800, "ranking, place": 800, "year above": 200,
	})
}

// The real extract of 2020, with one year and many gaps.
func TestReal(t *testing.T) {
	extracts := filepath.Join(project, "..", "shared", "data", "cbs-parquet", "84799NED")
	if !exists(extracts) {
		t.Skip("the real extract 84799NED is not beside the checkout: shared/data/cbs-parquet/84799NED")
	}
	if testing.Short() {
		t.Skip("the national build is left out of a short run")
	}
	compare(t, build(t, filepath.Join(project, "datasets", "kwb-2020"), extracts), map[string]int{
		"table": 600_000, "table, margin": 600_000, "table, class": 600_000, "difference": 500_000, "difference with the municipality": 500_000, "theme": 600_000,
		"csv": 600_000, "csv, gap": 500_000, "embed": 10_000, "key figure": 80_000, "wheel": 600_000, "ranking": 13_000, "ranking, place": 12_000,
	})
}
