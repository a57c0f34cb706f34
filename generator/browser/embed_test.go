package browser

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"wijkmonitor/generator/site"
)

// frameHeight is the height that a page of another site first gives the frame,
// lower than any page to embed.
const frameHeight = 120

// embedKinds are the kinds of pages that other sites show.
var embedKinds = []string{"embed", "embed of a wijk", "embed of a theme", "embed of an indicator", "embed of a group", "embed of a comparison"}

// newOther serves a page of another site, on an origin of its own: it frames a
// page of the monitor and loads the script for that.
func newOther(t *testing.T) (other *httptest.Server, show func(h *host, page string) string) {
	t.Helper()
	other = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		root, page := r.FormValue("root"), r.FormValue("page")
		_, _ = fmt.Fprintf(w, `<!doctype html><title>Intranet</title><link rel="icon" href="data:,"><body><iframe src="%s%s" title="Cijfers" width="420" height="%d"></iframe>
<script async src="%sinsluiten/insluiten.js"></script>`, root, page, frameHeight, root)
	}))
	t.Cleanup(other.Close)
	return other, func(h *host, page string) string {
		return fmt.Sprintf("%s/?root=%s&page=%s", other.URL, h.address(""), page)
	}
}

// allow lets the host send what it would if the publisher had named an origin.
// The definition takes https alone, which a test server does not speak.
func (h *host) allow(t *testing.T, origin string) {
	t.Helper()
	text := string(read(t, "_headers"))
	if strings.Count(text, "frame-ancestors 'self'") != 2 {
		t.Fatalf("_headers does not say twice that the site itself may frame pages to embed:\n%s", text)
	}
	h.rules = site.ReadHeaders(strings.ReplaceAll(text, "frame-ancestors 'self'", "frame-ancestors 'self' "+origin))
}

// TestEmbed_ResizesForWhoMayFrame lets an origin that is named embed a page:
// the frame becomes as high as the page, also when its width changes, and a
// page that only says so does not change it.
func TestEmbed_ResizesForWhoMayFrame(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/c/")
	other, show := newOther(t)
	h.allow(t, other.URL)
	for _, kind := range embedKinds {
		t.Run(kind, func(t *testing.T) {
			page := kinds(t)[kind]
			b := newTab(t, 1000, 900)
			b.open(show(h, page))
			b.until("the frame is higher than the page made it", fmt.Sprintf(`document.querySelector("iframe").clientHeight > %d`, frameHeight))
			wide := b.settled(alone(t, h, page, 420))
			js[any](b, `new Promise(done => {
				addEventListener("message", done, { once: true });
				postMessage({ wijkmonitor: 3000 }, "*");
			}).then(() => null)`)
			if got := js[float64](b, `document.querySelector("iframe").clientHeight`); got != wide {
				t.Errorf("who is not the monitor set the height to %v", got)
			}
			js[any](b, `document.querySelector("iframe").width = 280; null`)
			b.settled(alone(t, h, page, 280))
		})
	}
}

// settled waits until the frame has the height of the page by itself, give or
// take a pixel.
func (b *tab) settled(want float64) float64 {
	b.t.Helper()
	b.until(fmt.Sprintf("the frame is %v high", want), fmt.Sprintf(`Math.abs(document.querySelector("iframe").clientHeight - %v) <= 1`, want))
	return js[float64](b, `document.querySelector("iframe").clientHeight`)
}

// alone measures a page in a window of its own.
func alone(t *testing.T, h *host, page string, width int64) float64 {
	t.Helper()
	b := newTab(t, width, 5000)
	b.open(h.address(page))
	return math.Ceil(js[float64](b, `document.documentElement.getBoundingClientRect().height`))
}

// TestEmbed_Refused frames what may not be framed: a page to embed by an origin
// that is not named, and any other page by one that is.
func TestEmbed_Refused(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	named, showNamed := newOther(t)
	_, showStranger := newOther(t)
	h.allow(t, named.URL)
	for name, address := range map[string]string{
		"a page to embed by a stranger": showStranger(h, kinds(t)["embed"]),
		"the page of a region":          showNamed(h, kinds(t)["municipality"]),
		"the page that explains":        showNamed(h, kinds(t)["insluiten"]),
	} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, 1000, 900)
			b.open(address)
			said := strings.Join(b.notes.forget(), "\n")
			if !strings.Contains(said, "frame-ancestors") {
				t.Errorf("the browser framed it; it said %q", said)
			}
			if got := js[int](b, `document.querySelector("iframe").clientHeight`); got != frameHeight {
				t.Errorf("the frame is %d high; %d, as it was, would be right", got, frameHeight)
			}
		})
	}
}

// TestEmbed_Narrow opens pages to embed in the narrowest column there is, with
// and without scripts: nothing sticks out, and every way out opens a tab of its
// own, so that the page around stays.
func TestEmbed_Narrow(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	for name, settings := range map[string][]chromedp.Action[chromedp.Void]{"script": nil, "no script": {noScript()}} {
		for _, kind := range embedKinds {
			t.Run(kind+", "+name, func(t *testing.T) {
				b := newTab(t, 280, 800, settings...)
				b.open(h.address(kinds(t)[kind]))
				js[any](b, `document.querySelector("details").open = true; null`)
				b.fits(280)
				if stay := js[[]string](b, `[...document.querySelectorAll("a[href]")]
					.filter(a => !a.getAttribute("href").startsWith("#") && (a.getAttribute("target") !== "_blank" || a.getAttribute("rel") !== "noopener"))
					.map(a => a.outerHTML)`); len(stay) > 0 {
					t.Errorf("links replace the page within the frame: %v", stay)
				}
			})
		}
	}
}

