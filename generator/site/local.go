package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// forHosts are the files that only a web server reads.
var forHosts = []string{"404.html", "_headers", "_redirects", "robots.txt"}

// localForm turns the plan of a site into that of one that opens from a disk.
// Browsers fetch nothing there, and no server finds a folder's page: links
// name index.html, and data come as scripts too. With o.Only it keeps one
// municipality and what explains it.
func localForm(plan []file, m *model.Monitor, o Options) ([]file, error) {
	var kept []file
	keep, err := keeper(m, o.Only)
	if err != nil {
		return nil, err
	}
	for _, f := range plan {
		if keep(f.path) {
			kept = append(kept, f)
		}
	}
	if o.Only != "" {
		for name, content := range shard.SearchIn(m, func(r int) bool { return keep(render.Path(m, r)) }) {
			kept = append(kept, file{name, func(b []byte) ([]byte, error) { return append(b, content...), nil }})
		}
	}
	l := linker{known: map[string]bool{}, outside: o.URL}
	for _, f := range kept {
		l.known[f.path] = true
	}
	for i, f := range kept {
		if strings.HasSuffix(f.path, ".html") {
			kept[i].render = l.rewritten(f)
		}
		if name, ok := scriptOf(f.path); ok {
			kept = append(kept, file{name, scripted(kept[i])})
		}
	}
	slices.SortFunc(kept, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return kept, checkPaths(kept)
}

// keeper tells which paths a local site has: all but what only hosts read, and
// of a bundle's other regions none but the country, the reference.
func keeper(m *model.Monitor, only string) (func(path string) bool, error) {
	own := map[string]bool{}
	found, known := only == "", []string(nil)
	for i := range m.Regions {
		r := &m.Regions[i]
		if r.Level != model.Municipality {
			continue
		}
		mine := strings.EqualFold(r.Code, only)
		own[strings.TrimSuffix(render.Path(m, i), "/")] = mine
		found, known = found || mine, append(known, r.Code)
	}
	if !found {
		return nil, fmt.Errorf("site: there is no municipality %q; did you mean %q?", only, nearest.Nearest(strings.ToUpper(only), known))
	}
	return func(name string) bool {
		top, _, _ := strings.Cut(name, "/")
		if slices.Contains(forHosts, name) || strings.HasPrefix(name, "sitemap") {
			return false
		}
		mine, region := own[top]
		return only == "" || mine || !region && top != "gebieden" && top != "zoek"
	}, nil
}

// scriptOf returns the path of the script that gives the same data as a file,
// for the files that scripts of a page load: search lists, shards, sources and
// the groups of a region.
func scriptOf(name string) (string, bool) {
	dir, base := path.Split(name)
	switch {
	case base == "index.html" && strings.HasSuffix(dir, "/groepen/"):
		return dir + "index.js", true
	case strings.HasPrefix(name, "zoek/"), name == "data/bronnen.json", strings.HasSuffix(dir, "/data/"):
		stem, ok := strings.CutSuffix(name, ".json")
		return stem + ".js", ok
	}
	return "", false
}

// scripted renders a file as a script that hands its data over: JSON as it is,
// a page as a string.
func scripted(f file) func(b []byte) ([]byte, error) {
	return func(b []byte) ([]byte, error) {
		content, err := f.render(nil)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(f.path, ".html") {
			if content, err = quote(content); err != nil {
				return nil, err
			}
		}
		b = append(b, "wijkmonitor("...)
		b = append(b, strings.TrimSpace(string(content))...)
		return append(b, ");\n"...), nil
	}
}

// quote writes a page as a JSON string; the script is a file of its own, so
// angle brackets may stay.
func quote(page []byte) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(string(page))
	return b.Bytes(), err
}
