package cbs

import (
	"context"
	"fmt"
	"io"
)

// A download gets the parts of one table into its work folder.
type download struct {
	client *client
	work   *work
	table  string
}

// part gets a list page by page, from where an earlier run left it. A part that
// is asked for in several questions has several addresses. expected is the
// number of rows; 0 = not known.
func (d *download) part(ctx context.Context, part string, addresses []string, expected int) (rows int, err error) {
	var bytes int64
	for _, p := range d.work.of(part) {
		rows, bytes = rows+p.Rows, bytes+p.Bytes
	}
	if rows > 0 {
		d.client.report.page(d.table, part, rows, expected, bytes)
	}
	for chain, address := range addresses {
		if err := d.chain(ctx, part, chain, address, &rows, &bytes, expected); err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// chain follows one question to its last page.
func (d *download) chain(ctx context.Context, part string, chain int, address string, rows *int, bytes *int64, expected int) error {
	seen := map[string]bool{}
	for _, p := range d.work.of(part) {
		if p.Chain == chain {
			seen[p.URL] = true
			address = p.Next
		}
	}
	for address != "" {
		at := place{d.table, part, len(d.work.of(part)) + 1}
		if seen[address] {
			return at.wrap(lasting("a link to a page that was not read yet would be right", "the link to the next page leads back to a page that was read already"))
		}
		seen[address] = true
		if at.page > d.client.limits.Pages {
			return at.wrap(lasting("fewer would be right", "there are more than %d pages", d.client.limits.Pages))
		}
		p, err := d.page(ctx, at, address)
		if err != nil {
			return err
		}
		p.Chain = chain
		*rows, *bytes = *rows+p.Rows, *bytes+p.Bytes
		if expected > 0 && *rows > expected {
			return at.wrap(lasting("the same number would be right; a later run asks again", "the server has sent %d rows, and says that the table has %d", *rows, expected))
		}
		if err := d.work.add(p); err != nil {
			return err
		}
		d.client.report.page(d.table, part, *rows, expected, *bytes)
		address = p.Next
	}
	return nil
}

// page gets one page. Its link is checked before the page counts.
func (d *download) page(ctx context.Context, at place, address string) (p gotPage, err error) {
	file := fmt.Sprintf("%06d.json.gz", len(d.work.pages)+1)
	err = d.client.get(ctx, at, address, func(r io.Reader) error {
		if p, err = savePage(d.work.path(file), r, d.client.limits.Row); err != nil {
			return err
		}
		if p.Next != "" {
			p.Next, err = d.client.hosts.follow(address, p.Next)
			if err == nil && p.Rows == 0 {
				err = lasting("", "the page has no rows, and a link to a next page")
			}
		}
		return err
	})
	p.Part, p.URL, p.File = at.part, address, file
	return p, err
}
