package render

import (
	"fmt"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// shire is a country of municipalities with one share each.
func shire(values []model.Figure) *Renderer {
	m := &model.Monitor{Periods: []model.Period{{Label: "2025"}}, Groups: []model.Group{{Key: "totaal"}}, Themes: []model.Theme{{}},
		Indicators: []model.Indicator{{Key: "a", Kind: model.Share, Unit: "%", Decimals: 1}},
		Regions:    []model.Region{{Name: "Nederland", Parent: -1, Municipality: -1}}}
	for i := range values {
		m.Regions = append(m.Regions, model.Region{Code: fmt.Sprintf("GM%04d", i), Name: fmt.Sprint("Plaats ", i), Level: model.Municipality, Municipality: i + 1})
	}
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 1, 1, 1)
	m.Cube.Set(0, 0, 0, 0, model.Number(20))
	for i, f := range values {
		m.Cube.Set(i+1, 0, 0, 0, f)
	}
	r := &Renderer{speech: dutch, m: m, base: profile.NewBaseline(m), last: make([]int, model.LevelCount)}
	r.findTops()
	return r
}

func (r *Renderer) named(i int) string { return string(r.appendTop(nil, i+1, 0)) }

// Of twelve municipalities, three are the highest. Who shares a figure with the
// fourth is not among them, nor anybody while one without a figure could be.
func TestTops(t *testing.T) {
	var values []model.Figure
	for i := range 12 {
		values = append(values, model.Number(float64(10*i)))
	}
	r := shire(values)
	for i := range values {
		want := ""
		switch {
		case i < 3:
			want = " Hoort bij de 3 gemeenten met het laagste aandeel."
		case i > 8:
			want = " Hoort bij de 3 gemeenten met het hoogste aandeel."
		}
		if got := r.named(i); got != want {
			t.Errorf("%d: %q; %q would be right", i, got, want)
		}
	}
	values[8], values[0] = model.Number(90), model.Gap(model.Unknown)
	r = shire(values)
	if a, b, c := r.named(8), r.named(9), r.named(11); a != "" || b != "" || c == "" {
		t.Errorf("a tie at the third place, and one unknown: %q %q %q", a, b, c)
	}
	if got := r.named(0); got != "" {
		t.Errorf("a municipality without a figure has a place: %q", got)
	}
	if got := shire(values[:9]).named(7); got != "" {
		t.Errorf("of nine: %q", got)
	}
}

// What a page says of a place among others is in the digest of the page.
func TestPrintTops(t *testing.T) {
	var values []model.Figure
	for i := range 12 {
		values = append(values, model.Number(float64(10*i)))
	}
	var before, after strings.Builder
	shire(values).PrintTops(&before, 10)
	values[0] = model.Number(200)
	shire(values).PrintTops(&after, 10)
	if before.String() == after.String() {
		t.Error("another's figure changed the place and not the digest")
	}
}
