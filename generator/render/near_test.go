package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
)

// towns is a country of municipalities with a district each: the n-th has n
// thousand people, and figures like those of the two beside it.
func towns(t *testing.T, n int) *model.Monitor {
	t.Helper()
	m := country()
	m.SpreadLevel = model.Municipality
	m.Regions = m.Regions[:1]
	m.Regions[0].Last, m.Regions[0].Children = 1, nil
	for k := range n {
		g := len(m.Regions)
		m.Regions[0].Children = append(m.Regions[0].Children, g)
		m.Regions = append(m.Regions,
			model.Region{Code: fmt.Sprintf("GM%04d", k), Name: fmt.Sprintf("Plaats %d", k), Level: model.Municipality, Municipality: g, Children: []int{g + 1}, Last: 1},
			model.Region{Code: fmt.Sprintf("WK%04d00", k), Name: "Wijk", Level: model.District, Parent: g, Municipality: g, Last: 1})
	}
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), groups, indicators, 2)
	for r := range m.Regions {
		for i := range indicators {
			v := float64(10 + r/2)
			switch {
			case r == 0:
				v = 20
			case i == 0:
				v = float64(1000 * (r + 1))
			}
			m.Cube.Set(r, 0, i, 1, model.Number(v))
		}
	}
	return m
}

func renderer(t *testing.T, m *model.Monitor) *render.Renderer {
	t.Helper()
	r, err := render.New(m, profile.NewBaseline(m), texts(), render.Assets{}, language.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tenth is GM0010, and ninth the municipality before it.
const tenth, ninth = 21, 19

func TestNear(t *testing.T) {
	near := renderer(t, towns(t, 40)).Near(tenth, "../")
	var hrefs []string
	for _, l := range near.Links {
		hrefs = append(hrefs, l.Href)
	}
	want := []string{
		"../vergelijk/?r=gm0010",
		"../vergelijk/?r=gm0010,nederland",
		"../vergelijk/?r=gm0010,gm0010/wk001000",
		"../vergelijk/?r=gm0010,gm0009,gm0011,gm0008,gm0012,gm0007", // as large
		"../vergelijk/?r=gm0010,gm0009,gm0011,gm0008,gm0012,gm0007", // alike
	}
	if !slices.Equal(hrefs, want) {
		t.Errorf("%q\n%q would be right", hrefs, want)
	}
	if len(near.Similar) != 5 || near.Similar[0].Text != "Plaats 9" || near.Similar[0].Href != "../gm0009/" || !strings.HasPrefix(near.Similar[0].Note, "verschil 0,") {
		t.Errorf("alike: %+v", near.Similar)
	}
}

// Who is no more is compared with nobody of today, and nobody with it.
func TestNear_Retired(t *testing.T) {
	m := towns(t, 40)
	m.Regions[ninth].Last = 0
	r := renderer(t, m)
	if links := r.Near(ninth, "").Links; len(links) != 1 {
		t.Errorf("a municipality that is no more: %+v", links)
	}
	if text := fmt.Sprint(r.Near(tenth, "")); strings.Contains(text, "gm0009") {
		t.Errorf("a municipality that is no more is offered: %s", text)
	}
}

func TestNear_WithheldFiguresNeverCount(t *testing.T) {
	m := towns(t, 40)
	for i := range indicators {
		m.Cube.Set(ninth, 0, i, 1, model.Gap(model.Withheld))
	}
	r := renderer(t, m)
	if text := fmt.Sprint(r.Near(tenth, "")); strings.Contains(text, "gm0009") {
		t.Errorf("a municipality of which nothing is shown is offered: %s", text)
	}
	if near := r.Near(ninth, ""); len(near.Similar) > 0 || len(near.Links) != 3 {
		t.Errorf("it is offered more than what lies around it: %+v", near)
	}
}

// A predecessor is compared through the years, since it has none of today.
func TestNear_Predecessors(t *testing.T) {
	m := towns(t, 40)
	m.Regions[tenth].Events = []model.Event{{Kind: model.Merged, Before: true, Other: "GM0009", Region: ninth}, {Kind: model.Merged, Before: true, Other: "GM0099", Region: -1}}
	m.Regions[ninth].Last = 0
	if got, want := renderer(t, m).Near(tenth, "").Links[1].Href, "vergelijk/?r=gm0010,gm0009&j=2024-2025"; got != want {
		t.Errorf("%s; %s would be right", got, want)
	}
}

func TestCompare_NamesWhatCanBeChosen(t *testing.T) {
	m, r := newRenderer(t)
	page := string(r.Compare(nil))
	for _, want := range []string{`value="cijfer-1"`, `value="groep-3"`, `data-naam="Inwoners met herkomst 3"`, `<option value="2025">2025</option>`, `data-letter="d" data-teken="∘"`, `href="../gm9001/cijfers.csv"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, `data-begin="1"`); n != 4 {
		t.Errorf("%d indicators are chosen at first; 4 would be right", n)
	}
	if n := strings.Count(page, `type="checkbox" name="i"`); n != len(m.Indicators) {
		t.Errorf("%d indicators can be chosen of %d", n, len(m.Indicators))
	}
	m.Groups[3].Hidden = true
	if strings.Contains(string(r.Compare(nil)), `value="groep-3"`) {
		t.Error("a hidden group can be chosen")
	}
}
