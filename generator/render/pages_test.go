package render_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"wijkmonitor/generator/check"
	"wijkmonitor/generator/render"
)

// pages renders the whole site in memory: path → HTML.
func pages(tb testing.TB) map[string][]byte {
	m, r := newRenderer(tb)
	all := map[string][]byte{
		"index.html": r.Home(nil), "404.html": r.NotFound(nil), "data/index.html": r.Data(nil), "themas/index.html": r.Themes(nil),
		"indicatoren/index.html": r.Indicators(nil), "groepen/index.html": r.GroupList(nil), "insluiten/index.html": r.EmbedHelp(nil), "vergelijk/index.html": r.Compare(nil),
		"data/kwaliteit/index.html": r.Quality(nil, check.New(m)),
	}
	for _, name := range render.Articles {
		all[name+"/index.html"] = r.Article(nil, name)
	}
	for i := range m.Themes {
		all["themas/"+m.Themes[i].Key+"/index.html"] = r.Theme(nil, i)
	}
	for i := range m.Indicators {
		all["indicatoren/"+m.Indicators[i].Key+"/index.html"] = r.Indicator(nil, i)
	}
	for i := range m.Groups {
		all["groepen/"+m.Groups[i].Key+"/index.html"] = r.Group(nil, i)
	}
	for i := range m.Regions {
		dir, place := render.Path(m, i), r.Place(i, nil)
		all[dir+"index.html"] = place.Region(nil)
		if r.HasPartList(i) {
			all[dir+render.PartsFolder+"index.html"] = r.PartList(nil, i)
		}
		if place.HasGroups() {
			all[dir+"groepen/index.html"] = place.Groups(nil)
		}
		for _, t := range place.Themes() {
			all[dir+m.Themes[t].Key+"/index.html"] = place.Theme(nil, t)
		}
		if place.HasReport() {
			all[dir+"rapport/index.html"] = place.Report(nil)
		}
		if place.Embedded() {
			all[dir+"insluiten/index.html"] = place.Embed(nil)
		}
		for _, t := range place.EmbedThemes() {
			all[dir+"insluiten/"+m.Themes[t].Key+"/index.html"] = place.EmbedTheme(nil, t)
		}
	}
	return all
}

// A parsed page is what others may point at, and what it points at.
type parsed struct {
	title string
	ids   map[string]bool
	refs  []string
}

func parse(t *testing.T, name string, page []byte) parsed {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := parsed{ids: map[string]bool{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "title" && n.Namespace == "" && n.FirstChild != nil {
			p.title = n.FirstChild.Data
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if p.ids[a.Val] {
					t.Errorf("%s: id %q stands twice", name, a.Val)
				}
				p.ids[a.Val] = true
			case a.Key == "href" && n.Data != "link":
				p.refs = append(p.refs, a.Val)
			case a.Key == "for", a.Key == "aria-labelledby":
				for id := range strings.FieldsSeq(a.Val) {
					p.refs = append(p.refs, "#"+id)
				}
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s %s=%q>: the security policy blocks it", name, n.Data, a.Key, a.Val)
			case a.Key == "aria-current" && a.Val == "":
				t.Errorf("%s: aria-current is empty, which means false", name)
			}
		}
	}
	return p
}

// TestPages_IDsTitlesAndLinks follows every link to a page.
func TestPages_IDsTitlesAndLinks(t *testing.T) {
	docs := map[string]parsed{}
	titles := map[string]string{}
	for name, page := range pages(t) {
		docs[name] = parse(t, name, page)
		if other, twice := titles[docs[name].title]; twice {
			t.Errorf("%s and %s have one title, %q", name, other, docs[name].title)
		}
		titles[docs[name].title] = name
	}
	for name, doc := range docs {
		for _, ref := range doc.refs {
			checkRef(t, name, ref, docs)
		}
	}
}

