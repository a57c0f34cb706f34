package cbs

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// An info is what a service says of a table as a whole.
type info struct {
	service
	Title    string
	Modified string
	Rows     int // observations in v4, rows in v3; 0 = not told
	raw      map[string]any
}

func (i *info) url(table string) string { return i.base + "/" + table }

// ask asks a service about a table: Properties in v4, TableInfos in v3.
func (c *client) ask(ctx context.Context, s service, table string) (*info, error) {
	i := &info{service: s, raw: map[string]any{}}
	if s.protocol == "v4" {
		at := place{table: table, part: "Properties"}
		err := c.get(ctx, at, i.url(table)+"/Properties", func(r io.Reader) error { return readObject(r, i.raw) })
		if err != nil {
			return nil, err
		}
		return i, i.take(at, table, "ObservationCount")
	}
	at := place{table: table, part: "TableInfos"}
	err := c.get(ctx, at, query(i.url(table)+"/TableInfos", "$format", "json"), func(r io.Reader) error { return readFirst(r, c.limits.Row, i.raw) })
	if err != nil {
		return nil, err
	}
	if err := c.askCount(ctx, s, table, i.raw); err != nil {
		return nil, err
	}
	return i, i.take(at, table, "RecordCount")
}

// askCount takes the number of rows from the catalogue: TableInfos has none.
// A table that the catalogue does not have has a number that is not told.
func (c *client) askCount(ctx context.Context, s service, table string, raw map[string]any) error {
	base, _, _ := strings.Cut(s.base, "/ODataFeed/")
	entry := map[string]any{}
	address := query(base+"/ODataCatalog/Tables", "$format", "json", "$filter", "Identifier eq '"+table+"'")
	err := c.get(ctx, place{table: table, part: "catalogue"}, address, func(r io.Reader) error {
		clear(entry)
		return readFirst(r, c.limits.Row, entry)
	})
	if err != nil && !notThere(err) {
		return err
	}
	for _, key := range []string{"RecordCount", "ColumnCount"} {
		if n, ok := entry[key]; ok {
			raw[key] = n
		}
	}
	return nil
}

// readObject reads an answer that is one object.
func readObject(r io.Reader, into map[string]any) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if strings.HasPrefix(strings.TrimSpace(string(b[:min(len(b), 100)])), "<") {
		return &fault{fact: fmt.Sprintf("the answer is a page of HTML or XML (%q) and not JSON", clean(untagged(string(b[:min(len(b), 4096)])))), hint: "the service may be down for a while", passing: true}
	}
	clear(into)
	if err := json.Unmarshal(b, &into); err != nil {
		return &fault{fact: "the answer is not a whole JSON object (" + clean(err.Error()) + ")", passing: true}
	}
	return nil
}

// readFirst reads the first row of a list.
func readFirst(r io.Reader, most int64, into map[string]any) error {
	first := true
	_, err := readPage(r, most, func(row []byte) error {
		if !first {
			return nil
		}
		first = false
		return json.Unmarshal(row, &into)
	})
	return err
}

var yearForm = regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`)

// take reads what is needed of the properties.
func (i *info) take(at place, table, count string) error {
	text := func(key string) string {
		s, _ := i.raw[key].(string)
		return strings.TrimSpace(s)
	}
	i.Title, i.Modified = clean(text("Title")), text("Modified")
	if !strings.EqualFold(text("Identifier"), table) {
		return at.wrap(lasting(table+" would be right", "the answer is about table %q", clean(text("Identifier"))))
	}
	if n, ok := i.raw[count].(float64); ok && n > 0 && n < 1<<40 {
		i.Rows = int(n)
	}
	if i.Modified == "" || len(i.Modified) > 60 {
		return at.wrap(lasting("a date would be right", "the answer has Modified %q", clean(i.Modified)))
	}
	return nil
}

// checkYear holds the years in the title against the period that the definition
// gives the table: a wrong id gives figures of another year.
func (i *info) checkYear(table, period string) error {
	years := yearForm.FindAllString(i.Title, -1)
	if len(period) < 4 || len(years) == 0 || slices.Contains(years, period[:4]) {
		return nil
	}
	return place{table: table}.wrap(lasting("the id of the table of that year would be right: generator fetch --list --search \""+yearForm.ReplaceAllString(i.Title, period[:4])+"\"",
		"its title is %q, and the definition gives it the period %s", i.Title, period))
}
