package oracle

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"wijkmonitor/generator/model"
)

// A plant changes one line of Go's results. field is what the oracle must then find.
type plant struct {
	name, field string
	fits        func(*line) bool
	change      func(*line) bool
}

// plants are one mistake of each kind, some of them as small as can be found.
var plants = []plant{
	{"a figure a hundred-millionth off", "value",
		func(l *line) bool { return l.part == "figure" && l.v > 1000 },
		func(l *line) bool { l.v *= 1 + 1e-8; return true }},
	{"a figure that Go does not have", "cell",
		func(l *line) bool { return l.part == "figure" && l.v == 0 },
		func(*line) bool { return false }},
	{"a figure of an item", "value",
		func(l *line) bool { return l.part == "item" && l.v != 0 },
		func(l *line) bool { l.v *= 1 - 1e-8; return true }},
	{"a figure under another region's code", "cell",
		func(l *line) bool { return l.part == "item" && l.class == model.Higher },
		func(l *line) bool { l.region = "X" + l.region; return true }},
	{"a lower bound", "lo",
		func(l *line) bool { return l.part == "item" && l.lo > 0 },
		func(l *line) bool { l.lo *= 1 - 1e-8; return true }},
	{"an upper bound", "hi",
		func(l *line) bool { return l.part == "item" && l.hi > 0 },
		func(l *line) bool { l.hi *= 1 + 1e-8; return true }},
	{"a reference", "reference",
		func(l *line) bool { return l.part == "item" && l.reference > 0 },
		func(l *line) bool { l.reference *= 1 + 1e-8; return true }},
	{"a spread", "spread",
		func(l *line) bool { return l.part == "item" && l.spread > 0 },
		func(l *line) bool { l.spread *= 1 + 1e-8; return true }},
	{"a deviation", "z",
		func(l *line) bool { return l.part == "item" && l.z > 1 },
		func(l *line) bool { l.z *= 1 + 1e-8; return true }},
	{"a lower bound of a deviation", "zlo",
		func(l *line) bool { return l.part == "item" && l.zlo > 1 },
		func(l *line) bool { l.zlo *= 1 + 1e-8; return true }},
	{"an upper bound of a deviation that becomes endless", "zhi",
		func(l *line) bool { return l.part == "item" && l.zhi > 1 },
		func(l *line) bool { l.zhi = math.Inf(1); return true }},
	{"a class one step off", "class",
		func(l *line) bool { return l.part == "item" && l.class == model.Higher },
		func(l *line) bool { l.class = model.MuchHigher; return true }},
	{"a class of what is not compared", "class",
		func(l *line) bool { return l.part == "item" && l.class == model.NotCompared },
		func(l *line) bool { l.class = model.Average; return true }},
	{"a score", "z",
		func(l *line) bool { return l.part == "score" },
		func(l *line) bool { l.z += 1e-8; return true }},
	{"a class of a score", "class",
		func(l *line) bool { return l.part == "score" && l.class == model.Lower },
		func(l *line) bool { l.class = model.Average; return true }},
}

// TestPlanted: the oracle finds each of a handful of planted mistakes, and nothing else.
func TestPlanted(t *testing.T) {
	dir := project + "/datasets/demo"
	d, m := load(t, "demo", dir)
	var want []string
	seen, planted := 0, make([]bool, len(plants))
	r := ask(t, d, m, dir, func(l *line) bool {
		if seen++; seen%97 != 0 { // spread over the file, each in a line of its own
			return true
		}
		for i := range plants {
			if !planted[i] && plants[i].fits(l) {
				planted[i] = true
				before := l.key()
				keep := plants[i].change(l)
				want = append(want, plants[i].field+" of "+before)
				if l.key() != before {
					want = append(want, plants[i].field+" of "+l.key())
				}
				return keep
			}
		}
		return true
	})
	if i := slices.Index(planted, false); i >= 0 {
		t.Fatalf("no line fits %s", plants[i].name)
	}
	var got []string
	for i := range r.First {
		f := &r.First[i]
		got = append(got, fmt.Sprintf("%s of %s %s %s %s %s", f.Field, f.Part, f.Region, f.Grp, f.Indicator, f.Period))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("found\n%q\nwant\n%q", got, want)
	}
	t.Logf("%d planted mistakes, %d found", len(want), len(got))
}
