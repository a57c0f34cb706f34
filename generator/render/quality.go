package render

import (
	"wijkmonitor/generator/check"
	"wijkmonitor/generator/model"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/quality"
)

// qualityPath is where the page about the quality of the data stands.
const qualityPath = "data/kwaliteit/"

// qualityLink leads to it from the page about the data.
func (r *Renderer) qualityLink() layout.Link {
	return layout.Link{Href: "kwaliteit/", Text: r.Say("Kwaliteit van de cijfers"), Note: r.Say("hoe volledig zijn ze, en wat valt op")}
}

// Quality appends the page about the quality of the data. The report is about
// the figures that the site shows, so it tells no more than they do.
func (r *Renderer) Quality(b []byte, report *check.Report) []byte {
	title := r.Say("Kwaliteit van de cijfers")
	lead := r.Say("Hoe volledig zijn de cijfers, en welke zijn het waard om nog eens te bekijken? De computer heeft dat nagerekend. Iets wat opvalt, hoeft geen fout te zijn.")
	p := &quality.Page{Title: title, Lead: lead}
	p.Frame = r.frame(qualityPath, title, lead, r.crumbs(qualityPath, layout.Link{Href: "../", Text: r.Say("Data")}, layout.Link{Text: title}))
	p.Sections = []quality.Section{r.tableSection(), r.fillingSection(report), r.jumpSection(report), r.sumSection(report), r.vanishedSection(report)}
	return r.appendPage(b, quality.View(p))
}

func (r *Renderer) tableSection() quality.Section {
	s := quality.Section{Heading: r.Say("De tabellen"), Note: r.Say("Uit deze tabellen komen de cijfers."),
		Columns: []quality.Column{{Title: r.Say("Tabel")}, {Title: r.Say("Naam")}, {Title: r.Say("Jaren")}, {Title: r.Say("Laatst gewijzigd")}}}
	for i := range r.m.Tables {
		t := &r.m.Tables[i]
		years := r.Say("geen")
		if n := len(t.Periods); n > 0 {
			years = r.span(t.Periods[0], t.Periods[n-1])
		}
		s.Rows = append(s.Rows, quality.Row{Name: t.ID, Cells: []string{t.Title, years, orWord(r.dayOf(t.Modified), r.Say("niet bekend"))}})
	}
	return s
}

func (r *Renderer) span(first, last int) string {
	if first == last {
		return r.m.Periods[first].Label
	}
	return r.Sayf("%s tot en met %s", r.m.Periods[first].Label, r.m.Periods[last].Label)
}

func orWord(s, word string) string {
	if s == "" {
		return word
	}
	return s
}

// fillingSection says of each indicator how many cells hold a number. Cells
// of what is not measured do not count: nobody expects a number there.
func (r *Renderer) fillingSection(report *check.Report) quality.Section {
	s := quality.Section{Heading: r.Say("Hoe volledig zijn de cijfers?"),
		Note:    r.Say("Voor elk onderwerp: van hoeveel gebieden, groepen en jaren er een cijfer is. Wat de bron niet meet, telt niet mee. Ook gebieden die in een jaar niet bestonden, tellen niet mee."),
		Columns: []quality.Column{{Title: r.Say("Onderwerp")}, {Title: r.Say("Jaren")}, {Title: r.Say("Cijfer"), Number: true}, {Title: r.Say("Onbekend"), Number: true}, {Title: r.Say("Te weinig inwoners"), Number: true}, {Title: r.Say("Andere reden"), Number: true}}}
	for i := range report.Indicators {
		f := &report.Indicators[i]
		c := &f.Cells
		all := f.Total() - c[model.NotMeasured] - c[model.NoRegion]
		years := r.Say("geen")
		if f.First >= 0 {
			years = r.span(f.First, f.Last)
		}
		share := func(n int) string {
			if all == 0 {
				return "–"
			}
			return r.formatNumber(100*float64(n)/float64(all), 1) + "%"
		}
		ind := &r.m.Indicators[i]
		s.Rows = append(s.Rows, quality.Row{Href: "../../indicatoren/" + ind.Key + "/", Name: ind.Title, Cells: []string{years, share(c[model.Known]), share(c[model.Unknown]),
			share(c[model.Withheld]), share(all - c[model.Known] - c[model.Unknown] - c[model.Withheld])}})
	}
	return s
}

