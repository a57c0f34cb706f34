package attack

import (
	"math/bits"
	"slices"
)

// modulus is a prime of 61 bits. Elimination modulo a prime is exact: it has
// no rounding, and a cell that the sums fix is fixed modulo every prime that
// divides none of the small minors of a matrix of −1, 0 and 1.
const modulus = 1<<61 - 1

func times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	_, rest := bits.Div64(high, low, modulus)
	return rest
}

func inverse(a uint64) uint64 {
	result := uint64(1)
	for e := uint64(modulus - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			result = times(result, a)
		}
		a = times(a, a)
	}
	return result
}

// pinned returns the unknown cells whose unit vector lies in the row space of
// the sums: those that follow from what is published, whatever the numbers.
func pinned(rows []row) []int {
	var unknown []int
	for _, r := range rows {
		unknown = append(unknown, r.cells...)
	}
	slices.Sort(unknown)
	unknown = slices.Compact(unknown)
	matrix := make([][]uint64, len(rows))
	for i, r := range rows {
		matrix[i] = make([]uint64, len(unknown))
		for j, c := range r.cells {
			column, _ := slices.BinarySearch(unknown, c)
			matrix[i][column] = 1
			if r.signs[j] < 0 {
				matrix[i][column] = modulus - 1
			}
		}
	}
	rank := 0
	for column := range unknown {
		if eliminate(matrix, rank, column) {
			rank++
		}
	}
	var fixed []int
	for _, r := range matrix[:rank] {
		last, n := 0, 0
		for column, v := range r {
			if v != 0 {
				last, n = column, n+1
			}
		}
		if n == 1 {
			fixed = append(fixed, unknown[last])
		}
	}
	return fixed
}

// eliminate clears a column from all rows but one, which it moves to rank;
// false when no row from there on has it.
func eliminate(matrix [][]uint64, rank, column int) bool {
	pivot := slices.IndexFunc(matrix[rank:], func(r []uint64) bool { return r[column] != 0 })
	if pivot < 0 {
		return false
	}
	matrix[rank], matrix[rank+pivot] = matrix[rank+pivot], matrix[rank]
	head := matrix[rank]
	scale := inverse(head[column])
	for j := range head {
		if head[j] != 0 {
			head[j] = times(head[j], scale)
		}
	}
	for i, r := range matrix {
		if i == rank || r[column] == 0 {
			continue
		}
		factor := modulus - r[column]
		for j := range r {
			if head[j] != 0 {
				r[j] = (r[j] + times(factor, head[j])) % modulus
			}
		}
	}
	return true
}
