package model

import "fmt"

// A Level is the kind of a Region: from large to small, then own areas.
type Level uint8

const (
	Country Level = iota
	Municipality
	District
	Neighbourhood
	OwnArea // of the publisher: regions that are counted together
	LevelCount
)

var levelNames = [LevelCount]string{"land", "gemeente", "wijk", "buurt", "eigen gebied"}

// String returns the Dutch word that definitions and pages use.
func (l Level) String() string {
	if l < LevelCount {
		return levelNames[l]
	}
	return fmt.Sprintf("Level(%d)", uint8(l))
}

// ParseLevel reads the Dutch word of a level.
func ParseLevel(s string) (Level, bool) {
	for i, n := range levelNames {
		if n == s {
			return Level(i), true
		}
	}
	return 0, false
}

// A Region is one area of one boundary year.
type Region struct {
	Code         string // trimmed CBS code, upper case: GM0363
	Name         string
	Level        Level
	Parent       int    // index in Monitor.Regions; −1 for the country
	Municipality int    // index of the municipality it lies in; its own index for a municipality; −1 for the country and own areas
	Children     []int  // indexes of the regions one level down, by code
	Parts        []int  // of an own area: the regions that it counts together
	Province     string // of a municipality; "" when the publisher does not tell
	Note         string // of an own area: plain Dutch, who counts them and why
	Change       byte   // CBS Indelingswijziging of the latest period: '1', '2', '3', or 0 when not given
	First, Last  int    // periods in which it is first and last there; Last < the latest of its level: it is no more
	Events       []Event
}

// An EventKind is what happened to a region.
type EventKind uint8

const (
	Recoded  EventKind = iota // another code, the same area
	Merged                    // into another region, or from others
	Split                     // into others, or from another
	Bordered                  // the same code, another area
	Reused                    // the code was another area's before
	EventKinds
)

// An Event is one change in the life of a region. Figures of the periods
// before a change of area are Broken.
type Event struct {
	Period int // index in Monitor.Periods: the first with the new area or code; −1: before them all
	Year   int
	Kind   EventKind
	Before bool   // the other region came before this one; else it came after
	Other  string // code of the other region; "" when there is none
	Name   string // of the other region
	Region int    // index of the other region; −1 when the monitor does not have it
}

// ParseCode returns the level of a trimmed region code. The wijk and buurt
// part may hold capital letters; the municipality part is digits.
func ParseCode(code string) (Level, error) {
	if len(code) < 4 {
		return 0, codeError(code)
	}
	rest, level, digits := code[2:], Country, 2
	switch code[:2] {
	case "NL":
	case "GM":
		level, digits = Municipality, 4
	case "WK":
		level, digits = District, 6
	case "BU":
		level, digits = Neighbourhood, 8
	default:
		return 0, codeError(code)
	}
	if len(rest) != digits {
		return 0, codeError(code)
	}
	for i := range len(rest) {
		c := rest[i]
		digit := c >= '0' && c <= '9'
		letter := i >= 4 && c >= 'A' && c <= 'Z'
		if !digit && !letter {
			return 0, codeError(code)
		}
	}
	return level, nil
}

func codeError(code string) error {
	return fmt.Errorf("%q is not a region code: NL00, GM0363, WK036302 or BU03630201 would be right", code)
}

// ParentCode returns the code one level up of a code that ParseCode accepts;
// empty for the country, and for a municipality (its parent is the country,
// whose code differs between tables).
func ParentCode(code string) string {
	switch code[:2] {
	case "WK":
		return "GM" + code[2:6]
	case "BU":
		return "WK" + code[2:8]
	}
	return ""
}
