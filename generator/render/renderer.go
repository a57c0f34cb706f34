// Package render turns profiles into page structs, every number printed, and
// page structs into HTML. It looks nothing up on disk while rendering: texts
// and lists are read and sorted once, in New.
package render

import (
	"context"
	"fmt"
	"html"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/prose"
	"wijkmonitor/templates/layout"
)

// Assets is the paths, below the root, of the style sheet, the script, the
// script of pages that others embed, and the script that those others load. The
// page that compares has a style sheet and a script of its own.
type Assets struct{ CSS, JS, Take, Height, Resize, CompareCSS, CompareJS, ReportCSS string }

// Articles are the pages that are a text alone, by their path.
var Articles = []string{"over", "methode", "begrippen", "rondleiding", "privacy", "toegankelijkheid"}

// A Renderer renders the pages of one monitor. Its methods append a whole
// page and may be called from several workers.
type Renderer struct {
	*speech
	site     string // leads from the root of the language to that of the site: "../"; "" for Dutch
	m        *model.Monitor
	base     *profile.Baseline
	assets   Assets
	texts    map[string]*prose.Article // by path without .md
	country  string
	order    []int      // municipalities by name
	children [][]int    // of each region, by name
	areas    []int      // own areas, by name
	last     []int      // the last period of each level
	themes   [][]int    // indicators of each theme
	sources  []string   // of the foot
	source   []string   // of each theme
	maps     *mapset    // nil without shapes
	fewMaps  bool       // none of groups
	changes  bool       // there is a page with what changed since the edition before
	near     *nearby    // what regions can be compared with
	address  string     // where the site will stand, ending in a slash; "" = not known
	tops     [][]top    // of each region, by indicator; nil for none
	places   [][]places // the same
	help     [4]string  // what words mean, for pages so many folders deep

	// What tables have in common, written once.
	part       []int       // of the figures of its municipality that each region is in
	now        [][]int     // the regions of today inside each region, by name
	rowHeads   [3][]string // of each indicator, for pages so many folders deep
	titleHTML  []string    // title and unit of each indicator
	sourceHTML []string    // of each theme
	cites      []string    // the source of each indicator
	paths      []string    // of regions
	menus      [][]byte    // of pages so many folders deep
	inMenu     map[string]bool
	feet       [][]byte  // of pages so many folders deep
	bareFeet   [][]byte  // without sources
	who        []string  // the people of each group: Inwoners met herkomst Marokko
	versus     string    // what wheels are compared with
	issue      string    // editie 2025
	columns    string    // the names of the columns behind the figure
	years      string    // the names of the columns of years: the line, and each year
	yearHeads  string    // of each year alone
	spanHead   string    // the name of the column of lines, with the first and the last year
	grouped    string    // for which regions there are figures of groups
	least      []float64 // the range that a line of each indicator must show
	gapHTML    [model.StateCount]string
	gapSpan    [model.StateCount]string // where the page does not explain the sign
	signHTML   [model.StateCount]string
}

// New reads the texts and prepares what all pages share.
func New(m *model.Monitor, b *profile.Baseline, content fs.FS, a Assets, l *language.Language) (*Renderer, error) {
	if len(m.Regions) == 0 || m.Regions[0].Level != model.Country {
		return nil, fmt.Errorf("render: the first region is not the country: an extract with NL00 or NL01 would be right")
	}
	r := &Renderer{speech: newSpeech(l), site: rootOf(l.Folder), m: m, base: b, assets: a, country: inSentence(m.Regions[0].Name), texts: map[string]*prose.Article{}}
	if err := r.readTexts(content); err != nil {
		return nil, err
	}
	r.paths = make([]string, len(m.Regions))
	for i := range m.Regions {
		r.paths[i] = Path(m, i)
	}
	r.prepare()
	return r, nil
}

// inSentence is the name of a country within a sentence: the Netherlands.
func inSentence(name string) string {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return "the " + rest
	}
	return name
}

// readTexts reads the texts that a page needs and those that it may have. A page
// of a region may show no more of them than PrintMeanings writes: such pages are
// made again when that changes, and not when another text does.
func (r *Renderer) readTexts(content fs.FS) error {
	for _, name := range append([]string{"home"}, Articles...) {
		a, err := prose.Read(content, name+".md")
		if err != nil {
			return err
		}
		r.texts[name] = a
	}
	optional := []string{"insluiten"}
	for _, t := range r.m.Themes {
		optional = append(optional, "themas/"+t.Key)
	}
	for i := range r.m.Indicators {
		optional = append(optional, "indicatoren/"+r.m.Indicators[i].Key)
	}
	for _, g := range r.m.Groups {
		optional = append(optional, "groepen/"+g.Key)
	}
	for _, name := range optional {
		if _, err := fs.Stat(content, name+".md"); err != nil {
			continue
		}
		a, err := prose.Read(content, name+".md")
		if err != nil {
			return err
		}
		r.texts[name] = a
	}
	return nil
}

