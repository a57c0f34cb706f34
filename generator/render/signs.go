package render

import (
	"fmt"
	"html"

	"wijkmonitor/generator/model"
)

// signs are what a page's tables have instead of plain numbers.
type signs struct {
	state       [model.StateCount]bool
	provisional bool
}

// appendSigns explains the signs that are on a page.
func (r *Renderer) appendSigns(b []byte, seen *signs) []byte {
	start := len(b)
	b = append(b, `<dl class="tekens">`...)
	empty := len(b)
	for s, there := range seen.state {
		if there {
			b = append(b, r.signHTML[s]...)
		}
	}
	if seen.provisional {
		b = append(b, `<div><dt>* <span>`+r.Say("voorlopig cijfer")+`</span></dt><dd>`+r.Say("De bron kan dit cijfer nog veranderen.")+`</dd></div>`...)
	}
	if len(b) == empty {
		return b[:start]
	}
	return append(b, "</dl>\n"...)
}

// prepareSigns writes once what tables say of gaps.
func (r *Renderer) prepareSigns() {
	for s := range r.gaps {
		g := &r.gaps[s]
		r.gapHTML[s] = fmt.Sprintf(`<a href="#teken-%d">%s %s</a>`, s, g.sign, g.word)
		r.gapSpan[s] = fmt.Sprintf(`<span class="gat"><abbr title="%s">%s</abbr> %s</span>`, html.EscapeString(g.explanation), g.sign, g.word)
		r.signHTML[s] = fmt.Sprintf(`<div id="teken-%d"><dt>%s <span>%s</span></dt><dd>%s</dd></div>`, s, g.sign, g.word, html.EscapeString(g.explanation))
	}
}

// prepareRows writes once what all tables of regions have in common: the head
// of each indicator's row, for pages one and two folders deep, and the names of
// the columns behind the figure.
func (r *Renderer) prepareRows() {
	for depth := range r.rowHeads {
		root := "../../"[:3*depth]
		for i := range r.m.Indicators {
			ind := &r.m.Indicators[i]
			note := ""
			for _, p := range ind.Breaks {
				note += "<small>" + r.Sayf("andere meting vanaf %s", html.EscapeString(r.m.Periods[p].Label)) + "</small>"
			}
			r.rowHeads[depth] = append(r.rowHeads[depth], fmt.Sprintf(`<tr id="i-%s"><th scope="row"><a href="%sindicatoren/%s/">%s</a> <small>%s</small>%s`,
				ind.Key, root, ind.Key, html.EscapeString(ind.Title), html.EscapeString(r.unitOf(ind)), note))
		}
	}
	for i := range r.m.Indicators {
		r.titleHTML = append(r.titleHTML, html.EscapeString(r.m.Indicators[i].Title)+" <small>"+html.EscapeString(r.unitOf(&r.m.Indicators[i]))+"</small>")
	}
	country := html.EscapeString(r.country)
	r.columns = `<th scope="col">` + r.Say("Vergeleken met ") + country + `<th scope="col">` + r.Say("Verschil met ") + country + `<th scope="col">` + r.Say("Verschil met gemeente")
	if n := len(r.m.Periods); n > 1 {
		r.spanHead = r.Sayf("Verloop %s–%s", html.EscapeString(r.m.Periods[0].Label), html.EscapeString(r.m.Periods[n-1].Label))
		for _, p := range r.m.Periods {
			r.yearHeads += `<th scope="col">` + html.EscapeString(p.Label)
		}
		r.years = `<th scope="col">` + r.Say("Verloop") + r.yearHeads
	}
	r.columns += r.years
}
