package site

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"wijkmonitor/generator/render"
)

// shelve adds to a page what it must say among other editions: where it stands
// in those, and in an older edition that there is a newer one. A page without a
// footer, made to embed, stays as it is but for where its original is.
func (s shelf) shelve(page []byte, b *built, folder, name string) []byte {
	root := strings.Repeat("../", strings.Count(folder+name, "/"))
	if root == "" {
		root = "./"
	}
	if folder != "" && b == s[0] {
		page = insertBefore(page, "</head>", `<link rel="canonical" href="`+html.EscapeString(root+address(name))+`">`, false)
	}
	if !bytes.Contains(page, []byte(`<footer class="site">`)) {
		return page
	}
	if b != s[0] {
		page = insertBefore(page, "<main ", s.older(b, root, name), false)
	}
	return insertBefore(page, "</footer>", s.others(folder, root, name), true)
}

// address is how links name a page.
func address(name string) string { return strings.TrimSuffix(name, "index.html") }

// older says that this is not the newest edition.
func (s shelf) older(b *built, root, name string) string {
	newest := s[0]
	say := fmt.Sprintf(`<aside class="fictief" aria-label="Over deze editie"><strong>Dit is editie %d.</strong> `, b.doc.Edition)
	if newest.has[name] {
		return say + fmt.Sprintf(`Bekijk deze pagina in <a href="%s">de nieuwste editie, %d</a>.</aside>`, html.EscapeString(root+address(name)), newest.doc.Edition)
	}
	return say + fmt.Sprintf(`In <a href="%s">de nieuwste editie, %d</a>, is deze pagina er niet meer.</aside>`, root, newest.doc.Edition)
}

// others leads to the same page in every edition that has it.
func (s shelf) others(folder, root, name string) string {
	var links []string
	for _, b := range s {
		if b.has[name] && b.folder() != folder {
			links = append(links, fmt.Sprintf(`<a href="%s">editie %d</a>`, html.EscapeString(root+b.folder()+address(name)), b.doc.Edition))
		}
	}
	all := `<a href="` + root + render.EditionsFolder + `">Alle edities</a>.</p>`
	switch {
	case folder == "":
		return "<p>Vast adres van deze pagina: " + strings.Join(append(links[:1:1], all), ". ") + otherEditions(links[1:])
	case len(links) == 0:
		return "<p>" + all
	}
	return otherEditions(links) + "<p>" + all
}

func otherEditions(links []string) string {
	if len(links) == 0 {
		return ""
	}
	return "<p>Deze pagina in andere edities: " + strings.Join(links, ", ") + ".</p>"
}

// insertBefore puts text before a part of a page: the first, or the last.
func insertBefore(page []byte, part, text string, last bool) []byte {
	at := bytes.Index(page, []byte(part))
	if last {
		at = bytes.LastIndex(page, []byte(part))
	}
	if at < 0 {
		return page
	}
	return append(append(bytes.Clone(page[:at]), text...), page[at:]...)
}
