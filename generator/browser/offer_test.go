package browser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const offered = `[...document.querySelectorAll("#vergelijk-voorstellen button")].map(e => e.innerText)`

// TestCompare_Offers chooses what a region is often compared with, on the page
// that compares: the same as the region's own page links to. What was chosen
// of indicators stays.
func TestCompare_Offers(t *testing.T) {
	h := newHost(t, "/a/")
	b := newTab(t, 1280, 900)
	b.open(h.address("gm9001/"))
	links := js[[]string](b, `[...document.querySelectorAll(".vergelijk-met > ul a")].map(a => a.search).filter(s => s.includes(","))`)
	b.open(h.address("vergelijk/?r=gm9001&i=bijstand"))
	b.comparison("one region")
	names := js[[]string](b, offered)
	if len(names) < 4 || len(names) != len(links) {
		t.Fatalf("%q is offered; its own page links to %q", names, links)
	}
	for k, link := range links {
		b.click(fmt.Sprintf("#vergelijk-voorstellen li:nth-child(%d) button", k+1))
		regions := regexp.MustCompile(`r=[^&]*`).FindString(link)
		b.until(names[k], fmt.Sprintf(`location.search.startsWith(%q) && location.search.includes("i=bijstand")`, "?"+regions))
		b.until("the table has them", fmt.Sprintf("%s.length === %d", compared, 2+strings.Count(regions, ",")))
		if again := js[[]string](b, offered); !slices.Equal(again, names) {
			t.Errorf("after %s is offered %q", names[k], again)
		}
		b.until("the focus stays on what was chosen", fmt.Sprintf(`document.activeElement.innerText === %q`, names[k]))
	}
}

// TestCompare_Predecessors puts a municipality beside what was there before,
// over all years.
func TestCompare_Predecessors(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 1280, 900)
	town := ""
	link := regexp.MustCompile(`href="[^"]*\?r=(gm\d{4}),([^"&]*)[^"]*">Met wat er eerder was`)
	for _, f := range files(t, "index.html") {
		if m := link.FindSubmatch(read(t, f)); m != nil && strings.HasPrefix(f, string(m[1])+"/index") {
			town = string(m[1])
			break
		}
	}
	if town == "" {
		t.Fatal("no municipality of the demo has predecessors")
	}
	b.open(h.address("vergelijk/?r=" + town + "&i=inwoners"))
	b.comparison("one region")
	at := slices.Index(js[[]string](b, offered), "Met wat er eerder was")
	if at < 0 {
		t.Fatalf("%q is offered; what was there before would be right", js[[]string](b, offered))
	}
	b.click(fmt.Sprintf("#vergelijk-voorstellen li:nth-child(%d) button", at+1))
	b.until("all years", `/&j=\d+-\d+/.test(location.search)`)
	b.until("a table of years", `document.querySelectorAll("#vergelijk-tabellen thead th").length > 3`)
	// A predecessor has figures in years before, and none in the last; its successor the last.
	if !js[bool](b, `(rows => rows.length >= 2 && !rows[0].at(-1).matches(".gat") && rows.slice(1).every(r => r.at(-1).matches(".gat") && r.slice(1).some(c => !c.matches(".gat"))))(
		[...document.querySelectorAll("#vergelijk-tabellen tbody tr")].map(r => [...r.cells]))`) {
		t.Errorf("%q", js[[]string](b, compared))
	}
}
