package attack

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A finding is a withheld cell with the bounds that the intruder found.
type finding struct {
	s         *system
	period    int
	cell      int
	low, high float64
	allowed   float64
}

func (f finding) String() string {
	r, n := f.cell/len(f.s.nodes), f.cell%len(f.s.nodes)
	return fmt.Sprintf("%s, %s, %s: %.1f to %.1f, %.0f would be right", f.s.m.Regions[r].Code, f.s.m.Groups[f.s.nodes[n]].Key,
		f.s.m.Periods[f.period].Label, f.low, f.high, f.allowed)
}

// attack fails when a withheld cell follows from what is published, or when a
// head count is known more narrowly than its allowed width. linear tells of how
// many cells the exact span is computed: half the narrowest, half spread out.
func (x *target) attack(t *testing.T, slack precision, linear int) {
	t.Helper()
	total := x.report.Total()
	t.Logf("withheld pairs, primary by level %v, secondary %v; %d figures; %d pairs without a certificate", total.Primary, total.Secondary, total.Cells, total.Open)
	for _, q := range x.quantities() {
		found, fixed, zero := x.examine(t, q, slack)
		if len(found) == 0 {
			continue
		}
		t.Logf("%s: %d withheld cells, %d pinned by the sums, narrowest by bounds %v; %d are nobody or everybody", q.name, len(found), fixed, found[0], zero)
		if fixed > 0 {
			t.Errorf("%s: %d cells follow from the sums", q.name, fixed)
		}
		if q.name == "inwoners" {
			x.checkWidths(t, found, linear)
		}
	}
}

// findLeak fails when a site without secondary withholding does not give cells
// away.
func (x *target) findLeak(t *testing.T, slack precision) {
	t.Helper()
	found, fixed, _ := x.examine(t, x.quantities()[0], slack)
	t.Logf("planted leak: %d withheld cells, %d pinned by the sums", len(found), fixed)
	if fixed == 0 {
		t.Error("without secondary withholding no cell is pinned: the attack is blind")
	}
}

// examine attacks one quantity in all periods and classifications. It returns
// every withheld cell, the narrowest first (measured by its allowed width), how
// many the sums fix, and how many bounds leave no room.
func (x *target) examine(t *testing.T, q quantity, slack precision) (found []finding, fixed, zero int) {
	t.Helper()
	done := map[string][]int{}
	for p := range x.m.Periods {
		for k := range x.m.Classifications {
			s := newSystem(x.m, k, x.bounds(q, p, slack))
			rows := s.rows()
			pattern := fingerprint(rows)
			if _, ok := done[pattern]; !ok {
				done[pattern] = pinned(rows)
			}
			for _, c := range done[pattern] {
				if s.withheld[c] {
					if fixed < 3 {
						t.Logf("%s: %v is pinned", q.name, finding{s: s, period: p, cell: c})
					}
					fixed++
				}
			}
			low, high := s.propagate(rows)
			for c := range s.withheld {
				if !s.withheld[c] || c%len(s.nodes) == 0 {
					continue
				}
				f := finding{s, p, c, low[c], high[c], s.allowed(c)}
				if q.count != "inwoners" || q.share != "" {
					f.allowed = min(f.allowed, 1)
				}
				x.checkTruth(t, q, f)
				found = append(found, f)
				if f.high-f.low < 1e-6 && f.allowed > 0 {
					zero++
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b finding) int {
		x, y := (a.high-a.low)-a.allowed, (b.high-b.low)-b.allowed
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return found, fixed, zero
}

// fingerprint tells sums of the same cells from others.
func fingerprint(rows []row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprint(&b, r.cells, ";")
	}
	return b.String()
}
