package site

import "strings"

// A HeaderRule is one block of a _headers file.
type HeaderRule struct {
	pattern string
	lines   []string // "Name: value", or "! Name" that takes away what was said
}

// ReadHeaders reads a _headers file, as the hosts that know it do.
func ReadHeaders(text string) (rules []HeaderRule) {
	for line := range strings.Lines(text) {
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "" || trimmed[0] == '#':
		case line[0] != ' ':
			rules = append(rules, HeaderRule{pattern: trimmed})
		case len(rules) > 0:
			last := &rules[len(rules)-1]
			last.lines = append(last.lines, trimmed)
		}
	}
	return rules
}

// Headers returns what a host sends with a path, which begins with a slash. A
// name that several rules give has all their values, as hosts combine them.
func Headers(rules []HeaderRule, path string) map[string][]string {
	sent := map[string][]string{}
	for _, r := range rules {
		if !matches(r.pattern, path) {
			continue
		}
		for _, line := range r.lines {
			if name, drop := strings.CutPrefix(line, "! "); drop {
				delete(sent, name)
			} else if name, value, ok := strings.Cut(line, ":"); ok {
				sent[name] = append(sent[name], strings.TrimSpace(value))
			}
		}
	}
	return sent
}

// matches compares folder by folder: ":name" stands for any one, "*" at the end
// for all that follows.
func matches(pattern, path string) bool {
	for {
		want, restWanted, moreWanted := strings.Cut(pattern, "/")
		got, rest, more := strings.Cut(path, "/")
		switch {
		case want == "*" && !moreWanted:
			return true
		case want != got && (got == "" || !strings.HasPrefix(want, ":")), moreWanted != more:
			return false
		case !more:
			return true
		}
		pattern, path = restWanted, rest
	}
}
