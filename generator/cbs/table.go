package cbs

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"wijkmonitor/generator/extract"
)

// plan names what is asked for, so that pages of another question are not
// mistaken for those of this one.
func (f *fetcher) plan() []string {
	if !f.Narrow {
		return []string{}
	}
	var topics []string
	for _, n := range needs(f.def, f.spec.ID) {
		topics = append(topics, n.topic)
	}
	slices.Sort(topics)
	return []string{"narrow", strings.Join(slices.Compact(topics), ",")}
}

// work gets what lacks, checks it and makes it the extract.
func (f *fetcher) work(ctx context.Context, i *info, w *work) error {
	id := f.spec.ID
	here := place{table: id}
	if !f.Narrow && f.same(i, []string{}) {
		f.Report.line(fmt.Sprintf("table %s: has not changed since %s", id, i.Modified))
		return nil
	}
	d := &download{f.client, w, id}
	s, parts, err := d.metadata(ctx, i)
	if err != nil {
		return err
	}
	if list := needs(f.def, id); len(list) > 0 && s.holds(list) == 0 && f.Protocol == "auto" && i.protocol == "v4" {
		return here.wrap(errOtherKeys)
	}
	for _, line := range s.missing(f.def, id) {
		f.Report.line(line)
	}
	figures, sel := f.choose(i, s)
	if len(sel.options) == 0 {
		return here.wrap(lasting("topics that it has would be right, or all of them", "has none of the topics that the definition reads"))
	}
	if f.Narrow && f.same(i, sel.words()) {
		f.Report.line(fmt.Sprintf("table %s: has not changed since %s", id, i.Modified))
		return nil
	}
	expected := i.Rows
	if sel.rowsChosen() {
		expected = 0
	}
	var addresses []string
	for _, o := range sel.options {
		addresses = append(addresses, i.list(id, figures, o...))
	}
	rows, err := d.part(ctx, figures, addresses, expected)
	if err != nil {
		return err
	}
	if err := f.unchanged(ctx, i); err != nil {
		return err
	}
	if rows == 0 || expected > 0 && rows != expected || i.Rows > 0 && rows > i.Rows {
		return place{id, figures, 0}.wrap(lasting("the same number would be right; nothing of it is kept, so try again", "the server sent %d rows, and says that the table has %d", rows, i.Rows))
	}
	return f.publish(i, w, &shape{s.dimensions, sel.topics}, parts, sel)
}

// choose says what is asked for of the figures.
func (f *fetcher) choose(i *info, s *shape) (string, *selection) {
	figures, _ := s.columns(i.protocol)
	if !f.Narrow {
		return figures, &selection{options: [][]string{nil}, topics: s.topics}
	}
	return figures, s.narrow(i.protocol, f.def, f.spec.ID)
}

// same tells whether the extract that is there is what would be fetched.
func (f *fetcher) same(i *info, filters []string) bool {
	m, err := extract.ReadManifest(f.Dir, i.protocol, f.spec.ID)
	return err == nil && m != nil && m.Modified == i.Modified && m.Source == i.url(f.spec.ID) && slices.Equal(m.Filters, filters) && m.Verify(f.Dir) == nil
}

// unchanged asks the server once more when the table was modified.
func (f *fetcher) unchanged(ctx context.Context, i *info) error {
	now, err := f.client.ask(ctx, i.service, f.spec.ID)
	if err != nil {
		return err
	}
	if now.Modified != i.Modified || now.Rows != i.Rows {
		return place{table: f.spec.ID}.wrap(fmt.Errorf("%w: Modified was %s, and now %s", errChanged, clean(i.Modified), clean(now.Modified)))
	}
	return nil
}

// checkOther refuses to lay a table beside the same table in the other
// protocol, when that one was not fetched and so is not ours to remove.
func (f *fetcher) checkOther(protocol string) error {
	other := otherProtocol(protocol)
	m, err := extract.ReadManifest(f.Dir, other, f.spec.ID)
	if err != nil || m != nil {
		return err
	}
	there, err := filepath.Glob(filepath.Join(f.Dir, "cbs."+other+"."+f.spec.ID+"_*.parquet"))
	if err != nil || len(there) == 0 {
		return err
	}
	return place{table: f.spec.ID}.wrap(fmt.Errorf("%s lies there in %s without a manifest, so it was not fetched; move it away, or fetch with --protocol %s", there[0], other, other))
}

func otherProtocol(protocol string) string {
	if protocol == "v3" {
		return "v4"
	}
	return "v3"
}
