package site

import (
	"fmt"
	"strconv"
	"strings"
)

// A Part is which part of the site a build makes, of how many: so that an
// edition that outgrows one machine can be made by several and merged. The
// zero Part is the whole.
type Part struct{ Number, Of int }

// ParsePart reads "2/4".
func ParsePart(text string) (Part, error) {
	if text == "" {
		return Part{}, nil
	}
	number, of, ok := strings.Cut(text, "/")
	n, err := strconv.Atoi(number)
	all, err2 := strconv.Atoi(of)
	if !ok || err != nil || err2 != nil || n < 1 || all < n || all > 1000 {
		return Part{}, fmt.Errorf("site: part %q; 1/4 to 4/4 would be right for four machines", text)
	}
	return Part{n, all}, nil
}

// String is "2/4"; "" for the whole.
func (p Part) String() string {
	if p.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", p.Number, p.Of)
}

// of returns the units of a part: each takes one municipality in turn, and in the
// first part all that is no municipality.
func (p Part) of(units []unit) []unit {
	if p.Of == 0 {
		return units
	}
	var mine []unit
	n := 0
	for _, u := range units {
		if u.digest == nil {
			if p.Number == 1 {
				mine = append(mine, u)
			}
			continue
		}
		if n%p.Of == p.Number-1 {
			mine = append(mine, u)
		}
		n++
	}
	return mine
}
