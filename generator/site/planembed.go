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

// makeEmbeds makes what others show of a region within their own pages: each
// thing as a page, and where the region has those as a part of a page and as a
// document of oEmbed.
func (p *planner) makeEmbeds(w *writer, place *render.Place, dir string) (err error) {
	for _, e := range place.Embeds() {
		w.page = place.Embed(w.page[:0], e)
		if err := w.put(dir+e.Folder+"index.html", w.page); err != nil {
			return err
		}
		if place.HasFragment() {
			w.page = place.Fragment(w.page[:0], e)
			if err := w.put(dir+e.Folder+"fragment.html", w.page); err != nil {
				return err
			}
		}
		if !place.HasOEmbed() {
			continue
		}
		if w.page, err = place.OEmbed(w.page[:0], e); err != nil {
			return err
		}
		if err := w.put(dir+e.Folder+"oembed.json", w.page); err != nil {
			return err
		}
	}
	return nil
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
