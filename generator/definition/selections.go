package definition

import (
	"strconv"

	"wijkmonitor/generator/model"
)

// largestMultiple is the largest number that counts may be rounded to multiples of.
const largestMultiple = 1000

// pairs reads a mapping that is not empty, and reports a key that stands there twice.
func (o *object) pairs(key, wanted string) []entry {
	n, ok := o.entries[key]
	if !ok {
		return nil
	}
	if n.kind != mapping || len(n.entries) == 0 {
		o.wrong(key, n, wanted)
		return nil
	}
	seen := map[string]bool{}
	for _, e := range n.entries {
		if seen[e.key] {
			o.c.add(e.line, "%s: %q has %q twice", o.what, key, e.key)
		}
		seen[e.key] = true
	}
	return n.entries
}

// selections reads which code of each further dimension of a table is kept.
func (c *collector) selections(t *object) []model.Selection {
	var list []model.Selection
	for _, e := range t.pairs("select", "a mapping from dimension to code") {
		list = append(list, model.Selection{Line: e.line, Dimension: e.key, Code: t.plain("select", e.value, true)})
	}
	return list
}

// rounding reads the multiples that a table's counts are rounded to, by level.
func (c *collector) rounding(t *object) (multiple [model.LevelCount]int) {
	for _, e := range t.pairs("rounding", "a mapping from level to multiple") {
		level, ok := t.level("rounding", e.key, e.line)
		if !ok {
			continue
		}
		v, err := strconv.Atoi(e.value.value)
		if e.value.kind != number || !e.value.whole || err != nil || v < 1 || v > largestMultiple {
			c.add(e.line, "%s: \"rounding\" of %s is %s; a whole number from 1 to %d would be right", t.what, e.key, e.value.shown(), largestMultiple)
			continue
		}
		multiple[level] = v
	}
	return multiple
}
