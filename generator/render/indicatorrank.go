package render

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/indicator"
)

// A span is a place in an order: from the first to the last that it can be.
type span struct{ place, first, last int }

// ranks orders the published figures of items from high to low, all known.
// Equal figures, as printed, share a place. One is surely higher than another
// only if their intervals do not touch: that gives how far each place can be
// off. An interval without an end can be anything.
func ranks(items []profile.Item, decimals int) []span {
	n := len(items)
	values, lows, highs := make([]float64, n), make([]float64, n), make([]float64, n)
	printed := make([]float64, n)
	for i := range items {
		v, _ := items[i].Figure.Value()
		printed[i] = asPrinted(v, decimals)
		values[i], lows[i], highs[i] = printed[i], items[i].Interval.Low, items[i].Interval.High
	}
	slices.Sort(values)
	slices.Sort(lows)
	slices.Sort(highs)
	out := make([]span, n)
	for i := range items {
		above := n - sort.Search(n, func(k int) bool { return values[k] > printed[i] })
		surelyAbove := n - sort.Search(n, func(k int) bool { return lows[k] > items[i].Interval.High })
		surelyBelow := sort.SearchFloat64s(highs, items[i].Interval.Low)
		out[i] = span{above + 1, min(surelyAbove, above) + 1, max(n-surelyBelow, above+1)}
	}
	return out
}

// asPrinted rounds a figure as the page shows it.
func asPrinted(v float64, decimals int) float64 {
	out, err := strconv.ParseFloat(model.Decimal(v, decimals), 64)
	if err != nil {
		return v
	}
	return out
}

// A rank is one municipality in a ranking.
type rank struct {
	region int
	item   profile.Item
	span   span // zero without places
}

// ranking is the figures of all municipalities, from high to low; those
// without one at the end, by name. Counts are in order of name and have no
// place: a large municipality has more of everything.
//
// Those of a group are in order of name too: which municipality comes first says
// nothing of the people in it.
func (r *Renderer) ranking(group, i int, path string) *indicator.Ranking {
	ind, period := &r.m.Indicators[i], r.base.Period(group, i)
	out := &indicator.Ranking{Year: r.yearOf(ind, period), Country: r.country, Whole: upperFirst(r.country), Unit: r.unitOf(ind), Compared: ind.Compared(), Placed: ind.Compared() && group == 0}
	out.Reference = r.formatFigure(r.base.Reference(i, period), ind)
	known, gaps := make([]rank, 0, len(r.order)), []rank(nil)
	for _, g := range r.order {
		k := rank{region: g, item: r.base.Item(g, group, i, period)}
		if !k.item.Figure.Known() {
			gaps = append(gaps, k)
			continue
		}
		count(out, k.item.Class)
		known = append(known, k)
	}
	out.Without = len(gaps)
	if out.Placed {
		place(known, ind.Decimals)
		out.Says = r.extremes(known, ind)
	}
	out.Rows = r.appendRanks(make([]byte, 0, 160*len(r.order)), append(known, gaps...), out, rootOf(path))
	return out
}

func count(k *indicator.Ranking, c model.Class) {
	switch {
	case c == model.NotCompared:
	case c.Step() > 0:
		k.Higher++
	case c.Step() < 0:
		k.Lower++
	default:
		k.Average++
	}
}

// place puts municipalities in the order of their places; those that share one
// stay in order of name.
func place(known []rank, decimals int) {
	items := make([]profile.Item, len(known))
	for k := range known {
		items[k] = known[k].item
	}
	for k, s := range ranks(items, decimals) {
		known[k].span = s
	}
	slices.SortStableFunc(known, func(a, b rank) int { return cmp.Compare(a.span.place, b.span.place) })
}

// extremes names the highest and the lowest figure and who have them.
func (r *Renderer) extremes(known []rank, ind *model.Indicator) string {
	if len(known) < 2 || known[0].span.place == known[len(known)-1].span.place {
		return ""
	}
	says := language.Word("Het hoogste cijfer is %s (%s), het laagste %s (%s).")
	if ind.Kind == model.Share {
		says = language.Word("Het hoogste aandeel is %s (%s), het laagste %s (%s).")
	}
	who := func(place int) string {
		var names []string
		for k := range known {
			if known[k].span.place == place {
				names = append(names, r.m.Regions[known[k].region].Name)
			}
		}
		if len(names) > 3 {
			return r.plural(len(names), "gemeente", "gemeenten")
		}
		return r.join(names)
	}
	first, last := &known[0], &known[len(known)-1]
	return r.Sayf(says, r.formatFigure(first.item.Figure, ind), who(first.span.place), r.formatFigure(last.item.Figure, ind), who(last.span.place))
}
