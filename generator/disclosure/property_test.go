package disclosure

import (
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
