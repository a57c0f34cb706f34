package demo

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/model"
)

// Every region that exists has a shape and no other, the parts of a region
// cover it exactly, there is an island, and a region of two parts.
func TestCommitted_Shapes(t *testing.T) {
	v := load(t)
	atlas, err := geo.Load(filepath.Join(dataset, "geo"))
	if err != nil {
		t.Fatal(err)
	}
	var town []string
	for _, r := range v.Regions {
		there := r.Last == len(v.Periods)-1 && r.Level != model.Country && r.Level != model.OwnArea
		if atlas.Has(r.Code) != there {
			t.Errorf("%s %s: has a shape %v; %v would be right", r.Code, r.Name, !there, there)
		}
		if there && r.Level == model.Municipality {
			town = append(town, r.Code)
		}
	}
	if codes, n := atlas.Strangers(func(code string) bool { return v.region(code) > 0 }, 5); n > 0 {
		t.Errorf("%d shapes of no region: %v", n, codes)
	}
	d := atlas.Draw(town, geo.Box{Wide: 600, Tall: 700})
	for _, s := range d.Shapes {
		parts := 0
		for _, c := range s.Path {
			if c == 'M' {
				parts++
			}
		}
		if want := map[bool]int{true: 2, false: 1}[s.Code == islander]; parts != want {
			t.Errorf("%s is drawn in %d parts; %d would be right", s.Code, parts, want)
		}
	}
}

// The area of a place is the area of its parts: there are no gaps and no
// overlaps between neighbours, at any level and for any size of country.
func TestShapes_PartsCoverTheWhole(t *testing.T) {
	for _, n := range []int{1, 3, 10, 25} {
		nl, err := country(n)
		if err != nil {
			t.Fatal(err)
		}
		parts := leaves(nl)
		g := newGrid(len(parts))
		g.settle(nl, parts)
		corners := g.corners()
		area := map[model.Level]float64{}
		for _, level := range []model.Level{model.Municipality, model.District, model.Neighbourhood} {
			places, label := regionsOf(nl, parts, level)
			for i, rings := range g.trace(label, len(places)) {
				own := 0.0
				for _, ring := range rings {
					own += signedArea(ring, corners) / 2
				}
				if own < 1e4 {
					t.Errorf("%d municipalities: %s has an area of %.0f m²", n, places[i].code, own)
				}
				area[level] += own
			}
		}
		if area[model.Municipality] != area[model.District] || area[model.District] != area[model.Neighbourhood] {
			t.Errorf("%d municipalities: areas %v; equal would be right", n, area)
		}
	}
}

// The largest country fits the map of the Netherlands that shapes are read on.
func TestShapes_FitTheMap(t *testing.T) {
	for _, parts := range []int{3, 14_700, 147_000} {
		corners := newGrid(parts).corners()
		for _, c := range []corner{corners[0], corners[len(corners)-1]} {
			if c.x < 0 || c.x > 400_000 || c.y < 300_000 || c.y > 800_000 {
				t.Errorf("%d neighbourhoods: a corner at %v", parts, c)
			}
		}
	}
}

// Every postcode of a country of any size has four digits and two letters, and
// every address is one neighbourhood's.
func TestPostcodes_LettersDoNotRunOut(t *testing.T) {
	used, seen := map[int]int{}, map[string]bool{}
	d := newPlace("WK900100", "Wijk", model.District)
	for i := range 4 {
		p := newPlace(fmt.Sprintf("BU9001000%d", i), "Buurt", model.Neighbourhood)
		p.size = 300 * perPostcode
		d.parts = append(d.parts, p)
	}
	var b strings.Builder
	writeDistrict(&b, d, 123, used)
	for line := range strings.Lines(b.String()) {
		fields := strings.Split(line, ";")
		if !regexp.MustCompile(`^0123[A-Z]{2};\d+;BU`).MatchString(line) || seen[fields[0]+fields[1]] {
			t.Fatalf("%q; a new address would be right", line)
		}
		seen[fields[0]+fields[1]] = true
	}
	if len(seen) < 1200 {
		t.Errorf("%d addresses; 1200 at least would be right", len(seen))
	}
}
