package postcode

import (
	"bytes"
	"fmt"
)

// pairs is how many pairs of letters there are behind four digits.
const pairs = 26 * 26

// A Code is a postcode of six signs as a number: in alphabetical order.
type Code uint32

// String is "1234AB".
func (c Code) String() string { return c.digits() + c.letters() }

func (c Code) digits() string { return fmt.Sprintf("%04d", c/pairs) }

func (c Code) letters() string {
	n := c % pairs
	return string([]byte{byte('A' + n/26), byte('A' + n%26)})
}

// ParseCode reads "1234AB", "1234 AB" or "1234ab".
func ParseCode(text []byte) (Code, bool) {
	text = bytes.TrimSpace(text)
	if len(text) == 7 && text[4] == ' ' {
		text = append(append(make([]byte, 0, 6), text[:4]...), text[5:]...)
	}
	if len(text) != 6 {
		return 0, false
	}
	var n Code
	for i, c := range text {
		switch {
		case i < 4 && c >= '0' && c <= '9':
			n = n*10 + Code(c-'0')
		case i >= 4 && c >= 'A' && c <= 'Z':
			n = n*26 + Code(c-'A')
		case i >= 4 && c >= 'a' && c <= 'z':
			n = n*26 + Code(c-'a')
		default:
			return 0, false
		}
	}
	return n, true
}

// partLength is how many signs of a neighbourhood's code follow BU: four of
// the municipality, two of the district, two of its own.
const partLength = 8

// regionCode writes the code of a neighbourhood in full: CBS's table has it as
// a number, without BU and without the zeros in front.
func regionCode(text []byte) (string, bool) {
	text = bytes.ToUpper(bytes.TrimSpace(text))
	rest, named := bytes.CutPrefix(text, []byte("BU"))
	if len(rest) == 0 || len(rest) > partLength || named && len(rest) != partLength {
		return "", false
	}
	full := append([]byte("BU"), bytes.Repeat([]byte("0"), partLength-len(rest))...)
	full = append(full, rest...)
	for i, c := range full[2:] {
		if (c < '0' || c > '9') && (i < 4 || c < 'A' || c > 'Z') {
			return "", false
		}
	}
	return string(full), true
}
