package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// A source is one table of the definition, opened: its metadata, and per row
// of its data set the region, group and period as indexes in the Monitor.
type source struct {
	spec  *model.TableSpec
	info  tableInfo
	props *properties
	data  *file

	regionTitles map[string]string
	groupTitles  map[string]string // nil without a group dimension
	groupCodes   []string
	time         string // key of the time dimension; "" when the definition gives the period
	timeTitles   map[string]string

	codes  *textColumn // region codes
	region []int32     // −1: a row that is left out
	group  []int32     // −1: a group that the definition does not name
	period []int32
	change string // key of the topic that tells how the area changed; "" when there is none
}

// openSources opens every table of the definition.
func openSources(def *model.Definition, dir string) ([]*source, error) {
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("extract: %s: there is no such directory; put the CBS tables there or name their directory with --extracts", dir)
	} else if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("extract: %s: is not a directory; the directory with the CBS tables would be right", dir)
	}
	if len(def.Tables) == 0 {
		return nil, fmt.Errorf("monitor: %s: names no table", def.File)
	}
	var bad faults
	var all []*source
	for i := range def.Tables {
		s, err := openSource(def, &def.Tables[i], dir)
		if err != nil {
			bad.add(err)
			continue
		}
		all = append(all, s)
	}
	if err := bad.err(); err != nil {
		closeSources(all)
		return nil, err
	}
	return all, nil
}

func closeSources(all []*source) {
	for _, s := range all {
		s.data.close()
	}
}

// readPart opens one of a table's small files, reads it and closes it.
func readPart(dir, id, part string, read func(*file) error) error {
	f, err := openFile(path(dir, id, part), "table "+id+" needs it")
	if err != nil {
		return err
	}
	defer f.close()
	return read(f)
}

func openSource(def *model.Definition, spec *model.TableSpec, dir string) (s *source, err error) {
	s = &source{spec: spec}
	if spec.ID == "" || strings.ContainsAny(spec.ID, `/\`) {
		return nil, fmt.Errorf("monitor: %s:%d: %q is not a table id; 84799NED would be right", def.File, spec.Line, spec.ID)
	}
	if s.info, err = readInfo(dir, spec.ID); err != nil {
		return nil, err
	}
	err = readPart(dir, spec.ID, "DataProperties", func(f *file) (err error) {
		s.props, err = readProperties(f)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := s.chooseDimensions(def); err != nil {
		return nil, err
	}
	if err := s.readDimensions(dir); err != nil {
		return nil, err
	}
	if s.data, err = openFile(path(dir, spec.ID, "TypedDataSet"), "it holds the figures of table "+spec.ID); err != nil {
		return nil, err
	}
	if s.data.rows == 0 {
		s.data.close()
		return nil, fmt.Errorf("extract: %s: has no rows", s.data.name)
	}
	return s, nil
}

// chooseDimensions holds the definition's dimension and period against those
// that the table has.
func (s *source) chooseDimensions(def *model.Definition) error {
	p, spec := s.props, s.spec
	fail := func(format string, args ...any) error {
		return fmt.Errorf("monitor: %s:%d: table %s %s", def.File, spec.Line, spec.ID, fmt.Sprintf(format, args...))
	}
	if spec.Dimension != "" && !slices.Contains(p.dimensions, spec.Dimension) {
		return fail("has no dimension %q%s", spec.Dimension, didYouMean(spec.Dimension, p.dimensions))
	}
	for _, d := range p.dimensions {
		if d != spec.Dimension {
			return fail("has the dimension %q, which the definition does not name under dimension", d)
		}
	}
	switch {
	case len(p.times) > 1:
		return fail("has %d time dimensions; one would be right", len(p.times))
	case len(p.times) == 1:
		s.time = p.times[0]
	case spec.Period == "":
		return fail("has no time dimension; its period, such as 2020JJ00, would be right under period")
	}
	for _, key := range p.keys {
		if strings.HasPrefix(key, "Indelingswijziging") {
			s.change = key
		}
	}
	return nil
}

func (s *source) readDimensions(dir string) error {
	err := readPart(dir, s.spec.ID, s.props.geo, func(f *file) (err error) {
		s.regionTitles, _, err = readCodes(f)
		return err
	})
	if err == nil && s.spec.Dimension != "" {
		err = readPart(dir, s.spec.ID, s.spec.Dimension, func(f *file) (err error) {
			s.groupTitles, s.groupCodes, err = readCodes(f)
			return err
		})
	}
	if err == nil && s.time != "" {
		err = readPart(dir, s.spec.ID, s.time, func(f *file) (err error) {
			s.timeTitles, _, err = readCodes(f)
			return err
		})
	}
	return err
}

// row names a row in a message: row 10412 (BU03630001).
func (s *source) row(i int) string { return fmt.Sprintf("row %d (%s)", i+1, s.codes.at(i)) }
