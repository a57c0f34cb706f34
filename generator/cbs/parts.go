package cbs

import (
	"context"
	"slices"
	"strings"

	"wijkmonitor/generator/extract"
)

// A shape is what the metadata of a table say of its figures.
type shape struct {
	dimensions []dimension
	topics     []topic
}

// A dimension is one dimension of a table.
type dimension struct{ key, title, kind string }

// geo tells whether the dimension holds regions.
func (d dimension) geo() bool { return d.kind == "GeoDetail" || d.kind == "GeoDimension" }

// A topic is one measured thing: a Topic of v3, a measure of v4.
type topic struct {
	key, title, description, unit, datatype string
	decimals                                int
	groups                                  []string // titles of the groups it lies in, outermost first
}

// list is the address of a list of a table.
func (i *info) list(table, part string, options ...string) string {
	if i.protocol == "v3" {
		options = append([]string{"$format", "json"}, options...)
	}
	return query(i.url(table)+"/"+part, options...)
}

// metadata gets every list of a table but that with its figures, and returns
// their names. A list that the server does not have is left out where it need
// not be there.
func (d *download) metadata(ctx context.Context, i *info) (*shape, []string, error) {
	first := []string{"DataProperties"}
	if i.protocol == "v4" {
		first = []string{"Dimensions", "MeasureCodes", "MeasureGroups"}
	}
	var parts []string
	get := func(part string, must bool) error {
		if err := extract.CheckPartName(part); err != nil {
			return place{table: d.table}.wrap(err)
		}
		if slices.ContainsFunc(parts, func(p string) bool { return strings.EqualFold(p, part) }) {
			return place{table: d.table}.wrap(lasting("each list once would be right", "its metadata name the list %q twice", part))
		}
		rows, err := d.part(ctx, part, []string{i.list(d.table, part)}, 0)
		switch {
		case notThere(err) && !must || err == nil && rows == 0 && !must:
			return nil
		case err == nil && rows == 0:
			return place{table: d.table, part: part}.wrap(lasting("at least one would be right", "the list has no rows"))
		case err != nil:
			return err
		}
		parts = append(parts, part)
		return nil
	}
	for _, part := range first {
		if err := get(part, part != "MeasureGroups"); err != nil {
			return nil, nil, err
		}
	}
	s, err := d.work.shape(i.protocol, d.client.limits)
	if err != nil {
		return nil, nil, place{table: d.table}.wrap(err)
	}
	reserved := []string{"TypedDataSet", "UntypedDataSet", "TableInfos", "CategoryGroups", "Observations", "Properties", "Metadata", "Manifest"}
	for _, dim := range s.dimensions {
		if slices.Contains(reserved, dim.key) {
			return nil, nil, place{table: d.table}.wrap(lasting("", "its metadata have a dimension with the name %q", dim.key))
		}
		if i.protocol == "v3" {
			err = get(dim.key, true)
		} else if err = get(dim.key+"Codes", true); err == nil {
			err = get(dim.key+"Groups", false)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	if i.protocol == "v3" {
		err = get("CategoryGroups", false)
	}
	return s, parts, err
}

// columns are those of the part with the figures.
func (s *shape) columns(protocol string) (part string, columns []extract.Column) {
	if protocol == "v4" {
		part = "Observations"
		columns = []extract.Column{{Name: "Id", Type: extract.WholeColumn}, {Name: "Measure"}, {Name: "ValueAttribute"},
			{Name: "Value", Type: extract.NumberColumn}, {Name: "StringValue"}}
	} else {
		part, columns = "TypedDataSet", []extract.Column{{Name: "ID", Type: extract.WholeColumn}}
	}
	for _, d := range s.dimensions {
		columns = append(columns, extract.Column{Name: d.key})
	}
	if protocol == "v4" {
		return part, columns
	}
	for _, t := range s.topics {
		typ := extract.NumberColumn
		switch t.datatype {
		case "String":
			typ = extract.TextColumn
		case "Long", "Integer", "Short":
			typ = extract.WholeColumn
		}
		columns = append(columns, extract.Column{Name: t.key, Type: typ})
	}
	return part, columns
}
