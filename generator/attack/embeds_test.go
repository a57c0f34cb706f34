package attack

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wijkmonitor/generator/model"
)

// An embedReader reads what pages to embed and fragments tell, and holds it
// against the data files: a number that those do not have is given away.
type embedReader struct {
	site     *publishedSite
	m        *model.Monitor
	groups   map[[2]string]string // key by label of classification and label
	found    int
	problems []string
}

// A said is one figure on a page.
type said struct {
	at   place
	text string
}

// readEmbeds reads all of them below a folder.
func readEmbeds(t *testing.T, dir string, s *publishedSite, m *model.Monitor) *embedReader {
	t.Helper()
	e := &embedReader{site: s, m: m, groups: map[[2]string]string{{"", m.Groups[0].Label}: m.Groups[0].Key}}
	for _, g := range m.Groups[1:] {
		e.groups[[2]string{m.Classifications[g.Classification].Label, g.Label}] = g.Key
	}
	for _, pattern := range []string{"*/insluiten", "*/wk*/insluiten"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			region := strings.ToUpper(filepath.Base(filepath.Dir(name)))
			if region == "NEDERLAND" {
				region = m.Regions[0].Code
			}
			for _, below := range []string{".", "*", "*/*"} {
				pages, _ := filepath.Glob(filepath.Join(name, below, "index.html"))
				for _, page := range pages {
					what, _ := filepath.Rel(name, filepath.Dir(page))
					e.page(t, page, region, filepath.ToSlash(what))
				}
			}
		}
	}
	return e
}

// page reads a page and the fragment beside it.
func (e *embedReader) page(t *testing.T, name, region, what string) {
	t.Helper()
	kind, key, _ := strings.Cut(what, "/")
	base := place{region: region, group: e.m.Groups[0].Key}
	switch kind {
	case "onderwerp", "vergelijk":
		base.indicator = key
	case "groep":
		base.group = key
	}
	doc := parseFile(t, name)
	var all []said
	for _, table := range tags(doc, "table") {
		all = append(all, e.table(table, base)...)
	}
	facts := e.facts(doc, base)
	e.hold(name, append(slices.Clone(all), append(facts, e.sentence(doc, base)...)...))
	fragment := filepath.Join(filepath.Dir(name), "fragment.html")
	if _, err := os.Stat(fragment); err != nil {
		return
	}
	// Its rows are those of the page without its years, in the same order.
	other := parseFile(t, fragment)
	all = slices.DeleteFunc(all, func(s said) bool { return s.text == "" })
	var texts []string
	for _, row := range tags(other, "tr") {
		if cells := tags(row, "td"); len(cells) > 0 {
			texts = append(texts, saying(cells[0]))
		}
	}
	for k, text := range texts {
		if k >= len(all) {
			e.problems = append(e.problems, fragment+": more rows than the page")
			break
		}
		e.hold(fragment, []said{{all[k].at, text}})
	}
	e.hold(fragment, e.facts(other, base))
}

var yearIn = regexp.MustCompile(`\b[12][0-9]{3}\b`)

// table reads the rows of a table: of topics, groups, regions or years.
func (e *embedReader) table(table *html.Node, base place) (all []said) {
	heads := tags(table, "th")
	year, part := yearIn.FindString(saying(heads[1])), ""
	for _, row := range tags(table, "tr") {
		cells := tags(row, "td")
		head := tags(row, "th")
		if len(cells) == 0 {
			if has(head[0], "class", "indeling") {
				part = saying(head[0])
			}
			continue
		}
		at, when := base, year
		label := without(head[0], "small")
		switch {
		case saying(heads[0]) == "Jaar":
			when = yearIn.FindString(label)
		case strings.HasPrefix(attr(row, "id"), "i-"):
			at.indicator = strings.TrimPrefix(attr(row, "id"), "i-")
		case saying(heads[0]) == "Groep" && len(tags(head[0], "a")) == 0:
			at.group = e.groups[[2]string{part, label}]
		}
		for _, a := range tags(head[0], "a") {
			at.region = e.code(attr(a, "href"))
		}
		for _, i := range tags(cells[0], "i") {
			when = saying(i)
		}
		at.period = e.period(when)
		all = append(all, said{at, without(cells[0], "small", "i")})
		if saying(heads[0]) == "Jaar" && len(cells) > 1 {
			at.region = e.m.Regions[0].Code
			all = append(all, said{at, without(cells[1], "small")})
		}
	}
	return all
}

