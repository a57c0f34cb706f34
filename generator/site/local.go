package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/nearest"
	"wijkmonitor/generator/render"
)

// forHosts are the files that only a web server reads.
var forHosts = []string{"404.html", "_headers", "_redirects", "robots.txt"}

// A localForm turns the files of a site into those of one that opens from a
// disk. Browsers fetch nothing there, and no server finds a folder's page:
// links name index.html, and data come as scripts too. With o.Only it keeps one
// municipality and what explains it.
type localForm struct {
	keep   func(path string) bool
	linker linker
	page   []byte
	script []byte
}

func newLocalForm(m *model.Monitor, o Options) (*localForm, error) {
	keep, err := keeper(m, o.Only)
	if err != nil {
		return nil, err
	}
	return &localForm{keep: keep, linker: linker{known: keep, outside: o.URL}}, nil
}

// put hands on a file in its local form, and its script if it has one.
func (l *localForm) put(path string, content []byte, put func(path string, b []byte) error) error {
	if !l.keep(path) {
		return nil
	}
	if strings.HasSuffix(path, ".html") {
		l.page = l.linker.appendPage(l.page[:0], path, content)
		content = l.page
	}
	if err := put(path, content); err != nil {
		return err
	}
	name, ok := scriptOf(path)
	if !ok {
		return nil
	}
	var err error
	if l.script, err = appendScript(l.script[:0], path, content); err != nil {
		return err
	}
	return put(name, l.script)
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
		_, name = language.Split(name)
		top, _, _ := strings.Cut(name, "/")
		if slices.Contains(forHosts, name) || strings.HasPrefix(name, "sitemap") {
			return false
		}
		mine, region := own[top]
		return only == "" || mine || !region && top != "gebieden"
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

// appendScript appends a file as a script that hands its data over: JSON as it
// is, a page as a string.
func appendScript(b []byte, path string, content []byte) (_ []byte, err error) {
	if strings.HasSuffix(path, ".html") {
		if content, err = quote(content); err != nil {
			return nil, err
		}
	}
	b = append(b, "wijkmonitor("...)
	b = append(b, bytes.TrimSpace(content)...)
	return append(b, ");\n"...), nil
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
