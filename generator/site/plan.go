package site

import (
	"maps"
	"slices"
	"strings"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/postcode"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// A planner lists the units of one edition.
type planner struct {
	m    *model.Monitor
	base *profile.Baseline
	r    *render.Renderer
	form *localForm // nil for a site that a server sends
	url  string     // of the site; "" = not known

	previous *edition.Published // what this edition is compared with; nil = nothing

	folder string     // of its language, below the root of the site
	others []*planner // of the further languages

	units []unit

	postcodes *postcode.Table // nil = none

	shared digest // of what all pages depend on
}

// plan lists the units of the first language, and of what all have in common.
func (p *planner) plan(bundle map[string][]byte) {
	p.planPages(bundle)
	p.planSearch()
	p.bytes("data/shard.schema.json", shard.Schema())
	p.bytes("data/onderwerpen.csv", shard.Indicators(p.m))
	p.file("data/bronnen.json", func(b []byte) ([]byte, error) {
		content, err := shard.Sources(p.m, p.base)
		return append(b, content...), err
	})
	p.bytes("_headers", []byte(headers(p.m.FrameAncestors, p.m.Translations)))
	p.bytes("_redirects", redirects(p.m))
	if p.previous == nil {
		p.bytes("feed.xml", feed(p.m, p.url, nil, ""))
	}
}

// planPages lists the units of the pages in one language with what they load.
// Figures and search lists are the same in all.
func (p *planner) planPages(bundle map[string][]byte) {
	p.planQuality() // first: it is the one long unit, and the others fill the time beside it
	p.regions()
	p.planFixed()
	p.planWords()
	p.planMaps()
	p.planEmbedHelp()
	p.planCompare()
	for _, name := range slices.Sorted(maps.Keys(bundle)) {
		p.bytes(name, bundle[name])
	}
}

// planSearch plans the lists of the search box.
func (p *planner) planSearch() {
	keep := func(r int) bool { return p.form == nil || p.form.keep(render.Path(p.m, r)) }
	postcodes := p.postcodes.Lists(p.m, keep)
	folders := []string(nil)
	if len(postcodes) > 0 {
		folders = append(folders, postcode.Folder)
	}
	for _, lists := range []map[string][]byte{shard.SearchIn(p.m, keep, folders...), postcodes} {
		for _, name := range slices.Sorted(maps.Keys(lists)) {
			p.bytes(name, lists[name])
		}
	}
}

func safePath(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	for _, c := range []byte(path) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && !strings.ContainsRune("-_./", rune(c)) {
			return false
		}
	}
	return true
}

func (p *planner) planFixed() {
	p.page("index.html", p.r.Home)
	if p.folder == "" {
		p.page("404.html", p.r.NotFound)
	}
	p.page("data/index.html", p.r.Data)
	if p.r.HasProvinces() {
		p.page(render.ProvincesFolder+"index.html", p.r.Provinces)
	}
	for _, name := range render.Articles {
		p.page(name+"/index.html", func(b []byte) []byte { return p.r.Article(b, name) })
	}
}

// planWords plans the pages that explain themes, indicators and groups.
func (p *planner) planWords() {
	p.page("themas/index.html", p.r.Themes)
	for i, t := range p.m.Themes {
		p.page("themas/"+t.Key+"/index.html", func(b []byte) []byte { return p.r.Theme(b, i) })
	}
	p.page("indicatoren/index.html", p.r.Indicators)
	for i := range p.m.Indicators {
		p.file("indicatoren/"+p.m.Indicators[i].Key+"/index.html", func(b []byte) ([]byte, error) { return p.r.Indicator(b, i) })
	}
	p.page("groepen/index.html", p.r.GroupList)
	for i, g := range p.m.Groups {
		if g.Hidden {
			continue
		}
		p.page("groepen/"+g.Key+"/index.html", func(b []byte) []byte { return p.r.Group(b, i) })
	}
}
