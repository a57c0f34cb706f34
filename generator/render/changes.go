package render

import (
	"regexp"
	"strings"
	"wijkmonitor/generator/language"

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
	return []layout.Link{{Href: root + ChangesFolder, Text: r.Say("Wat is er veranderd?"), Note: r.Say("vergeleken met de vorige editie")}}
}

// A CSV is a file with changes.
type CSV struct {
	Name string
	Rows int
}

// Changes appends the page with what changed. top is what most readers see, and
// must be few; the files have all.
func (r *Renderer) Changes(b []byte, d *edition.Difference, top []edition.Change, files []CSV) []byte {
	p := &changes.SitePage{Title: r.Say("Wat is er veranderd?"), Lead: r.Sayf("Deze pagina vergelijkt %s met %s.", r.editionWords(&d.New.Document), r.editionWords(&d.Old.Document))}
	p.Frame = r.frame(ChangesFolder, p.Title, p.Lead, r.crumbs(ChangesFolder, layout.Link{Text: p.Title}))
	p.Counts = append(p.Counts, changes.Count{Label: r.Say("Vergeleken cijfers"), Value: r.formatNumber(float64(d.Compared), 0)})
	all := 0
	for kind, n := range d.Counts {
		all += n
		p.Counts = append(p.Counts, changes.Count{Label: r.Say(kindLabels[kind]), Value: r.formatNumber(float64(n), 0)})
	}
	if all == 0 {
		p.None = r.Say("Er is geen cijfer veranderd.")
	} else {
		p.Sections = append(r.tallySections(d), r.topSection(top, all))
	}
	for _, f := range files {
		p.Files = append(p.Files, layout.Link{Href: r.changesFile(f.Name), Text: f.Name, Note: r.plural(f.Rows, "cijfer", "cijfers") + r.Say(", voor een rekenblad")})
	}
	p.Lost, p.Got = r.things(d.Lost), r.things(d.Got)
	return r.appendPage(b, changes.Site(p))
}

var kindLabels = [...]string{edition.Revised: language.Word("Herziene cijfers"), edition.Appeared: language.Word("Nieuwe cijfers"), edition.Vanished: language.Word("Vervallen cijfers"), edition.Status: language.Word("Andere reden waarom er geen cijfer is")}

func (s *speech) editionWords(d *edition.Document) string {
	return s.Sayf("editie %d (cijfers van %s)", d.Edition, d.Day())
}

// tallySections counts per table and indicator.
func (r *Renderer) tallySections(d *edition.Difference) []quality.Section {
	var all []quality.Section
	for i := range d.Tallies {
		t := &d.Tallies[i]
		heading := r.Sayf("Tabel %s", t.Table)
		if both := strings.Fields(t.Table); len(both) > 1 {
			heading = r.Sayf("Tabellen %s", r.join(both))
		}
		if t.Table == "" {
			heading = r.Say("Berekend uit andere cijfers")
		}
		if n := len(all); n == 0 || all[n-1].Heading != heading {
			all = append(all, quality.Section{Heading: heading, Note: r.Say("Hoeveel cijfers er per onderwerp veranderden, in alle gebieden, groepen en jaren samen."),
				Columns: []quality.Column{{Title: r.Say("Onderwerp")}, {Title: r.Say("Herzien"), Number: true}, {Title: r.Say("Nieuw"), Number: true}, {Title: r.Say("Vervallen"), Number: true}, {Title: r.Say("Andere reden"), Number: true}}})
		}
		row := quality.Row{Name: r.indicatorTitle(t.Key, t.Indicator)}
		for _, n := range t.Counts {
			row.Cells = append(row.Cells, r.formatNumber(float64(n), 0))
		}
		s := &all[len(all)-1]
		s.Rows = append(s.Rows, row)
	}
	return all
}

func (r *Renderer) topSection(top []edition.Change, all int) quality.Section {
	s := quality.Section{Heading: r.Say("De veranderde cijfers"), Note: r.Say("Grote gebieden staan vooraan, en daarin de nieuwste jaren."),
		Columns: []quality.Column{{Title: r.Say("Gebied")}, {Title: r.Say("Onderwerp")}, {Title: r.Say("Groep")}, {Title: r.Say("Periode")}, {Title: r.Say("Wat")}, {Title: r.Say("Was"), Number: true}, {Title: r.Say("Is"), Number: true}}}
	if len(top) < all {
		s.Heading = r.Sayf("De eerste %d veranderde cijfers", len(top))
	}
	at := map[string]int{}
	for i := range r.m.Regions {
		at[r.m.Regions[i].Code] = i
	}
	for i := range top {
		c := &top[i]
		row := quality.Row{Name: c.Name + " (" + c.Region + ")", Cells: []string{r.indicatorTitle(c.Key, c.Indicator), r.groupLabel(c.Group), r.periodLabel(c.Period), r.Say(c.Kind.Dutch()), r.printedIn(c.Old), r.printedIn(c.New)}}
		if k, ok := at[c.Region]; ok {
			row.Href = rootOf(ChangesFolder) + r.path(k)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// changesFile leads to a file with changes, which all languages share.
func (r *Renderer) changesFile(name string) string {
	if r.site == "" {
		return name
	}
	return "../" + r.site + ChangesFolder + name
}

// indicatorTitle names an indicator as this edition does; title is what the
// other edition calls one that is not here.
func (r *Renderer) indicatorTitle(key, title string) string {
	if i := r.m.Find(key); i >= 0 && i < len(r.m.Indicators) {
		return r.m.Indicators[i].Title
	}
	return title
}

// printedNumber is a figure as a comparison of editions prints it.
var printedNumber = regexp.MustCompile(`^-?\d+(,\d+)?$`)

// printedIn writes a figure or a reason, given in Dutch.
func (s *speech) printedIn(text string) string {
	if printedNumber.MatchString(text) {
		return strings.Replace(text, ",", string(s.Decimal), 1)
	}
	return s.Say(text)
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
			return append(list, r.Sayf("en nog %s", r.formatNumber(float64(len(all)-i), 0)))
		}
		switch t.Kind {
		case "region":
			list = append(list, r.Sayf("Gebied %s (%s)", t.Name, t.Key))
		case "indicator":
			list = append(list, r.Sayf("Onderwerp %s", r.indicatorTitle(t.Key, t.Name)))
		case "group":
			list = append(list, r.Sayf("Groep %s", r.groupLabel(t.Key)))
		default:
			list = append(list, r.Sayf("Periode %s", r.periodLabel(t.Key)))
		}
	}
	return list
}
