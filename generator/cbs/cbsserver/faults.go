package cbsserver

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/nearest"
)

// A Fault is something that the server does wrong. Faults of pages come at the
// second page of the figures; once = the first time only.
type Fault string

// The faults that a server can be told to have.
const (
	Reset         Fault = "reset"          // once: the connection breaks in the middle of a page
	ResetAlways   Fault = "reset-always"   // the same, each time
	Truncated     Fault = "truncated"      // once: the JSON ends in the middle
	TruncatedEver Fault = "truncated-ever" // the same, each time
	HTML          Fault = "html"           // once: a page of HTML with status 200
	Busy          Fault = "busy"           // once: 429 with Retry-After: 7
	BusyLong      Fault = "busy-long"      // 429 with Retry-After: a day
	Down          Fault = "down"           // 503 with HTML, each time
	Slow          Fault = "slow"           // once: a page that never ends
	NotAcceptable Fault = "not-acceptable" // 406 to Accept: application/json
	NeverJSON     Fault = "never-json"     // 406 to everything
	Changed       Fault = "changed"        // Modified changes once, after the first page
	Changing      Fault = "changing"       // Modified is another one each time
	Loop          Fault = "loop"           // the link of the second page leads to itself
	Foreign       Fault = "foreign"        // the link of the second page leads to another host
	Redirect      Fault = "redirect"       // the second page is said to be at another host
	TooFew        Fault = "too-few"        // the metadata count one row more than there is
	TooMany       Fault = "too-many"       // the metadata count one row less than there is
	Endless       Fault = "endless"        // an answer without end
	EndlessRow    Fault = "endless-row"    // a row without end
	APILimit      Fault = "api-limit"      // the feed refuses as ODataApi does
	BadNumber     Fault = "bad-number"     // a figure that is no number
	OtherTable    Fault = "other-table"    // the properties are those of another table
	ControlWords  Fault = "control-words"  // 400 with control characters in its words
)

// Faults lists the faults by name.
func Faults() []string {
	all := []Fault{Reset, ResetAlways, Truncated, TruncatedEver, HTML, Busy, BusyLong, Down, Slow, NotAcceptable, NeverJSON, Changed, Changing,
		Loop, Foreign, Redirect, TooFew, TooMany, Endless, EndlessRow, APILimit, BadNumber, OtherTable, ControlWords}
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = string(f)
	}
	slices.Sort(names)
	return names
}

// ParseFault finds a fault by its name; "" is none.
func ParseFault(name string) (Fault, error) {
	if name == "" || slices.Contains(Faults(), name) {
		return Fault(name), nil
	}
	hint := ""
	if n := nearest.Nearest(name, Faults()); n != "" {
		hint = fmt.Sprintf("; did you mean %q?", n)
	}
	return "", fmt.Errorf("cbs-server: there is no fault %q%s (%s)", name, hint, strings.Join(Faults(), ", "))
}
