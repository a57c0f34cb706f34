package render

import (
	"encoding/json"
	"fmt"
	"html"

	"wijkmonitor/generator/model"
	"wijkmonitor/templates/embed"
	"wijkmonitor/templates/layout"
)

const (
	// exampleAddress stands in a code to copy where the address is not known.
	exampleAddress = "https://monitor.example.nl/"
	// embedWidth and embedHeight are the size of a frame in CSS pixels: all of a
	// municipality's page fits.
	embedWidth, embedHeight = 420, 960
)

// frameCode is the element that shows a page to embed.
func frameCode(address, name string) string {
	return fmt.Sprintf(`<iframe src="%s" title="Cijfers van %s" width="%d" height="%d" loading="lazy"></iframe>`, html.EscapeString(address), html.EscapeString(name), embedWidth, embedHeight)
}

// embedCode is the code to copy as HTML. A script puts the true address where
// an example stands; root leads from the page to the root of the site.
func (r *Renderer) embedCode(root, path, name string) []byte {
	address, before := html.EscapeString(r.address), ""
	if address == "" {
		address = `<span class="adres" data-root="` + root + `">` + exampleAddress + `</span>`
		before = `<p class="klein adres-hulp">Staat er ` + exampleAddress + `? Zet daar het adres van deze website.</p>`
	}
	frame := html.EscapeString(frameCode("\x00"+path, name))
	script := html.EscapeString("\n<script async src=\"\x00" + r.assets.Resize + "\"></script>")
	b := append([]byte(before), `<pre id="code"><code>`...)
	for _, c := range []byte(frame + script) {
		if c == 0 {
			b = append(b, address...)
		} else {
			b = append(b, c)
		}
	}
	return append(b, "</code></pre>"...)
}

// EmbedHelp appends the page that explains how to embed, with the country as an
// example if it has a page for that.
func (r *Renderer) EmbedHelp(b []byte) []byte {
	page := embed.Help{Words: *r.words(EmbedFolder, "insluiten", "Insluiten", "", "Zet de cijfers van een gebied op uw eigen website of intranet.")}
	if place := r.Place(0, nil); place.Embedded() {
		page.Name = r.country
		page.Example = rootOf(EmbedFolder) + place.path + EmbedFolder + "index.html"
		page.Code = r.embedCode(rootOf(EmbedFolder), place.path+EmbedFolder, r.country)
	}
	return appendPage(b, embed.Explain(&page))
}

// Fragment appends the region's key figures as a part of a page; false for a
// region that is not a municipality, and in the compact form.
func (p *Place) Fragment(b []byte) ([]byte, bool) {
	r, g := p.r, &p.r.m.Regions[p.index]
	if g.Level != model.Municipality || !p.Embedded() || r.m.Compact {
		return b, false
	}
	to := "../"
	if r.address != "" {
		to = r.address + p.path
	}
	return appendPage(b, embed.Part(&embed.Fragment{
		Name: g.Name, Level: g.Level.String(), Fictional: r.m.Fictional, Key: r.keyFacts(&p.all), Says: r.describe(&p.all),
		Source: r.sourceAndEdition(), Back: layout.Link{Href: to, Text: "Alle cijfers van " + g.Name},
	})), true
}

// An oembed is a document of oEmbed 1.0 (oembed.com) of the type "rich".
type oembed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	HTML         string `json:"html"`
	Width        int    `json:"width"`  // CSS pixels
	Height       int    `json:"height"` // CSS pixels
}

// HasOEmbed tells whether the region has a document of oEmbed: where the
// address is known, but not in the compact form, and for the country and municipalities alone, since one for
// every wijk would double the files to embed.
func (p *Place) HasOEmbed() bool {
	return p.r.address != "" && p.Embedded() && !p.r.m.Compact && p.r.m.Regions[p.index].Level <= model.Municipality
}

// OEmbed appends the document by which other sites turn the address of the
// region's page into the page to embed.
func (p *Place) OEmbed(b []byte) ([]byte, error) {
	r, g := p.r, &p.r.m.Regions[p.index]
	document, err := json.MarshalIndent(oembed{
		Version: "1.0", Type: "rich", Title: g.Name + " – " + r.m.Title, ProviderName: r.m.Title, ProviderURL: r.address,
		HTML: frameCode(r.address+p.path+EmbedFolder, g.Name), Width: embedWidth, Height: embedHeight,
	}, "", " ")
	return append(append(b, document...), '\n'), err
}
