package edition

import (
	"cmp"
	"context"
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
	Key       string // of the indicator
	Group     string // key
	Period    string // code
	Old, New  string // as pages print them
}

// A Difference is what changed between two editions, all sorted.
type Difference struct {
	Old, New  *Published
	Compared  int            // figures that both editions have, of which at least one has a number
	Counts    [kindCount]int // of changes
	Tallies   []Tally        // the same by table and indicator
	Changes   []Change       // of Diff alone
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
	var all []Change
	d, err := Walk(context.Background(), old, fresh, func(changes []Change) error {
		all = append(all, changes...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	d.Changes = all
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
