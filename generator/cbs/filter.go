package cbs

import (
	"slices"
	"strings"

	"wijkmonitor/generator/model"
)

// levels lists how the codes of the regions begin that the site can show. The
// Netherlands are there to compare with.
func levels() []string { return []string{"NL", "GM", "WK", "BU"} }

// A selection is what is asked for of the figures.
type selection struct {
	options [][]string // OData's options, one list for each question
	topics  []topic    // that come
}

// words names the filters in the manifest.
func (s *selection) words() []string {
	list := []string{}
	for _, o := range s.options {
		for i := 0; i+1 < len(o); i += 2 {
			list = append(list, o[i]+"="+o[i+1])
		}
	}
	return list
}

// rowsChosen tells whether rows are left out, so that their number says nothing.
func (s *selection) rowsChosen() bool {
	return slices.ContainsFunc(s.options, func(o []string) bool { return slices.Contains(o, "$filter") })
}

// narrow asks for the topics and regions that the definition uses only. Texts
// come always: they say how areas changed and what they are called.
func (s *shape) narrow(protocol string, def *model.Definition, table string) *selection {
	list := needs(def, table)
	sel := &selection{}
	var keys []string
	for _, t := range s.topics {
		if t.datatype == "String" || slices.ContainsFunc(list, func(n need) bool { return n.topic == t.key }) {
			sel.topics, keys = append(sel.topics, t), append(keys, t.key)
		}
	}
	region := s.regions()
	if protocol == "v3" {
		columns := []string{"ID"}
		for _, d := range s.dimensions {
			columns = append(columns, d.key)
		}
		options := []string{"$select", strings.Join(append(columns, keys...), ",")}
		if region != "" {
			options = append(options, "$filter", region)
		}
		sel.options = [][]string{options}
		return sel
	}
	for _, measures := range inFilters(keys) {
		if region != "" {
			measures = "(" + region + ") and " + measures
		}
		sel.options = append(sel.options, []string{"$filter", measures})
	}
	return sel
}

// regions is the filter on the one dimension with regions; "" where there are
// none or several.
func (s *shape) regions() string {
	geo := ""
	for _, d := range s.dimensions {
		if d.geo() {
			if geo != "" {
				return ""
			}
			geo = d.key
		}
	}
	if geo == "" {
		return ""
	}
	var parts []string
	for _, level := range levels() {
		parts = append(parts, "startswith("+geo+",'"+level+"')")
	}
	return strings.Join(parts, " or ")
}

// inFilters are filters on measures, none of them too long for an address.
func inFilters(keys []string) []string {
	var list []string
	var now []string
	size := 0
	flush := func() {
		if len(now) > 0 {
			list = append(list, "Measure in ("+strings.Join(now, ",")+")")
		}
		now, size = nil, 0
	}
	for _, k := range keys {
		q := "'" + strings.ReplaceAll(k, "'", "''") + "'"
		if size += len(q) + 1; size > mostFilter {
			flush()
			size = len(q) + 1
		}
		now = append(now, q)
	}
	flush()
	return list
}
