package render

import (
	"fmt"
	"html"
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
	r.places = make([][]places, len(r.m.Regions))
	r.findPlaces(r.order)
	for _, town := range r.order {
		r.findPlaces(r.now[town])
	}
}

// places are those from and to which a region can stand among others, counted
// from the highest; 0 for none.
type places struct{ from, to uint16 }

// fewestPlaced is of how many regions places say something.
const fewestPlaced = 5

// findPlaces finds between which places each of the regions surely stands. A
// region without a figure could have any.
func (r *Renderer) findPlaces(regions []int) {
	if len(regions) < fewestPlaced {
		return
	}
	r.surely(regions, func(k, i, below, above int) {
		if r.places[k] == nil {
			r.places[k] = make([]places, len(r.m.Indicators))
		}
		r.places[k][i] = places{uint16(above + 1), uint16(len(regions) - below)}
	})
}

// appendPlace appends between which places a region stands, counted from the
// side to which its figure deviates: a municipality among all, a district among
// those of its municipality. Nothing where that is a third of them or more.
func (r *Renderer) appendPlace(b []byte, region, indicator int, higher bool) []byte {
	if r.places[region] == nil || r.places[region][indicator].to == 0 {
		return b
	}
	g := &r.m.Regions[region]
	n, among := len(r.order), r.plural(len(r.order), "gemeente", "gemeenten")
	if g.Level == model.District {
		n = len(r.now[g.Parent])
		among = r.Sayf("%s in %s", r.plural(n, "wijk", "wijken"), html.EscapeString(r.m.Regions[g.Parent].Name))
	}
	from, to := int(r.places[region][indicator].from), int(r.places[region][indicator].to)
	if !higher {
		from, to = n+1-to, n+1-from
	}
	says := placeWords[0]
	if !higher {
		says = placeWords[1]
	}
	switch {
	case 3*(to-from) >= n:
		return b
	case to == 1:
		return append(b, r.Sayf(says.first, among)...)
	case from == to:
		return append(b, r.Sayf(says.place, r.formatNumber(float64(from), 0), among)...)
	}
	between := "%s tot %s"
	if to == from+1 {
		between = language.Word("%s of %s")
	}
	return append(b, r.Sayf(says.place, r.Sayf(between, r.formatNumber(float64(from), 0), r.formatNumber(float64(to), 0)), among)...)
}

// placeWords say the first place and another, from high to low and from low to
// high.
var placeWords = [2]struct{ first, place string }{
	{language.Word(" Het hoogste van de %s."), language.Word(" Plaats %s van de %s, van hoog naar laag.")},
	{language.Word(" Het laagste van de %s."), language.Word(" Plaats %s van de %s, van laag naar hoog.")},
}

func (r *Renderer) findTop(regions []int, first int) {
	r.surely(regions, func(k, i, below, above int) {
		switch {
		case len(regions)-below <= first:
			r.setTop(k, i, top(first))
		case len(regions)-above <= first:
			r.setTop(k, i, -top(first))
		}
	})
}

// surely tells of each figure how many of the regions surely have a lower and a
// higher one.
func (r *Renderer) surely(regions []int, tell func(region, indicator, below, above int)) {
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
			below := sort.SearchFloat64s(sortedHighs, lows[j])
			above := len(known) - sort.Search(len(known), func(n int) bool { return sortedLows[n] > highs[j] })
			tell(k, i, below, above)
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
func (r *Renderer) PrintTops(w io.Writer, region int) {
	fmt.Fprintln(w, r.tops[region], r.places[region], len(r.order))
}

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
