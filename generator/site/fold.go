package site

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

// foldRegions makes the pages of the neighbourhoods that stand on the page of
// their district, and returns them as parts of it, by district.
func (p *planner) foldRegions(w *writer, regions []int) map[int][]byte {
	parts := map[int][]byte{}
	for _, i := range regions {
		if !render.Folded(p.m, i) {
			continue
		}
		g := &p.m.Regions[i]
		w.place = p.r.Place(i, w.place)
		w.page = w.place.Region(w.page[:0])
		parts[g.Parent] = appendFolded(parts[g.Parent], strings.ToLower(g.Code), w.page)
	}
	return parts
}

// insertFolded puts parts at the end of what is on a page.
func insertFolded(page, parts []byte) []byte {
	at := bytes.LastIndex(page, []byte("</main>"))
	if len(parts) == 0 || at < 0 {
		return page
	}
	tail := string(page[at:])
	return append(append(page[:at], parts...), tail...)
}

// appendFolded appends what is on a region's page as a part of another page:
// its ids begin with key, its headings are one level lower, and what leads
// elsewhere from a page as a whole is left out.
func appendFolded(b []byte, key string, page []byte) []byte {
	f := folder{key: key, t: xhtml.NewTokenizer(bytes.NewReader(page))}
	for f.next() && !f.start("main") {
	}
	b = append(b, `<section class="buurt" id="`+key+`" aria-labelledby="`+key+`-kop">`...)
	for f.next() && f.name != "main" {
		if f.start("section") && (strings.Contains(f.raw, `"downloads"`) || strings.Contains(f.raw, `"gebieden"`)) {
			f.skip("section")
			continue
		}
		b = append(b, f.rewrite()...)
	}
	return append(b, "</section>"...)
}

// A folder reads the tokens of a page.
type folder struct {
	key  string
	t    *xhtml.Tokenizer
	kind xhtml.TokenType
	raw  string
	name string // of a tag
}

func (f *folder) next() bool {
	f.kind = f.t.Next()
	f.raw, f.name = string(f.t.Raw()), ""
	if f.tag() {
		name, _ := f.t.TagName()
		f.name = string(name)
	}
	return f.kind != xhtml.ErrorToken
}

func (f *folder) tag() bool {
	return f.kind == xhtml.StartTagToken || f.kind == xhtml.EndTagToken || f.kind == xhtml.SelfClosingTagToken
}

func (f *folder) start(name string) bool { return f.kind == xhtml.StartTagToken && f.name == name }

// skip passes over an element, its end included.
func (f *folder) skip(name string) {
	for depth := 1; depth > 0 && f.next(); {
		switch {
		case f.start(name):
			depth++
		case f.name == name && f.kind == xhtml.EndTagToken:
			depth--
		}
	}
}

// lower are the headings of a part of a page.
var lower = map[string]string{"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5"}

func (f *folder) rewrite() string {
	heading, isHeading := lower[f.name]
	if !f.tag() || !isHeading && (f.kind == xhtml.EndTagToken || !strings.Contains(f.raw, " ")) {
		return f.raw
	}
	// The case of a name matters in drawings, so it is the one that was written.
	name := strings.TrimLeft(f.raw, "</")
	name = name[:len(f.name)]
	if isHeading {
		name = heading
	}
	if f.kind == xhtml.EndTagToken {
		return "</" + name + ">"
	}
	return f.open(name)
}

// open writes a start tag with names of its own.
func (f *folder) open(name string) string {
	tag := "<" + name
	if f.name == "h1" {
		tag += ` id="` + f.key + `-kop"`
	}
	for _, a := range attributesOf(f.raw) {
		value := f.attribute(a.Key, a.Val)
		if f.name == "section" && a.Key == "aria-labelledby" {
			continue // or there would be a landmark of one name for every buurt
		}
		tag += " " + a.Key
		if a.Val != "" {
			tag += `="` + html.EscapeString(value) + `"`
		}
	}
	if f.kind == xhtml.SelfClosingTagToken {
		tag += "/"
	}
	return tag + ">"
}

// attribute returns a value in which every name of an element on the page is
// that of this part.
func (f *folder) attribute(key, value string) string {
	switch key {
	case "id", "for":
		return f.key + "-" + value
	case "aria-labelledby", "aria-describedby", "aria-controls", "headers":
		ids := strings.Fields(value)
		for i := range ids {
			ids[i] = f.key + "-" + ids[i]
		}
		return strings.Join(ids, " ")
	}
	if rest, ok := strings.CutPrefix(value, "#"); ok && (key == "href" || key == "xlink:href") {
		return "#" + f.key + "-" + rest
	}
	return strings.ReplaceAll(value, "url(#", "url(#"+f.key+"-")
}

// attributesOf reads the attributes of a tag with their names as they were
// written: viewBox keeps its capital.
func attributesOf(raw string) []xhtml.Attribute {
	var all []xhtml.Attribute
	_, rest, _ := strings.Cut(raw, " ")
	for {
		rest = strings.TrimLeft(rest, " \n\t")
		end := strings.IndexAny(rest, "= />\n\t")
		if end <= 0 {
			if end == 0 && rest[0] == '/' {
				rest = rest[1:]
				continue
			}
			return all
		}
		a := xhtml.Attribute{Key: rest[:end]}
		rest = rest[end:]
		if strings.HasPrefix(rest, "=") {
			a.Val, rest = valueOf(rest[1:])
		}
		all = append(all, a)
	}
}

func valueOf(rest string) (value, after string) {
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		value, after, _ = strings.Cut(rest[1:], rest[:1])
		return html.UnescapeString(value), after
	}
	end := strings.IndexAny(rest, " \n\t>")
	if end < 0 {
		end = len(rest)
	}
	return html.UnescapeString(rest[:end]), rest[end:]
}

// makeCompact makes a monitor ready for a site of few files: neighbourhoods on
// the page of their district, pages to embed and reports of country and
// municipalities alone, and no parts of those pages.
func makeCompact(m *model.Monitor) error {
	for i := range m.Regions {
		g := &m.Regions[i]
		if g.Level != model.Neighbourhood {
			continue
		}
		if m.Cube.HasGroups(i) {
			return fmt.Errorf("site: --compact: %s (%s) has figures of groups, which need a page of their own: a build without --compact would be right", g.Code, g.Name)
		}
		if g.Parent < 0 || m.Regions[g.Parent].Code != model.ParentCode(g.Code) {
			return fmt.Errorf("site: --compact: %s (%s) lies in no district that the monitor has: a build without --compact would be right", g.Code, g.Name)
		}
	}
	m.Compact = true
	below := func(level model.Level) bool { return level > model.Municipality }
	m.Embeds = slices.DeleteFunc(slices.Clone(m.Embeds), below)
	m.EmbedDetails = nil
	m.Reports = slices.DeleteFunc(slices.Clone(m.Reports), below)
	return nil
}
