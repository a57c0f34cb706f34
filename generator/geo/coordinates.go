package geo

import (
	"encoding/json"
	"strconv"

	"github.com/paulmach/orb"
)

// parseShape reads the coordinates of a polygon or of several. Valid JSON that
// is laid out as nearly all files have it is read straight into the shape: most
// of a file is coordinates, and reading them by reflection takes several times as
// long as everything else. Whatever is laid out otherwise, encoding/json reads.
func parseShape(kind string, text []byte) (shape orb.MultiPolygon, err error) {
	c := &coordinates{text: text}
	if kind == "Polygon" {
		if shape = (orb.MultiPolygon{readPolygon(c)}); c.whole() {
			return shape, nil
		}
		shape = orb.MultiPolygon{nil}
		return shape, json.Unmarshal(text, &shape[0])
	}
	if shape = listOf(c, readPolygon); c.whole() {
		return shape, nil
	}
	shape = nil
	return shape, json.Unmarshal(text, &shape)
}

// coordinates are read from left to right.
type coordinates struct {
	text []byte
	bad  bool // something else was met than what is read here
}

// whole tells whether all of the text was read.
func (c *coordinates) whole() bool { return !c.bad && len(c.text) == 0 }

// take reads one byte, if it is the next but for white space.
func (c *coordinates) take(want byte) bool {
	for len(c.text) > 0 && (c.text[0] == ' ' || c.text[0] == '\n' || c.text[0] == '\r' || c.text[0] == '\t') {
		c.text = c.text[1:]
	}
	if len(c.text) == 0 || c.text[0] != want {
		return false
	}
	c.text = c.text[1:]
	return true
}

// must is take of what has to be there.
func (c *coordinates) must(want byte) { c.bad = !c.take(want) || c.bad }

func listOf[T any](c *coordinates, one func(*coordinates) T) (list []T) {
	c.must('[')
	for !c.bad {
		list = append(list, one(c))
		if !c.take(',') {
			break
		}
	}
	c.must(']')
	return list
}

func readPolygon(c *coordinates) orb.Polygon { return listOf(c, readRing) }

func readRing(c *coordinates) orb.Ring { return listOf(c, readPoint) }

// readPoint reads two numbers; what stands behind them, a height, is left out.
func readPoint(c *coordinates) (p orb.Point) {
	c.must('[')
	p[0] = c.number()
	c.must(',')
	p[1] = c.number()
	for !c.bad && c.take(',') {
		c.number()
	}
	c.must(']')
	return p
}

// mostDigits is how many digits a whole number can have and be exact as a
// float64. A power of ten of that size is exact too, so that their quotient is
// the number nearest to what is written.
const mostDigits = 15

var tens = [mostDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

func (c *coordinates) number() float64 {
	minus := c.take('-')
	whole, digits, point, n := int64(0), 0, -1, 0
	for ; n < len(c.text); n++ {
		if b := c.text[n]; b >= '0' && b <= '9' {
			whole = 10*whole + int64(b-'0')
			digits++
		} else if b == '.' && point < 0 {
			point = digits
		} else {
			break
		}
	}
	simple := digits > 0 && digits <= mostDigits && (n == len(c.text) || c.text[n]|' ' != 'e')
	if !simple {
		return c.anyNumber(minus)
	}
	c.text = c.text[n:]
	v := float64(whole)
	if point >= 0 {
		v /= tens[digits-point]
	}
	if minus {
		return -v
	}
	return v
}

// anyNumber reads a number with an exponent or with more digits than are exact.
func (c *coordinates) anyNumber(minus bool) float64 {
	n := 0
	for n < len(c.text) && (c.text[n] >= '0' && c.text[n] <= '9' || c.text[n] == '.' || c.text[n]|' ' == 'e' || c.text[n] == '+' || c.text[n] == '-') {
		n++
	}
	v, err := strconv.ParseFloat(string(c.text[:n]), 64)
	c.bad = err != nil || c.bad
	c.text = c.text[n:]
	if minus {
		return -v
	}
	return v
}
