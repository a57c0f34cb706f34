package site

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// A planner lists the files of one edition.
type planner struct {
	m     *model.Monitor
	base  *profile.Baseline
	r     *render.Renderer
	url   string
	files []file
}

// page adds an HTML page that cannot fail to render.
func (p *planner) page(path string, render func(b []byte) []byte) {
	p.files = append(p.files, file{path, func(b []byte) ([]byte, error) { return render(b), nil }})
}

// bytes adds a file whose bytes exist already.
func (p *planner) bytes(path string, content []byte) {
	p.page(path, func(b []byte) []byte { return append(b, content...) })
}

// plan lists every file the build will write, sorted by path. Two pages that
// claim one path are an error, never an overwrite.
func (p *planner) plan(bundle map[string][]byte) ([]file, error) {
	p.planFixed()
	p.planWords()
	p.planQuality()
	for region := range p.m.Regions {
		p.planRegion(region)
	}
	for name, content := range bundle {
		p.bytes(name, content)
	}
	for name, content := range shard.Search(p.m) {
		p.bytes(name, content)
	}
	p.bytes("data/shard.schema.json", shard.Schema())
	p.files = append(p.files, file{"data/bronnen.json", func(b []byte) ([]byte, error) {
		content, err := shard.Sources(p.m, p.base)
		return append(b, content...), err
	}})
	p.bytes("_headers", []byte(headers))
	p.bytes("_redirects", redirects(p.m))
	p.bytes(marker, edition(p.m))
	if err := p.planSitemap(); err != nil {
		return nil, err
	}
	slices.SortFunc(p.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return p.files, checkPaths(p.files)
}

// checkPaths finds paths that are claimed twice, or that leave the folder.
func checkPaths(files []file) error {
	for i, f := range files {
		if i > 0 && f.path == files[i-1].path {
			return fmt.Errorf("site: two pages claim %s: keys and codes that differ in more than capitals would be right", f.path)
		}
		if !safePath(f.path) {
			return fmt.Errorf("site: %q is not a path of letters, digits, - _ . and /", f.path)
		}
	}
	return nil
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
	p.page("404.html", p.r.NotFound)
	p.page("data/index.html", p.r.Data)
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
		p.page("indicatoren/"+p.m.Indicators[i].Key+"/index.html", func(b []byte) []byte { return p.r.Indicator(b, i) })
	}
	p.page("groepen/index.html", p.r.GroupList)
	for i, g := range p.m.Groups {
		if g.Hidden {
			continue
		}
		p.page("groepen/"+g.Key+"/index.html", func(b []byte) []byte { return p.r.Group(b, i) })
	}
}

// planRegion plans the pages, wheels and data of one region.
func (p *planner) planRegion(region int) {
	dir := render.Path(p.m, region)
	p.page(dir+"index.html", func(b []byte) []byte { return p.r.Region(b, region) })
	if len(p.m.Periods) > 1 {
		p.page(dir+"jaren/index.html", func(b []byte) []byte { return p.r.Years(b, region) })
	}
	groups, matrix := p.shownGroups(region), p.r.HasGroups(region)
	for _, g := range groups {
		name := dir + "taart/" + p.m.Groups[g].Key
		p.wheel(name+".svg", region, g, p.r.Wheel)
		if matrix {
			p.wheel(name+"-klein.svg", region, g, p.r.SmallWheel)
		}
	}
	if matrix {
		for t := range p.m.Themes {
			if p.r.HasTheme(t) {
				p.page(dir+p.m.Themes[t].Key+"/index.html", func(b []byte) []byte { return p.r.ThemeOf(b, region, t) })
			}
		}
		p.page(dir+"groepen/index.html", func(b []byte) []byte { return p.r.Groups(b, region) })
	}
	if g := &p.m.Regions[region]; g.Level == model.Municipality || g.Municipality < 0 {
		p.planData(dir, region)
	}
}

// shownGroups lists the groups that have a wheel in a region.
func (p *planner) shownGroups(region int) []int {
	n := 1
	if p.m.Cube.HasGroups(region) {
		n = len(p.m.Groups)
	}
	var shown []int
	for g := range n {
		if p.m.Groups[g].Hidden {
			continue
		}
		if pr := p.base.Profile(region, g); pr.Any() {
			shown = append(shown, g)
		}
	}
	return shown
}

func (p *planner) wheel(path string, region, group int, draw func(b []byte, region, group int) ([]byte, bool)) {
	p.files = append(p.files, file{path, func(b []byte) ([]byte, error) {
		b, ok := draw(b, region, group)
		if !ok {
			return nil, fmt.Errorf("%s has no figures of group %q to draw", p.m.Regions[region].Code, p.m.Groups[group].Key)
		}
		return b, nil
	}})
}

func (p *planner) planData(dir string, root int) {
	for t := range p.m.Themes {
		p.files = append(p.files, file{dir + "data/" + p.m.Themes[t].Key + ".json", func(b []byte) ([]byte, error) {
			content, err := shard.Theme(p.m, p.base, root, t)
			return append(b, content...), err
		}})
	}
	p.files = append(p.files, file{dir + "cijfers.csv", func(b []byte) ([]byte, error) {
		content, err := shard.CSV(p.m, root)
		return append(b, content...), err
	}})
}
