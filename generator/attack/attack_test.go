package attack

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"wijkmonitor/generator/disclosure"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/site"
)

// defaultMinBase is the threshold where the definition gives none.
const defaultMinBase = 50

// A target is a built site with what the intruder knows beside its files: how
// regions and groups are divided.
type target struct {
	m      *model.Monitor
	site   *publishedSite
	dir    string
	report disclosure.Report
	truth  map[place]float64 // what was withheld
	count  int
	halves map[halfKey]float64
}

// asDefined leaves every group the MinBase of its definition.
const asDefined = -1

// build makes a site with every group's MinBase set to least, in a folder that
// is gone with the test.
func build(t *testing.T, dataset, extracts string, least int, slack precision, o disclosure.Options) *target {
	t.Helper()
	return buildIn(t, t.TempDir(), dataset, extracts, least, slack, o)
}

func buildIn(t *testing.T, folder, dataset, extracts string, least int, slack precision, o disclosure.Options) *target {
	t.Helper()
	x := &target{dir: filepath.Join(folder, "public"), truth: map[place]float64{}, halves: map[halfKey]float64{}}
	_, err := site.Build(context.Background(), site.Options{
		Dataset: dataset, Extracts: extracts, Out: x.dir,
		Content: filepath.Join("..", "..", "content"), Templates: filepath.Join("..", "..", "templates"),
		Withhold: func(m *model.Monitor) {
			x.m, x.count = m, m.Find("inwoners")
			for g := range m.Groups {
				if g > 0 && least != asDefined {
					m.Groups[g].MinBase = least
				}
			}
			round(m, slack)
			x.each(func(at place, f model.Figure) {
				if v, known := f.Value(); known {
					x.truth[at] = v
				}
			})
			x.report = disclosure.Protect(m, o)
			x.each(func(at place, f model.Figure) {
				if f.State() != model.Withheld {
					delete(x.truth, at)
				}
			})
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	x.site = readSite(t, x.dir, x.m)
	return x
}

// round says how far counts can be from the truth where the monitor does not.
func round(m *model.Monitor, slack precision) {
	people := &m.Indicators[m.Find("inwoners")]
	if people.Rounding == [model.LevelCount]float64{} {
		people.Rounding = slack
	}
}

func (x *target) each(f func(at place, figure model.Figure)) {
	m := x.m
	for r := range m.Regions {
		for g := range m.Groups {
			for i := range m.Indicators {
				for p := range m.Periods {
					f(place{m.Regions[r].Code, m.Groups[g].Key, m.Indicators[i].Key, p}, m.Cube.At(r, g, i, p))
				}
			}
		}
	}
}

func TestAttack_Exact(t *testing.T) {
	towns := []int{1, 2, 3, 4, 5, 6, 1, 5, 4}
	for name, country := range map[string]exactCountry{
		"tiny":               {towns: []int{1, 2}, size: fewPeople},
		"everything adds up": {towns: towns, size: fewPeople},
		"parts leave a rest": {towns: towns, size: fewPeople, without: "h-dal"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := country.write(t)
			build(t, dir, dir, defaultMinBase, exact, disclosure.Options{}).attack(t, exact, 40)
			if country.without == "" {
				build(t, dir, dir, defaultMinBase, exact, disclosure.Options{PrimaryOnly: true}).findLeak(t, exact)
			}
		})
	}
}

// demo is the demo site, built once for all tests that attack it, in a folder
// that stays until the last of them.
var demo struct {
	sync.Once
	*target
	folder string
}

func TestMain(m *testing.M) {
	code := m.Run()
	if demo.folder != "" {
		if err := os.RemoveAll(demo.folder); err != nil {
			panic(err)
		}
	}
	os.Exit(code)
}

func builtDemo(t *testing.T) *target {
	t.Helper()
	demo.Do(func() {
		dir := filepath.Join("..", "..", "datasets", "demo")
		var err error
		if demo.folder, err = os.MkdirTemp("", "wijkmonitor-attack"); err != nil {
			t.Fatal(err)
		}
		demo.target = buildIn(t, demo.folder, dir, dir, asDefined, rounded, disclosure.Options{})
	})
	if demo.target == nil {
		t.Fatal("the demo site was not built: see the test before")
	}
	return demo.target
}

func TestAttack_Demo(t *testing.T) {
	builtDemo(t).attack(t, rounded, 12)
	dir := filepath.Join("..", "..", "datasets", "demo")
	build(t, dir, dir, asDefined, rounded, disclosure.Options{PrimaryOnly: true}).findLeak(t, rounded)
}

// Areas of the publisher's own add sums of regions of several municipalities,
// with groups: one that has all districts of a municipality but one, and one
// that is two districts.
func TestAttack_OwnAreas(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "datasets", "demo"))); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "monitor.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text = append(bytes.Replace(text, []byte("\nareas:\n"), []byte(`
areas:
  - {key: op-een-na, label: Op een na, codes: [WK900500, WK900501, WK900502]}
  - {key: twee, label: Twee, codes: [WK900503, WK900900]}
  - {key: gemeenten, label: Gemeenten, codes: [GM9005, GM9006, GM9009]}
`), 1), '\n')
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	x := build(t, dir, dir, asDefined, rounded, disclosure.Options{})
	found := 0
	for at, e := range x.site.cells {
		if at.region == "op-een-na" && at.group != "totaal" && e.known {
			found++
		}
	}
	if found == 0 {
		t.Error("the areas have no figures of groups")
	}
	x.attack(t, rounded, 4)
}
