package browser

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/chromedp/cdproto/network"
)

// A visit is what the first page that somebody opens takes, as a server sends
// it (gzip at its usual level).
type visit struct{ html, transferred, requests, shards int }

// TestVisits opens a page of every kind as the first of the site, with nothing
// kept from before, and tells in a table what it took. Every kind is held to
// the budget of a region's page; the figures that a comparison asks for come on
// top, and a report is a long text.
func TestVisits(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	b := newTab(t, 390, 800, command(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}))
	pages := kinds(t)
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "kind of page\tHTML gzip\ttransferred\trequests\t")
	for _, kind := range slices.Sorted(maps.Keys(pages)) {
		v := b.visit(h, pages[kind])
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t\n", kind, v.html, v.transferred, v.requests)
		most := budgetOf(kind, v.shards)
		if v.html > most.html || v.transferred > most.transferred || v.requests > most.requests {
			t.Errorf("%s takes %+v; at most %+v would be right", kind, v, most)
		}
	}
	w.Flush()
	t.Logf("first visits, bytes as sent:\n%s", table.String())
}

// budgetOf is the most that a kind of page may take, with so many files of
// figures.
func budgetOf(kind string, shards int) visit {
	most := visit{html: 30 * kB, transferred: 45 * kB, requests: 6}
	if kind == "report" || kind == "report of a group" { // one page
		most.html, most.transferred = 60*kB, 75*kB
	}
	most.transferred += shards * 100 * kB
	most.requests += shards
	return most
}

// visit opens a page and counts until nothing more comes.
func (b *tab) visit(h *host, page string) (v visit) {
	b.t.Helper()
	b.open("about:blank")
	h.sent()
	b.open(h.address(page))
	b.until("its scripts have run", `performance.getEntriesByType("navigation")[0].loadEventEnd > 0`)
	if strings.Contains(page, "?r=") {
		b.comparison("the comparison is there")
	}
	for _, file := range h.sent() {
		size := gzipped(b.t, file)
		if v.requests++; v.requests == 1 {
			v.html = size
		}
		v.transferred += size
		if strings.Contains(file, "/data/") {
			v.shards++
		}
	}
	return v
}
