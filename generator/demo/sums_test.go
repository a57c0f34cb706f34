package demo

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
)

// checkSum compares a whole with the sum of n parts, each rounded by at most
// slack.
func checkSum(t *testing.T, what string, whole, sum, slack float64) {
	t.Helper()
	if math.Abs(whole-sum) > slack {
		t.Errorf("%s: %v is not the sum of its parts %v; at most %v apart would be right", what, whole, sum, slack)
	}
}

func TestCommitted_PlacesAddUp(t *testing.T) {
	v := load(t)
	for _, key := range []string{"inwoners", "huishoudens"} {
		i := v.indicator(key)
		for p := range v.Periods {
			for r := range v.Regions {
				region := &v.Regions[r]
				whole, ok := v.Cube.At(r, 0, i, p).Value()
				if !ok || len(region.Children) == 0 {
					continue
				}
				sum, slack, broken := 0.0, 0.0, false
				for _, c := range region.Children {
					f := v.Cube.At(c, 0, i, p)
					n, _ := f.Value()
					sum += n
					broken = broken || f.State() == model.Broken
					if v.Regions[c].Level >= model.District {
						slack += 4
					}
				}
				if broken { // the parts were other areas then
					continue
				}
				if region.Level >= model.District {
					slack += 4
				}
				checkSum(t, key+" "+region.Code, whole, sum, slack)
			}
		}
	}
}

func TestCommitted_GroupsAddUp(t *testing.T) {
	v := load(t)
	i := v.indicator("inwoners")
	for year, parts := range map[string][]string{
		"2015": {"geen", "westers", "niet-westers"}, "2022": {"geen", "westers", "niet-westers"},
		"2021": {"h-nederland", "h-europa", "h-buiten-europa"}, "2025": {"h-nederland", "h-europa", "h-buiten-europa"},
	} {
		p := v.period(year)
		for r := range v.Regions {
			whole, ok := v.Cube.At(r, 0, i, p).Value()
			if !ok || !v.Cube.HasGroups(r) {
				continue
			}
			sum, slack := 0.0, 0.0
			if v.Regions[r].Level >= model.District {
				slack = 4 * float64(1+len(parts))
			}
			for _, g := range parts {
				n, _ := v.Cube.At(r, v.group(g), i, p).Value()
				sum += n
			}
			checkSum(t, v.Regions[r].Code+" "+year, whole, sum, slack)
		}
	}
	for _, region := range []string{"NL00", "GM9001", "GM9009"} {
		sum := 0.0
		for _, g := range []string{"h-marokko", "h-turkije", "h-suriname", "h-caribisch", "h-overig-buiten-europa"} {
			sum += v.number(region, g, "inwoners", "2025")
		}
		checkSum(t, region+" outside Europe", v.number(region, "h-buiten-europa", "inwoners", "2025"), sum, 0)
	}
}

// A figure of the country lies between those of its municipalities, and that
// of a municipality between those of its wijken, but for rounding.
func TestCommitted_WholesLieBetweenParts(t *testing.T) {
	v := load(t)
	p := v.period("2022")
	for i := range v.Indicators {
		if !v.Indicators[i].Compared() {
			continue
		}
		for r := range v.Regions {
			region := &v.Regions[r]
			whole, ok := v.Cube.At(r, 0, i, p).Value()
			if !ok || region.Level > model.Municipality {
				continue
			}
			low, high := math.Inf(1), math.Inf(-1)
			for _, c := range region.Children {
				if n, ok := v.Cube.At(c, 0, i, p).Value(); ok {
					low, high = min(low, n), max(high, n)
				}
			}
			if whole < low-.6 || whole > high+.6 {
				t.Errorf("%s of %s is %v, outside its parts' %v to %v", v.Indicators[i].Key, region.Code, whole, low, high)
			}
		}
	}
}

func TestCommitted_Rounding(t *testing.T) {
	v := load(t)
	i := v.indicator("inwoners")
	for r := range v.Regions {
		if v.Regions[r].Level < model.District {
			continue
		}
		for g := range v.Groups {
			for p := range v.Periods {
				if n, ok := v.Cube.At(r, g, i, p).Value(); ok && math.Mod(n, 5) != 0 {
					t.Fatalf("%s has %v inhabitants; a multiple of 5 would be right", v.Regions[r].Code, n)
				}
			}
		}
	}
}

func TestRoundTo5_KeepsTheMean(t *testing.T) {
	sum := 0.0
	for i := range 10_000 {
		n := roundTo5(12, named("x").of(seed(i)))
		if n != 10 && n != 15 {
			t.Fatalf("12 becomes %v", n)
		}
		sum += n
	}
	if mean := sum / 10_000; math.Abs(mean-12) > .1 {
		t.Errorf("12 becomes %v on average", mean)
	}
}

func TestCountry_NationalScale(t *testing.T) {
	nl, err := country(National)
	if err != nil {
		t.Fatal(err)
	}
	codes, names := map[string]bool{}, map[string]bool{}
	districts, neighbourhoods := 0, 0
	for _, m := range nl.parts {
		if names[m.name] || codes[m.code] {
			t.Errorf("%s %s is there twice", m.code, m.name)
		}
		names[m.name], codes[m.code] = true, true
		districts += len(m.parts)
		for _, d := range m.parts {
			neighbourhoods += len(d.parts)
		}
	}
	if nl.current() != 342 || len(nl.parts) != 344 || districts < 3200 || districts > 3600 || neighbourhoods < 14000 || neighbourhoods > 15200 {
		t.Errorf("%d municipalities, %d wijken, %d buurten; 342, about 3,400 and 14,600 would be right", len(nl.parts), districts, neighbourhoods)
	}
}

// A neighbourhood's figures do not depend on how large the country is.
func TestBuild_SameAtEveryScale(t *testing.T) {
	figures := func(n int) map[string]float64 {
		nl, err := country(n)
		if err != nil {
			t.Fatal(err)
		}
		table := build(plans[1], nl)
		out := map[string]float64{}
		for row, r := range table.RegionIdx {
			if code := table.Regions[r].Key; table.DimIdx[row] == 0 && table.TimeIdx[row] == 4 && code != "NL00" {
				out[code] = table.Values[1][row]
			}
		}
		return out
	}
	large := figures(12)
	for code, n := range figures(3) {
		if large[code] != n {
			t.Errorf("%s has %v inhabitants in a small country and %v in a larger one", code, n, large[code])
		}
	}
	if _, there := large["GM9012"]; !there {
		t.Error("12 municipalities do not reach GM9012")
	}
}
