package model

import (
	"math"
	"strconv"
	"strings"
)

// Scaled returns v × 10^decimals, rounded: what is printed, without its point.
// A half is rounded away from zero, as CBS does. It rounds the decimal digits,
// not the bits: 1,005 is a hair less than that in bits, and must become 1,01.
// Nine decimals leave out the noise of a subtraction. A number of more than 18
// digits, which no figure has, becomes the largest there is.
func Scaled(v float64, decimals int) int64 {
	if decimals >= 0 && decimals < len(powers) {
		// The digits need no looking at but close to a half, where a bit decides.
		if s := math.Abs(v) * powers[decimals]; s < 1e12 {
			whole := math.Floor(s)
			if rest := s - whole; math.Abs(rest-0.5) > 1e-3 {
				n := int64(whole)
				if rest > 0.5 {
					n++
				}
				if v < 0 {
					return -n
				}
				return n
			}
		}
	}
	n, err := strconv.ParseInt(strings.Replace(roundHalf(math.Abs(v), decimals), ".", "", 1), 10, 64)
	if err != nil {
		n = math.MaxInt64
	}
	if v < 0 {
		return -n
	}
	return n
}

var powers = [...]float64{1, 10, 100, 1000, 10_000}

// AppendScaled appends n × 10^−decimals with the signs of a language: 1.234,5.
// The sign between thousands is left out when it is 0.
func AppendScaled(b []byte, n int64, decimals int, point, thousands byte) []byte {
	if n < 0 {
		b = append(b, '-')
	}
	u := uint64(max(n, -n))
	var room [48]byte
	at := len(room)
	for k := 0; u > 0 || k <= decimals; k++ {
		switch above := k - decimals; {
		case above == 0 && decimals > 0:
			at--
			room[at] = point
		case above > 0 && above%3 == 0 && thousands != 0:
			at--
			room[at] = thousands
		}
		at--
		room[at] = byte('0' + u%10)
		u /= 10
	}
	return append(b, room[at:]...)
}

// Decimal writes v with so many decimals and a point: 12.3, rounded as Scaled
// does. What rounds to zero has no sign.
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
