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
	r := &Renderer{speech: dutch, m: m, base: profile.NewBaseline(m), last: make([]int, model.LevelCount), now: make([][]int, len(m.Regions))}
	for i := range values {
		r.order = append(r.order, i+1)
	}
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

// Of forty municipalities each stands where it surely does: on its own place, on
// one of two where two share a figure, and further from the top while one
// without a figure could stand above it. From the low side it is counted there.
func TestPlaces(t *testing.T) {
	var values []model.Figure
	for i := range 40 {
		values = append(values, model.Number(float64(2*i)))
	}
	place := func(i int, higher bool) string { return string(shire(values).appendPlace(nil, i+1, 0, higher)) }
	for _, c := range []struct {
		i      int
		higher bool
		want   string
	}{
		{39, true, " Het hoogste van de 40 gemeenten."}, {0, false, " Het laagste van de 40 gemeenten."},
		{28, true, " Plaats 12 van de 40 gemeenten, van hoog naar laag."}, {11, false, " Plaats 12 van de 40 gemeenten, van laag naar hoog."},
	} {
		if got := place(c.i, c.higher); got != c.want {
			t.Errorf("%d: %q; %q would be right", c.i, got, c.want)
		}
	}
	values[27] = values[28]
	if a, b := place(27, true), place(28, true); a != b || a != " Plaats 12 of 13 van de 40 gemeenten, van hoog naar laag." {
		t.Errorf("a tie: %q %q", a, b)
	}
	values[0], values[1] = model.Gap(model.Unknown), model.Gap(model.Unknown)
	if got := place(39, true); got != " Plaats 1 tot 3 van de 40 gemeenten, van hoog naar laag." {
		t.Errorf("two unknown: %q", got)
	}
	if got := place(0, true); got != "" {
		t.Errorf("without a figure: %q", got)
	}
	for i := range 20 {
		values[i] = model.Gap(model.Unknown)
	}
	if got := place(39, true); got != "" {
		t.Errorf("half of all unknown: %q; nothing would be right", got)
	}
	values = values[:4]
	if got := place(3, true); got != "" {
		t.Errorf("of four: %q", got)
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