func (r *Renderer) prepare() {
	m := r.m
	r.children = make([][]int, len(m.Regions))
	for i := range m.Regions {
		r.children[i] = byName(m, m.Regions[i].Children)
	}
	r.last = make([]int, model.LevelCount)
	for i := range m.Regions {
		g := &m.Regions[i]
		r.last[g.Level] = max(r.last[g.Level], g.Last)
		if g.Level == model.OwnArea {
			r.areas = append(r.areas, i)
		}
	}
	r.areas = byName(m, r.areas)
	r.order, _ = r.present(r.children[0])
	r.themes = make([][]int, len(m.Themes))
	for i := range m.Indicators {
		t := m.Indicators[i].Theme
		r.themes[t] = append(r.themes[t], i)
	}
	for _, t := range m.Tables {
		r.sources = append(r.sources, r.sourceLine(t))
	}
	r.source = make([]string, len(m.Themes))
	for t := range m.Themes {
		r.source[t] = r.sourceOf(r.themes[t]...)
		r.sourceHTML = append(r.sourceHTML, html.EscapeString(r.source[t]))
	}
	for i := range m.Indicators {
		r.cites = append(r.cites, r.sourceOf(i))
	}
	r.now = make([][]int, len(m.Regions))
	for i := range m.Regions {
		r.now[i], _ = r.present(r.children[i])
	}
	r.part = make([]int, len(m.Regions))
	for i := range m.Regions {
		if m.Regions[i].Level != model.Municipality {
			continue
		}
		for part, regions := range m.Parts(i) {
			for _, k := range regions {
				r.part[k] = part
			}
		}
	}
	for g := range m.Groups {
		r.who = append(r.who, r.groupName(&m.Groups[g]))
	}
	r.versus, r.issue = r.Sayf("vergeleken met %s", r.country), r.Sayf("editie %d", m.Edition)
	r.least = r.leastRanges()
	r.grouped = r.groupsElsewhere()
	r.near = r.newNearby()
	r.findTops()
	r.prepareHelp()
	r.prepareSigns()
	r.prepareRows()
	r.prepareFrames()
}

func (s *speech) sourceLine(t model.Table) string {
	line := s.Sayf("Bron: %s, tabel %s", t.Source, t.ID)
	if t.Title != "" {
		line += " (" + t.Title + ")"
	}
	if t.Modified != "" {
		line += s.Sayf(", laatst gewijzigd op %s", s.dayOf(t.Modified))
	}
	return line + "."
}

var months = [...]string{language.Word("januari"), language.Word("februari"), language.Word("maart"), language.Word("april"), language.Word("mei"), language.Word("juni"), language.Word("juli"), language.Word("augustus"), language.Word("september"), language.Word("oktober"), language.Word("november"), language.Word("december")}

// dayOf writes a date in words: 15 maart 2023. What is no date stays.
func (s *speech) dayOf(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d %s %d", day.Day(), s.Say(months[day.Month()-1]), day.Year())
}

// sourceOf names the tables that the figures of indicators come from.
func (r *Renderer) sourceOf(indicators ...int) string {
	var seen []string
	used := map[int]bool{}
	for _, i := range indicators {
		for _, t := range r.m.Indicators[i].Tables {
			used[t] = true
		}
	}
	for t := range r.m.Tables {
		if used[t] {
			seen = append(seen, r.m.Tables[t].Source+" "+r.m.Tables[t].ID)
		}
	}
	return r.Sayf("Bron: %s.", r.join(seen))
}

// frame prepares what surrounds a page.
func (r *Renderer) frame(path, title, description string, crumbs []layout.Link) layout.Page {
	root := rootOf(path)
	p := layout.Page{
		Title: r.pageTitle(title, ""), Description: description, Root: root, Site: r.m.Title,
		CSS: r.assets.CSS, JS: r.assets.JS, Fictional: r.m.Fictional, Searched: r.searched(), Compact: r.m.Compact, Crumbs: crumbs, Foot: r.feet[min(strings.Count(path, "/"), len(r.feet)-1)], Languages: r.languages(root, path),
	}
	depth := len(root) / len("../")
	if r.inMenu[path] || depth >= len(r.menus) {
		p.Menu = r.menu(root, path)
	} else {
		p.Menu = r.menus[depth]
	}
	return p
}

