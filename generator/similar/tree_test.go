package similar

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
	_ "wijkmonitor/generator/steady"
)

// tabled makes the table of rows of deviations, NaN where there is none. Codes
// run the other way than rows.
func tabled(deviations [][]float64) *table {
	columns := len(deviations[0])
	t := &table{m: &model.Monitor{}, whole: float64(columns), least: float64((columns*shareOf + shareOver - 1) / shareOver)}
	for r, cells := range deviations {
		width := (columns + stretch - 1) / stretch * stretch
		own, count := row{region: r, z: make([]float64, width), has: make([]float64, width), bits: make([]uint64, (columns+63)/64)}, 0
		for c, z := range cells {
			if !math.IsNaN(z) {
				own.z[c], own.has[c] = z, 1
				count++
			}
		}
		own.complete = count == columns
		t.rows = append(t.rows, own)
		t.m.Regions = append(t.m.Regions, model.Region{Code: fmt.Sprintf("WK%06d", len(deviations)-r)})
	}
	t.telling(columns)
	t.arrange()
	return t
}

// TestFind_IsEveryPair holds the tree against measuring all pairs, to the bit:
// for rows in clusters, with ties, doubles, rows next to those, sets of
// indicators that lack together, and gaps at random.
func TestFind_IsEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 70).Draw(t, "columns")
		size := rapid.SampledFrom([]float64{1e-9, 1, 1e6}).Draw(t, "size")
		coarse := rapid.Bool().Draw(t, "coarse")
		gaps := rapid.SampledFrom([]int{0, 2, 50}).Draw(t, "gaps")
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		count := rapid.IntRange(1, 500).Draw(t, "rows")
		var rows [][]float64
		for len(rows) < count {
			cells := make([]float64, columns)
			behind := [2]float64{rnd.NormFloat64() * 3, rnd.NormFloat64() * 3}
			for c := range cells {
				cells[c] = behind[c%2] + rnd.NormFloat64()/4
				if coarse {
					cells[c] = math.Round(behind[c%2])
				}
				cells[c] *= size
			}
			if len(rows) > 0 && rnd.IntN(4) == 0 {
				copy(cells, rows[rnd.IntN(len(rows))])
				if c := rnd.IntN(columns); rnd.IntN(2) == 0 {
					cells[c] = math.Nextafter(cells[c], 0)
				}
			}
			switch part := rnd.IntN(100); {
			case part < gaps:
				for c := range columns / 3 {
					cells[c] = math.NaN()
				}
			case part < 2*gaps:
				for range rnd.IntN(1 + columns/2) {
					cells[rnd.IntN(columns)] = math.NaN()
				}
			}
			rows = append(rows, cells)
		}
		table := tabled(rows)
		for a := range table.rows {
			var want []near
			for b := range table.rows {
				if mean, shared, ok := table.measure(a, b, math.Inf(1)); ok && a != b {
					want = append(want, near{b, mean, shared})
				}
			}
			slices.SortFunc(want, table.order)
			if got := table.nearest(a).list; !slices.Equal(got, want[:min(len(want), Most)]) {
				t.Fatalf("row %d of %d: %v; %v would be right", a, len(rows), got, want[:min(len(want), Most)])
			}
		}
	})
}

// TestNearest_GrowsLess counts the boxes and rows that a search looks at, which
// would double with a country. How much less that grows depends on how well a
// few directions tell rows apart: nearly so, or with as much besides as
// districts have, which stays between any two rows however many there are.
func TestNearest_GrowsLess(t *testing.T) {
	for _, c := range []struct{ besides, most float64 }{{.1, 1.4}, {.5, 1.8}} {
		small, large := looks(1500, c.besides), looks(3000, c.besides)
		t.Logf("besides %v: %.0f for a row of 1500, %.0f of 3000", c.besides, small, large)
		if large > c.most*small {
			t.Errorf("besides %v: %.0f for a row of 1500, %.0f of 3000; at most %v times as many would be right", c.besides, small, large, c.most)
		}
	}
}

// looks is how many boxes and rows a search looks at on average, where three
// things that nobody measured are behind all indicators, but for chance.
func looks(count int, besides float64) float64 {
	const indicators = 42
	rnd := rand.New(rand.NewPCG(7, 7))
	var how [indicators][3]float64
	for c := range how {
		how[c] = [3]float64{.7 * rnd.NormFloat64(), .5 * rnd.NormFloat64(), .3 * rnd.NormFloat64()}
	}
	var rows [][]float64
	for range count {
		behind := [3]float64{rnd.NormFloat64(), rnd.NormFloat64(), rnd.NormFloat64()}
		cells := make([]float64, indicators)
		for c, h := range how {
			cells[c] = h[0]*behind[0] + h[1]*behind[1] + h[2]*behind[2] + besides*rnd.NormFloat64()
		}
		rows = append(rows, cells)
	}
	table, seen := tabled(rows), 0
	for a := range table.rows {
		seen += table.nearest(a).seen
	}
	return float64(seen) / float64(count)
}
