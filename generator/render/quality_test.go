package render_test

import (
	"strings"
	"testing"

	"wijkmonitor/generator/check"
	"wijkmonitor/generator/render"
)

// TestQuality shows a sum that does not add up, and says that a list is cut.
func TestQuality(t *testing.T) {
	m, r := newRenderer(t)
	report := check.New(m)
	report.AllSums, report.Sums = 1200, []check.Sum{{Region: 1, Indicator: 0, Groups: true, Whole: 1000, Parts: 1234}}
	page := string(r.Quality(nil, report))
	for _, want := range []string{"Kwaliteit van de cijfers", "De 1 grootste van de 1.200", `href="../../` + render.Path(m, 1), "1.234"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if !strings.Contains(string(r.Data(nil)), `href="kwaliteit/"`) {
		t.Error("the page about the data does not lead to it")
	}
}
