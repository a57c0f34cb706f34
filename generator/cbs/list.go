package cbs

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// List writes the tables of the catalogue whose title, summary or id has every
// word: id, day of change, period and title.
func List(ctx context.Context, out io.Writer, search string, o Options) error {
	o = o.complete()
	allowed, err := hostsOf(o)
	if err != nil {
		return err
	}
	words := strings.Fields(strings.ToLower(search))
	c := newClient(o, allowed)
	base := hostV3
	if o.BaseURL != "" {
		base = strings.TrimRight(o.BaseURL, "/")
	}
	address := query(base+"/ODataCatalog/Tables", "$format", "json", "$select", "Identifier,Title,Summary,Modified,Period")
	found := 0
	seen := map[string]bool{}
	for page := 1; address != ""; page++ {
		at := place{part: "Tables", page: page}
		if seen[address] || page > o.Limits.Pages {
			return at.wrap(lasting("", "the link to the next page leads back to a page that was read already"))
		}
		seen[address] = true
		var lines []string
		var next string
		err := c.get(ctx, at, address, func(r io.Reader) (err error) {
			lines = nil
			next, err = readPage(r, o.Limits.Row, func(row []byte) error {
				if line := listed(row, words); line != "" {
					lines = append(lines, line)
				}
				return nil
			})
			return err
		})
		if err != nil {
			return err
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(out, line); err != nil {
				return err
			}
		}
		found += len(lines)
		if next != "" {
			if next, err = c.hosts.follow(address, next); err != nil {
				return at.wrap(err)
			}
		}
		address = next
	}
	if found == 0 {
		return fmt.Errorf("fetch: no table has the words %q; fewer or other words would be right", search)
	}
	return nil
}

// listed is the line of a table; "" when it lacks a word.
func listed(row []byte, words []string) string {
	var t struct{ Identifier, Title, Summary, Modified, Period string }
	if json.Unmarshal(row, &t) != nil {
		return ""
	}
	all := strings.ToLower(t.Identifier + " " + t.Title + " " + t.Summary)
	for _, w := range words {
		if !strings.Contains(all, w) {
			return ""
		}
	}
	day, _, _ := strings.Cut(t.Modified, "T")
	return fmt.Sprintf("%-10s %-10s %-14s %s", clean(t.Identifier), clean(day), clean(t.Period), clean(t.Title))
}