// languages leads to a page in each language of the site; nothing where there is
// one.
func (r *Renderer) languages(root, path string) (list []layout.Language) {
	if len(r.m.Translations) == 0 {
		return nil
	}
	add := func(l *language.Language) {
		list = append(list, layout.Language{Tag: l.Tag, Name: l.Name, Href: root + r.site + l.Folder + path, Current: l == r.Language})
	}
	add(language.Dutch)
	for _, t := range r.m.Translations {
		add(t.Language)
	}
	for i := range list {
		if list[i].Href == "" {
			list[i].Href = "./"
		}
	}
	return list
}

// menuLinks are the pages about everything.
func (r *Renderer) menuLinks(root string) []layout.Link {
	menu := []layout.Link{{Href: "nederland/", Text: r.m.Regions[0].Name}, {Href: "themas/", Text: r.Say("Thema’s")}, {Href: "indicatoren/", Text: r.Say("Onderwerpen")},
		{Href: "groepen/", Text: r.Say("Groepen")}, {Href: CompareFolder, Text: r.Say("Vergelijken")}, {Href: "methode/", Text: r.Say("Methode")}, {Href: "begrippen/", Text: r.Say("Begrippen")},
		{Href: "data/", Text: r.Say("Data")}, {Href: "over/", Text: r.Say("Over")}}
	if r.HasMap() {
		menu = slices.Insert(menu, 1, layout.Link{Href: "kaart/", Text: r.Say("Kaart")})
	}
	for i := range menu {
		menu[i].Href = root + menu[i].Href
	}
	return menu
}

// menu is the menu of a page: root leads from there to the root of the site.
func (r *Renderer) menu(root, path string) []byte {
	links := r.menuLinks(root)
	for i := range links {
		links[i].Current = links[i].Href == root+path
	}
	return r.appendPage(nil, layout.Menu(links))
}

// foot is the foot of a page: root leads from there to the root of the site.
func (r *Renderer) foot(root string, sources []string) []byte {
	links := []layout.Link{{Href: root + "privacy/", Text: r.Say("Privacy")}, {Href: root + "toegankelijkheid/", Text: r.Say("Toegankelijkheid")}}
	return r.appendPage(nil, layout.Foot(r.m.Title, r.Sayf("editie %d", r.m.Edition), sources, links))
}

// prepareFrames writes once what thousands of pages have in common.
func (r *Renderer) prepareFrames() {
	r.menus, r.feet, r.bareFeet, r.inMenu = nil, nil, nil, map[string]bool{}
	for _, l := range r.menuLinks("") {
		r.inMenu[l.Href] = true
	}
	for depth := range 5 {
		root := strings.Repeat("../", depth)
		r.menus = append(r.menus, r.menu(root, ""))
		r.feet = append(r.feet, r.foot(root, r.sources))
		r.bareFeet = append(r.bareFeet, r.foot(root, nil))
	}
}

var searchedNames = language.Word("gemeente, wijk of buurt")

// searched names what the search box finds.
func (r *Renderer) searched() string {
	if r.m.Postcodes != "" {
		return r.Say("gemeente, wijk, buurt of postcode")
	}
	return r.Say(searchedNames)
}

// crumbs starts a trail at home.
func (r *Renderer) crumbs(path string, links ...layout.Link) []layout.Link {
	trail := []layout.Link{{Href: rootOf(path) + "index.html", Text: r.Say("Home")}}
	for i, l := range links {
		l.Current = i == len(links)-1
		trail = append(trail, l)
	}
	return trail
}

// appender collects what a template writes.
type appender struct{ b []byte }

func (a *appender) Write(p []byte) (int, error) { a.b = append(a.b, p...); return len(p), nil }

// WriteString spares templates a copy.
func (a *appender) WriteString(s string) (int, error) { a.b = append(a.b, s...); return len(s), nil }

// appendPage renders a template; writing to memory cannot fail.
func (s *speech) appendPage(b []byte, c templ.Component) []byte {
	a := appender{b}
	if err := c.Render(language.With(context.Background(), s.Language), &a); err != nil {
		panic(err) // the worker names the page
	}
	return a.b
}

// firstSentence shortens a description for lists and heads.
func firstSentence(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if i := strings.Index(s, ". "); i > 0 {
		return s[:i+1]
	}
	return s
}
