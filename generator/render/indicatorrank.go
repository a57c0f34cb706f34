package render

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"wijkmonitor/generator/chart"
	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/templates/indicator"
	"wijkmonitor/templates/region"
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
	var out float64
	if _, err := fmt.Sscan(model.Decimal(v, decimals), &out); err != nil {
		return v
	}
	return out
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
	var items []profile.Item
	for _, g := range r.order {
		item := r.base.Item(g, group, i, period)
		row := indicator.Row{Href: rootOf(path) + r.path(g), Name: r.m.Regions[g].Name}
		if !item.Figure.Known() {
			gap := r.gaps[item.Figure.State()]
			row.Cell = region.Cell{Figure: gap.word, Sign: gap.sign, Gap: gap.explanation}
			out.Gaps = append(out.Gaps, row)
			continue
		}
		count(out, item.Class)
		row.Cell = r.rankCell(&item, ind)
		out.Rows, items = append(out.Rows, row), append(items, item)
	}
	out.Without = len(out.Gaps)
	if out.Placed {
		out.Rows = r.placed(out.Rows, ranks(items, ind.Decimals))
		out.Says = r.extremes(out, ind)
	}
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

func (r *Renderer) rankCell(item *profile.Item, ind *model.Indicator) region.Cell {
	c := region.Cell{Figure: r.formatFigure(item.Figure, ind), Margin: r.marginText(item.Interval, item.Figure, ind), Country: r.minusText(item.Figure, item.Reference, ind)}
	if item.Class != model.NotCompared {
		c.Class, c.Word = chart.ClassName(item.Class, ind.Polarity), r.classWords[item.Class]
	}
	return c
}

// placed puts rows in the order of their places; rows that share one stay in
// order of name.
func (s *speech) placed(rows []indicator.Row, spans []span) []indicator.Row {
	order := make([]int, len(rows))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spans[a].place, spans[b].place) })
	out := make([]indicator.Row, 0, len(rows))
	for _, k := range order {
		row, at := rows[k], spans[k]
		row.Place = fmt.Sprintf("%d", at.place)
		if at.first != at.last {
			row.Reach = s.Sayf("%s tot %s", s.Ordinal(at.first), s.Ordinal(at.last))
		}
		out = append(out, row)
	}
	return out
}

// extremes names the highest and the lowest figure and who have them.
func (s *speech) extremes(k *indicator.Ranking, ind *model.Indicator) string {
	if len(k.Rows) < 2 || k.Rows[0].Place == k.Rows[len(k.Rows)-1].Place {
		return ""
	}
	says := language.Word("Het hoogste cijfer is %s (%s), het laagste %s (%s).")
	if ind.Kind == model.Share {
		says = language.Word("Het hoogste aandeel is %s (%s), het laagste %s (%s).")
	}
	who := func(place string) string {
		var names []string
		for i := range k.Rows {
			if k.Rows[i].Place == place {
				names = append(names, k.Rows[i].Name)
			}
		}
		if len(names) > 3 {
			return s.plural(len(names), "gemeente", "gemeenten")
		}
		return s.join(names)
	}
	first, last := &k.Rows[0], &k.Rows[len(k.Rows)-1]
	return s.Sayf(says, first.Cell.Figure, who(first.Place), last.Cell.Figure, who(last.Place))
}
