package site

import (
	"net/url"
	"strings"

	"wijkmonitor/generator/render"
)

// planEmbedHelp plans the page that explains how to embed.
func (p *planner) planEmbedHelp() {
	p.page(render.EmbedFolder+"index.html", p.r.EmbedHelp)
}

// makeEmbeds makes what others show of a region within their own pages.
func (p *planner) makeEmbeds(w *writer, place *render.Place, dir string) (err error) {
	if !place.Embedded() {
		return nil
	}
	dir += render.EmbedFolder
	w.page = place.Embed(w.page[:0])
	if err := w.put(dir+"index.html", w.page); err != nil {
		return err
	}
	for _, t := range place.EmbedThemes() {
		w.page = place.EmbedTheme(w.page[:0], t)
		if err := w.put(dir+p.m.Themes[t].Key+"/index.html", w.page); err != nil {
			return err
		}
	}
	var is bool
	if w.page, is = place.Fragment(w.page[:0]); is {
		if err := w.put(dir+"fragment.html", w.page); err != nil {
			return err
		}
	}
	if !place.HasOEmbed() {
		return nil
	}
	if w.page, err = place.OEmbed(w.page[:0]); err != nil {
		return err
	}
	return w.put(dir+"oembed.json", w.page)
}

// rootAddress is the address of the site with a slash at its end; "" for none.
// planSitemap has refused what is no address.
func rootAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return ""
	}
	return strings.TrimSuffix(u.String(), "/") + "/"
}
