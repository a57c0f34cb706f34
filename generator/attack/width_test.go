package attack

import (
	"math"
	"testing"
)

// checkTruth guards the attack itself: bounds that leave out the truth would
// prove nothing.
func (x *target) checkTruth(t *testing.T, q quantity, f finding) {
	t.Helper()
	r, n := f.cell/len(f.s.nodes), f.cell%len(f.s.nodes)
	if f.low > f.high+1e-6 {
		t.Errorf("%s: %v is empty: a sum that the attack believes does not hold", q.name, f)
	}
	if q.share != "" {
		return
	}
	truth, ok := x.truth[place{x.m.Regions[r].Code, x.m.Groups[f.s.nodes[n]].Key, q.count, f.period}]
	if ok && (truth < f.low-4-1e-6 || truth > f.high+4+1e-6) {
		t.Errorf("%s: %v, but it is %v", q.name, f, truth)
	}
}

// checkWidths compares what bounds and linear programs leave with the allowed
// width.
func (x *target) checkWidths(t *testing.T, found []finding, linear int) {
	t.Helper()
	narrow := func(f finding) bool { return f.high-f.low < f.allowed-1e-3 }
	n := 0
	for _, f := range found {
		if narrow(f) && n < 10 {
			t.Errorf("by bounds: %v", f)
			n++
		}
	}
	var sample []finding
	for i, f := range found {
		if i < linear/2 || i%max(1, 2*len(found)/max(1, linear)) == 0 {
			sample = append(sample, f)
		}
	}
	narrowest, failed := finding{high: math.Inf(1)}, 0
	for _, f := range sample {
		if f.allowed <= 0 {
			continue
		}
		var err error
		if f.low, f.high, err = newProgram(f.s.rows(), f.cell).span(f.cell); err != nil {
			t.Logf("%v: %v", f, err)
			failed++
			continue
		}
		if narrow(f) {
			t.Errorf("by linear programming: %v", f)
		}
		if f.high-f.low-f.allowed < narrowest.high-narrowest.low-narrowest.allowed {
			narrowest = f
		}
	}
	t.Logf("linear programs of %d cells, %d not solved; narrowest %v", len(sample), failed, narrowest)
}
