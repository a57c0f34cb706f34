package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"wijkmonitor/generator/model"
)

// A source is one table of the definition, opened: its metadata, and per row
// of its data set the region, group and period as indexes in the Monitor.
type source struct {
	spec   *model.TableSpec
	layout layout
	info   tableInfo

	retrieved string // day on which fetch took the extract; "" without a manifest

	props *properties
	data  *file // the part with the figures
	set   dataset

	regionTitles map[string]string
	groups       codeList
	groupTitles  map[string]string // nil without a group dimension
	groupCodes   []string
	time         string // key of the time dimension; "" when the definition gives the period
	times        codeList

	codes  *textColumn // region codes
	region []int32     // −1: a row that is left out
	group  []int32     // −1: a group that the definition does not name; behind the groups: a part of a merged group
	period []int32
	merged []mergedRow
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
func readPart(l layout, dir, id, part string, read func(*file) error) error {
	f, err := openFile(l.file(dir, id, part), "table "+id+" needs it")
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
	if s.layout, err = findLayout(dir, spec.ID); err != nil {
		return nil, err
	}
	if err := s.verify(dir); err != nil {
		return nil, err
	}
	if s.info, err = readInfo(s.layout.metadata(dir, spec.ID), spec.ID); err != nil {
		return nil, err
	}
	if err := s.readProperties(dir); err != nil {
		return nil, err
	}
	if err := s.chooseDimensions(def, dir); err != nil {
		return nil, err
	}
	if err := s.readDimensions(dir); err != nil {
		return nil, err
	}
	if s.data, err = openFile(s.layout.file(dir, spec.ID, s.layout.figures()), "it holds the figures of table "+spec.ID); err != nil {
		return nil, err
	}
	if err := s.openRows(); err != nil {
		s.data.close()
		return nil, err
	}
	return s, nil
}

// openRows finds the rows of the part with the figures.
func (s *source) openRows() error {
	if s.data.rows == 0 {
		return fmt.Errorf("extract: %s: has no rows", s.data.name)
	}
	return s.chooseRows()
}

// readProperties reads what the table says of its dimensions and topics.
func (s *source) readProperties(dir string) (err error) {
	if s.layout == v4 {
		s.props, err = readMeasures(dir, s.spec.ID)
	} else {
		err = readPart(v3, dir, s.spec.ID, "DataProperties", func(f *file) (err error) {
			s.props, err = readProperties(f)
			return err
		})
	}
	if err == nil {
		s.change = s.textTopic("Indelingswijziging")
	}
	return err
}

// textTopic finds a topic by how its key begins, or its title: codes of
// measures in the v4 layout say nothing. "" when there is none.
func (s *source) textTopic(name string) (topic string) {
	for _, key := range s.props.keys {
		if strings.HasPrefix(key, name) || s.layout == v4 && strings.HasPrefix(s.props.topics[key].Title, name) {
			topic = key
		}
	}
	return topic
}

// row names a row in a message: row 10412 (BU03630001).
func (s *source) row(i int) string { return fmt.Sprintf("row %d (%s)", s.set.number(i), s.codes.at(i)) }
