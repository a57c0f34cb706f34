package cbs

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// A Description is what CBS says of a table.
type Description struct {
	ID string
	*info
	*shape
	codes map[string][]code // by dimension
}

// A code is one code of a dimension.
type code struct{ key, title string }

// Describe asks what a table is about. It leaves nothing on disk.
func Describe(ctx context.Context, id string, o Options) (*Description, error) {
	o = o.complete()
	allowed, err := hostsOf(o)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "wijkmonitor-describe-")
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	defer os.RemoveAll(dir)
	c := newClient(o, allowed)
	for _, s := range services(o) {
		i, err := c.ask(ctx, s, id)
		if notThere(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		w, err := openWork(dir, job{Table: id, Protocol: s.protocol})
		if err != nil {
			return nil, err
		}
		defer w.close()
		d := &download{c, w, id}
		shape, _, err := d.metadata(ctx, i)
		if err != nil {
			return nil, err
		}
		t := &Description{ID: id, info: i, shape: shape, codes: map[string][]code{}}
		return t, t.readCodes(w, o.Limits)
	}
	return nil, place{table: id}.wrap(errors.New("is not there; an id that generator fetch --list gives would be right"))
}

func (t *Description) readCodes(w *work, limits Limits) error {
	for _, d := range t.dimensions {
		part := d.key
		if t.protocol == "v4" {
			part += "Codes"
		}
		err := w.metaRows(part, limits, func(r *metaRow, _ []byte) {
			key := r.Key
			if t.protocol == "v4" {
				key = r.Identifier
			}
			t.codes[d.key] = append(t.codes[d.key], code{key, clean(r.Title)})
		})
		if err != nil {
			return place{table: t.ID}.wrap(err)
		}
	}
	return nil
}

const mostCodes = 12 // codes of a dimension that are shown

// WriteText writes the table's dimensions, codes and topics.
func (t *Description) WriteText(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s %s\n%s, modified %s, %d rows (%s)\n", t.ID, t.Title, t.url(t.ID), clean(t.Modified), t.Rows, t.protocol)
	for _, d := range t.dimensions {
		fmt.Fprintf(w, "\n%s: %s (%s), %d codes\n", d.key, d.title, d.kind, len(t.codes[d.key]))
		for i, c := range t.codes[d.key] {
			if i == mostCodes && len(t.codes[d.key]) > mostCodes+1 {
				fmt.Fprintf(w, "  … %d more\n", len(t.codes[d.key])-mostCodes)
				break
			}
			fmt.Fprintf(w, "  %-12s %s\n", c.key, c.title)
		}
	}
	group := "\x00"
	for _, topic := range t.topics {
		if g := strings.Join(topic.groups, " › "); g != group {
			fmt.Fprintf(w, "\n%s\n", g)
			group = g
		}
		fmt.Fprintf(w, "  %-44s %s (%s, %d decimals)\n", topic.key, topic.title, topic.unit, topic.decimals)
	}
	return w.Flush()
}
