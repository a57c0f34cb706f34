package render_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// nodes lists the elements of a part of a page.
func nodes(t *testing.T, b []byte) (all []*html.Node) {
	t.Helper()
	top, err := html.ParseFragment(bytes.NewReader(b), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range top {
		all = append(all, n)
		for d := range n.Descendants() {
			if d.Type == html.ElementNode {
				all = append(all, d)
			}
		}
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestFragment_FitsInAPageOfOthers asks that a fragment brings no head, id or
// style of its own, no class that the page around may have, and one way out.
func TestFragment_FitsInAPageOfOthers(t *testing.T) {
	_, r := newRenderer(t)
	r.UseAddress("https://monitor.example.nl/")
	place, seen := r.Place(town, nil), 0
	for _, e := range place.Embeds() {
		b := place.Fragment(nil, e)
		seen++
		links := 0
		for _, n := range nodes(t, b) {
			switch n.Data {
			case "html", "head", "body", "style", "script", "link", "img", "iframe", "h1", "h2", "h3":
				t.Errorf("%s: it has <%s>", e.Folder, n.Data)
			case "a":
				if links++; attribute(n, "href") != "https://monitor.example.nl/"+render.Path(country(), town) {
					t.Errorf("%s: it leads to %s", e.Folder, attribute(n, "href"))
				}
			}
			if class := attribute(n, "class"); class != "" && !strings.HasPrefix(class, "wijkmonitor") || attribute(n, "id") != "" || attribute(n, "style") != "" {
				t.Errorf("%s: <%s class=%q id=%q style=%q>", e.Folder, n.Data, class, attribute(n, "id"), attribute(n, "style"))
			}
		}
		if links != 1 || bytes.Contains(b, []byte("<html")) || !bytes.Contains(b, []byte("editie 2025")) {
			t.Errorf("%s: %d links in %s", e.Folder, links, b)
		}
	}
	if seen < 25 {
		t.Errorf("%d fragments; those of themes, indicators, groups and comparisons would be right", seen)
	}
}

// folders lists the folders of what can be embedded.
func folders(p *render.Place) (all []string) {
	for _, e := range p.Embeds() {
		all = append(all, e.Folder)
	}
	return all
}

// TestEmbeds_Kinds lists what there is of each region: everything of a
// municipality; of the country no themes, which are compared with the country,
// and no comparison; a count has no comparison; a group has a page also where it
// is withheld, so that an address does not break; a hidden one has none.
func TestEmbeds_Kinds(t *testing.T) {
	m, r := newRenderer(t)
	m.Groups[3].Hidden = true
	all := folders(r.Place(town, nil))
	for folder, want := range map[string]bool{
		"insluiten/": true, "insluiten/thema1/": true, "insluiten/onderwerp/inwoners/": true, "insluiten/onderwerp/cijfer-1/": true, "insluiten/onderwerp/cijfer-2/": false,
		"insluiten/groep/groep-1/": true, "insluiten/groep/groep-3/": false, "insluiten/groep/groep-19/": true, "insluiten/groep/totaal/": false,
		"insluiten/vergelijk/cijfer-1/": true, "insluiten/vergelijk/inwoners/": false,
	} {
		if slices.Contains(all, folder) != want {
			t.Errorf("%s: %v", folder, !want)
		}
	}
	nation := folders(r.Place(0, nil))
	for folder, want := range map[string]bool{"insluiten/": true, "insluiten/thema1/": false, "insluiten/onderwerp/cijfer-1/": true, "insluiten/groep/groep-1/": true, "insluiten/vergelijk/cijfer-1/": false} {
		if slices.Contains(nation, folder) != want {
			t.Errorf("country, %s: %v", folder, !want)
		}
	}
	m.EmbedDetails = []model.Level{model.Country}
	place := r.Place(town, nil)
	if got := folders(place); !slices.Equal(got, []string{"insluiten/"}) || place.HasFragment() || place.HasOEmbed() {
		t.Errorf("without details: %v", got)
	}
}

// embedAt renders the page to embed in a folder.
func embedAt(t *testing.T, p *render.Place, folder string) (page, fragment string) {
	t.Helper()
	for _, e := range p.Embeds() {
		if e.Folder == folder {
			return string(p.Embed(nil, e)), string(p.Fragment(nil, e))
		}
	}
	t.Fatalf("there is no %s among %v", folder, folders(p))
	return "", ""
}

// TestEmbed_TellsFiguresAndGaps reads pages and fragments of the awkward
// district: a gap has its reason, a figure its class, and a group that is
// withheld says so.
func TestEmbed_TellsFiguresAndGaps(t *testing.T) {
	m, r := newRenderer(t)
	for p := range m.Periods {
		m.Cube.Set(district, 0, 42, p, model.Number(30+float64(p)))
	}
	place := r.Place(district, nil)
	for folder, parts := range map[string][2][]string{
		"insluiten/onderwerp/cijfer-1/":  {{"Geen cijfer: onbekend.", `<a href="#teken-0">. onbekend</a>`, `<div id="teken-0">`, ">Kleinland</a> <small>totale bevolking</small>"}, {"Geen cijfer: onbekend.", "<td>onbekend</td>"}},
		"insluiten/onderwerp/cijfer-42/": {{"31,0% (2025). In Kleinland is het 19,5%.", "Door de jaren heen", `<tr><th scope="row">2024<td>30,0%`, "'s-Kleinzand", "Groep 19", "oorzaak"}, {"31,0% (2025). In Kleinland", "<td>31,0%</td>", "oorzaak"}},
		"insluiten/vergelijk/cijfer-42/": {{`<section id="buurten">`, ">Centrum</a>", "Kleinland</a>", `class="stipplot"`}, {"<td>31,0%</td>", "Centrum"}},
		"insluiten/groep/groep-1/":       {{`src="../../../taart/groepen.svg#groep-1"`, "<dt>Inwoners</dt><dd>3.000", "Inwoners met herkomst 1", "oorzaak"}, {"<dt>Inwoners</dt>"}},
		"insluiten/thema0/":              {{`id="i-cijfer-3"`, "te weinig inwoners"}, {"<td>te weinig inwoners</td>", "<td>0,0%</td>"}},
	} {
		page, fragment := embedAt(t, place, folder)
		for k, text := range []string{page, fragment} {
			text = strings.ReplaceAll(text, "&#39;", "'")
			for _, want := range parts[k] {
				if !strings.Contains(text, want) {
					t.Errorf("%s, form %d lacks %s:\n%s", folder, k, want, text)
				}
			}
		}
	}
	page, fragment := embedAt(t, r.Place(town, nil), "insluiten/groep/groep-19/")
	for _, text := range []string{page, fragment} {
		if !strings.Contains(text, "te weinig mensen") || strings.Contains(text, "groepen.svg") || strings.Contains(text, "<table") {
			t.Errorf("a withheld group: %s", text)
		}
	}
}

// TestEmbed_ComparesWithOthers asks for the regions that are most alike, those
// beside and those as large, each with its figure.
func TestEmbed_ComparesWithOthers(t *testing.T) {
	m := towns(t, 40)
	place := renderer(t, m).Place(tenth, nil)
	page, fragment := embedAt(t, place, "insluiten/vergelijk/cijfer-5/")
	for _, want := range []string{`<section id="wijken">`, `<section id="andere">`, "Lijkt het meest op Plaats 10", "Ongeveer even veel inwoners", `href="../../../../gm0009/" target="_blank" rel="noopener">Plaats 9</a>`} {
		if !strings.Contains(page, want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if n := strings.Count(fragment, "Plaats 9 "); n != 2 {
		t.Errorf("the fragment names the neighbour %d times; twice, as alike and as large, would be right", n)
	}
}

// TestEmbed_SaysTheClass asks for the sentence above a figure.
func TestEmbed_SaysTheClass(t *testing.T) {
	r := renderer(t, towns(t, 40))
	for region, want := range map[int]string{
		tenth: "20,0% (2025). Dat is rond gemiddeld: in Kleinland is het 20,0%.",
		79:    "49,0% (2025). Dat is veel hoger dan in Kleinland (20,0%).",
		0:     "<p>20,0% (2025).</p>",
	} {
		if page, _ := embedAt(t, r.Place(region, nil), "insluiten/onderwerp/cijfer-5/"); !strings.Contains(page, want) {
			t.Errorf("region %d does not say %s: %s", region, want, page)
		}
	}
}

// TestEmbed_HasNoChrome looks for what belongs to the whole site, and for what
// every page to embed must say.
func TestEmbed_HasNoChrome(t *testing.T) {
	m, r := newRenderer(t)
	r.UseAddress("https://monitor.example.nl/")
	place := r.Place(town, nil)
	for _, e := range place.Embeds() {
		page := place.Embed(nil, e)
		for _, bad := range []string{"<header", "<nav", "<form", "site-b.js"} {
			if bytes.Contains(page, []byte(bad)) {
				t.Errorf("%s: it has %s", e.Folder, bad)
			}
		}
		for _, want := range []string{"Bron: CBS 99001TNY", "editie 2025", "Verzonnen cijfers", `target="_blank" rel="noopener"`, `content="noindex"`, html.EscapeString(m.Regions[town].Name),
			`type="application/json+oembed" href="https://monitor.example.nl/gm9001/` + e.Folder + `oembed.json"`, `href="fragment.html"`, "https://monitor.example.nl/gm9001/" + e.Folder + "&#34;"} {
			if !bytes.Contains(page, []byte(want)) {
				t.Errorf("%s: it lacks %s", e.Folder, want)
			}
		}
	}
}

// TestEmbedHelp_ListsAll asks the page that explains for a link to each thing of
// a municipality, and to each region that has those.
func TestEmbedHelp_ListsAll(t *testing.T) {
	_, r := newRenderer(t)
	help := string(r.EmbedHelp(nil))
	for _, folder := range folders(r.Place(town, nil)) {
		if !strings.Contains(help, `href="../gm9001/`+folder+`"`) {
			t.Errorf("it does not lead to %s", folder)
		}
	}
	for _, want := range []string{`href="../nederland/insluiten/" data-zonder="thema vergelijk"`, `href="../gm9001/insluiten/">`, "gm9001/insluiten/onderwerp/…/", "gm9001/insluiten/vergelijk/…/"} {
		if !strings.Contains(help, want) {
			t.Errorf("it lacks %s", want)
		}
	}
}

// TestEmbedded_Levels follows the publisher's choice of levels.
func TestEmbedded_Levels(t *testing.T) {
	m, r := newRenderer(t)
	m.Embeds, m.EmbedDetails = []model.Level{model.Municipality}, nil
	for region, want := range map[int]bool{0: false, town: true, district: false, firstPart: false} {
		place := r.Place(region, nil)
		linked := bytes.Contains(place.Region(nil), []byte("insluiten/#code"))
		if place.Embedded() != want || linked != want {
			t.Errorf("region %d: embedded %v, linked %v; %v would be right", region, place.Embedded(), linked, want)
		}
	}
	if help := r.EmbedHelp(nil); bytes.Contains(help, []byte("<iframe class")) {
		t.Error("the example is of a country that has no page to embed")
	}
	for path, want := range map[string]bool{"gm9001/insluiten/index.html": true, "gm9001/wk900100/insluiten/index.html": true, "insluiten/index.html": false, "gm9001/index.html": false} {
		if render.IsEmbed(path) != want {
			t.Errorf("IsEmbed(%q) is %v", path, !want)
		}
	}
}
