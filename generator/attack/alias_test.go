package attack

import (
	"math"
	"path/filepath"
	"testing"

	"wijkmonitor/generator/disclosure"
	"wijkmonitor/generator/model"
)

// An intruder who knows what words mean reads "born abroad" as everyone but
// the group born here. The test finds such indicators by comparing what is
// published of everyone with what is published of groups, then looks for them
// where the group is withheld.
func TestAttack_OtherWordsForAGroup(t *testing.T) {
	dir := filepath.Join("..", "..", "datasets", "demo")
	x := build(t, dir, dir, defaultMinBase, rounded, disclosure.Options{})
	words, hidden := 0, 0
	for _, q := range x.quantities()[1:] {
		for p := range x.m.Periods {
			for g := 1; g < len(x.m.Groups); g++ {
				for _, others := range []bool{false, true} {
					if !x.isWord(q, g, p, others) {
						continue
					}
					words++
					hidden += x.checkWord(t, q, g, p)
				}
			}
		}
	}
	t.Logf("%d times an indicator is another word for a group in a period; the group is withheld in %d places", words, hidden)
	if words == 0 || hidden == 0 {
		t.Error("none is found: the attack is blind")
	}
}

// isWord tells whether a quantity of everyone is that of a group, or of all
// others, in every municipality.
func (x *target) isWord(q quantity, g, p int, others bool) bool {
	is, people := x.bounds(q, p, exact), x.bounds(x.quantities()[0], p, exact)
	places := 0
	for r := range x.m.Regions {
		if x.m.Regions[r].Level != model.Municipality {
			continue
		}
		low, high, there, _ := is(r, 0)
		_, n, counted, _ := people(r, g)
		_, all, _, _ := people(r, 0)
		if others {
			n = all - n
		}
		if !there || !counted || math.IsInf(high+n, 0) || math.IsNaN(n) {
			continue
		}
		if n < low-1 || n > high+1 {
			return false
		}
		places++
	}
	return places > 3
}

// checkWord returns in how many regions the group is withheld, and fails where
// the word is known there, or adds up from the region's parts.
func (x *target) checkWord(t *testing.T, q quantity, g, p int) (hidden int) {
	t.Helper()
	is, people := x.bounds(q, p, exact), x.bounds(x.quantities()[0], p, exact)
	known := func(r int) bool {
		_, high, there, _ := is(r, 0)
		return there && !math.IsInf(high, 1)
	}
	for r := range x.m.Regions {
		if _, _, _, withheld := people(r, g); !withheld {
			continue
		}
		hidden++
		all := len(x.m.Regions[r].Children) > 0
		for _, child := range x.m.Regions[r].Children {
			all = all && known(child)
		}
		if known(r) || all {
			t.Errorf("%s, %s: %s tells of group %s", x.m.Regions[r].Code, x.m.Periods[p].Label, q.name, x.m.Groups[g].Key)
		}
	}
	return hidden
}
