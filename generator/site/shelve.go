package site

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"wijkmonitor/generator/language"
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
	l, _ := language.Split(name)
	say := fmt.Sprintf(`<aside class="fictief" aria-label="%s"><strong>%s</strong> `, l.Say("Over deze editie"), l.Sayf("Dit is editie %d.", b.doc.Edition))
	if newest.has[name] {
		return say + l.Sayf(`Bekijk deze pagina in <a href="%s">de nieuwste editie, %d</a>.`, html.EscapeString(root+address(name)), newest.doc.Edition) + "</aside>"
	}
	return say + l.Sayf(`In <a href="%s">de nieuwste editie, %d</a>, is deze pagina er niet meer.`, root+l.Folder, newest.doc.Edition) + "</aside>"
}

// others leads to the same page in every edition that has it.
func (s shelf) others(folder, root, name string) string {
	l, _ := language.Split(name)
	var links []string
	for _, b := range s {
		if b.has[name] && b.folder() != folder {
			links = append(links, fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(root+b.folder()+address(name)), l.Sayf("editie %d", b.doc.Edition)))
		}
	}
	all := `<a href="` + root + l.Folder + render.EditionsFolder + `">` + l.Say("Alle edities") + `</a>.</p>`
	switch {
	case folder == "":
		return "<p>" + l.Say("Vast adres van deze pagina: ") + strings.Join(append(links[:1:1], all), ". ") + otherEditions(l, links[1:])
	case len(links) == 0:
		return "<p>" + all
	}
	return otherEditions(l, links) + "<p>" + all
}

func otherEditions(l *language.Language, links []string) string {
	if len(links) == 0 {
		return ""
	}
	return "<p>" + l.Say("Deze pagina in andere edities: ") + strings.Join(links, ", ") + ".</p>"
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
