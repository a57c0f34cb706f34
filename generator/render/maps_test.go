package render_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
)

// withShapes gives all but the last neighbourhood a square.
func withShapes(t *testing.T) (*model.Monitor, *render.Renderer) {
	t.Helper()
	m := country()
	for i := range m.Regions {
		m.Regions[i].Last = 1 // there today, so that they weigh in the spread
	}
	r, err := render.New(m, profile.NewBaseline(m), texts(), render.Assets{CSS: "assets/site-a.css", JS: "assets/site-b.js"}, language.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	var features []string
	add := func(code string, x, y int) {
		features = append(features, fmt.Sprintf(`{"type":"Feature","properties":{"statcode":%q},"geometry":{"type":"Polygon","coordinates":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%[2]d,%[3]d]]]}}`,
			code, 100_000+x*1000, 400_000+y*1000, 101_000+x*1000, 400_000+y*1000, 101_000+x*1000, 401_000+y*1000, 100_000+x*1000, 401_000+y*1000))
	}
	add("GM9001", 0, 0)
	for i := range parts - 1 {
		add(m.Regions[firstPart+i].Code, i%6, i/6)
	}
	add("BU99999999", 9, 9)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.geojson"), []byte(`{"type":"FeatureCollection","features":[`+strings.Join(features, ",")+`]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	a, err := geo.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.UseShapes(a); err != nil {
		t.Fatal(err)
	}
	return m, r
}

// A municipality's map shows each buurt with a shape, colours it, says which
// has none, and leads to no page that is not there.
func TestTownMaps(t *testing.T) {
	m, r := withShapes(t)
	if !r.HasTownMap(town) || r.HasTownMap(district) {
		t.Fatal("the municipality has no map, or its district has one of its own")
	}
	themes := r.TownThemes(town)
	if len(themes) == 0 {
		t.Fatal("no theme has a map")
	}
	page := r.TownTheme(nil, town, themes[0])
	last := m.Regions[firstPart+parts-1]
	for _, want := range []string{`id="b0"`, `id="b34"`, `href="#b34"`, `id="r-b34"`, "Zonder vorm", `class="nh2"`, `url(#g`, `class="kaart"`} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("%s is not on the page", want)
		}
	}
	for _, bad := range []string{`id="b35"`, "BU99999999", strings.ToLower(last.Code)} {
		if bytes.Contains(page, []byte(bad)) {
			t.Errorf("%s is on the page", bad)
		}
	}
	if !bytes.Contains(r.Place(town, nil).Region(nil), []byte(`href="../gm9001/kaart/"`)) {
		t.Error("the municipality's page does not lead to its map")
	}
}

// Without shapes there are no maps, and nothing leads to one.
func TestWithoutShapes(t *testing.T) {
	_, r := newRenderer(t)
	if r.HasMap() || r.HasTownMap(town) {
		t.Fatal("a map without shapes")
	}
	for name, page := range pages(t) {
		if bytes.Contains(page, []byte("kaart/")) {
			t.Errorf("%s leads to a map", name)
		}
	}
}
