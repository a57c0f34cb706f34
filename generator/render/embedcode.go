package render

import (
	"encoding/json"
	"fmt"
	"html"
)

const (
	// exampleAddress stands in a code to copy where the address is not known.
	exampleAddress = "https://monitor.example.nl/"
	// embedWidth and embedHeight are the size of a frame in CSS pixels: all of a
	// municipality's page fits.
	embedWidth, embedHeight = 420, 960
)

// frameCode is the element that shows a page to embed.
func frameCode(address, title string, height int) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy"></iframe>`, html.EscapeString(address), html.EscapeString(title), embedWidth, height)
}

// embedCode is the code to copy as HTML. A script puts the true address where
// an example stands; root leads from the page to the root of the site.
func (r *Renderer) embedCode(root, path, title string, height int) []byte {
	address, before := html.EscapeString(r.address), ""
	if address == "" {
		address = `<span class="adres" data-root="` + root + `">` + exampleAddress + `</span>`
		before = `<p class="klein adres-hulp">` + r.Sayf("Staat er %s? Zet daar het adres van deze website.", exampleAddress) + `</p>`
	}
	frame := html.EscapeString(frameCode("\x00"+path, title, height))
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

// OEmbed appends the document by which other sites turn the address of a page
// into a frame with the page to embed.
func (p *Place) OEmbed(b []byte, e Embed) ([]byte, error) {
	r, g := p.r, &p.r.m.Regions[p.index]
	title, height := g.Name+" – "+r.m.Title, p.embedContent(e).height()
	if e.kind != embedWhole {
		title = p.frameTitle(e) + " – " + r.m.Title
	}
	document, err := json.MarshalIndent(oembed{
		Version: "1.0", Type: "rich", Title: title, ProviderName: r.m.Title, ProviderURL: r.address,
		HTML: frameCode(r.address+p.path+e.Folder, p.frameTitle(e), height), Width: embedWidth, Height: height,
	}, "", " ")
	return append(append(b, document...), '\n'), err
}