// TestEmbed_CodeToCopy follows the link of a region's page: the code is open, has
// the address of this site, and what it names is there. The page that explains
// shows the example in a frame.
func TestEmbed_CodeToCopy(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/c/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["wijk"]))
	b.click(`.downloads a[href$="insluiten/#code"]`)
	b.until("the code is open", `document.querySelector("details[open] #code")?.checkVisibility()`)
	page, script := h.address(kinds(t)["embed of a wijk"]), h.address("insluiten/insluiten.js")
	if code := js[string](b, `document.querySelector("#code").textContent`); !strings.HasPrefix(code, fmt.Sprintf(`<iframe src=%q`, page)) || !strings.Contains(code, fmt.Sprintf(`<script async src=%q`, script)) {
		t.Errorf("the code is %s\n%s and %s in it would be right", code, page, script)
	}
	for _, address := range []string{page, script} {
		if status := js[int](b, fmt.Sprintf(`fetch(%q).then(r => r.status)`, address)); status != http.StatusOK {
			t.Errorf("%s answers %d", address, status)
		}
	}
	b.open(h.address(kinds(t)["insluiten"]))
	js[any](b, `document.querySelector("iframe").scrollIntoView(); null`)
	b.until("the example is there", `document.querySelector("iframe").contentDocument?.querySelector("svg.wiel a")`)
}

// TestEmbed_Parts opens an address that ends in the name of a part: that part
// alone is there, with and without a script.
func TestEmbed_Parts(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	for name, settings := range map[string][]chromedp.Action[chromedp.Void]{"script": nil, "no script": {noScript()}} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t, 420, 900, settings...)
			shown := func(address, query string) []string {
				b.open(h.address(address))
				return js[[]string](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter(e => e.checkVisibility()).map(e => e.id)`, query))
			}
			page := kinds(t)["embed of a comparison"]
			for address, want := range map[string]string{page: "wijken andere", page + "#wijken": "wijken", page + "#andere": "andere"} {
				if got := strings.Join(shown(address, "main > section"), " "); got != want {
					t.Errorf("%s shows %q; %q would be right", address, got, want)
				}
			}
			theme := kinds(t)["embed of a theme"]
			if got := shown(theme+"#i-bijstand", "tr[id]"); !slices.Equal(got, []string{"i-bijstand"}) {
				t.Errorf("the theme with an indicator shows %v", got)
			}
			if got := shown(theme, "tr[id]"); len(got) < 5 {
				t.Errorf("the theme shows %v", got)
			}
		})
	}
}

// TestEmbed_Chooser picks a region and what to show of it: code and example
// follow, to a page that is there. What a region does not have is said. Without
// a script, the same is a list of links.
func TestEmbed_Chooser(t *testing.T) {
	h := newHost(t, "/a/b/c/")
	b := newTab(t, 1280, 1200)
	b.open(h.address("insluiten/"))
	pick := func(menu, value string) {
		js[any](b, fmt.Sprintf(`{ const m = document.querySelector(%q); m.value = %q; m.dispatchEvent(new Event("change", { bubbles: true })); } null`, menu, value))
	}
	code := func() string { return js[string](b, `document.querySelector("#code").textContent`) }
	// A frame that is to load when it is seen: what stands above may still grow.
	const shown = `(document.querySelector("iframe").scrollIntoView({ behavior: "instant" }), document.querySelector("iframe").contentDocument?.querySelector("h1, h2"))`
	b.until("the example is there", shown)
	pick("#kies-gebied", "gm9002/")
	b.until("the example is of the region", shown+` && document.querySelector("iframe").contentWindow.location.pathname.includes("/gm9002/insluiten/")`)
	pick("#kies-wat", "onderwerp/bijstand/")
	address := h.address("gm9002/insluiten/onderwerp/bijstand/")
	b.until("the code is of the choice", fmt.Sprintf(`document.querySelector("#code").textContent.includes(%q)`, `<iframe src="`+address+`" title="Inwoners met bijstand: `))
	b.until("the example is of the choice", shown+` && document.querySelector("iframe").contentDocument?.querySelector("h2")?.textContent.startsWith("Inwoners met bijstand")`)
	if status := js[int](b, fmt.Sprintf(`fetch(%q).then(r => r.status)`, address)); status != http.StatusOK {
		t.Errorf("%s answers %d", address, status)
	}
	pick("#kies-wat", "vergelijk/bijstand/")
	b.until("a comparison", `document.querySelector("#code").textContent.includes("gm9002/insluiten/vergelijk/bijstand/")`)
	before := code()
	pick("#kies-gebied", "nederland/")
	b.until("it says that the country has no comparison", `document.querySelector("#kies-melding").textContent.includes("is er niet voor")`)
	if code() != before {
		t.Errorf("the code is of what is not there: %s", code())
	}
	pick("#kies-wat", "")
	b.until("the country again", `document.querySelector("#code").textContent.includes("/nederland/insluiten/")`)

	plain := newTab(t, 390, 900, noScript())
	plain.open(h.address("insluiten/"))
	if form, links := js[bool](plain, `document.querySelector(".kieser").checkVisibility()`), js[int](plain, `document.querySelectorAll(".kies-wat a").length`); form || links < 100 {
		t.Errorf("without a script: the form shows: %v; %d links", form, links)
	}
	js[any](plain, `document.querySelectorAll("details").forEach(d => d.open = true); null`)
	plain.fits(390)
}
