package render

import (
	"html"
	"strconv"

	"wijkmonitor/templates/indicator"
)

// appendRanks appends a row for each municipality: its place, its name, its
// figure with the margin, which place it can have too, the difference with the
// country and the class, as far as the ranking has them. They are appended here
// for the reason that tables.go gives: a country has three hundred on a thousand
// pages.
func (r *Renderer) appendRanks(b []byte, all []rank, of *indicator.Ranking, root string) []byte {
	for k := range all {
		b = r.appendRank(b, &all[k], of, root)
	}
	return b
}

func (r *Renderer) appendRank(b []byte, k *rank, of *indicator.Ranking, root string) []byte {
	ind, known := &r.m.Indicators[k.item.Indicator], k.item.Figure.Known()
	b = append(b, "<tr>"...)
	if of.Placed {
		b = append(b, "<td>"...)
		if known {
			b = strconv.AppendInt(b, int64(k.span.place), 10)
		}
	}
	b = append(append(append(b, `<th scope="row"><a href="`...), root...), r.path(k.region)...)
	b = append(append(append(b, `">`...), html.EscapeString(r.m.Regions[k.region].Name)...), "</a><td>"...)
	if known {
		b = r.appendMarginOf(r.appendFigure(b, k.item.Figure, ind), &k.item, ind)
	} else {
		b = append(b, r.gapSpan[k.item.Figure.State()]...)
	}
	if of.Placed {
		b = append(b, "<td>"...)
		if k.span.first != k.span.last {
			b = append(b, r.Sayf("%s tot %s", r.Ordinal(k.span.first), r.Ordinal(k.span.last))...)
		}
	}
	if of.Compared {
		b = append(b, "<td>"...)
		if known {
			b = r.appendMinus(b, k.item.Figure, k.item.Reference, ind)
		}
		b = r.appendClassCell(b, &k.item, ind)
	}
	return append(b, '\n')
}
