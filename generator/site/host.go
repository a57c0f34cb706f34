package site

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// redirects returns the _redirects file: from a municipality's names, as
// people type them, to its code. A name that two municipalities share, or that
// another page has, leads nowhere.
func redirects(m *model.Monitor) []byte {
	count := map[string]int{"nederland": 1, "themas": 1, "indicatoren": 1, "groepen": 1, "data": 1, "assets": 1, "zoek": 1, "kaart": 1, "provincies": 1, "vergelijk": 1, "en": 1, "insluiten": 1, "wijzigingen": 1, "edities": 1}
	for _, name := range render.Articles {
		count[name]++
	}
	slugs := make([][]string, len(m.Regions))
	for i := range m.Regions {
		if r := &m.Regions[i]; r.Level == model.Municipality {
			slugs[i] = slugsOf(r.Name)
			count[strings.ToLower(r.Code)]++
			for _, s := range slugs[i] {
				count[s]++
			}
		}
	}
	var b strings.Builder
	for i := range slugs {
		for _, s := range slugs[i] {
			if count[s] == 1 {
				fmt.Fprintf(&b, "/%s /%s 301\n", s, render.Path(m, i))
			}
		}
	}
	return []byte(b.String())
}

// slugsOf returns a name as the paths that people try: 's-Gravenhage gives
// s-gravenhage, gravenhage and den-haag.
func slugsOf(name string) []string {
	var slugs []string
	add := func(s string) {
		if s != "" && !slices.Contains(slugs, s) {
			slugs = append(slugs, s)
		}
	}
	short := strings.ReplaceAll(shard.Fold(name), " ", "-")
	add(short)
	for _, article := range []string{"'s-", "'t "} {
		if strings.HasPrefix(strings.ToLower(name), article) {
			add(article[1:2] + "-" + short)
		}
	}
	add(strings.ReplaceAll(shard.Fold(shard.CommonName(name)), " ", "-"))
	return slugs
}

// sitemapLimit is the most addresses that one sitemap may hold (sitemaps.org).
const sitemapLimit = 50_000

// planSitemap plans robots.txt, and the sitemap of all pages where the address
// is known: the protocol allows only full addresses.
func planSitemap(paths []string, address string) ([]unit, error) {
	var p planner
	if address == "" {
		p.bytes("robots.txt", []byte("User-agent: *\nAllow: /\n"))
		return p.units, nil
	}
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || (base.Scheme != "https" && base.Scheme != "http") {
		return nil, fmt.Errorf("site: --url %q is not an address: https://monitor.example.nl/ would be right", address)
	}
	root := strings.TrimSuffix(base.String(), "/") + "/"
	var pages []string
	for _, path := range paths {
		if name, ok := strings.CutSuffix(path, "index.html"); ok && !render.IsEmbed(path) {
			pages = append(pages, root+name)
		}
	}
	p.bytes("robots.txt", []byte("User-agent: *\nAllow: /\nSitemap: "+root+"sitemap.xml\n"))
	if len(pages) <= sitemapLimit {
		p.bytes("sitemap.xml", urlset("urlset", "url", pages))
		return p.units, nil
	}
	var parts []string
	for n := 1; len(pages) > 0; n++ {
		k := min(sitemapLimit, len(pages))
		name := fmt.Sprintf("sitemap-%d.xml", n)
		p.bytes(name, urlset("urlset", "url", pages[:k]))
		parts, pages = append(parts, root+name), pages[k:]
	}
	p.bytes("sitemap.xml", urlset("sitemapindex", "sitemap", parts))
	return p.units, nil
}

func urlset(root, item string, addresses []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", root)
	for _, a := range addresses {
		fmt.Fprintf(&b, "<%s><loc>%s</loc></%s>\n", item, strings.ReplaceAll(a, "&", "&amp;"), item)
	}
	fmt.Fprintf(&b, "</%s>\n", root)
	return []byte(b.String())
}
