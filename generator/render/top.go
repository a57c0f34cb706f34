package render

import (
	"fmt"
	"io"
	"slices"
	"sort"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// A top says among how many of its level a region surely has the highest (or,
// below zero, the lowest) figures; 0 for no such thing.
type top int8

// topLevels are the levels that have an order, and how many are the first of so
// many.
var topLevels = [...]struct {
	level model.Level
	steps [2]struct{ first, of int }
}{
	{model.Municipality, [2]struct{ first, of int }{{10, 50}, {3, 10}}},
	{model.District, [2]struct{ first, of int }{{100, 1000}, {10, 100}}},
}

// findTops finds which regions surely belong to the first or last of their
// level, for everybody who lives there. A figure that another could share, by
// its margin, counts as shared; and a region without a figure could have any.
func (r *Renderer) findTops() {
	r.tops = make([][]top, len(r.m.Regions))
	for _, l := range topLevels {
		var regions []int
		for k := range r.m.Regions {
			if g := &r.m.Regions[k]; g.Level == l.level && !r.retired(g) {
				regions = append(regions, k)
			}
		}
		for _, s := range l.steps {
			if len(regions) >= s.of {
				r.findTop(regions, s.first)
				break
			}
		}
	}
}

func (r *Renderer) findTop(regions []int, first int) {
	var known []int
	var lows, highs, sortedLows, sortedHighs []float64
	for i := range r.m.Indicators {
		if !r.m.Indicators[i].Compared() {
			continue
		}
		known, lows, highs = known[:0], lows[:0], highs[:0]
		for _, k := range regions {
			if item := r.base.Item(k, 0, i, r.base.Period(0, i)); item.Figure.Known() {
				known, lows, highs = append(known, k), append(lows, item.Interval.Low), append(highs, item.Interval.High)
			}
		}
		sortedLows, sortedHighs = append(sortedLows[:0], lows...), append(sortedHighs[:0], highs...)
		slices.Sort(sortedLows)
		slices.Sort(sortedHighs)
		for j, k := range known {
			surelyBelow := sort.SearchFloat64s(sortedHighs, lows[j])
			surelyAbove := len(known) - sort.Search(len(known), func(n int) bool { return sortedLows[n] > highs[j] })
			switch {
			case len(regions)-surelyBelow <= first:
				r.setTop(k, i, top(first))
			case len(regions)-surelyAbove <= first:
				r.setTop(k, i, -top(first))
			}
		}
	}
}

func (r *Renderer) setTop(region, indicator int, t top) {
	if r.tops[region] == nil {
		r.tops[region] = make([]top, len(r.m.Indicators))
	}
	r.tops[region][indicator] = t
}

// PrintTops writes what a region's pages say of its place among all others,
// which depends on the figures of all.
func (r *Renderer) PrintTops(w io.Writer, region int) { fmt.Fprintln(w, r.tops[region]) }

// topWords say of a figure and of a share that it is high, or low.
var topWords = [2][2]string{
	{language.Word(" Hoort bij de %d %s met het hoogste cijfer."), language.Word(" Hoort bij de %d %s met het laagste cijfer.")},
	{language.Word(" Hoort bij de %d %s met het hoogste aandeel."), language.Word(" Hoort bij de %d %s met het laagste aandeel.")},
}

// appendTop appends the place of a region among its level; nothing where the
// margins leave it open.
func (r *Renderer) appendTop(b []byte, region, indicator int) []byte {
	tops := r.tops[region]
	if tops == nil || tops[indicator] == 0 {
		return b
	}
	_, many := r.levelWords(r.m.Regions[region].Level)
	says := topWords[0]
	if r.m.Indicators[indicator].Kind == model.Share {
		says = topWords[1]
	}
	n, side := int(tops[indicator]), 0
	if n < 0 {
		n, side = -n, 1
	}
	return append(b, r.Sayf(says[side], n, many)...)
}
