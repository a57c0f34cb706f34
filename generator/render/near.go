package render

import (
	"cmp"
	"slices"
	"strings"
	"wijkmonitor/generator/language"

	"wijkmonitor/generator/geo"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/similar"
	"wijkmonitor/templates/compare"
	"wijkmonitor/templates/layout"
)

// mostCompared is how many regions the page that compares takes.
const mostCompared = 6

// A nearby is what regions can be compared with, worked out once.
type nearby struct {
	similar *similar.Lists
	people  []float64 // of each region, as pages show; −1 when not known
	sized   []int     // municipalities of today by people
	place   []int     // of each municipality in sized
	beside  [][]int   // of each region: regions of its level that border on it; nil without shapes
}

func (r *Renderer) newNearby() *nearby {
	n := &nearby{similar: similar.New(r.m, r.base), people: make([]float64, len(r.m.Regions)), place: make([]int, len(r.m.Regions))}
	inhabitants := r.m.Find("inwoners")
	for i := range r.m.Regions {
		n.people[i] = -1
		if inhabitants < 0 || inhabitants >= len(r.m.Indicators) {
			continue
		}
		if p := r.base.Period(0, inhabitants); p >= 0 {
			if v, known := r.m.Cube.At(i, 0, inhabitants, p).Value(); known {
				n.people[i] = v
			}
		}
	}
	for _, i := range r.order {
		if n.people[i] >= 0 {
			n.sized = append(n.sized, i)
		}
	}
	n.bySize(r.m, n.sized)
	for k, i := range n.sized {
		n.place[i] = k
	}
	return n
}

// useBorders finds which municipalities and which districts of today border on
// each other.
func (r *Renderer) useBorders(a *geo.Atlas) {
	var districts []int
	for _, town := range r.order {
		districts = append(districts, r.now[town]...)
	}
	r.near.beside = make([][]int, len(r.m.Regions))
	for _, regions := range [][]int{r.order, districts} {
		for k, near := range a.Neighbours(r.codes(regions)) {
			for _, other := range near {
				r.near.beside[regions[k]] = append(r.near.beside[regions[k]], regions[other])
			}
		}
	}
}

// bySize sorts regions by people, the largest last; equal ones by code.
func (n *nearby) bySize(m *model.Monitor, regions []int) {
	slices.SortFunc(regions, func(a, b int) int {
		return cmp.Or(cmp.Compare(n.people[a], n.people[b]), cmp.Compare(m.Regions[a].Code, m.Regions[b].Code))
	})
}

// sameSize returns the municipalities whose number of people is nearest.
func (n *nearby) sameSize(region, most int) (near []int) {
	if n.people[region] < 0 {
		return nil
	}
	below, above := n.place[region]-1, n.place[region]+1
	for len(near) < most && (below >= 0 || above < len(n.sized)) {
		down := below >= 0 && (above >= len(n.sized) || n.people[region]-n.people[n.sized[below]] <= n.people[n.sized[above]]-n.people[region])
		if down {
			near = append(near, n.sized[below])
			below--
		} else {
			near = append(near, n.sized[above])
			above++
		}
	}
	return near
}

// largest returns the regions with most people, the largest first.
func (r *Renderer) largest(regions []int, most int) []int {
	sorted := slices.Clone(regions)
	r.near.bySize(r.m, sorted)
	slices.Reverse(sorted)
	return sorted[:min(most, len(sorted))]
}

// compareLink opens the page that compares with regions chosen. more is the
// rest of the address.
func (r *Renderer) compareLink(root, more string, regions ...int) string {
	var b strings.Builder
	b.WriteString(root + CompareFolder + "?r=")
	for k, i := range regions[:min(mostCompared, len(regions))] {
		if k > 0 {
			b.WriteByte(',')
		}
		b.WriteString(Key(r.m, i))
	}
	b.WriteString(more)
	return b.String()
}

// Near says what a region can be compared with: links for its page, which is
// root deep.
func (r *Renderer) Near(index int, root string) compare.Near {
	g, n := &r.m.Regions[index], compare.Near{}
	add := func(text, note, more string, with ...int) {
		if len(with) > 0 {
			n.Links = append(n.Links, layout.Link{Href: r.compareLink(root, more, append([]int{index}, with...)...), Text: text, Note: note})
		}
	}
	n.Links = append(n.Links, layout.Link{Href: r.compareLink(root, "", index), Text: r.Sayf("Vergelijk %s met andere gebieden", g.Name)})
	if before := predecessors(g); len(before) > 0 && !r.retired(g) {
		add(r.Say("Met wat er eerder was"), r.Say("door de jaren heen"), r.wholeSpan(), before...)
	}
	if index == 0 || r.retired(g) || g.Level == model.OwnArea {
		return n
	}
	add(r.Sayf("Met %s", r.above(index)), "", "", r.up(index)...)
	r.addAround(index, add)
	if alike := r.near.similar.Of(index); len(alike) > 0 {
		r.addSimilar(&n, index, root, alike, add)
	}
	return n
}

