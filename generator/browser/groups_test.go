package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// figures are the cells of the tables, those out of sight among them.
const figures = `[...document.querySelectorAll(".cijfers tbody td")].map(e => e.textContent.trim()).join("|")`

// wheels are the profile wheels that can be seen: the address of the drawing,
// or "inline".
const wheels = `[...document.querySelectorAll("figure.taart")].filter(e => e.checkVisibility())
	.map(e => { const i = e.querySelector("img"); return i ? i.getAttribute("src") : "inline"; })`

// someGroup returns the key of a group that the page offers: the one about
// origin Morocco, else the last.
func (b *tab) someGroup() string {
	b.t.Helper()
	keys := js[[]string](b, `[...document.querySelectorAll('input[name="groep"]')].map(e => e.value)`)
	switch {
	case len(keys) < 2 || keys[0] != "totaal":
		b.t.Fatalf("groups to choose from: %v; totaal and some others would be right", keys)
	case slices.Contains(keys, "h-marokko"):
		return "h-marokko"
	}
	return keys[len(keys)-1]
}

// choose clicks what a visitor clicks to choose a group.
func (b *tab) choose(key string) {
	b.t.Helper()
	b.click(fmt.Sprintf(`label[for=%q]`, "g-"+key))
	b.until("the group is chosen", fmt.Sprintf(`document.getElementById(%q).checked`, "g-"+key))
}

