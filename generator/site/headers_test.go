package site

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
)

// TestHeaders reads what a host that combines all matching rules sends.
func TestHeaders(t *testing.T) {
	listed := []string{"https://intranet.example.nl", "https://*.example.org"}
	for _, c := range []struct {
		path      string
		ancestors []string
		want      string // who may frame the page
		frames    bool   // the page may have frames itself
	}{
		{"/", nil, "'none'", false},
		{"/", []string{"*"}, "'none'", false},
		{"/gm9001/", listed, "'none'", false},
		{"/gm9001/wk900100/", listed, "'none'", false},
		{"/gm9001/insluiten/", nil, "'self'", false},
		{"/gm9001/insluiten/", listed, "'self' https://intranet.example.nl https://*.example.org", false},
		{"/gm9001/insluiten/arbeid/", listed, "'self' https://intranet.example.nl https://*.example.org", false},
		{"/gm9001/wk900100/insluiten/", []string{"*"}, "*", false},
		{"/nederland/insluiten/", []string{"*"}, "*", false},
		{"/gm9001/arbeid/", []string{"*"}, "'none'", false},
		{"/insluiten/", []string{"*"}, "'none'", true},
		{"/kaart/insluitend/", []string{"*"}, "'none'", false},
		{"/en/gm9001/insluiten/arbeid/", listed, "'self' https://intranet.example.nl https://*.example.org", false},
		{"/en/gm9001/wk900100/insluiten/", []string{"*"}, "*", false},
		{"/en/gm9001/arbeid/", []string{"*"}, "'none'", false},
		{"/en/insluiten/", []string{"*"}, "'none'", true},
	} {
		sent := Headers(ReadHeaders(headers(c.ancestors, []*model.Translation{{Language: language.English}})), c.path)
		policies := sent["Content-Security-Policy"]
		if len(policies) != 1 {
			t.Errorf("%s has %d policies; one would be right, since a browser obeys all", c.path, len(policies))
			continue
		}
		if _, got, _ := strings.Cut(policies[0], "frame-ancestors "); got != c.want {
			t.Errorf("%s with %v may be framed by %q; %q would be right", c.path, c.ancestors, got, c.want)
		}
		if got := strings.Contains(policies[0], "frame-src 'self'"); got != c.frames || !strings.Contains(policies[0], "default-src 'none'") {
			t.Errorf("%s: %s", c.path, policies[0])
		}
		if len(sent["Cache-Control"]) != 1 || len(sent["X-Content-Type-Options"]) != 1 {
			t.Errorf("%s: %v", c.path, sent)
		}
	}
	if got := Headers(ReadHeaders(headers(nil, nil)), "/assets/site-1.css")["Cache-Control"]; len(got) != 1 || !strings.Contains(got[0], "immutable") {
		t.Errorf("assets: %v", got)
	}
}

// TestBuild_OEmbed builds with an address: the pages name documents that are
// there, and the code to copy has the address.
func TestBuild_OEmbed(t *testing.T) {
	o := tinyOptions(t, false)
	o.URL = "https://monitor.kleinland.nl/a"
	if _, err := Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	var document struct{ Version, Type, HTML string }
	if err := json.Unmarshal([]byte(read1(t, filepath.Join(o.Out, "gm9002/insluiten/oembed.json"))), &document); err != nil {
		t.Fatal(err)
	}
	want := `<iframe src="https://monitor.kleinland.nl/a/gm9002/insluiten/" title="Cijfers van Nieuw &lt;Klein&gt;" width="420" height="960" loading="lazy"></iframe>`
	if document.Version != "1.0" || document.Type != "rich" || document.HTML != want {
		t.Errorf("got %+v\n%s would be right", document, want)
	}
	for name, part := range map[string]string{
		"gm9002/index.html":                    `type="application/json+oembed" href="https://monitor.kleinland.nl/a/gm9002/insluiten/oembed.json"`,
		"gm9002/insluiten/index.html":          `&#34;https://monitor.kleinland.nl/a/gm9002/insluiten/&#34;`,
		"gm9002/wk9002aa/insluiten/index.html": `&#34;https://monitor.kleinland.nl/a/insluiten/insluiten.js&#34;`,
		"gm9002/insluiten/fragment.html":       `href="https://monitor.kleinland.nl/a/gm9002/"`,
	} {
		if !strings.Contains(read1(t, filepath.Join(o.Out, name)), part) {
			t.Errorf("%s lacks %s", name, part)
		}
	}
	if page := read1(t, filepath.Join(o.Out, "gm9002/wk9002aa/index.html")); strings.Contains(page, "oembed") {
		t.Error("a wijk names a document of oEmbed, which it does not have")
	}
	if sitemap := read1(t, filepath.Join(o.Out, "sitemap.xml")); strings.Contains(sitemap, "gm9002/insluiten/") || !strings.Contains(sitemap, "/a/insluiten/") {
		t.Error("the sitemap should have the page that explains, and no page to embed")
	}
	if _, err := os.Stat(filepath.Join(o.Out, "gm9002/bu90020100/insluiten")); err == nil {
		t.Error("a buurt has a page to embed")
	}
}