// addAround adds the regions inside, beside and as large as this one.
func (r *Renderer) addAround(index int, add func(text, note, more string, with ...int)) {
	g := &r.m.Regions[index]
	const most = mostCompared - 1
	if g.Level == model.Municipality {
		if inside := r.now[index]; len(inside) > 0 {
			add(r.Say("Met de wijken erin"), r.atMost(len(inside), language.Word("de vijf grootste")), "", r.largest(inside, most)...)
		}
		add(r.Say("Met gemeenten van ongeveer dezelfde grootte"), r.Say("naar aantal inwoners"), "", r.near.sameSize(index, most)...)
	}
	if g.Level == model.Neighbourhood {
		return
	}
	if r.near.beside != nil && len(r.near.beside[index]) > 0 {
		beside := r.near.beside[index]
		_, many := r.levelWords(g.Level)
		add(r.Sayf("Met %s die eraan grenzen", many), r.atMost(len(beside), language.Word("de vijf met de langste grens")), "", beside[:min(most, len(beside))]...)
	} else if g.Level == model.District {
		others := slices.DeleteFunc(slices.Clone(r.now[g.Parent]), func(i int) bool { return i == index })
		add(r.Sayf("Met andere wijken in %s", r.m.Regions[g.Parent].Name), r.atMost(len(others), language.Word("de vijf grootste")), "", r.largest(others, most)...)
	}
}

// atMost says which regions are chosen when there are more than fit.
func (s *speech) atMost(n int, which string) string {
	if n < mostCompared {
		return ""
	}
	return s.Say(which)
}

// addSimilar adds the regions whose figures are most alike.
func (r *Renderer) addSimilar(n *compare.Near, index int, root string, alike []similar.Match, add func(text, note, more string, with ...int)) {
	g := &r.m.Regions[index]
	one, many := r.levelWords(g.Level)
	var with []int
	for _, match := range alike {
		other := &r.m.Regions[match.Region]
		note := r.Sayf("verschil %s", r.formatNumber(match.Distance, 2))
		if other.Level > model.Municipality {
			note = r.Sayf("in %s, %s", r.m.Regions[other.Municipality].Name, note)
		}
		with = append(with, match.Region)
		n.Similar = append(n.Similar, layout.Link{Href: root + r.path(match.Region), Text: other.Name, Note: note})
	}
	add(r.Sayf("Met %s die er het meest op lijken", many), "", "", with...)
	n.Heading = r.Say("Lijkt het meest op")
	n.Says = r.Sayf("Dit zijn de %s waarvan de cijfers van de totale bevolking het minst verschillen van die van deze %s. Hoe kleiner het verschil, hoe meer ze op elkaar lijken. Dat zegt niets over waarom.", many, one)
	n.Method = root + "methode/" + r.Say("#welke-gebieden-lijken-op-elkaar")
}

// up lists the regions that this one lies in, the nearest first.
func (r *Renderer) up(index int) (up []int) {
	for i := r.m.Regions[index].Parent; i >= 0; i = r.m.Regions[i].Parent {
		up = append(up, i)
	}
	return up
}

// above names them.
func (r *Renderer) above(index int) string {
	var names []string
	for _, i := range r.up(index) {
		names = append(names, r.m.Regions[i].Name)
	}
	return r.join(names)
}

// predecessors lists the regions that this one came from.
func predecessors(g *model.Region) (before []int) {
	for i := range g.Events {
		if e := &g.Events[i]; e.Before && e.Region >= 0 && !slices.Contains(before, e.Region) {
			before = append(before, e.Region)
		}
	}
	return before
}

// wholeSpan is all years, in an address.
func (r *Renderer) wholeSpan() string {
	first, last := r.m.Periods[0].Code, r.m.Periods[len(r.m.Periods)-1].Code
	if first == last {
		return ""
	}
	return "&j=" + PeriodKey(first) + "-" + PeriodKey(last)
}
