package render

import (
	"bytes"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// What a build compares with the last one has the names of neighbours: a page
// shows them, also of those in another municipality, with where they lie.
func TestPrintBordering(t *testing.T) {
	m := &model.Monitor{Regions: []model.Region{
		{Code: "NL00", Name: "Kleinland", Level: model.Country, Municipality: -1},
		{Code: "GM0001", Name: "Hier", Level: model.Municipality, Municipality: 1},
		{Code: "GM0002", Name: "Daar", Level: model.Municipality, Municipality: 2},
		{Code: "WK000101", Name: "Voor de dijk", Level: model.District, Municipality: 1, Parent: 1},
		{Code: "WK000201", Name: "Achter de dijk", Level: model.District, Municipality: 2, Parent: 2},
	}}
	r := &Renderer{speech: dutch, m: m, near: &nearby{beside: [][]int{3: {4}, 4: nil}}}
	for i := range m.Regions {
		r.paths = append(r.paths, Path(m, i))
	}
	var b bytes.Buffer
	r.PrintBordering(&b, 3)
	for _, want := range []string{"Achter de dijk", "in Daar", "gm0002/wk000201/"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q lacks %s", b.String(), want)
		}
	}
}
