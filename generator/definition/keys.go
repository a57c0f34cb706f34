package definition

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// keys reads the keys of one sort of thing and reports those that are not fit or not unique.
type keys struct {
	c        *collector
	what     string // "indicator"
	reserved []string
	seen     map[string]int // key → line
}

// read returns the key of an object.
func (k *keys) read(o *object) string {
	key := o.text("key")
	if key == "" {
		return ""
	}
	line := o.at("key")
	switch {
	case !keyForm.MatchString(key):
		k.c.add(line, "%s key %q is not fit for a URL; lower-case letters, digits and single hyphens would be right", k.what, key)
	case utf8.RuneCountInString(key) > longestKey:
		k.c.add(line, "%s key %q is longer than %d characters", k.what, key, longestKey)
	case slices.Contains(k.reserved, key):
		k.c.add(line, "%s key %q is reserved for another page or file", k.what, key)
	}
	k.claim(key, line)
	return key
}

// claim reports a key that another has already.
func (k *keys) claim(key string, line int) {
	if k.seen == nil {
		k.seen = map[string]int{}
	}
	if first, twice := k.seen[key]; twice {
		k.c.add(line, "%s %q is there twice; it is also on line %d", k.what, key, first)
		return
	}
	k.seen[key] = line
}

// named returns `indicator "bijstand"` for a mapping with a key or id, else the bare word.
func named(what string, n *node) string {
	for _, e := range n.entries {
		if (e.key == "key" || e.key == "id") && (e.value.kind == text || e.value.kind == number) {
			return fmt.Sprintf("%s %q", what, strings.TrimSpace(e.value.value))
		}
	}
	return what
}
