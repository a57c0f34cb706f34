package definition

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// An object reads the keys of one mapping; what is wrong goes to the collector.
// Every reader returns the zero value for a key that is absent or wrong.
type object struct {
	c       *collector
	what    string // `indicator "bijstand"`: the subject of errors
	line    int
	entries map[string]*node
	lines   map[string]int // of the keys
}

// object opens a mapping and reports keys that are not among known and keys that stand there twice.
// It is nil when the node is no mapping.
func (c *collector) object(n *node, what string, known ...string) *object {
	if n.kind != mapping {
		c.add(n.line, "%s is %s; a mapping with %s would be right", what, n.kind, oneOf(known))
		return nil
	}
	o := &object{c: c, what: what, line: n.line, entries: map[string]*node{}, lines: map[string]int{}}
	for _, e := range n.entries {
		if !slices.Contains(known, e.key) {
			c.add(e.line, "%s has unknown key %q%s", what, e.key, didYouMean(e.key, known))
			continue
		}
		if first, twice := o.lines[e.key]; twice {
			c.add(e.line, "%s has key %q twice; it is also on line %d", what, e.key, first)
			continue
		}
		o.entries[e.key], o.lines[e.key] = e.value, e.line
	}
	return o
}

// at returns the line of a key, or of the object when the key is absent.
func (o *object) at(key string) int {
	if line, ok := o.lines[key]; ok {
		return line
	}
	return o.line
}

func (o *object) has(key string) bool {
	_, ok := o.entries[key]
	return ok
}

// need reports keys that are absent.
func (o *object) need(keys ...string) {
	for _, key := range keys {
		if !o.has(key) {
			o.c.add(o.line, "%s lacks %q", o.what, key)
		}
	}
}

// wrong reports a value of another kind than wanted.
func (o *object) wrong(key string, n *node, wanted string) {
	o.c.add(n.line, "%s: %q is %s; %s would be right", o.what, key, n.kind, wanted)
}

// text reads a text of one line.
func (o *object) text(key string) string {
	n, ok := o.entries[key]
	if !ok {
		return ""
	}
	return o.plain(key, n, false)
}

// code reads a text that may be written as a number, such as a CBS code.
func (o *object) code(key string) string {
	n, ok := o.entries[key]
	if !ok {
		return ""
	}
	return o.plain(key, n, true)
}

// plain returns the trimmed text of a node.
func (o *object) plain(key string, n *node, numberToo bool) string {
	if n.kind != text && (n.kind != number || !numberToo) {
		o.wrong(key, n, "a text (in quotes if need be)")
		return ""
	}
	value := strings.TrimSpace(n.value)
	if value == "" {
		o.c.add(n.line, "%s: %q is an empty text", o.what, key)
	}
	if strings.ContainsFunc(value, unicode.IsControl) {
		o.c.add(n.line, "%s: %q holds a line break or control character; one line of text would be right", o.what, key)
		return ""
	}
	return value
}

// prose reads a text that may run over several lines; white space becomes single spaces.
func (o *object) prose(key string) string {
	n, ok := o.entries[key]
	if !ok {
		return ""
	}
	if n.kind != text {
		o.wrong(key, n, "a text")
		return ""
	}
	return strings.Join(strings.Fields(n.value), " ")
}

// texts reads a text or a list of texts; names are codes when numberToo.
func (o *object) texts(key string, numberToo bool) []string {
	n, ok := o.entries[key]
	if !ok {
		return nil
	}
	if n.kind != list {
		if n.kind == empty || n.kind == mapping || n.kind == other {
			o.wrong(key, n, "a text or a list of texts")
			return nil
		}
		return []string{o.plain(key, n, numberToo)}
	}
	if len(n.items) == 0 {
		o.c.add(n.line, "%s: %q is an empty list", o.what, key)
	}
	var values []string
	for _, item := range n.items {
		value := o.plain(key, item, numberToo)
		if value != "" && slices.Contains(values, value) {
			o.c.add(item.line, "%s: %q has %q twice", o.what, key, value)
			continue
		}
		values = append(values, value)
	}
	return values
}

// list reads a list that is not empty.
func (o *object) list(key string) []*node {
	n, ok := o.entries[key]
	if !ok {
		return nil
	}
	if n.kind != list {
		o.wrong(key, n, "a list")
		return nil
	}
	if len(n.items) == 0 {
		o.c.add(n.line, "%s: %q is an empty list", o.what, key)
	}
	return n.items
}

// truth reads true or false.
func (o *object) truth(key string) bool {
	n, ok := o.entries[key]
	if !ok {
		return false
	}
	if n.kind != truth {
		o.wrong(key, n, "true or false")
	}
	return n.kind == truth && strings.EqualFold(n.value, "true")
}

// whole reads a whole number between low and high, or returns absent.
func (o *object) whole(key string, low, high, absent int) int {
	n, ok := o.entries[key]
	if !ok {
		return absent
	}
	value, err := strconv.Atoi(n.value)
	if n.kind != number || !n.whole || err != nil || value < low || value > high {
		o.c.add(n.line, "%s: %q is %s; a whole number from %d to %d would be right", o.what, key, n.shown(), low, high)
		return absent
	}
	return value
}

// positive reads a number above zero, or returns absent.
func (o *object) positive(key string, absent float64) float64 {
	n, ok := o.entries[key]
	if !ok {
		return absent
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(n.value, "_", ""), 64)
	if n.kind != number || err != nil || !(value > 0) || math.IsInf(value, 0) {
		o.c.add(n.line, "%s: %q is %s; a number above 0 would be right", o.what, key, n.shown())
		return absent
	}
	return value
}

// shown is the value as an error shows it.
func (n *node) shown() string {
	if n.kind == text {
		return strconv.Quote(n.value)
	}
	if n.value != "" {
		return n.value
	}
	return n.kind.String()
}

// years reads a year or a list of years, in their order in time.
func (o *object) years(key string) []int {
	n, ok := o.entries[key]
	if !ok {
		return nil
	}
	items := n.items
	if n.kind != list {
		items = []*node{n}
	}
	var years []int
	for _, item := range items {
		year, err := strconv.Atoi(item.value)
		switch {
		case item.kind != number || !item.whole || err != nil || year < firstEdition || year > lastEdition:
			o.c.add(item.line, "%s: %q has %s; a year from %d to %d would be right", o.what, key, item.shown(), firstEdition, lastEdition)
		case slices.Contains(years, year):
			o.c.add(item.line, "%s: %q has %d twice", o.what, key, year)
		default:
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}
