package extract

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// WriteTableV4 writes a table in the v4 layout into dir, which must exist: an
// observation for each row and topic, also where there is no figure. The same
// table gives the same bytes. Every column is OPTIONAL, compression is zstd.
func WriteTableV4(dir string, t *Table) error {
	if err := t.check(); err != nil {
		return err
	}
	regions := indexedDim{&Dim{Key: t.GeoDimension, Title: t.GeoDimension, Codes: t.Regions}, "GeoDetail", t.RegionIdx}
	dims := append([]indexedDim{regions}, t.dims()...)
	part := func(name string) string { return v4.file(dir, t.ID, name) }
	if err := writeDimensions(part("Dimensions"), dims); err != nil {
		return err
	}
	for _, d := range dims {
		if err := writeCodesV4(part(v4.codes(d.Key)), d.Codes); err != nil {
			return err
		}
		if err := writeGroupsV4(part(d.Key+"Groups"), []measureGroupRow{{id: "0", title: d.Title}}); err != nil {
			return err
		}
	}
	if err := writeMeasures(part, t); err != nil {
		return err
	}
	if err := writeMetadata(v4.metadata(dir, t.ID), t); err != nil {
		return err
	}
	return writeObservations(part(v4.figures()), t, dims)
}

// textColumnOf is a column of texts by row; "" is null.
func textColumnOf(name string, value func(row int) string) outColumn {
	return outColumn{name: name, typ: typeString, value: func(row int) parquet.Value { return textValue(value(row), 0) }}
}

func indexColumn() outColumn {
	return outColumn{name: "Index", typ: typeInt64, plain: true, value: func(row int) parquet.Value { return parquet.Int64Value(int64(row + 1)) }}
}

func writeDimensions(name string, dims []indexedDim) error {
	return writeColumns(name, len(dims), []outColumn{
		textColumnOf("Identifier", func(i int) string { return dims[i].Key }),
		textColumnOf("Title", func(i int) string { return dims[i].Title }),
		textColumnOf("Description", func(int) string { return "" }),
		textColumnOf("Kind", func(i int) string { return dims[i].kind }),
	})
}

func writeCodesV4(name string, codes []Code) error {
	columns := []outColumn{
		textColumnOf("Identifier", func(i int) string { return codes[i].Key }),
		indexColumn(),
		textColumnOf("Title", func(i int) string { return codes[i].Title }),
		textColumnOf("Description", func(i int) string { return codes[i].Description }),
		textColumnOf("DimensionGroupId", func(int) string { return "0" }),
	}
	if hasStatus(codes) {
		columns = append(columns, textColumnOf("Status", func(i int) string { return codes[i].Status }))
	}
	return writeColumns(name, len(codes), columns)
}

// A measureGroupRow is one row of a file with groups.
type measureGroupRow struct{ id, title, parent string }

func writeGroupsV4(name string, groups []measureGroupRow) error {
	return writeColumns(name, len(groups), []outColumn{
		textColumnOf("Id", func(i int) string { return groups[i].id }),
		indexColumn(),
		textColumnOf("Title", func(i int) string { return groups[i].title }),
		textColumnOf("Description", func(int) string { return "" }),
		textColumnOf("ParentId", func(i int) string { return groups[i].parent }),
	})
}

// writeMeasures writes the topics and the groups that they lie in. The same
// titles from the outside in are the same group.
func writeMeasures(part func(string) string, t *Table) error {
	ids := map[string]string{}
	var groups []measureGroupRow
	within := make([]string, len(t.Topics)) // id of each topic's group
	for i := range t.Topics {
		path := ""
		for _, title := range t.Topics[i].Group {
			parent := ids[path]
			path += "\x00" + title
			if ids[path] == "" {
				ids[path] = "G" + strconv.Itoa(len(groups)+1)
				groups = append(groups, measureGroupRow{id: ids[path], title: title, parent: parent})
			}
		}
		within[i] = ids[path]
	}
	if len(groups) > 0 {
		if err := writeGroupsV4(part("MeasureGroups"), groups); err != nil {
			return err
		}
	}
	return writeColumns(part("MeasureCodes"), len(t.Topics), []outColumn{
		textColumnOf("Identifier", func(i int) string { return t.Topics[i].Key }),
		indexColumn(),
		textColumnOf("Title", func(i int) string { return t.Topics[i].Title }),
		textColumnOf("Description", func(i int) string { return t.Topics[i].Description }),
		textColumnOf("MeasureGroupId", func(i int) string { return within[i] }),
		textColumnOf("DataType", func(i int) string { return t.Topics[i].Datatype }),
		textColumnOf("Unit", func(i int) string { return t.Topics[i].Unit }),
		{name: "Decimals", typ: typeInt64, value: func(i int) parquet.Value { return parquet.Int64Value(int64(t.Topics[i].Decimals)) }},
	})
}

// writeObservations writes row by row, and of each row topic by topic.
func writeObservations(name string, t *Table, dims []indexedDim) error {
	n := len(t.Topics)
	measures := make([]parquet.Value, n)
	for i := range t.Topics {
		measures[i] = textValue(t.Topics[i].Key, 0)
	}
	words := attributeWords(t)
	columns := []outColumn{
		{name: "Id", typ: typeInt64, plain: true, value: func(i int) parquet.Value { return parquet.Int64Value(int64(i)) }},
		{name: "Measure", typ: typeString, value: func(i int) parquet.Value { return measures[i%n] }},
		{name: "ValueAttribute", typ: typeString, value: func(i int) parquet.Value {
			if i%n < len(t.Attributes) && t.Attributes[i%n] != nil {
				return words[t.Attributes[i%n][i/n]]
			}
			return words[""]
		}},
		{name: "Value", typ: typeDouble, value: func(i int) parquet.Value {
			if values := t.Values[i%n]; values != nil && !math.IsNaN(values[i/n]) {
				return parquet.DoubleValue(values[i/n])
			}
			return parquet.NullValue()
		}},
	}
	if slices.ContainsFunc(t.Topics, func(topic Topic) bool { return topic.Datatype == "String" }) {
		columns = append(columns, textColumnOf("StringValue", func(i int) string {
			if t.Topics[i%n].Datatype != "String" {
				return ""
			}
			return strings.TrimSpace(t.Strings[i%n][i/n])
		}))
	}
	for _, d := range dims {
		byRow := codeColumn(d.Key, d.Codes, d.index, 0).value
		columns = append(columns, outColumn{name: d.Key, typ: typeString, value: func(i int) parquet.Value { return byRow(i / n) }})
	}
	return writeColumns(name, n*len(t.RegionIdx), columns)
}

// attributeWords gives the value of each word under ValueAttribute.
func attributeWords(t *Table) map[string]parquet.Value {
	words := map[string]parquet.Value{"": textValue("None", 0)}
	for _, list := range t.Attributes {
		for _, word := range list {
			if word != "" {
				words[word] = textValue(word, 0)
			}
		}
	}
	return words
}
