package edition

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wijkmonitor/generator/nearest"
)

// A catalog is what an edition has, by kind and key.
type catalog struct{ names map[Thing]string }

func newCatalog() *catalog { return &catalog{map[Thing]string{}} }

func (c *catalog) note(s *shard) {
	for _, r := range s.Regions {
		c.names[Thing{Kind: "region", Key: r.Code}] = r.Name
	}
	for _, i := range s.Indicators {
		c.names[Thing{Kind: "indicator", Key: i.Key}] = i.Title
	}
	for _, g := range s.Groups {
		c.names[Thing{Kind: "group", Key: g}] = g
	}
	for _, p := range s.Periods {
		c.names[Thing{Kind: "period", Key: p}] = p
	}
}

func (c *catalog) noteAll(names map[Thing]string) { maps.Copy(c.names, names) }

// without lists what c has and other has not.
func (c *catalog) without(other *catalog) (things []Thing) {
	for thing, name := range c.names {
		if _, ok := other.names[thing]; !ok {
			thing.Name = name
			things = append(things, thing)
		}
	}
	slices.SortFunc(things, func(a, b Thing) int { return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Key, b.Key)) })
	return things
}

// Allow refuses an edition that lost regions or indicators which are not
// listed as retired: nobody must lose a place because a file was forgotten.
// where says where that list stands.
func (d *Difference) Allow(retired []string, where string) error {
	var lost []string
	for _, t := range d.Lost {
		listed := slices.ContainsFunc(retired, func(r string) bool { return strings.EqualFold(r, t.Key) })
		if (t.Kind == "region" || t.Kind == "indicator") && !listed {
			line := fmt.Sprintf("%s %s (%s)", t.Kind, t.Key, t.Name)
			if near := nearest.Nearest(t.Key, retired); near != "" {
				line += fmt.Sprintf("; %s has %q", where, near)
			}
			lost = append(lost, line)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	if n := len(lost); n > mostFaults {
		lost = append(lost[:mostFaults], fmt.Sprintf("and %d more", n-mostFaults))
	}
	return fmt.Errorf("diff: these were in %s and are not in %s: list them under %s if that is meant\n  %s", d.Old.Name, d.New.Name, where, strings.Join(lost, "\n  "))
}
