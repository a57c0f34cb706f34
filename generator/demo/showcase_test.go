package demo

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// The three findings that the makers of the original show off must be in the
// demo, for the monitor to bring them out.

func TestShowcase_ArrearsDifferBetweenGroups(t *testing.T) {
	v := load(t)
	year := "2022"
	low, country := v.indicator("laag-inkomen"), v.number("NL00", "totaal", "laag-inkomen", year)
	spread, ok := profile.NewBaseline(v.Monitor).Spread(low, v.period(year))
	if !ok {
		t.Fatal("there is no spread of low incomes")
	}
	if z := (v.number(quayDistrict, "totaal", "laag-inkomen", year) - country) / spread; model.Classify(z) != model.MuchHigher {
		t.Errorf("low incomes in %s lie %.1f spreads from the average; much higher would be right", quayDistrict, z)
	}
	here, wide := v.rangeOf(quayDistrict, year), v.rangeOf("NL00", year)
	if here < 8 || here < 2*wide {
		t.Errorf("arrears differ %.1f points between groups in %s and %.1f in the country; at least 8 and twice as much would be right", here, quayDistrict, wide)
	}
	if a, b := v.number(quayDistrict, "antillen", "wanbetalers", year), v.number(quayDistrict, "turkije", "wanbetalers", year); a < 3*b {
		t.Errorf("arrears: %.1f and %.1f; three times as much would be right", a, b)
	}
	if a, b := v.number(quayDistrict, "h-caribisch", "wanbetalers", "2025"), v.number(quayDistrict, "h-turkije", "wanbetalers", "2025"); a < 2*b {
		t.Errorf("arrears by herkomst: %.1f and %.1f; twice as much would be right", a, b)
	}
}

// rangeOf returns the difference in arrears between the highest and the lowest group.
func (v view) rangeOf(region, year string) float64 {
	lowest, highest := math.Inf(1), math.Inf(-1)
	for g := 1; g < len(v.Groups); g++ {
		if n, ok := v.Cube.At(v.region(region), g, v.indicator("wanbetalers"), v.period(year)).Value(); ok {
			lowest, highest = min(lowest, n), max(highest, n)
		}
	}
	return highest - lowest
}

func TestShowcase_WelfareFallsForRefugees(t *testing.T) {
	v := load(t)
	years := []string{"2018", "2019", "2020", "2021", "2022"}
	for _, g := range []string{"syrie", "irak", "afghanistan", "somalie", "eritrea"} {
		for i := range years[1:] {
			was, is := v.number("NL00", g, "bijstand", years[i]), v.number("NL00", g, "bijstand", years[i+1])
			if is >= was {
				t.Errorf("welfare of %s goes from %.2f in %s to %.2f; less would be right", g, was, years[i], is)
			}
		}
		if was, is := v.number("NL00", g, "bijstand", "2018"), v.number("NL00", g, "bijstand", "2022"); is > .85*was {
			t.Errorf("welfare of %s goes from %.1f to %.1f in five years; a sixth less would be right", g, was, is)
		}
	}
	for _, g := range []string{"totaal", "geen", "westers", "polen", "bulgarije", "roemenie", "marokko", "turkije", "suriname", "antillen"} {
		if was, is := v.number("NL00", g, "bijstand", "2018"), v.number("NL00", g, "bijstand", "2022"); is < was-.1 || is > was+2 {
			t.Errorf("welfare of %s goes from %.1f to %.1f; the same or somewhat more would be right", g, was, is)
		}
	}
}

func TestShowcase_EarlyEducation(t *testing.T) {
	v := load(t)
	for i := range v.Periods {
		year := v.Periods[i].Label
		a, b := "marokko", "turkije"
		if year > "2022" {
			a, b = "h-marokko", "h-turkije"
		}
		if m, k := v.number("NL00", a, "vve-deelname", year), v.number("NL00", b, "vve-deelname", year); m < k+15 {
			t.Errorf("%s: early education %.1f and %.1f; at least 15 points more would be right", year, m, k)
		}
	}
}

// Differences between groups stay within differences between places: in most
// indicators the groups' figures overlap over the wijken.
func TestCommitted_GroupsOverlap(t *testing.T) {
	v := load(t)
	p := v.period("2022")
	total, overlap := 0, 0
	for i := range v.Indicators {
		if !v.Indicators[i].Compared() || v.Indicators[i].Theme == 0 {
			continue
		}
		own := v.values(v.group("geen"), i, p)
		if len(own) < 2 {
			continue
		}
		for _, key := range []string{"marokko", "turkije", "suriname", "antillen", "polen", "irak"} {
			other := v.values(v.group(key), i, p)
			if len(other) < 2 {
				continue
			}
			total++
			if min(maximum(own), maximum(other)) > max(minimum(own), minimum(other)) {
				overlap++
			}
		}
	}
	if total < 60 || overlap*10 < total*9 {
		t.Errorf("the figures of %d of %d pairs of groups overlap; 90%% would be right", overlap, total)
	}
}

// values returns the known figures of a group over the wijken.
func (v view) values(group, indicator, period int) []float64 {
	var out []float64
	for r := range v.Regions {
		if v.Regions[r].Level != model.District {
			continue
		}
		if n, ok := v.Cube.At(r, group, indicator, period).Value(); ok {
			out = append(out, n)
		}
	}
	return out
}

func minimum(list []float64) float64 {
	m := math.Inf(1)
	for _, v := range list {
		m = min(m, v)
	}
	return m
}

func maximum(list []float64) float64 {
	m := math.Inf(-1)
	for _, v := range list {
		m = max(m, v)
	}
	return m
}
