package cbs

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
)

// A need is a topic that the definition reads from a table.
type need struct {
	line  int
	what  string // indicator "inwoners"
	topic string
	must  bool // the definition names the table for it
}

// needs lists what the definition reads from a table.
func needs(def *model.Definition, table string) []need {
	var list []need
	for i := range def.Indicators {
		s := &def.Indicators[i]
		if len(s.Tables) > 0 && !slices.Contains(s.Tables, table) {
			continue
		}
		what := fmt.Sprintf("indicator %q", s.Key)
		moved, named := s.Moved[table]
		must := named || len(s.Tables) > 0 || len(def.Tables) == 1
		topic := s.Topic
		if named {
			topic = moved
		}
		all := slices.Concat([]string{topic}, s.Numerator, s.Denominator, []string{s.Low, s.High})
		for _, t := range all {
			if t != "" {
				list = append(list, need{s.Line, what, t, must})
			}
		}
	}
	for _, g := range def.Classifications {
		for i := range g.Groups {
			keys := make([]string, 0, len(g.Groups[i].Topics))
			for key := range g.Groups[i].Topics {
				keys = append(keys, key)
			}
			slices.Sort(keys)
			for _, key := range keys {
				list = append(list, need{g.Groups[i].Line, fmt.Sprintf("group %q", g.Groups[i].Key), g.Groups[i].Topics[key], len(def.Tables) == 1})
			}
		}
	}
	return list
}

// holds counts how many of the needs a table can fill.
func (s *shape) holds(list []need) int {
	n := 0
	for _, w := range list {
		if s.has(w.topic) {
			n++
		}
	}
	return n
}

func (s *shape) has(key string) bool {
	return slices.ContainsFunc(s.topics, func(t topic) bool { return t.key == key })
}

// missing says which topics of the definition a table does not have, with the
// nearest that it has. Where the definition leaves open which of its tables has
// a topic, one with the same name but another number is told of only.
func (s *shape) missing(def *model.Definition, table string) []string {
	var keys, lines []string
	for _, t := range s.topics {
		keys = append(keys, t.key)
	}
	for _, w := range needs(def, table) {
		if s.has(w.topic) {
			continue
		}
		near := nearest.Nearest(w.topic, keys)
		if !w.must && (near == "" || stem(near) != stem(w.topic)) {
			continue
		}
		line := fmt.Sprintf("%s:%d: %s reads topic %q, which table %s does not have", def.File, w.line, w.what, w.topic, table)
		if near != "" {
			line += fmt.Sprintf("; did you mean %q? (moved: {%s: %s})", near, table, near)
		}
		lines = append(lines, line)
	}
	return lines
}

// stem is a topic's key without the number that CBS gives it.
func stem(key string) string {
	return strings.TrimRight(strings.TrimRight(key, "0123456789"), "_")
}
