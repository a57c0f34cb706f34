package browser

import (
	"fmt"
	"slices"
	"testing"
)

// unfold opens all tables of a region, as a visitor does.
func (b *tab) unfold() {
	b.t.Helper()
	b.click("#tabellen-open")
	b.until("all tables are open", `[...document.querySelectorAll(".thema > details")].every(d => d.open)`)
}

// saidOfFolds are the lines that tables are folded under of which the counts
// are not those of the rows below them.
const saidOfFolds = `[...document.querySelectorAll(".cijfers > .thema")].flatMap(theme => {
	const rows = [...theme.querySelectorAll("tbody tr")], is = word => rows.filter(r => r.cells[2].textContent.endsWith(word)).length;
	const said = theme.querySelector("summary").textContent, number = word => Number(new RegExp("(\\d+) " + word).exec(said)?.[1] ?? 0);
	const right = [rows.length, is("hoger"), is("lager"), rows.filter(r => r.cells[1].classList.contains("gat")).length];
	const counts = [number("onderwerp"), number("hoger"), number("lager"), number("zonder cijfer")];
	return counts.join() === right.join() ? [] : [said + "; the rows have " + right];
})`

// TestFolds reads what the folded tables of a region say of themselves, of
// everybody and of a group, opens and shuts them, and follows links into them.
func TestFolds(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	page := h.address(kinds(t)["wijk"])
	b.open(page)
	const rows, open = `[...document.querySelectorAll(".cijfers tbody tr")].filter(r => r.checkVisibility()).length`, `[...document.querySelectorAll(".thema > details")].map(d => d.open)`
	b.until("no row is to be seen", rows+` === 0`)
	if wrong := js[[]string](b, saidOfFolds); len(wrong) > 0 {
		t.Errorf("of everybody: %q", wrong)
	}
	before := js[string](b, `[...document.querySelectorAll("summary")].map(s => s.textContent).join()`)
	b.choose("h-marokko")
	b.wheelOf("h-marokko")
	b.until("the lines are of the group", fmt.Sprintf(`[...document.querySelectorAll("summary")].map(s => s.textContent).join() !== %q`, before))
	if wrong := js[[]string](b, saidOfFolds); len(wrong) > 0 {
		t.Errorf("of a group: %q", wrong)
	}
	b.choose("totaal")
	b.until("the lines are of everybody", fmt.Sprintf(`[...document.querySelectorAll("summary")].map(s => s.textContent).join() === %q`, before))

	b.click("#thema-wonen summary")
	if got := js[[]bool](b, open); !slices.Equal(got, []bool{false, true, false, false, false, false}) {
		t.Errorf("open are %v; the second alone would be right", got)
	}
	b.unfold()
	b.until("the button shuts them", `document.getElementById("tabellen-open").textContent === "Alle tabellen sluiten"`)
	b.click("#tabellen-open")
	b.until("all are shut", rows+` === 0`)
	b.click(`label[for="alle-jaren"]`)
	b.until("the years open all", open+`.every(Boolean)`)

	b.open(h.address(""))
	b.open(page + "#thema-veiligheid")
	b.until("a link to a theme opens its table alone", open+`.join() === "false,false,false,false,true,false"`)
	b.open(h.address(""))
	b.open(page + "#i-jeugdzorg")
	b.until("a link to a row opens its table", `document.querySelector("tr:target")?.checkVisibility() && `+open+`.filter(Boolean).length === 1`)
	b.until("the row is in view", `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("tr:target").getBoundingClientRect())`)
}

// TestFolds_Light points at a slice of the wheel and goes onto one with the
// keyboard: its row lights up, or the line that its table is folded under.
func TestFolds_Light(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	b.open(h.address(kinds(t)["municipality"]))
	const lit = `[...document.querySelectorAll(".cijfers .aan")].map(e => e.closest(".thema").id + " " + e.localName + " " + getComputedStyle(e).backgroundColor).join()`
	plain := js[string](b, `getComputedStyle(document.querySelector("#thema-veiligheid summary")).backgroundColor`)
	for _, reach := range []struct{ name, on, off string }{
		{"pointer", `a.dispatchEvent(new PointerEvent("pointerenter"))`, `a.dispatchEvent(new PointerEvent("pointerleave"))`},
		{"keyboard", `a.focus()`, `a.blur()`},
	} {
		const slice = `(a => { %s; return true; })([...document.querySelectorAll("svg.wiel a")].find(a => document.querySelector(a.getAttribute("href")).closest("#thema-veiligheid")))`
		for _, c := range []struct{ state, element string }{{"shut", "summary"}, {"open", "tr"}} {
			js[bool](b, fmt.Sprintf(`(d => { d.open = %t; return true; })(document.querySelector("#thema-veiligheid > details"))`, c.state == "open"))
			js[bool](b, fmt.Sprintf(slice, reach.on))
			b.until("the "+c.element+" is lit by the "+reach.name, fmt.Sprintf(`(s => s.includes("thema-veiligheid %s rgb") && !s.endsWith(%q))(%s)`, c.element, plain, lit))
			js[bool](b, fmt.Sprintf(slice, reach.off))
			b.until("nothing is lit", lit+` === ""`)
		}
	}
}

// TestFolds_NoScript opens tables, follows links into them and prints them
// without a script.
func TestFolds_NoScript(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800, noScript())
	page := h.address(kinds(t)["municipality"])
	b.open(page)
	const rows = `[...document.querySelectorAll(".cijfers tbody tr")]`
	b.until("no row is to be seen, nor a button that would not work", rows+`.every(r => !r.checkVisibility()) && !document.getElementById("tabellen-open").checkVisibility()`)
	b.click(`label[for="alle-jaren"]`)
	b.until("the years of all are there", rows+`.every(r => r.getBoundingClientRect().height > 10)`)
	b.click(`label[for="alle-jaren"]`)
	b.click(`.opvallend li a`)
	b.until("a remark leads to its row", `(r => r && r.top >= 0 && r.bottom <= innerHeight)(document.querySelector("tr:target")?.getBoundingClientRect())`)
	b.open(page)
	b.do(media("print"))
	b.until("all are printed", rows+`.every(r => r.getBoundingClientRect().height > 10)`)
}
