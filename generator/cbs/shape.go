package cbs

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// A metaRow is a row of metadata, of v3 or v4.
type metaRow struct {
	Identifier, Key, Title, Description, Kind, Type string
	Unit, Datatype                                  string
	DataType                                        string
	MeasureGroupId, ParentId                        string
	Decimals                                        *float64
	ID                                              json.RawMessage `json:"ID"`
	ParentID                                        json.RawMessage `json:"ParentID"`
}

// shape reads the dimensions and topics from the lists that were got.
func (w *work) shape(protocol string, limits Limits) (*shape, error) {
	if protocol == "v3" {
		return w.shapeV3(limits)
	}
	s := &shape{}
	groups := map[string]group{}
	err := w.metaRows("Dimensions", limits, func(r *metaRow, _ []byte) {
		s.dimensions = append(s.dimensions, dimension{r.Identifier, clean(r.Title), r.Kind})
	})
	if err == nil {
		err = w.metaRows("MeasureGroups", limits, func(r *metaRow, row []byte) {
			var id struct{ Id string }
			if json.Unmarshal(row, &id) == nil {
				groups[id.Id] = group{r.ParentId, clean(r.Title)}
			}
		})
	}
	if err == nil {
		err = w.metaRows("MeasureCodes", limits, func(r *metaRow, _ []byte) {
			s.topics = append(s.topics, r.topic(r.Identifier, r.DataType, groups, r.MeasureGroupId))
		})
	}
	return s, err
}

func (w *work) shapeV3(limits Limits) (*shape, error) {
	s := &shape{}
	groups := map[string]group{}
	err := w.metaRows("DataProperties", limits, func(r *metaRow, _ []byte) {
		switch r.Type {
		case "GeoDetail", "GeoDimension", "TimeDimension", "Dimension":
			s.dimensions = append(s.dimensions, dimension{r.Key, clean(r.Title), r.Type})
		case "TopicGroup":
			groups[string(r.ID)] = group{string(r.ParentID), clean(r.Title)}
		case "Topic":
			s.topics = append(s.topics, r.topic(r.Key, r.Datatype, groups, string(r.ParentID)))
		}
	})
	return s, err
}

// A group is a group of topics.
type group struct{ parent, title string }

const deepest = 20 // levels of groups

func (r *metaRow) topic(key, datatype string, groups map[string]group, parent string) topic {
	t := topic{key: key, title: clean(r.Title), description: r.Description, unit: clean(r.Unit), datatype: datatype}
	if r.Decimals != nil && *r.Decimals > 0 && *r.Decimals < 15 {
		t.decimals = int(*r.Decimals)
	}
	for range deepest {
		g, ok := groups[parent]
		if !ok {
			break
		}
		t.groups = append(t.groups, g.title)
		parent = g.parent
	}
	slices.Reverse(t.groups)
	return t
}

// metaRows reads a small list.
func (w *work) metaRows(part string, limits Limits, visit func(r *metaRow, row []byte)) error {
	return w.eachRow(w.of(part), limits.Row, func(p *gotPage, n int, row []byte) error {
		var r metaRow
		if err := json.Unmarshal(row, &r); err != nil {
			return lasting("metadata of CBS would be right", "%s, row %s: %s", part, strconv.Itoa(n), clean(err.Error()))
		}
		for _, s := range []*string{&r.Identifier, &r.Key, &r.Type, &r.Kind} {
			*s = strings.TrimSpace(*s)
		}
		visit(&r, row)
		return nil
	})
}
