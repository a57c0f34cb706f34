package attack

import (
	"testing"

	"wijkmonitor/generator/disclosure"
)

// An intruder who knows that nobody is young and not there bounds people and
// young people at once. Head counts are not promised their width against that;
// the test tells how much is left, and fails when a count is known.
func TestAttack_PartsAndWholesTogether(t *testing.T) {
	dir := exactCountry{towns: []int{1, 2, 3, 4}, size: fewPeople}.write(t)
	x := build(t, dir, dir, defaultMinBase, exact, disclosure.Options{})
	q := x.quantities()
	people, young := newSystem(x.m, nil, x.bounds(q[0], 0, exact)), newSystem(x.m, nil, x.bounds(q[1], 0, exact))
	rows, shift := people.rows(), len(people.low)
	for _, r := range young.rows() {
		for i := range r.cells {
			r.cells[i] += shift
		}
		rows = append(rows, r)
	}
	for c := range people.low {
		if people.unknown(c) && c < len(young.low) && young.unknown(c) {
			rows = append(rows, row{cells: []int{c + shift, c + 2*shift, c}, signs: []float64{1, 1, -1}}) // young + others = people
		}
	}
	n, narrowest := 0, finding{s: people, high: 1e9}
	for c := range people.withheld {
		if !people.withheld[c] || c%3 > 0 || people.allowed(c) <= 0 {
			continue
		}
		f := finding{s: people, cell: c, allowed: people.allowed(c)}
		var err error
		if f.low, f.high, err = newProgram(rows, c).span(c); err != nil {
			t.Logf("%v: %v", f, err)
			continue
		}
		n++
		if f.high-f.low-f.allowed < narrowest.high-narrowest.low-narrowest.allowed {
			narrowest = f
		}
	}
	t.Logf("%d cells; narrowest %v", n, narrowest)
	if n == 0 || narrowest.high-narrowest.low < 1 {
		t.Error("a head count is known")
	}
}