// checkRef follows a link to a page; files that are not pages are not checked.
func checkRef(t *testing.T, from, ref string, docs map[string]parsed) {
	file, fragment, _ := strings.Cut(ref, "#")
	file, _, _ = strings.Cut(file, "?")
	to := from
	switch {
	case strings.HasPrefix(file, "/") && from != "404.html":
		t.Errorf("%s: %s is not relative", from, ref)
		return
	case strings.HasPrefix(file, "/"):
		to = strings.TrimPrefix(file, "/")
	case file != "":
		to = path.Join(path.Dir(from), file)
	}
	if file != "" && (strings.HasSuffix(file, "/") || strings.HasSuffix(file, ".")) {
		to = path.Join(to, "index.html")
	}
	if path.Ext(to) != ".html" {
		return
	}
	doc, ok := docs[to]
	if !ok {
		t.Errorf("%s: %s leads to %s, which is not there", from, ref, to)
	} else if fragment != "" && !doc.ids[fragment] {
		t.Errorf("%s: %s: there is no such id", from, ref)
	}
}

func TestRegion_EscapesNames(t *testing.T) {
	for name, page := range pages(t) {
		if bytes.Contains(page, []byte("<Noord>")) {
			t.Errorf("%s has the name %q unescaped", name, awkward)
		}
	}
}

// TestRegion_EveryGapHasItsWord reads the district's cells as a visitor that
// sees no tooltips does.
func TestRegion_EveryGapHasItsWord(t *testing.T) {
	m, r := newRenderer(t)
	doc, err := html.Parse(bytes.NewReader(r.Place(district, nil).Region(nil)))
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for n := range doc.Descendants() {
		if n.Data != "tr" {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "id" {
				cells[strings.TrimPrefix(a.Val, "i-")] = firstCell(n)
			}
		}
	}
	want := []string{"onbekend", "kan niet", "te weinig inwoners", "nog niet bekend", "niet gemeten", "bestond niet", "0,0%"}
	for i, word := range want {
		key := m.Indicators[i+1].Key
		if got := cells[key]; !strings.Contains(got, word) {
			t.Errorf("%s reads %q; %q would be right", key, got, word)
		}
	}
}

func firstCell(row *html.Node) string {
	for n := range row.ChildNodes() {
		if n.Data == "td" {
			var b strings.Builder
			for c := range n.Descendants() {
				if c.Type == html.TextNode {
					b.WriteString(c.Data)
				}
			}
			return strings.TrimSpace(b.String())
		}
	}
	return ""
}

func TestRegion_SmallAndTheSameEveryTime(t *testing.T) {
	_, r := newRenderer(t)
	want := r.Place(town, nil).Region(nil)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(want); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d gzipped", len(want), packed.Len())
	if packed.Len() > 14_000 {
		t.Errorf("%d bytes gzipped; at most 14,000 would be right", packed.Len())
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if !bytes.Equal(r.Place(town, nil).Region(nil), want) {
				t.Error("the page differs when it is made again")
			}
		})
	}
	group.Wait()
}

func TestRegion_Allocations(t *testing.T) {
	_, r := newRenderer(t)
	buffer, place := make([]byte, 0, 1<<18), r.Place(firstPart, nil)
	n := testing.AllocsPerRun(20, func() { place = r.Place(firstPart+1, place); place.Region(buffer) })
	t.Logf("%.0f allocations", n)
	if n > 700 {
		t.Errorf("%.0f allocations for a page; at most 700 would be right", n)
	}
}

func BenchmarkRegion(b *testing.B) {
	_, r := newRenderer(b)
	for name, index := range map[string]int{"municipality": town, "neighbourhood": firstPart + 1} {
		b.Run(name, func(b *testing.B) {
			buffer, place := make([]byte, 0, 1<<18), r.Place(index, nil)
			b.ReportAllocs()
			for b.Loop() {
				place = r.Place(index, place)
				place.Region(buffer)
			}
		})
	}
}