func (r *Renderer) jumpSection(report *check.Report) quality.Section {
	s := quality.Section{Heading: r.Say("Grote sprongen tussen twee jaren"),
		Note: r.Sayf("Hier veranderde een cijfer veel sterker dan in andere gebieden. We vergelijken elke verandering met de middelste verandering van alle gemeenten, wijken of buurten in dezelfde jaren. Een gebied staat hier als het daar meer dan %d keer zo ver van afligt als gewoon is, ook als we rekening houden met afronding. %s",
			check.JumpTimes, r.listed(len(report.Jumps), report.AllJumps)),
		Columns: []quality.Column{{Title: r.Say("Gebied")}, {Title: r.Say("Onderwerp")}, {Title: r.Say("Jaren")}, {Title: r.Say("Van"), Number: true}, {Title: r.Say("Naar"), Number: true}},
		Empty:   r.Say("Er zijn geen grote sprongen gevonden.")}
	for _, j := range report.Jumps {
		ind := &r.m.Indicators[j.Indicator]
		s.Rows = append(s.Rows, quality.Row{Href: "../../" + r.path(j.Region), Name: r.placeName(j.Region), Cells: []string{ind.Title,
			r.m.Periods[j.From].Label + " → " + r.m.Periods[j.To].Label, r.formatNumber(j.Before, ind.Decimals), r.formatNumber(j.After, ind.Decimals)}})
	}
	return s
}

func (r *Renderer) sumSection(report *check.Report) quality.Section {
	s := quality.Section{Heading: r.Say("Delen die niet optellen tot het geheel"),
		Note:    r.Say("De buurten van een wijk horen samen even veel te zijn als de wijk, de wijken van een gemeente even veel als de gemeente, en groepen nooit meer dan alle inwoners. Door afronding mag er wat verschil zijn. Hier staat wat verder uit elkaar ligt. Waar een cijfer ontbreekt of niet wordt getoond, rekenen we niets na. ") + r.listed(len(report.Sums), report.AllSums),
		Columns: []quality.Column{{Title: r.Say("Gebied")}, {Title: r.Say("Onderwerp")}, {Title: r.Say("Groep")}, {Title: r.Say("Jaar")}, {Title: r.Say("Delen")}, {Title: r.Say("Geheel"), Number: true}, {Title: r.Say("Delen samen"), Number: true}},
		Empty:   r.Say("Alle delen die we konden narekenen, tellen op tot het geheel.")}
	for _, x := range report.Sums {
		ind, parts := &r.m.Indicators[x.Indicator], r.Say("gebieden")
		if x.Groups {
			parts = r.Say("groepen")
		}
		s.Rows = append(s.Rows, quality.Row{Href: "../../" + r.path(x.Region), Name: r.placeName(x.Region), Cells: []string{ind.Title, r.m.Groups[x.Group].Label,
			r.m.Periods[x.Period].Label, parts, r.formatNumber(x.Whole, ind.Decimals), r.formatNumber(x.Parts, ind.Decimals)}})
	}
	return s
}

func (r *Renderer) vanishedSection(report *check.Report) quality.Section {
	list := report.Vanished[:min(len(report.Vanished), check.Most)]
	s := quality.Section{Heading: r.Say("Gebieden die verdwenen zonder uitleg"),
		Note:    r.Say("Deze gebieden staan niet meer in de nieuwste tabel, en er is geen samenvoeging of andere wijziging bekend die dat verklaart. ") + r.listed(len(list), len(report.Vanished)),
		Columns: []quality.Column{{Title: r.Say("Gebied")}, {Title: r.Say("Code")}, {Title: r.Say("Laatste jaar")}},
		Empty:   r.Say("Er zijn geen gebieden verdwenen zonder uitleg.")}
	for _, i := range list {
		g := &r.m.Regions[i]
		s.Rows = append(s.Rows, quality.Row{Href: "../../" + r.path(i), Name: r.placeName(i), Cells: []string{g.Code, r.m.Periods[g.Last].Label}})
	}
	return s
}

// placeName names a region with its municipality.
func (r *Renderer) placeName(region int) string {
	g := &r.m.Regions[region]
	if g.Level > model.Municipality && g.Municipality >= 0 {
		return r.Sayf("%s, %s in %s", g.Name, r.level(g.Level), r.m.Regions[g.Municipality].Name)
	}
	return g.Name
}

// listed says how many of all findings are in the list.
func (s *speech) listed(n, all int) string {
	if n == all {
		return ""
	}
	return s.Sayf("De %d grootste van de %s staan in de lijst.", n, s.formatNumber(float64(all), 0))
}
