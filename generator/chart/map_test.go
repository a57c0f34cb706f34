package chart

import (
	"bytes"
	"encoding/xml"
	"math"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// aMap has every class, every gap, a muted region, and names to escape.
func aMap() *Map {
	m := &Map{Title: `Kaart <van> & "alles"`, Desc: "Twee \x00 regels", Wide: 600, Tall: 400}
	for c := model.NotCompared; c < model.ClassCount; c++ {
		m.Shapes = append(m.Shapes, MapShape{Path: "M1 1l9 0 0 9z", Href: `../"x"/`, Name: "Haven <Noord>", Says: "8,8% & meer", Fill: Fill{State: model.Known, Class: c, Polarity: model.LowerIsFavourable}})
	}
	for s := model.Unknown; s < model.StateCount; s++ {
		if s != model.Known {
			m.Shapes = append(m.Shapes, MapShape{ID: "w1", Name: "Gat", Fill: Fill{State: s}})
		}
	}
	m.Shapes = append(m.Shapes, MapShape{Path: "M0 0z", Name: "Leeg", Fill: Fill{State: model.Known, Class: model.MuchHigher, Muted: true}})
	return m
}

// Whatever the names are, a map is well-formed, has no style and no script, and
// a gap never has the colour of a class.
func TestMaps_WellFormed(t *testing.T) {
	file := &MapFile{Map: *aMap(), Foot: []string{"Bron: <x>"}, Key: []MapKey{{Fill: Fill{State: model.Withheld}, Word: "te weinig & zo"}}}
	for name, svg := range map[string][]byte{
		"page": AppendMap(nil, aMap()), "picture": AppendPicture(nil, aMap()), "file": AppendMapFile(nil, file),
		"shapes": AppendShapes(nil, []MapShape{{ID: "w1", Path: "M0 0z"}}), "swatch": AppendSwatch(nil, Fill{State: model.Broken}),
		"scatter": AppendScatter(nil, &Scatter{Label: "<x> & y", Dots: []ScatterDot{{Value: 3}, {Value: 3, Class: "f2"}}, Reference: math.NaN()}),
		"empty":   AppendScatter(nil, &Scatter{Reference: 3}),
	} {
		if err := wellFormed(svg); err != nil {
			t.Errorf("%s: %v\n%s", name, err, svg)
		}
		for _, bad := range []string{"style", "<script", "<Noord", "NaN", "Inf"} {
			if bytes.Contains(svg, []byte(bad)) {
				t.Errorf("%s: %q in %s", name, bad, svg)
			}
		}
	}
	page := string(AppendMap(nil, aMap()))
	for _, want := range []string{`class="u2"`, `class="f2"`, `class="los"`, `fill="url(#g3)" class="gat"`, `class="nh2 leeg"`, `role="group"`, `>Haven &lt;Noord&gt;</tspan>`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in the map", want)
		}
	}
	if svg := string(AppendMapFile(nil, file)); !strings.Contains(svg, `xmlns="http://www.w3.org/2000/svg"`) || strings.Contains(svg, "class=") || strings.Contains(svg, "href=") {
		t.Error("the file needs the page's style or its links")
	}
}

// Each reason for a gap has a pattern of its own.
func TestGapMarks_Differ(t *testing.T) {
	seen := map[string]bool{}
	for s := model.Unknown; s < model.StateCount; s++ {
		if mark := gapMarks[s]; s != model.Known && (mark == "" || seen[mark]) {
			t.Errorf("state %d has the pattern %q", s, mark)
		}
		seen[gapMarks[s]] = true
	}
}

// Each figure is one dot, equal figures are stacked, and all stay in the box.
func TestScatter(t *testing.T) {
	s := &Scatter{Reference: 4, Average: "NL: 4", Low: "1", High: "9"}
	for i := range 342 {
		s.Dots = append(s.Dots, ScatterDot{Value: float64(1 + i%9), Class: "z"})
	}
	svg := string(AppendScatter(nil, s))
	if n := strings.Count(svg, "<circle"); n != 342 {
		t.Errorf("%d dots", n)
	}
	seen := map[string]bool{}
	for _, part := range strings.Split(svg, "<circle")[1:] {
		at := part[:strings.Index(part, `" class`)]
		if seen[at] || strings.Contains(at, "-") {
			t.Fatalf("two dots at %s, or one outside", at)
		}
		seen[at] = true
	}
}

// An overlay is well-formed, whatever the wheels, lies over its map exactly, and
// has a wheel for each spot that is not wider than the distance to most others.
func TestAppendOverlay(t *testing.T) {
	m := &Map{Title: "Wijken", Wide: 400, Tall: 300}
	if got := AppendOverlay(nil, m, nil); len(got) > 0 {
		t.Errorf("without a wheel: %s", got)
	}
	w := sample()
	spots := []Spot{{40, 40, w}, {140, 40, w}, {240, 40, w}, {40, 140, &Wheel{Title: "<leeg>"}}}
	svg := string(AppendOverlay(nil, m, spots))
	if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
		t.Fatalf("%v\n%s", err, svg)
	}
	box := regexp.MustCompile(`viewBox="[^"]*"`)
	if a, b := box.FindString(svg), box.FindString(string(AppendMap(nil, m))); a != b {
		t.Errorf("it has %s, its map %s", a, b)
	}
	for _, m := range regexp.MustCompile(`(?:fill|stroke)="(#[^"]*|var\(--([a-z0-9]+)\))"`).FindAllStringSubmatch(svg, -1) {
		if !strings.Contains(style(t, "colours.css"), "--"+m[2]+": #") {
			t.Errorf("it has %s; a colour of the page would be right, in daylight and in the dark", m[0])
		}
	}
	for _, spot := range []string{"translate(40 40)", "translate(140 40)", "translate(240 40)", "translate(40 140)"} {
		if !strings.Contains(svg, spot) {
			t.Errorf("no wheel at %s", spot)
		}
	}
	if got := spread(m, spots); got != 80 { // a fifth of the map: they stand 100 apart
		t.Errorf("wheels are %v wide; 80 would be right", got)
	}
	if got := spread(m, append(spots, Spot{45, 40, w}, Spot{141, 44, w})); got != 25 { // a sixteenth
		t.Errorf("wheels close together are %v wide; 25 would be right", got)
	}
}
