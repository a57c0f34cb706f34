package site

import (
	"testing"

	"github.com/zeebo/xxh3"
)

// Cells that move from one region to the next, and a figure that becomes another
// gap, change the digest.
func TestPrintCells_TellsApart(t *testing.T) {
	sum := func(regions ...[]float64) xxh3.Uint128 {
		h := xxh3.New()
		for _, cells := range regions {
			printCells(h, cells)
		}
		return h.Sum128()
	}
	many := make([]float64, 3000)
	other := append([]float64(nil), many...)
	other[2999] = 1
	seen := map[xxh3.Uint128]bool{}
	for _, regions := range [][][]float64{{}, {{}}, {{0}}, {{1, 2}, {3}}, {{1}, {2, 3}}, {{1, 2, 3}}, {many}, {other}, {many, {}}, {many[1:], {0}}} {
		if s := sum(regions...); seen[s] {
			t.Errorf("%d regions have the digest of others", len(regions))
		} else {
			seen[s] = true
		}
	}
}

// A region with 23 groups, 55 indicators and inputs, and 11 periods.
func BenchmarkPrintCells(b *testing.B) {
	cells := make([]float64, 23*55*11)
	for i := range cells {
		cells[i] = float64(i) / 10
	}
	h := xxh3.New()
	b.SetBytes(int64(8 * len(cells)))
	b.ReportAllocs()
	for b.Loop() {
		printCells(h, cells)
	}
}
