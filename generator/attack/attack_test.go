package attack

import (
	"context"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/disclosure"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/shard"
	"wijkmonitor/generator/site"
)

// defaultMinBase is the threshold where the definition gives none.
const defaultMinBase = 50

// A target is a built site with what the intruder knows beside its files: how
// regions and groups are divided, and the figures of the country.
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

// build makes a site with every group's MinBase set to least.
func build(t *testing.T, dataset, extracts string, least int, slack precision, o disclosure.Options) *target {
	t.Helper()
	x := &target{dir: filepath.Join(t.TempDir(), "public"), truth: map[place]float64{}, halves: map[halfKey]float64{}}
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
	x.readCountry()
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

// readCountry adds the figures of groups in the country, which its pages show
// and no municipality's file has.
func (x *target) readCountry() {
	x.each(func(at place, f model.Figure) {
		if at.region != x.m.Regions[0].Code {
			return
		}
		e := entry{word: tooFew}
		if v, known := f.Value(); known {
			e = entry{value: v, known: true}
		} else if f.State() != model.Withheld {
			e.word = shard.StateNames[f.State()]
		}
		x.site.cells[at] = e
	})
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

func TestAttack_Demo(t *testing.T) {
	dir := filepath.Join("..", "..", "datasets", "demo")
	build(t, dir, dir, asDefined, rounded, disclosure.Options{}).attack(t, rounded, 12)
	build(t, dir, dir, asDefined, rounded, disclosure.Options{PrimaryOnly: true}).findLeak(t, rounded)
}
