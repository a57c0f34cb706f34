package intake

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Marks say how numbers are written: 1.234,5 has thousands "." and decimal ",".
type Marks struct{ Decimal, Thousands string }

// parse reads a number strictly; an error says what would be right.
func (m Marks) parse(text string) (float64, error) {
	fail := func() (float64, error) {
		return 0, fmt.Errorf("%q is not a number with decimal %q and thousands %q; such a number or a text listed under gaps would be right", text, m.Decimal, m.Thousands)
	}
	s := strings.ReplaceAll(text, "\u2212", "-")
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		s, sign = rest, "-"
	}
	exponent := ""
	if i := strings.IndexAny(s, "eE"); i > 0 { // as Excel and R write very small and large numbers
		s, exponent = s[:i], s[i:]
	}
	whole, fraction, broken := s, "", false
	if m.Decimal != "" {
		whole, fraction, broken = strings.Cut(s, m.Decimal)
	}
	if m.Thousands != "" && strings.Contains(whole, m.Thousands) {
		parts := strings.Split(whole, m.Thousands)
		for i, p := range parts {
			if i > 0 && len(p) != 3 || i == 0 && (len(p) < 1 || len(p) > 3) {
				return fail()
			}
		}
		whole = strings.Join(parts, "")
	}
	if !digits(whole) || broken && !digits(fraction) {
		return fail()
	}
	if broken {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(sign+whole+exponent, 64)
	if err != nil || math.Abs(v) > 1e15 {
		return fail()
	}
	return v, nil
}

func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// evidence is what cells tell of how numbers are written.
type evidence struct {
	decimal, thousands, either map[string]bool // either: 1,234 may be both
	numbers                    int
}

func newEvidence() *evidence {
	return &evidence{decimal: map[string]bool{}, thousands: map[string]bool{}, either: map[string]bool{}}
}

// see takes in one cell; false when it is no number however written.
func (e *evidence) see(text string) bool {
	s := strings.TrimPrefix(strings.ReplaceAll(text, "\u2212", "-"), "-")
	if s == "" || strings.Trim(s, "0123456789., \u00a0") != "" || strings.Trim(s, "0123456789") == s {
		if i := strings.IndexAny(s, "eE"); i <= 0 {
			return false
		}
		_, err := strconv.ParseFloat(s, 64)
		return err == nil
	}
	for _, space := range []string{" ", "\u00a0"} {
		if strings.Contains(s, space) {
			e.thousands[space] = true
			s = strings.ReplaceAll(s, space, "")
		}
	}
	e.numbers++
	point, comma := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case point > 0 && comma > 0:
		if strings.LastIndex(s, ",") > strings.LastIndex(s, ".") {
			e.decimal[","], e.thousands["."] = true, true
		} else {
			e.decimal["."], e.thousands[","] = true, true
		}
	case point+comma > 1:
		e.thousands[s[strings.IndexAny(s, ".,"):][:1]] = true
	case point+comma == 1:
		mark := s[strings.IndexAny(s, ".,"):][:1]
		whole, fraction, _ := strings.Cut(s, mark)
		if len(fraction) == 3 && len(whole) <= 3 && len(whole) > 0 && whole[0] != '0' {
			e.either[mark] = true
		} else {
			e.decimal[mark] = true
		}
	}
	return true
}

// marks concludes; a question says why it cannot.
func (e *evidence) marks() (m Marks, question string) {
	if len(e.decimal) > 1 || len(e.thousands) > 1 {
		return Marks{open, open}, "numbers are written in two ways: say which mark is the decimal one"
	}
	for mark := range e.decimal {
		m.Decimal = mark
	}
	for mark := range e.thousands {
		m.Thousands = mark
	}
	if m.Decimal != "" && m.Decimal == m.Thousands {
		return Marks{open, open}, "one mark stands both before decimals and between thousands"
	}
	for mark := range e.either {
		switch {
		case mark == m.Decimal || mark == m.Thousands:
		case m.Decimal != "" && m.Thousands == "":
			m.Thousands = mark
		default:
			return Marks{open, open}, "numbers such as 1" + mark + "234: is " + mark + " the decimal mark or between thousands?"
		}
	}
	if m.Decimal == "" {
		m.Decimal = "."
		if m.Thousands == "." {
			m.Decimal = ","
		}
	}
	return m, ""
}
