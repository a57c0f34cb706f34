package model

import (
	"math"
	"strconv"
	"strings"
)

// Decimal writes v with so many decimals and a point: 12.3. A half is rounded
// away from zero, as CBS does, and what rounds to zero has no sign.
// It rounds the decimal digits, not the bits: 1,005 is a hair less than that
// in bits, and must become 1,01. Nine decimals leave out the noise of a
// subtraction.
func Decimal(v float64, decimals int) string {
	text := roundHalf(math.Abs(v), decimals)
	if v < 0 && strings.Trim(text, "0.") != "" {
		return "-" + text
	}
	return text
}

// roundHalf rounds v, which is not negative.
func roundHalf(v float64, decimals int) string {
	digits := strconv.FormatFloat(v, 'f', max(9, decimals+1), 64)
	point := strings.IndexByte(digits, '.')
	if point < 0 {
		return digits // not a finite number, which no Figure has
	}
	end := point + 1 + decimals
	up := digits[end] >= '5'
	if decimals == 0 {
		end = point
	}
	b := []byte(digits[:end])
	for i := len(b) - 1; up && i >= 0; i-- {
		switch {
		case b[i] == '.':
		case b[i] == '9':
			b[i] = '0'
		default:
			b[i]++
			up = false
		}
	}
	if up {
		return "1" + string(b)
	}
	return string(b)
}
