package extract

import (
	"fmt"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// dimensionsOf reads the codes of dimensions, each file once.
type dimensionsOf struct {
	layout layout
	dir    string
	id     string
}

func (d *dimensionsOf) codes(key string) (list codeList, err error) {
	err = readPart(d.layout, d.dir, d.id, d.layout.codes(key), func(f *file) (err error) {
		list, err = readCodes(f, d.layout)
		return err
	})
	return list, err
}

// chooseDimensions holds the definition's dimensions, selections and period
// against what the table has.
func (s *source) chooseDimensions(def *model.Definition, dir string) error {
	p, spec := s.props, s.spec
	fail := func(line int, format string, args ...any) error {
		return fmt.Errorf("monitor: %s:%d: table %s %s", def.File, line, spec.ID, fmt.Sprintf(format, args...))
	}
	all := slices.Concat(p.geos, p.times, p.dimensions)
	for _, name := range []string{spec.Dimension, spec.Regions} {
		if name != "" && !slices.Contains(all, name) {
			return fail(spec.Line, "has no dimension %q%s", name, didYouMean(name, all))
		}
	}
	selected := map[string]bool{}
	for _, sel := range spec.Select {
		if !slices.Contains(all, sel.Dimension) {
			return fail(sel.Line, "has no dimension %q, of which %q is selected%s", sel.Dimension, sel.Code, didYouMean(sel.Dimension, all))
		}
		selected[sel.Dimension] = true
	}
	free := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(d string) bool { return selected[d] || d == spec.Dimension || d == spec.Regions })
	}
	geos, times := free(p.geos), free(p.times)
	switch {
	case spec.Regions != "":
		p.geo = spec.Regions
	case len(geos) == 0:
		return fmt.Errorf("extract: %s: no dimension of table %s is of the kind GeoDetail or GeoDimension; the name of the one with regions would be right under regions", dir, spec.ID)
	case len(geos) > 1:
		return fail(spec.Line, "has the region dimensions %s; one of them would be right under regions, the others under select", strings.Join(geos, " and "))
	default:
		p.geo = geos[0]
	}
	switch {
	case len(times) > 1:
		return fail(spec.Line, "has %d time dimensions; one would be right, the others under select", len(times))
	case len(times) == 1:
		s.time = times[0]
	case spec.Period == "":
		return fail(spec.Line, "has no time dimension; its period, such as 2020JJ00, would be right under period")
	}
	return s.checkFurther(def, dir, free(all))
}

// checkFurther demands one selected code of each dimension that the monitor
// does not show.
func (s *source) checkFurther(def *model.Definition, dir string, free []string) error {
	d := dimensionsOf{s.layout, dir, s.spec.ID}
	for _, key := range free {
		if key == s.props.geo || key == s.time {
			continue
		}
		codes, err := d.codes(key)
		if err != nil {
			return err
		}
		return fmt.Errorf("monitor: %s:%d: table %s has the further dimension %q; dimension: %s for the groups, or select: {%s: %s} for one of its codes (%s) would be right",
			def.File, s.spec.Line, s.spec.ID, key, key, key, codes.total(), codes.titles[codes.total()])
	}
	spec := *s.spec // what follows is of this table, not of the definition
	spec.Select = slices.Clone(spec.Select)
	s.spec = &spec
	for i, sel := range s.spec.Select {
		codes, err := d.codes(sel.Dimension)
		if err != nil {
			return err
		}
		code, ok := codes.code(sel.Code)
		if s.spec.Select[i].Code = code; !ok {
			return fmt.Errorf("monitor: %s:%d: table %s selects %q of dimension %q, which does not have that code%s; %s (%s) is its total", def.File, sel.Line, s.spec.ID, sel.Code,
				sel.Dimension, didYouMean(sel.Code, codes.keys), codes.total(), codes.titles[codes.total()])
		}
	}
	return nil
}

// readDimensions reads the codes of the dimensions that the monitor shows.
func (s *source) readDimensions(dir string) error {
	d := dimensionsOf{s.layout, dir, s.spec.ID}
	regions, err := d.codes(s.props.geo)
	if err != nil {
		return err
	}
	s.regionTitles = regions.titles
	if s.spec.Dimension != "" {
		groups, err := d.codes(s.spec.Dimension)
		if err != nil {
			return err
		}
		s.groups, s.groupTitles, s.groupCodes = groups, groups.titles, groups.keys
	}
	if s.time != "" {
		if s.times, err = d.codes(s.time); err != nil {
			return err
		}
	}
	return nil
}

// A codeList is the codes of a dimension.
type codeList struct {
	keys   []string // in the table's order
	titles map[string]string
	status map[string]string // of periods: Definitief, Voorlopig; "" when not given
}

// code finds a code by itself or by a title that no other code has: titles are
// what people see, and what a file from elsewhere may have instead of codes.
func (c *codeList) code(name string) (code string, ok bool) {
	if _, ok := c.titles[name]; ok {
		return name, true
	}
	for key, title := range c.titles {
		if title == name {
			if ok {
				return "", false
			}
			code, ok = key, true
		}
	}
	return code, ok
}

// total guesses the code that stands for everything: the first whose title
// says so, else the first.
func (c *codeList) total() string {
	for _, key := range c.keys {
		if title := strings.ToLower(c.titles[key]); strings.HasPrefix(title, "tota") {
			return key
		}
	}
	if len(c.keys) == 0 {
		return ""
	}
	return c.keys[0]
}

// readCodes reads the file of a dimension.
func readCodes(f *file, l layout) (codeList, error) {
	key := "Key"
	if l == v4 {
		key = "Identifier"
	}
	c, err := f.columnsOf([]string{key, "Title"}, "Status")
	if err != nil {
		return codeList{}, err
	}
	list := codeList{titles: make(map[string]string, f.rows), status: map[string]string{}}
	for i := range f.rows {
		k := c[key].at(i)
		if _, twice := list.titles[k]; twice || k == "" {
			return codeList{}, fmt.Errorf("extract: %s, row %d: code %q is empty or there twice", f.name, i+1, k)
		}
		list.titles[k] = strings.TrimSpace(c["Title"].at(i))
		if status := c["Status"].at(i); status != "" {
			list.status[k] = status
		}
		list.keys = append(list.keys, k)
	}
	return list, nil
}
