package site

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/render"
)

const (
	// mostRows is how many changes a file has: a spreadsheet takes a million.
	mostRows = 100_000
	// mostTop is how many changes the page itself shows.
	mostTop = 100
)

// openPrevious opens the edition before, if there is one to compare with.
func openPrevious(o *Options) (*edition.Published, error) {
	if o.Previous == "" {
		return nil, nil
	}
	if o.Only != "" || o.Part.Of > 0 {
		return nil, errors.New("site: --previous compares whole editions: a build without --only and --part would be right")
	}
	if own, err := os.Stat(o.Out); err == nil {
		if before, err := os.Stat(o.Previous); err == nil && os.SameFile(own, before) {
			return nil, fmt.Errorf("site: --previous %s is what this build replaces: a copy or an archive of that edition would be right, so that a second build compares with it too", o.Previous)
		}
	}
	p, err := edition.OpenPublished(o.Previous)
	if err != nil {
		return nil, fmt.Errorf("site: --previous: %w", err)
	}
	if p.Document.Only != "" || p.Document.Part != "" {
		return nil, errors.Join(fmt.Errorf("site: --previous %s is a part of an edition: a whole one would be right", o.Previous), p.Close())
	}
	if len(p.Document.Editions) > 0 {
		own := filepath.Join(o.Previous, fmt.Sprint(p.Document.Editions[0]))
		return nil, errors.Join(fmt.Errorf("site: --previous %s holds several editions: %s would be right", o.Previous, own), p.Close())
	}
	o.previousSum = p.ManifestSum()
	return p, nil
}

// changesUnit compares what is staged with the edition before, and makes the
// page, the files and the feed that tell of it. An edition that lost something
// is an error.
func (p *planner) changesUnit(ctx context.Context, s *stage, o Options) unit {
	return unit{name: render.ChangesFolder, make: func(w *writer) error {
		past, err := pastEntries(p.previous)
		if err != nil {
			return err
		}
		fresh := edition.Staged(s.dir, document(p.m, o), s.files.Files())
		fresh.Name = "this build"
		list := changeList{w: w}
		d, err := edition.Walk(ctx, p.previous, fresh, list.add)
		if err != nil {
			return err
		}
		if err := d.Allow(slices.Concat(p.m.Retired, recoded(p.m)), "retired in "+filepath.Join(o.Dataset, "monitor.yaml")); err != nil {
			return err
		}
		if err := list.flush(); err != nil {
			return err
		}
		if err := w.put(render.ChangesFolder+"index.html", p.r.Changes(nil, d, list.best(), list.files)); err != nil {
			return err
		}
		for _, other := range p.others {
			if err := w.put(other.folder+render.ChangesFolder+"index.html", other.r.Changes(nil, d, list.best(), list.files)); err != nil {
				return err
			}
		}
		return w.put("feed.xml", feed(p.m, p.url, past, newsOf(d)))
	}}
}

// recoded lists the codes that regions had before, which the site tells of by
// itself: they are in the history of those regions.
func recoded(m *model.Monitor) (codes []string) {
	for i := range m.Regions {
		for _, e := range m.Regions[i].Events {
			if e.Before && e.Other != "" {
				codes = append(codes, e.Other)
			}
		}
	}
	return codes
}

func newsOf(d *edition.Difference) string {
	n := d.Counts
	return fmt.Sprintf("Veranderde cijfers sinds de vorige editie: %d herzien, %d nieuw, %d vervallen. ", n[edition.Revised], n[edition.Appeared], n[edition.Vanished])
}

// pastEntries reads the feed of the edition before.
func pastEntries(previous *edition.Published) ([]atomEntry, error) {
	b, err := previous.Read("feed.xml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // a form without one
	}
	if err != nil {
		return nil, err
	}
	past, err := parseFeed(b)
	if err != nil {
		return nil, fmt.Errorf("site: --previous %s: %w", previous.Name, err)
	}
	return past, nil
}

// A changeList writes changes to files as they come, and keeps those that most
// readers see.
type changeList struct {
	w     *writer
	rows  []edition.Change // of the file at hand
	top   []edition.Change
	files []render.CSV
}

func (l *changeList) add(changes []edition.Change) error {
	for len(changes) > 0 {
		n := min(len(changes), mostRows-len(l.rows))
		l.rows = append(l.rows, changes[:n]...)
		l.top = append(l.top, changes[:n]...)
		if len(l.top) > 10*mostTop {
			l.top = slices.Clone(l.best())
		}
		changes = changes[n:]
		if len(l.rows) == mostRows {
			if err := l.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush writes the rows at hand to a file.
func (l *changeList) flush() error {
	if len(l.rows) == 0 {
		return nil
	}
	name := "wijzigingen" + render.PartName(len(l.files)) + ".csv"
	var b bytes.Buffer
	if err := edition.WriteCSV(&b, l.rows); err != nil {
		return err
	}
	l.files = append(l.files, render.CSV{Name: name, Rows: len(l.rows)})
	l.rows = l.rows[:0]
	return l.w.put(render.ChangesFolder+name, b.Bytes())
}

// best sorts the changes that stand on the page: large regions first, in them
// the newest periods.
func (l *changeList) best() []edition.Change {
	slices.SortFunc(l.top, func(a, b edition.Change) int {
		return cmp.Or(cmp.Compare(rank(a.Region), rank(b.Region)), strings.Compare(a.Region, b.Region), strings.Compare(b.Period, a.Period),
			strings.Compare(a.Table, b.Table), strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.Group, b.Group))
	})
	return l.top[:min(len(l.top), mostTop)]
}

// rank is the level of a region; own areas stand between municipalities and
// districts.
func rank(code string) int {
	level, err := model.ParseCode(code)
	switch {
	case err != nil:
		return 2
	case level > model.Municipality:
		return int(level) + 1
	}
	return int(level)
}
