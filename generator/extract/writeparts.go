package extract

import (
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// writeDataSet writes _TypedDataSet: ID, the dimensions, the topics.
func writeDataSet(name string, t *Table) error {
	columns := []outColumn{
		{name: "ID", typ: typeInt32, plain: true, value: func(row int) parquet.Value { return parquet.Int32Value(int32(row)) }},
		codeColumn(t.GeoDimension, t.Regions, t.RegionIdx, keyWidth),
	}
	for _, d := range t.dims() {
		columns = append(columns, codeColumn(d.Key, d.Codes, d.index, 0))
	}
	for i := range t.Topics {
		topic := &t.Topics[i]
		if topic.Datatype == "String" {
			width, values := keyWidth, t.Strings[i]
			if strings.Contains(topic.Key, "naam") {
				width = nameWidth
			}
			columns = append(columns, outColumn{name: topic.Key, typ: typeString, value: func(row int) parquet.Value { return textValue(values[row], width) }})
			continue
		}
		c, err := numberColumn(topic, t.Values[i])
		if err != nil {
			return err
		}
		columns = append(columns, c)
	}
	return writeColumns(name, len(t.RegionIdx), columns)
}

// writeCodes writes the file of one dimension.
func writeCodes(name string, codes []Code, titleWidth int) error {
	key := keyWidth
	if titleWidth == 0 {
		key = 0
	}
	column := func(name string, value func(c *Code) parquet.Value) outColumn {
		return outColumn{name: name, typ: typeString, plain: true, value: func(row int) parquet.Value { return value(&codes[row]) }}
	}
	columns := []outColumn{
		column("Key", func(c *Code) parquet.Value { return textValue(c.Key, key) }),
		column("Title", func(c *Code) parquet.Value { return textValue(c.Title, titleWidth) }),
		column("Description", func(c *Code) parquet.Value { return textValue(c.Description, 0) }),
	}
	if hasStatus(codes) {
		columns = append(columns, column("Status", func(c *Code) parquet.Value { return textValue(c.Status, 0) }))
	}
	return writeColumns(name, len(codes), columns)
}

func hasStatus(codes []Code) bool {
	return slices.ContainsFunc(codes, func(c Code) bool { return c.Status != "" })
}

// A property is one row of _DataProperties; −1 stands for null.
type property struct {
	id, parent, position, decimals               int
	typ, key, title, description, datatype, unit string
}

// properties lists the dimensions, the topic groups and the topics of a table.
func (t *Table) properties() []property {
	list := []property{{typ: "GeoDetail", key: t.GeoDimension, title: t.GeoDimension}}
	for _, d := range t.dims() {
		list = append(list, property{typ: d.kind, key: d.Key, title: d.Title})
	}
	for i := range list {
		list[i].id, list[i].parent, list[i].position, list[i].decimals = i, -1, i, -1
	}
	position := len(list)
	var path []string
	var ids []int
	for i := range t.Topics {
		topic := &t.Topics[i]
		same := 0
		for same < len(path) && same < len(topic.Group) && path[same] == topic.Group[same] {
			same++
		}
		path, ids = slices.Clone(topic.Group[:same]), ids[:same]
		for _, title := range topic.Group[same:] {
			list = append(list, property{id: len(list), parent: last(ids), position: -1, decimals: -1, typ: "TopicGroup", title: title})
			path, ids = append(path, title), append(ids, len(list)-1)
		}
		list = append(list, property{id: len(list), parent: last(ids), position: position, decimals: topic.Decimals, typ: "Topic",
			key: topic.Key, title: topic.Title, description: topic.Description, datatype: topic.Datatype, unit: topic.Unit})
		position++
	}
	return list
}

func last(ids []int) int {
	if len(ids) == 0 {
		return -1
	}
	return ids[len(ids)-1]
}

// writeProperties writes _DataProperties.
func writeProperties(name string, t *Table) error {
	list := t.properties()
	text := func(name string, value func(p *property) string) outColumn {
		return outColumn{name: name, typ: typeString, value: func(row int) parquet.Value { return textValue(value(&list[row]), 0) }}
	}
	whole := func(name string, value func(p *property) int) outColumn {
		return outColumn{name: name, typ: typeInt64, value: func(row int) parquet.Value {
			if v := value(&list[row]); v >= 0 {
				return parquet.Int64Value(int64(v))
			}
			return parquet.NullValue()
		}}
	}
	return writeColumns(name, len(list), []outColumn{
		text("odata_type", func(p *property) string { return "Cbs.OData." + p.typ }),
		whole("ID", func(p *property) int { return p.id }),
		whole("Position", func(p *property) int { return p.position }),
		whole("ParentID", func(p *property) int { return p.parent }),
		text("Type", func(p *property) string { return p.typ }),
		text("Key", func(p *property) string { return p.key }),
		text("Title", func(p *property) string { return p.title }),
		text("Description", func(p *property) string { return p.description }),
		text("Datatype", func(p *property) string { return p.datatype }),
		text("Unit", func(p *property) string { return p.unit }),
		whole("Decimals", func(p *property) int { return p.decimals }),
	})
}
