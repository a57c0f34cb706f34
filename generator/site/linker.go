package site

import (
	"bytes"
	"html"
	"net/url"
	"path"
	"strings"

	xhtml "golang.org/x/net/html"
)

// A linker makes the links of a page fit for a disk.
type linker struct {
	known   func(path string) bool // tells whether the site has a path
	outside string                 // address of the whole site; "" = not known
}

// appendPage appends a page with links that name files. A link to a page that
// is left out leads to the whole site, or becomes plain text.
func (l linker) appendPage(b []byte, from string, page []byte) []byte {
	t := xhtml.NewTokenizer(bytes.NewReader(page))
	dead := false // within a link that is dropped
	for {
		kind := t.Next()
		if kind == xhtml.ErrorToken {
			return b
		}
		raw := t.Raw()
		if kind != xhtml.StartTagToken && kind != xhtml.EndTagToken {
			b = append(b, raw...)
			continue
		}
		raw = bytes.Clone(raw) // TagName lowers the letters in place
		name, _ := t.TagName()
		if string(name) != "a" {
			b = append(b, raw...)
			continue
		}
		if kind == xhtml.EndTagToken {
			if !dead {
				b = append(b, raw...)
			}
			dead = false
			continue
		}
		var open []byte
		if open, dead = l.link(from, raw, t); !dead {
			b = append(b, open...)
		}
	}
}

// link returns the start tag of a link with its new address, or true for a
// link that leads nowhere.
func (l linker) link(from string, raw []byte, t *xhtml.Tokenizer) ([]byte, bool) {
	changed, tag := false, []byte("<a")
	for more := true; more; {
		var key, value []byte
		key, value, more = t.TagAttr()
		if len(key) == 0 {
			continue
		}
		to := string(value)
		if string(key) == "href" {
			address, ok := l.resolve(from, to)
			if !ok {
				return nil, true
			}
			changed, to = changed || address != to, address
		}
		tag = append(tag, ' ')
		tag = append(append(tag, key...), `="`...)
		tag = append(append(tag, html.EscapeString(to)...), '"')
	}
	if !changed {
		return raw, false
	}
	return append(tag, '>'), false
}

// resolve returns where a link on a page leads: to a file of this site, or to
// the site outside. False for a page that is not here, and nowhere known.
func (l linker) resolve(from, href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return href, true
	}
	target := path.Join(path.Dir(from), u.Path)
	if last := path.Base(u.Path); strings.HasSuffix(u.Path, "/") || last == "." || last == ".." {
		u.Path = strings.TrimSuffix(u.Path, "/") + "/index.html"
		target = path.Join(target, "index.html")
	}
	away := strings.HasPrefix(target, "..")
	if !away && l.known(target) {
		return u.String(), true
	}
	if away || l.outside == "" {
		return "", false
	}
	return strings.TrimSuffix(l.outside, "/") + "/" + strings.TrimSuffix(target, "index.html") + fragment(u), true
}

func fragment(u *url.URL) string {
	if u.Fragment == "" {
		return ""
	}
	return "#" + u.EscapedFragment()
}
