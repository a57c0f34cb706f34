package render

import (
	"fmt"
	"strings"

	"wijkmonitor/generator/edition"
	"wijkmonitor/templates/changes"
	"wijkmonitor/templates/layout"
	"wijkmonitor/templates/quality"
)

// ChangesFolder is where a site tells what changed since the edition before.
const ChangesFolder = "wijzigingen/"

// mostThings is how many things a list of what came or went names.
const mostThings = 100

// TellChanges lets pages lead to the page with what changed.
func (r *Renderer) TellChanges() { r.changes = true }

// changesLink leads to that page; nothing where there is none. root leads to the
// root of the site.
func (r *Renderer) changesLink(root string) []layout.Link {
	if !r.changes {
		return nil
	}
	return []layout.Link{{Href: root + ChangesFolder, Text: "Wat is er veranderd?", Note: "vergeleken met de vorige editie"}}
}

// A CSV is a file with changes.
type CSV struct {
	Name string
	Rows int
}

// Changes appends the page with what changed. top is what most readers see, and
// must be few; the files have all.
func (r *Renderer) Changes(b []byte, d *edition.Difference, top []edition.Change, files []CSV) []byte {
	p := &changes.SitePage{Title: "Wat is er veranderd?", Lead: "Deze pagina vergelijkt " + r.editionWords(&d.New.Document) + " met " + r.editionWords(&d.Old.Document) + "."}
	p.Frame = r.frame(ChangesFolder, p.Title, p.Lead, r.crumbs(ChangesFolder, layout.Link{Text: p.Title}))
	p.Counts = append(p.Counts, changes.Count{Label: "Vergeleken cijfers", Value: r.formatNumber(float64(d.Compared), 0)})
	all := 0
	for kind, n := range d.Counts {
		all += n
		p.Counts = append(p.Counts, changes.Count{Label: kindLabels[kind], Value: r.formatNumber(float64(n), 0)})
	}
	if all == 0 {
		p.None = "Er is geen cijfer veranderd."
	} else {
		p.Sections = append(r.tallySections(d), r.topSection(top, all))
	}
	for _, f := range files {
		p.Files = append(p.Files, layout.Link{Href: f.Name, Text: f.Name, Note: r.plural(f.Rows, "cijfer", "cijfers") + ", voor een rekenblad"})
	}
	p.Lost, p.Got = r.things(d.Lost), r.things(d.Got)
	return r.appendPage(b, changes.Site(p))
}

var kindLabels = [...]string{edition.Revised: "Herziene cijfers", edition.Appeared: "Nieuwe cijfers", edition.Vanished: "Vervallen cijfers", edition.Status: "Andere reden waarom er geen cijfer is"}

func (s *speech) editionWords(d *edition.Document) string {
	return fmt.Sprintf("editie %d (cijfers van %s)", d.Edition, d.Day())
}

// tallySections counts per table and indicator.
func (r *Renderer) tallySections(d *edition.Difference) []quality.Section {
	var all []quality.Section
	for i := range d.Tallies {
		t := &d.Tallies[i]
		heading := "Tabel " + t.Table
		if both := strings.Fields(t.Table); len(both) > 1 {
			heading = "Tabellen " + r.join(both)
		}
		if t.Table == "" {
			heading = "Berekend uit andere cijfers"
		}
		if n := len(all); n == 0 || all[n-1].Heading != heading {
			all = append(all, quality.Section{Heading: heading, Note: "Hoeveel cijfers er per onderwerp veranderden, in alle gebieden, groepen en jaren samen.",
				Columns: []quality.Column{{Title: "Onderwerp"}, {Title: "Herzien", Number: true}, {Title: "Nieuw", Number: true}, {Title: "Vervallen", Number: true}, {Title: "Andere reden", Number: true}}})
		}
		row := quality.Row{Name: t.Indicator}
		for _, n := range t.Counts {
			row.Cells = append(row.Cells, r.formatNumber(float64(n), 0))
		}
		s := &all[len(all)-1]
		s.Rows = append(s.Rows, row)
	}
	return all
}

func (r *Renderer) topSection(top []edition.Change, all int) quality.Section {
	s := quality.Section{Heading: "De veranderde cijfers", Note: "Grote gebieden staan vooraan, en daarin de nieuwste jaren.",
		Columns: []quality.Column{{Title: "Gebied"}, {Title: "Onderwerp"}, {Title: "Groep"}, {Title: "Periode"}, {Title: "Wat"}, {Title: "Was", Number: true}, {Title: "Is", Number: true}}}
	if len(top) < all {
		s.Heading = fmt.Sprintf("De eerste %d veranderde cijfers", len(top))
	}
	at := map[string]int{}
	for i := range r.m.Regions {
		at[r.m.Regions[i].Code] = i
	}
	for i := range top {
		c := &top[i]
		row := quality.Row{Name: c.Name + " (" + c.Region + ")", Cells: []string{c.Indicator, r.groupLabel(c.Group), r.periodLabel(c.Period), c.Kind.Dutch(), c.Old, c.New}}
		if k, ok := at[c.Region]; ok {
			row.Href = rootOf(ChangesFolder) + Path(r.m, k)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func (r *Renderer) groupLabel(key string) string {
	for i := range r.m.Groups {
		if r.m.Groups[i].Key == key {
			return r.m.Groups[i].Label
		}
	}
	return key
}

func (r *Renderer) periodLabel(code string) string {
	for i := range r.m.Periods {
		if r.m.Periods[i].Code == code {
			return r.m.Periods[i].Label
		}
	}
	return code
}

// things puts in words what one edition has and the other has not.
func (r *Renderer) things(all []edition.Thing) (list []string) {
	for i, t := range all {
		if i == mostThings {
			return append(list, fmt.Sprintf("en nog %s", r.formatNumber(float64(len(all)-i), 0)))
		}
		switch t.Kind {
		case "region":
			list = append(list, "Gebied "+t.Name+" ("+t.Key+")")
		case "indicator":
			list = append(list, "Onderwerp "+t.Name)
		case "group":
			list = append(list, "Groep "+r.groupLabel(t.Key))
		default:
			list = append(list, "Periode "+r.periodLabel(t.Key))
		}
	}
	return list
}
