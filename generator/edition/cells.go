package edition

import (
	"strconv"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	form "wijkmonitor/generator/shard"
)

// A cell is a published figure: a number of 10^−decimals, or a reason why
// there is none. The zero cell is a figure that the edition does not have.
type cell struct {
	known    bool
	number   int64
	decimals int
	reason   string
}

func (c cell) same(d cell) bool {
	if !c.known || !d.known {
		return c.known == d.known && c.reason == d.reason
	}
	return scale(c.number, d.decimals) == scale(d.number, c.decimals)
}

func scale(n int64, decimals int) int64 {
	for range min(decimals, 6) {
		n *= 10
	}
	return n
}

// withheld tells whether there is a number that may not be shown.
func (c cell) withheld() bool { return !c.known && c.reason == form.StateNames[model.Withheld] }

// String prints the figure as pages do: with a decimal comma.
func (c cell) String() string {
	if !c.known {
		if c.reason == "" {
			return language.Word("geen cijfer")
		}
		return c.reason
	}
	sign, digits := "", strconv.FormatInt(c.number, 10)
	if c.number < 0 {
		sign, digits = "-", digits[1:]
	}
	if d := min(max(c.decimals, 0), 6); d > 0 {
		for len(digits) <= d {
			digits = "0" + digits
		}
		digits = digits[:len(digits)-d] + "," + digits[len(digits)-d:]
	}
	return sign + digits
}
