package edition

import (
	"cmp"
	"context"
	"maps"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/language"
)

// Walk compares what two editions publish, and hands the changes to each,
// folder by folder of figures and sorted within it. It keeps none of them: a
// revised table can change millions of figures.
func Walk(ctx context.Context, old, fresh *Published, each func(changes []Change) error) (*Difference, error) {
	sources, err := fresh.origins()
	if err != nil {
		return nil, err
	}
	d := &Difference{Old: old, New: fresh, Files: diffFiles(old.Files, fresh.Files)}
	oldRoots, newRoots := old.roots(), fresh.roots()
	roots := slices.Sorted(maps.Keys(newRoots))
	for root := range oldRoots {
		if _, ok := newRoots[root]; !ok {
			roots = append(roots, root)
		}
	}
	slices.Sort(roots)
	before, after, tally := newCatalog(), newCatalog(), map[tallyKey]*Tally{}
	compare := func(root string) (*folder, error) {
		f := &folder{sources: sources}
		return f, f.compare(old, fresh, oldRoots[root], newRoots[root])
	}
	err = inOrder(ctx, roots, compare, func(f *folder) error {
		d.Compared += f.compared
		for i := range f.changes {
			d.Counts[f.changes[i].Kind]++
			count(tally, &f.changes[i])
		}
		before.noteAll(f.old)
		after.noteAll(f.fresh)
		return each(f.changes)
	})
	if err != nil {
		return nil, err
	}
	d.Lost, d.Got, d.Tallies = before.without(after), after.without(before), sorted(tally)
	return d, nil
}

// inOrder lets workers make something of every name, and hands it on in the
// order of the names; no more waits than there are workers.
func inOrder[T any](ctx context.Context, names []string, make1 func(string) (T, error), take func(T) error) error {
	type result struct {
		made T
		err  error
	}
	workers := runtime.GOMAXPROCS(0)
	slots := make(chan chan result, workers)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(slots)
		for _, name := range names {
			slot := make(chan result, 1)
			select {
			case slots <- slot:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() {
				made, err := make1(name)
				slot <- result{made, err}
			}()
		}
		return nil
	})
	g.Go(func() error {
		for slot := range slots {
			r := <-slot
			if r.err != nil {
				return r.err
			}
			if err := take(r.made); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	return g.Wait()
}

// A folder is the comparison of the figures in one folder: of a municipality,
// the country or an own area.
type folder struct {
	sources    *origins
	old, fresh map[Thing]string
	compared   int
	changes    []Change
	tables     map[origin]string // memory
}

// An origin is what decides which table a figure is from.
type origin struct {
	indicator     string
	group, period int
}

// A place is where the figures of an indicator in a region stand.
type place struct {
	shard  *shard
	region *shardRegion
	at     int // of the indicator in the shard
}

type placeKey struct{ region, indicator string }

func (f *folder) compare(old, fresh *Published, oldNames, newNames []string) error {
	before, after := newCatalog(), newCatalog()
	was, err := old.series(oldNames, before)
	if err != nil {
		return err
	}
	is, err := fresh.series(newNames, after)
	if err != nil {
		return err
	}
	f.old, f.fresh, f.tables = before.names, after.names, map[origin]string{}
	for key, b := range is {
		if a, ok := was[key]; ok {
			f.comparePlaces(key, a, b)
		}
	}
	slices.SortFunc(f.changes, func(a, b Change) int {
		return cmp.Or(strings.Compare(a.Region, b.Region), strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.Group, b.Group), strings.Compare(a.Period, b.Period))
	})
	return nil
}

// series reads the shards of one folder, and notes what is in them.
func (p *Published) series(names []string, c *catalog) (map[placeKey]place, error) {
	places := map[placeKey]place{}
	for _, name := range names {
		s, err := p.shard(name)
		if err != nil {
			return nil, err
		}
		c.note(s)
		for r := range s.Regions {
			for i := range s.Indicators {
				places[placeKey{s.Regions[r].Code, s.Indicators[i].Key}] = place{s, &s.Regions[r], i}
			}
		}
	}
	return places, nil
}

// comparePlaces notes the changes of what both editions have: regions,
// indicators, groups and periods that only one has are things lost or got.
func (f *folder) comparePlaces(key placeKey, a, b place) {
	for newGroup, group := range b.shard.Groups {
		oldGroup := slices.Index(a.shard.Groups, group)
		was, is := a.region.group(oldGroup), b.region.group(newGroup)
		if oldGroup < 0 || was == nil && is == nil {
			continue
		}
		for newPeriod, period := range b.shard.Periods {
			oldPeriod := slices.Index(a.shard.Periods, period)
			if oldPeriod < 0 {
				continue
			}
			from, to := was.cell(a.at, oldPeriod), is.cell(b.at, newPeriod)
			if from.known || to.known {
				f.compared++
			}
			kind, changed := kindOf(from, to)
			if !changed {
				continue
			}
			f.changes = append(f.changes, Change{Kind: kind, Table: f.table(origin{key.indicator, newGroup, newPeriod}), Region: key.region, Name: b.region.Name,
				Indicator: b.shard.Indicators[b.at].Title, Key: key.indicator, Group: group, Period: period, Old: shownBefore(from, to, newGroup), New: to.String()})
		}
	}
}

// shownBefore prints the figure of before. A number that is withheld now was
// public once; a page of today does not repeat it. Of a group of which nothing is
// shown now, the shards do not tell why: it may be withheld.
func shownBefore(from, to cell, group int) string {
	if from.known && !to.known && (group > 0 || to.withheld()) {
		return language.Word("niet meer getoond")
	}
	return from.String()
}

func (f *folder) table(o origin) string {
	id, ok := f.tables[o]
	if !ok {
		id = f.sources.tables(o.indicator, o.group, o.period)
		f.tables[o] = id
	}
	return id
}

// A Tally counts the changes of one indicator from one table.
type Tally struct {
	Table, Indicator string
	Key              string // of the indicator
	Counts           [kindCount]int
}

type tallyKey struct{ table, indicator string }

func count(tally map[tallyKey]*Tally, c *Change) {
	key := tallyKey{c.Table, c.Indicator}
	if tally[key] == nil {
		tally[key] = &Tally{Table: c.Table, Indicator: c.Indicator, Key: c.Key}
	}
	tally[key].Counts[c.Kind]++
}

func sorted(tally map[tallyKey]*Tally) []Tally {
	var all []Tally
	for _, t := range tally {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Tally) int {
		return cmp.Or(strings.Compare(a.Table, b.Table), strings.Compare(a.Indicator, b.Indicator))
	})
	return all
}
