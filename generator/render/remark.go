package render

import (
	"html"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// mostRemarks is how many deviations a page puts in front, and mostOfTheme how
// many of one theme: indicators of a theme often count the same people.
const (
	mostRemarks = 5
	mostOfTheme = 2
)

// enoughToRemark is the part of the compared indicators that must have a class
// before nothing standing out says something: one in so many.
const enoughToRemark = 4

// certainty is how far a figure surely lies from the average, in spreads: the
// bound nearest to it. Chance and rounding cannot give more.
func certainty(item *profile.Item) float64 {
	if item.Class.Step() < 0 {
		return -item.Reach.High
	}
	return item.Reach.Low
}

// sooner tells which of two deviations is put in front: the larger class, then
// the more certain.
func sooner(a, b *profile.Item) bool {
	if x, y := abs(a.Class.Step()), abs(b.Class.Step()); x != y {
		return x > y
	}
	return certainty(a) > certainty(b)
}

func abs(n int) int { return max(n, -n) }

// remarkable picks the clearest deviations of a profile, clearest first, into
// the memory of into. Counts, gaps and what is about average are never in it.
func (r *Renderer) remarkable(items []profile.Item, into []*profile.Item) []*profile.Item {
	into = into[:0]
	for _, indicators := range r.themes {
		start := len(into)
		for _, i := range indicators {
			if items[i].Class.Step() != 0 {
				into = insert(into, start, mostOfTheme, &items[i])
			}
		}
	}
	picked := into[:0]
	for _, item := range into {
		picked = insert(picked, 0, mostRemarks, item)
	}
	return picked
}

// remarkableOf picks those of one theme.
func (r *Renderer) remarkableOf(items []profile.Item, theme int, into []*profile.Item) []*profile.Item {
	into = into[:0]
	for _, i := range r.themes[theme] {
		if items[i].Class.Step() != 0 {
			into = insert(into, 0, mostOfTheme, &items[i])
		}
	}
	return into
}

// insert puts an item among those from start, the clearest first, of which
// there are at most most.
func insert(list []*profile.Item, start, most int, item *profile.Item) []*profile.Item {
	if len(list)-start == most {
		if !sooner(item, list[len(list)-1]) {
			return list
		}
		list = list[:len(list)-1]
	}
	list = append(list, item)
	for k := len(list) - 1; k > start && sooner(list[k], list[k-1]); k-- {
		list[k], list[k-1] = list[k-1], list[k]
	}
	return list
}

// compared counts the compared indicators, and those of them with a class.
func (r *Renderer) compared(p *profile.Profile) (have, of int) {
	for i := range p.Items {
		if r.m.Indicators[i].Compared() {
			of++
			if p.Items[i].Class != model.NotCompared {
				have++
			}
		}
	}
	return have, of
}

// remarks appends what stands out in a region, for everybody who lives there;
// nothing for the country, which all are compared with.
func (p *Place) remarks(b []byte) []byte {
	if isReference(&p.all) || p.r.retired(&p.r.m.Regions[p.index]) {
		return b
	}
	b = append(b, `<section class="opvallend" aria-labelledby="opvallend-kop"><h2 id="opvallend-kop">`+p.r.Say("Opvallend")+` <small>`+p.r.Say("totale bevolking")+`</small></h2>`...)
	b = p.appendRemarks(b, &p.all, "")
	if p.HasReport() {
		b = append(b, `<p><a class="knop" href="`+ReportFolder+`">`+p.r.Say("Rapport om te printen")+`</a></p>`...)
	}
	return append(b, "</section>\n"...)
}

// appendRemarks appends the clearest deviations of a profile as a list, or says
// why there are none. page leads to the page with the rows.
func (p *Place) appendRemarks(b []byte, of *profile.Profile, page string) []byte {
	r := p.r
	have, all := r.compared(of)
	p.clear = r.remarkable(of.Items, p.clear)
	if len(p.clear) == 0 {
		return append(append(append(b, "<p>"...), r.unremarkable(have, all)...), "</p>"...)
	}
	b = append(b, "<ul>"...)
	for _, item := range p.clear {
		b = append(append(append(b, `<li><a href="`...), page...), "#i-"...)
		b = append(append(b, r.m.Indicators[item.Indicator].Key...), `">`...)
		b = append(append(b, html.EscapeString(r.m.Indicators[item.Indicator].Title)...), "</a>: "...)
		b = r.appendRemark(b, of, item)
	}
	b = append(b, "</ul>"...)
	if enoughToRemark*have < all {
		b = append(append(append(b, `<p class="klein">`...), r.few(have, all)...), "</p>"...)
	}
	return b
}

// appendRemark appends a deviation in words: figure, class, reference, and
// place among all regions where that is certain.
func (r *Renderer) appendRemark(b []byte, of *profile.Profile, item *profile.Item) []byte {
	ind := &r.m.Indicators[item.Indicator]
	b = r.appendWithUnit(b, item.Figure, ind)
	if len(r.m.Periods) > 1 {
		b = append(append(b, r.Say(" in ")...), r.m.Periods[item.Period].Label...)
	}
	b = append(append(b, ", "...), r.classWords[item.Class]...)
	b = append(append(append(b, r.Say(" dan in ")...), html.EscapeString(r.country)...), " ("...)
	b = append(r.appendFigure(b, item.Reference, ind), ")."...)
	if of.Group == 0 {
		said := len(b)
		if b = r.appendTop(b, of.Region, item.Indicator); len(b) == said {
			b = r.appendPlace(b, of.Region, item.Indicator, item.Class.Step() > 0)
		}
	}
	return b
}

// appendWithUnit appends a figure as it is said within a sentence.
func (s *speech) appendWithUnit(b []byte, f model.Figure, ind *model.Indicator) []byte {
	b = s.appendFigure(b, f, ind)
	if ind.Unit != "" && ind.Unit != "%" && f.Known() {
		b = append(append(b, ' '), html.EscapeString(ind.Unit)...)
	}
	return b
}

// unremarkable says that nothing stands out, or that there is too little to
// tell.
func (r *Renderer) unremarkable(have, all int) string {
	if enoughToRemark*have < all || have == 0 {
		return r.few(have, all)
	}
	return r.Sayf("Er valt niets op: elk verschil met %s is klein of onzeker.", html.EscapeString(r.country))
}

func (r *Renderer) few(have, all int) string {
	switch {
	case all == 0:
		return r.Say("Deze monitor heeft geen onderwerpen om te vergelijken.")
	case have == 0:
		return r.Say("Er zijn geen cijfers om te vergelijken. Daarom kunnen we niet zeggen wat opvalt.")
	}
	return r.Sayf("Van de %s kunnen we er hier maar %s vergelijken. Dat is te weinig voor een beeld van het hele gebied.", r.plural(all, "onderwerp", "onderwerpen"), r.formatNumber(float64(have), 0))
}