// facts reads key figures.
func (e *embedReader) facts(doc *html.Node, base place) (all []said) {
	labels, values := tags(doc, "dt"), tags(doc, "dd")
	for k := range labels {
		i := slices.IndexFunc(e.m.Indicators, func(i model.Indicator) bool { return i.Title == saying(labels[k]) })
		if i < 0 || k >= len(values) {
			continue // what a sign means
		}
		at := base
		at.indicator = e.m.Indicators[i].Key
		at.period = e.period(yearIn.FindString(strings.TrimPrefix(saying(values[k]), without(values[k], "small"))))
		all = append(all, said{at, without(values[k], "small")})
	}
	return all
}

var numberFirst = regexp.MustCompile(`^(−?[0-9.]+(,[0-9]+)?)%?.*?\(([0-9]{4})`)

// sentence reads the figure that a page begins with.
func (e *embedReader) sentence(doc *html.Node, base place) (all []said) {
	for _, p := range tags(doc, "p") {
		if found := numberFirst.FindStringSubmatch(saying(p)); found != nil && base.indicator != "" {
			at := base
			at.period = e.period(found[3])
			all = append(all, said{at, found[1]})
		}
	}
	return all
}

// hold compares figures with those of the data files.
func (e *embedReader) hold(name string, all []said) {
	for _, s := range all {
		text := strings.NewReplacer(".", "", ",", ".", "−", "-", "%", "", "*", "").Replace(s.text)
		v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		right := e.site.cells[s.at]
		if err != nil {
			if right.known && s.text != "" {
				e.problems = append(e.problems, fmt.Sprintf("%s: %v is %q, and %v in the data files", name, s.at, s.text, right.value))
			}
			continue
		}
		e.found++
		if !right.known || math.Abs(right.value-v) > 0.501*math.Pow10(-e.site.decimals[s.at.indicator]) {
			e.problems = append(e.problems, fmt.Sprintf("%s: %v is %v, and %+v in the data files", name, s.at, v, right))
		}
	}
}

func (e *embedReader) period(label string) int {
	return slices.IndexFunc(e.m.Periods, func(p model.Period) bool { return p.Label == label })
}

func (e *embedReader) code(href string) string {
	name := strings.ToUpper(filepath.Base(strings.TrimSuffix(href, "/")))
	if name == "NEDERLAND" {
		return e.m.Regions[0].Code
	}
	return name
}

func parseFile(t *testing.T, name string) *html.Node {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func tags(n *html.Node, name string) (all []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			all = append(all, d)
		}
	}
	return all
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key, value string) bool {
	return slices.Contains(strings.Fields(attr(n, key)), value)
}

func saying(n *html.Node) string { return without(n) }

// without is the text of an element but for that of some elements in it.
func without(n *html.Node, names ...string) string {
	var b strings.Builder
	var read func(n *html.Node)
	read = func(n *html.Node) {
		if n.Type == html.ElementNode && slices.Contains(names, n.Data) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			read(c)
		}
	}
	read(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestEmbeds_GiveNothingAway reads all pages to embed of the demo. A number that
// is planted where a figure is withheld is found, on a page and in a fragment.
func TestEmbeds_GiveNothingAway(t *testing.T) {
	x := builtDemo(t)
	e := readEmbeds(t, x.dir, x.site, x.m)
	t.Logf("%d figures on pages to embed and in fragments", e.found)
	for _, p := range e.problems[:min(len(e.problems), 20)] {
		t.Error(p)
	}
	if e.found < 40_000 {
		t.Errorf("%d figures; 40,000 or more would be right", e.found)
	}
	dir := t.TempDir()
	folder := filepath.Join("gm9005", "insluiten")
	if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(x.dir, folder))); err != nil {
		t.Fatal(err)
	}
	planted := 0
	for _, form := range []struct{ name, old, fresh string }{
		{"index.html", `∘ te weinig inwoners</a>`, `12,3%</a>`}, {"fragment.html", `<td>te weinig inwoners</td>`, `<td>12,3%</td>`},
	} {
		names, _ := filepath.Glob(filepath.Join(dir, folder, "*", "*", form.name))
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(b), form.old) {
				planted++
				if err := os.WriteFile(name, []byte(strings.Replace(string(b), form.old, form.fresh, 1)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if leaks := readEmbeds(t, dir, x.site, x.m); planted == 0 || len(leaks.problems) != planted {
		t.Errorf("%d of %d planted numbers were found: %v", len(leaks.problems), planted, leaks.problems[:min(3, len(leaks.problems))])
	}
}
