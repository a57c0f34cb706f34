package main

import (
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/demo"
	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/site"
)

// A plant is a cell that the source revised.
type plant struct {
	topic string
	row   int // that many known cells of neighbourhoods further
	value float64
}

// demoEdition builds the demo, with cells of its newest table changed, and
// returns the regions where.
func demoEdition(t *testing.T, plants []plant) (dir string, regions []string) {
	t.Helper()
	extracts := t.TempDir()
	tables, err := demo.Tables(demo.Options{Municipalities: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if table.ID == "90002DEM" {
			for _, p := range plants {
				regions = append(regions, revise(t, table, p))
			}
		}
		if err := extract.WriteTable(extracts, table); err != nil {
			t.Fatal(err)
		}
	}
	dir = filepath.Join(t.TempDir(), "public")
	_, err = site.Build(context.Background(), site.Options{Dataset: filepath.Join("..", "datasets", "demo"), Extracts: extracts,
		Content: filepath.Join("..", "content"), Templates: filepath.Join("..", "templates"), Out: dir, Log: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	return dir, regions
}

// revise changes one cell of a neighbourhood in 2024 and returns its code.
func revise(t *testing.T, table *extract.Table, p plant) string {
	t.Helper()
	topic := slices.IndexFunc(table.Topics, func(c extract.Topic) bool { return c.Key == p.topic })
	for row, r := range table.RegionIdx {
		code := strings.TrimSpace(table.Regions[r].Key)
		if !strings.HasPrefix(code, "BU") || table.DimIdx[row] != 0 || !strings.HasPrefix(table.Time.Codes[table.TimeIdx[row]].Key, "2024") || math.IsNaN(table.Values[topic][row]) {
			continue
		}
		if p.row--; p.row < 0 {
			table.Values[topic][row] = p.value
			return code
		}
	}
	t.Fatalf("the demo has no cell to revise in %s", p.topic)
	return ""
}

// Three cells that the source revised are three lines: one revised, one
// vanished, and seen from the other side one that appeared.
func TestDiff_FindsThreePlantedRevisions(t *testing.T) {
	plants := []plant{{"GemiddeldeWOZWaarde_22", 2, 987}, {"AfstandTotHuisarts_26", 5, 9.9}, {"PersonenautosPerHuishouden_25", 7, math.NaN()}}
	old, _ := demoEdition(t, nil)
	fresh, regions := demoEdition(t, plants)
	table := filepath.Join(t.TempDir(), "wijzigingen.csv")
	page := filepath.Join(t.TempDir(), "wijzigingen.html")
	said := succeed(t, "diff", old, fresh, "--csv", table, "--page", page, "--files")
	t.Log(said)
	for _, fact := range []string{"compared: ", "figures: 2 revised, 0 appeared, 1 vanished, 0 without", "table 90002DEM: 3 figures", "→ 987", "→ 9,9", "changed gm9001/cijfers.csv"} {
		if !strings.Contains(said, fact) {
			t.Errorf("%q is not said", fact)
		}
	}
	for _, name := range []string{table, page} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, region := range regions {
			if strings.Count(string(b), region) != 1 {
				t.Errorf("%s does not name %s once:\n%s", filepath.Base(name), region, b)
			}
		}
	}
	if said := succeed(t, "diff", fresh, old); !strings.Contains(said, "figures: 2 revised, 1 appeared, 0 vanished") {
		t.Errorf("the other way round: %s", said)
	}
	if said := succeed(t, "diff", old, old); !strings.Contains(said, "figures: 0 revised, 0 appeared, 0 vanished") || !strings.Contains(said, "files: 0 changed, 0 added, 0 removed") {
		t.Errorf("an edition and itself: %s", said)
	}
}

// An edition that lost regions is refused, unless they are listed.
func TestDiff_RefusesALoss(t *testing.T) {
	flags := smallDemo(t, 2)
	dir := t.TempDir()
	whole, bundle := filepath.Join(dir, "public"), filepath.Join(dir, "gm9001.zip")
	succeed(t, append([]string{"build", "--out", whole}, flags...)...)
	succeed(t, append([]string{"bundle", "GM9001", "--file", bundle}, flags...)...)
	if said := fail(t, "diff", whole, bundle); !strings.Contains(said, "region GM9002 (") || strings.Contains(said, "region GM9001") || !strings.Contains(said, "--retired") {
		t.Errorf("half of the regions are gone: %s", said)
	}
	p, err := edition.OpenPublished(whole)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	q, err := edition.OpenPublished(bundle)
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	d, err := edition.Diff(p, q)
	if err != nil {
		t.Fatal(err)
	}
	var gone []string
	for _, lost := range d.Lost {
		gone = append(gone, strings.ToLower(lost.Key))
	}
	succeed(t, "diff", whole, bundle, "--retired", strings.Join(gone, ","))
	succeed(t, "diff", bundle, whole)
}
