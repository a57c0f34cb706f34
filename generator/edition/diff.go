package edition

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Kind says what happened to a figure between two editions.
type Kind int

const (
	Revised  Kind = iota // another number
	Appeared             // a number where there was none
	Vanished             // none where there was a number
	Status               // another reason why there is none
	kindCount
)

// A Change is one figure that differs between two editions.
type Change struct {
	Kind      Kind
	Table     string // ids; "" for an indicator made from others
	Region    string // code
	Name      string
	Indicator string // title
	Group     string // key
	Period    string // code
	Old, New  string // as pages print them; Old is not told of a figure that is withheld now
}

// A Difference is what changed between two editions, all sorted.
type Difference struct {
	Old, New  *Published
	Changes   []Change
	Lost, Got []Thing
	Files     FileChanges
}

// A Thing is a region, indicator, group or period that one edition has and the
// other has not.
type Thing struct{ Kind, Key, Name string }

// FileChanges are the paths that differ between two manifests.
type FileChanges struct{ Changed, Added, Removed []string }

// Diff compares what two editions publish, figure by figure: shards only, so
// what is withheld there stays withheld here.
func Diff(old, fresh *Published) (*Difference, error) {
	d := &Difference{Old: old, New: fresh, Files: diffFiles(old.Files, fresh.Files)}
	sources, err := fresh.origins()
	if err != nil {
		return nil, err
	}
	before, after := newCatalog(), newCatalog()
	oldRoots, newRoots := old.roots(), fresh.roots()
	roots := slices.Sorted(maps.Keys(oldRoots))
	for root := range newRoots {
		if _, ok := oldRoots[root]; !ok {
			roots = append(roots, root)
		}
	}
	for _, root := range roots {
		a, err := old.series(oldRoots[root], before)
		if err != nil {
			return nil, err
		}
		b, err := fresh.series(newRoots[root], after)
		if err != nil {
			return nil, err
		}
		d.compare(a, b, sources)
	}
	d.Lost, d.Got = before.without(after), after.without(before)
	slices.SortFunc(d.Changes, func(a, b Change) int {
		return cmp.Or(strings.Compare(a.Table, b.Table), strings.Compare(a.Region, b.Region), strings.Compare(a.Indicator, b.Indicator),
			strings.Compare(a.Group, b.Group), strings.Compare(a.Period, b.Period))
	})
	return d, nil
}

func diffFiles(old, fresh []File) (c FileChanges) {
	was := make(map[string]File, len(old))
	for _, f := range old {
		was[f.Path] = f
	}
	for _, f := range fresh {
		before, ok := was[f.Path]
		delete(was, f.Path)
		switch {
		case !ok:
			c.Added = append(c.Added, f.Path)
		case before.Sum != f.Sum:
			c.Changed = append(c.Changed, f.Path)
		}
	}
	c.Removed = slices.Sorted(maps.Keys(was))
	return c
}

// A place is where the figures of an indicator in a region stand.
type place struct {
	shard  *shard
	region *shardRegion
	at     int // of the indicator in the shard
}

type placeKey struct{ region, indicator string }

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

// compare notes the changes of what both editions have: regions, indicators,
// groups and periods that only one has are things lost or got.
func (d *Difference) compare(old, fresh map[placeKey]place, sources *origins) {
	for key, b := range fresh {
		a, ok := old[key]
		if !ok {
			continue
		}
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
				from, to := a.shard.cell(was, a.at, oldPeriod), b.shard.cell(is, b.at, newPeriod)
				kind, changed := kindOf(from, to)
				if !changed {
					continue
				}
				if from.known && to.reason == withheld {
					from = cell{reason: notTold}
				}
				d.Changes = append(d.Changes, Change{kind, sources.tables(key.indicator, newGroup, newPeriod), key.region, b.region.Name,
					b.shard.Indicators[b.at].Title, group, period, from.String(), to.String()})
			}
		}
	}
}

const (
	withheld = "te weinig inwoners" // the word of shards
	// notTold stands for the old number of a figure that is withheld now: a list
	// of changes must not publish again what the new edition keeps to itself.
	notTold = "niet getoond"
)

// kindOf tells what happened; false for nothing. A group without a number has
// no place in a shard: that its reasons are gone says nothing.
func kindOf(old, fresh cell) (Kind, bool) {
	switch {
	case old.same(fresh):
		return 0, false
	case old.known && fresh.known:
		return Revised, true
	case fresh.known:
		return Appeared, true
	case old.known:
		return Vanished, true
	}
	return Status, old.reason != "" && fresh.reason != ""
}