// wheelOf waits for the wheel of the page to be that of the group.
func (b *tab) wheelOf(key string) {
	b.t.Helper()
	b.until("only the wheel of the page is to be seen", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
	b.until("it is that of "+key, fmt.Sprintf(`(radio => {
		const said = document.querySelector("svg.wiel > title").textContent;
		return said.toLowerCase().endsWith(", " + radio.dataset.wie.toLowerCase()) && !document.querySelector(".keuze").matches(".wacht");
	})(document.getElementById(%q))`, "g-"+key))
}

// drawingOf waits for the drawing that every group has for who has no script.
func (b *tab) drawingOf(key string) {
	b.t.Helper()
	b.until("only the wheel of "+key+" is to be seen", fmt.Sprintf(`(w => w.length === 1 && w[0].endsWith(%q))(%s)`, "taart/groepen.svg#"+key, wheels))
	b.until("its drawing is loaded", fmt.Sprintf(`(i => i.complete && i.naturalWidth > 0)(document.querySelector('img[src$=%q]'))`, "taart/groepen.svg#"+key))
}

func TestGroupSwitch(t *testing.T) {
	h := newHost(t, "/a/b/")
	pages := kinds(t)
	for _, kind := range []string{"country", "municipality", "wijk"} {
		t.Run(kind, func(t *testing.T) {
			b := newTab(t, 390, 800)
			b.open(h.address(pages[kind]))
			before := js[string](b, figures)
			top := js[float64](b, `document.querySelector(".cijfers summary").getBoundingClientRect().top + scrollY`)
			key := b.someGroup()
			b.choose(key)
			b.wheelOf(key)
			b.until("the address keeps the choice", fmt.Sprintf(`new URLSearchParams(location.search).get("groep") === %q`, key))
			b.until("the table has other figures", fmt.Sprintf("%s !== %q", figures, before))
			chosen := js[string](b, figures)
			if now := js[float64](b, `document.querySelector(".cijfers summary").getBoundingClientRect().top + scrollY`); now != top {
				t.Errorf("the tables moved from %g to %g", top, now)
			}
			b.fits(390)

			b.do(chromedp.Reload())
			b.until("the choice is restored", fmt.Sprintf(`document.getElementById(%q).checked`, "g-"+key))
			b.wheelOf(key)
			b.until("the same figures are back", fmt.Sprintf("%s === %q", figures, chosen))

			b.choose("totaal")
			b.until("the first figures are back", fmt.Sprintf("%s === %q", figures, before))
			b.until("the address is plain again", `!new URLSearchParams(location.search).get("groep") || new URLSearchParams(location.search).get("groep") === "totaal"`)
		})
	}
}

// TestWheelOfAGroup holds every slice of a group's wheel against the data: its
// length is the class of the group's figure, and its words name the figure in
// the row that it leads to. Back at everybody, the wheel is what it was.
func TestWheelOfAGroup(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["wijk"]))
	const drawing = `document.querySelector("svg.wiel").outerHTML.replace(/ (transform="translate\(0 -?0\)"|display="[^"]*")/g, "")`
	before := js[string](b, drawing)
	key := b.someGroup()
	b.choose(key)
	b.wheelOf(key)
	wrong := js[[]string](b, fmt.Sprintf(`(async key => {
		const section = document.querySelector(".cijfers"), wrong = [];
		let compared = 0, gaps = 0;
		for (const theme of document.querySelectorAll("section.thema")) {
			const shard = await (await fetch(section.dataset.cijfers + theme.id.replace("thema-", "") + section.dataset.deel + ".json")).json();
			const group = shard.gebieden.find(x => x.code === section.dataset.code).groepen.find(x => x.groep === shard.groepen.indexOf(key));
			shard.indicatoren.forEach((about, at) => {
				const slice = document.querySelector('svg.wiel a[href="#i-' + about.sleutel + '"]');
				if (!slice) return;
				const class_ = group?.klassen[at], use = slice.querySelector("use");
				const length = [-2, -1, 0, 1, 2].includes(class_) ? class_ + 3 : 0;
				length ? compared++ : gaps++;
				if (use.getAttribute("href") !== "#w" + length) wrong.push(about.sleutel + ": drawn " + use.getAttribute("href") + ", its class is " + class_);
				if ((length === 0) !== (use.getAttribute("class") === "gap")) wrong.push(about.sleutel + ": colour " + use.getAttribute("class"));
				const printed = document.querySelector("#i-" + about.sleutel + " td:nth-child(2)").firstChild.textContent.trim().split(/[\s:]/)[0];
				if (length && !slice.querySelector("title").textContent.includes(": " + printed + ",")) wrong.push(about.sleutel + ": " + slice.querySelector("title").textContent + "; the row says " + printed);
				const cell = document.querySelector("#i-" + about.sleutel + " td:nth-child(2)"), head = cell.closest("table").tHead.textContent.match(/\d{4}/)?.[0];
				const period = shard.getoond[shard.groepen.indexOf(key)][at];
				if (period < 0 !== cell.classList.contains("gat") && period < 0) wrong.push(about.sleutel + ": " + cell.textContent + "; no group has it");
				if (cell.classList.contains("gat")) return;
				const year = cell.querySelector("i")?.textContent ?? head;
				if (year !== shard.perioden[period].slice(0, 4)) wrong.push(about.sleutel + ": of " + year + "; " + shard.perioden[period] + " is shown");
				if (about.voorlopig.includes(period) !== cell.textContent.includes("*")) wrong.push(about.sleutel + ": provisional? " + cell.textContent);
			});
			const said = theme.querySelector("h3 small")?.textContent ?? "", ring = document.querySelector('.ring [data-thema="' + theme.id.replace("thema-", "") + '"]')?.getAttribute("class");
			const words = {f2: "veel gunstiger dan gemiddeld", f1: "gunstiger dan gemiddeld", z: "rond gemiddeld", u1: "ongunstiger dan gemiddeld", u2: "veel ongunstiger dan gemiddeld"}[ring] ?? "";
			if (said !== words) wrong.push(theme.id + ": " + said + "; the ring is " + ring);
		}
		if (compared < 10 || gaps < 1) wrong.push(compared + " compared, " + gaps + " not");
		return wrong;
	})(%q)`, key))
	for _, w := range wrong {
		t.Error(w)
	}
	b.choose("totaal")
	b.until("the wheel is that of everybody", `document.querySelector("svg.wiel > title").textContent.endsWith("totale bevolking")`)
	if after := js[string](b, drawing); after != before {
		t.Errorf("the wheel of everybody is not what it was: %d characters, %d before", len(after), len(before))
	}
}

// TestUnknownGroupInAddress opens an address with a group that does not
// exist: the whole population is shown, and nothing breaks.
func TestUnknownGroupInAddress(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	b.open(h.address(kinds(t)["municipality"]) + `?groep=%22%3E%3Cimg%20src=x%3E`)
	b.until("the whole population is chosen", `document.getElementById("g-totaal").checked`)
	b.until("its wheel is to be seen", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
}

// TestGroupSwitchWithoutScript chooses with JavaScript off, by mouse and keys.
func TestGroupSwitchWithoutScript(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	b.open(h.address(kinds(t)["municipality"]))
	b.until("the whole population is shown first", `(w => w.length === 1 && w[0] === "inline")(`+wheels+`)`)
	key := b.someGroup()
	b.choose(key)
	b.drawingOf(key)
	b.fits(390)

	js[any](b, `document.getElementById("g-totaal").focus(), null`)
	b.press(kb.ArrowDown)
	b.until("the arrow key chooses the next group", `document.querySelectorAll('input[name="groep"]')[1].checked`)
}
