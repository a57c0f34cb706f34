package disclosure

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

// Nothing changes but that known figures become withheld, by whole pairs, and
// never those of the whole population.
func TestProperty_OnlyKnownBecomesWithheld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		for c := len(p.groups); c < 2*len(p.groups); c += 7 {
			p.lost = append(p.lost, c)
		}
		m := p.build()
		before := figures(m)
		Protect(m, Options{})
		after := figures(m)
		for i, f := range after {
			pair, group := i/2, i/2%len(p.groups)
			switch {
			case f == before[i] && f.Known():
				if after[2*pair].State() == model.Withheld || after[2*pair+1].State() == model.Withheld {
					t.Fatalf("pair %d is withheld in part", pair)
				}
				n, known := before[2*pair].Value()
				counted := slices.ContainsFunc(m.Regions, func(r model.Region) bool {
					at := slices.IndexFunc(m.Regions, func(q model.Region) bool { return q.Code == r.Code })
					return r.Level == m.Regions[pair/len(p.groups)].Level && before[2*(at*len(p.groups)+group)].Known()
				})
				if group > 0 && (known && n < minBase || !known && counted) {
					t.Fatalf("pair %d of %v people is published", pair, n)
				}
			case f == before[i]:
			case !before[i].Known() || f != model.Gap(model.Withheld) || group == 0:
				t.Fatalf("figure %d, %v, became %v", i, before[i], f)
			}
		}
	})
}

func TestProperty_TwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawn(t).build()
		Protect(m, Options{})
		once := figures(m)
		again := Protect(m, Options{}).Total()
		if again != (Counts{}) || !slices.Equal(once, figures(m)) {
			t.Fatalf("again: %+v", again)
		}
	})
}

func TestProperty_NothingSmallNothingWithheld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		for _, row := range p.counts {
			for i := range row {
				row[i] += minBase
			}
		}
		if got := Protect(p.build(), Options{}).Total(); got != (Counts{}) {
			t.Fatalf("%+v", got)
		}
	})
}

// The same counts in another period, beside others, give the same pairs.
func TestProperty_PeriodsAreApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		one := p.build()
		p.periods = 3
		three := p.build()
		for r := range three.Regions {
			three.Cube.Set(r, len(p.groups)-1, 0, 1, model.Number(7))
		}
		Protect(one, Options{})
		Protect(three, Options{})
		for r := range one.Regions {
			for g := range one.Groups {
				a := one.Cube.At(r, g, 0, 0)
				if a != three.Cube.At(r, g, 0, 0) || a != three.Cube.At(r, g, 0, 2) {
					t.Fatalf("region %d, group %d differs between periods", r, g)
				}
			}
		}
	})
}

// Every withheld pair has a certificate, which is checked without the code
// that made it: in both worlds all published counts are as they were, nothing
// is below 0, all sums hold, and the pair's counts are far enough apart.
func TestProperty_EveryWithheldPairHasACertificate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		m, original := p.build(), p.build() // Protect changes one of them
		report := Protect(m, Options{})
		if n := report.Total().Open; n > 0 {
			t.Fatalf("%d pairs without a certificate", n)
		}
		s := newSheet(original, 0, 0)
		s.primary()
		table := newTable(s, 0)
		proved := map[int]float64{}
		table.proof = func(c int, width float64) {
			checkWorld(t, table, table.up)
			checkWorld(t, table, table.down)
			if apart := table.up[c] - table.down[c]; apart < width-1e-9 {
				t.Fatalf("cell %d: %v apart; %v would be right", c, apart, width)
			}
			proved[c] = max(proved[c], width)
		}
		table.solve()
		for c, state := range table.state {
			r, n := c/len(table.nodes), c%len(table.nodes)
			width, ok := proved[c]
			if state == withheld && (!ok || width < table.width(r, n)) {
				t.Fatalf("%s, node %d has a certificate of %v; %v would be right", m.Regions[r].Code, n, width, table.width(r, n))
			}
			if g := table.nodes[n].group; g >= 0 && !table.nodes[n].never && (state == withheld) != (m.Cube.At(r, g, 0, 0).State() == model.Withheld) {
				t.Fatalf("%s, group %d: withheld without a proof, or proved and not withheld", m.Regions[r].Code, g)
			}
		}
	})
}

func checkWorld(t *rapid.T, table *table, change []float64) {
	for c, state := range table.state {
		r, n := c/len(table.nodes), c%len(table.nodes)
		x := table.count[c]
		switch {
		case state == published && change[c] != 0:
			t.Fatalf("the published cell %d changed by %v", c, change[c])
		case x == x && x+change[c] < 0:
			t.Fatalf("cell %d of %v changed by %v", c, x, change[c])
		}
		sum := 0.0
		for _, part := range table.nodes[n].parts {
			sum += change[table.at(r, part)]
		}
		if len(table.nodes[n].parts) > 0 && math.Abs(sum-change[c]) > 1e-9 {
			t.Fatalf("cell %d changed by %v, its groups by %v", c, change[c], sum)
		}
		sum = 0
		for _, child := range table.s.m.Regions[r].Children {
			sum += change[table.at(child, n)]
		}
		if len(table.s.m.Regions[r].Children) > 0 && math.Abs(sum-change[c]) > 1e-9 {
			t.Fatalf("cell %d changed by %v, its regions by %v", c, change[c], sum)
		}
	}
}
