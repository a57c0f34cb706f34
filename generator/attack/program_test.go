package attack

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// A program is the system in the form that lp.Simplex takes: A x = b, x ≥ 0,
// rows independent of each other.
type program struct {
	column map[int]int // of an unknown cell
	a      *mat.Dense
	b      []float64
	n      int
}

// newProgram takes the rows that are linked to a cell by unknown cells. A row
// with room between its bounds gets a slack of its own, which is bounded.
func newProgram(rows []row, cell int) *program {
	rows = linked(rows, cell)
	p := &program{column: map[int]int{}}
	for _, r := range rows {
		for _, c := range r.cells {
			if _, ok := p.column[c]; !ok {
				p.column[c] = len(p.column)
			}
		}
	}
	p.n = len(p.column)
	slack := p.n
	for _, r := range rows {
		if r.high > r.low {
			p.n += 2
		}
	}
	var lines [][]float64
	for _, r := range rows {
		line := make([]float64, p.n+1)
		for i, c := range r.cells {
			line[p.column[c]] = r.signs[i]
		}
		line[p.n] = r.low
		if r.high > r.low { // signed sum − s = low, s + s′ = high − low
			line[slack] = -1
			bound := make([]float64, p.n+1)
			bound[slack], bound[slack+1], bound[p.n] = 1, 1, r.high-r.low
			lines = append(lines, bound)
			slack += 2
		}
		lines = append(lines, line)
	}
	p.fill(independent(lines))
	return p
}

func (p *program) fill(lines [][]float64) {
	p.a, p.b = mat.NewDense(len(lines), p.n, nil), make([]float64, len(lines))
	for i, line := range lines {
		p.a.SetRow(i, line[:p.n])
		p.b[i] = line[p.n]
	}
}

// linked returns the rows that can tell of a cell.
func linked(rows []row, cell int) (near []row) {
	seen := map[int]bool{cell: true}
	taken := make([]bool, len(rows))
	for grown := true; grown; {
		grown = false
		for i, r := range rows {
			if taken[i] || !slices.ContainsFunc(r.cells, func(c int) bool { return seen[c] }) {
				continue
			}
			taken[i], grown = true, true
			near = append(near, r)
			for _, c := range r.cells {
				seen[c] = true
			}
		}
	}
	return near
}

// independent leaves out lines that follow from others.
func independent(lines [][]float64) (kept [][]float64) {
	var reduced [][]float64
	var heads []int
	for _, line := range lines {
		rest := slices.Clone(line[:len(line)-1])
		for i, r := range reduced {
			if f := rest[heads[i]] / r[heads[i]]; f != 0 {
				for j := range rest {
					rest[j] -= f * r[j]
				}
			}
		}
		head := 0
		for j := range rest {
			if math.Abs(rest[j]) > math.Abs(rest[head]) {
				head = j
			}
		}
		if math.Abs(rest[head]) > 1e-6 {
			reduced, heads, kept = append(reduced, rest), append(heads, head), append(kept, line)
		}
	}
	return kept
}

// span returns the smallest and largest number that a cell can have.
func (p *program) span(cell int) (low, high float64, err error) {
	for i, out := range []*float64{&low, &high} {
		c := make([]float64, p.n)
		c[p.column[cell]] = float64(1 - 2*i)
		best, _, e := lp.Simplex(c, p.a, p.b, 1e-9, nil)
		switch {
		case e == lp.ErrUnbounded:
			*out = math.Inf(2*i - 1)
		case e != nil:
			return 0, 0, fmt.Errorf("%d sums, %d cells: %w", len(p.b), p.n, e)
		default:
			*out = best * c[p.column[cell]]
		}
	}
	return low, high, nil
}
