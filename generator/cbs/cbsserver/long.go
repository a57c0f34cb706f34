package cbsserver

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
)

// long answers as OData v4.
func (s *Server) long(w http.ResponseWriter, r *http.Request, id, part string) {
	t := s.table(id)
	if t == nil {
		fail(w, http.StatusNotFound, "Table "+id+" does not exist.")
		return
	}
	switch part {
	case "Properties":
		w.Header().Set("Content-Type", "application/json")
		w.Write(marshal(s.info(t, "v4")))
	case "Observations":
		s.observations(w, r, t)
	case "Dimensions":
		var rows [][]byte
		for _, d := range t.dimensions {
			rows = append(rows, marshal(map[string]any{"Identifier": d.key, "Title": d.title, "Description": "", "Kind": d.kind, "ReleasePolicy": nil}))
		}
		s.answerV4(w, r, part, rows, "")
	case "MeasureCodes":
		s.answerV4(w, r, part, t.measureCodes(), "")
	case "MeasureGroups":
		s.answerV4(w, r, part, t.measureGroups(), "")
	default:
		for _, d := range t.dimensions {
			switch part {
			case d.key + "Codes":
				s.answerV4(w, r, part, d.codesV4(), "")
				return
			case d.key + "Groups":
				s.answerV4(w, r, part, [][]byte{marshal(map[string]any{"Id": "0", "Index": 1, "Title": d.title, "Description": nil, "ParentId": nil})}, "")
				return
			}
		}
		fail(w, http.StatusNotFound, "Resource not found for the segment '"+part+"'.")
	}
}

func (d *dimension) codesV4() [][]byte {
	var rows [][]byte
	for i := range d.codes.rows {
		row := map[string]any{"Identifier": d.codes.text("Key", i), "Index": i + 1, "Title": strings.TrimSpace(d.codes.text("Title", i)),
			"Description": d.codes.text("Description", i), "DimensionGroupId": "0"}
		if status := d.codes.text("Status", i); status != "" {
			row["Status"] = status
		}
		rows = append(rows, marshal(row))
	}
	return rows
}

func (t *table) measureCodes() [][]byte {
	var rows [][]byte
	p := t.properties
	for i, topic := range t.topics {
		group := ""
		if parent, ok := p.column("ParentID").Number(topic.row); ok {
			group = "G" + strconv.Itoa(int(parent))
		}
		decimals, _ := p.column("Decimals").Number(topic.row)
		rows = append(rows, marshal(map[string]any{"Identifier": topic.measure, "Index": i + 1, "Title": p.text("Title", topic.row), "Description": p.text("Description", topic.row),
			"MeasureGroupId": group, "DataType": p.text("Datatype", topic.row), "Unit": p.text("Unit", topic.row), "Format": nil, "Decimals": int(decimals), "PresentationType": "Absolute"}))
	}
	return rows
}

func (t *table) measureGroups() [][]byte {
	var rows [][]byte
	p := t.properties
	for row := range p.rows {
		if p.text("Type", row) != "TopicGroup" {
			continue
		}
		id, _ := p.column("ID").Number(row)
		var parent any
		if up, ok := p.column("ParentID").Number(row); ok {
			parent = "G" + strconv.Itoa(int(up))
		}
		rows = append(rows, marshal(map[string]any{"Id": "G" + strconv.Itoa(int(id)), "Index": row, "Title": p.text("Title", row), "Description": p.text("Description", row), "ParentId": parent}))
	}
	return rows
}

// observations counts the figures that there are: v4 has no row for one that
// there is not.
func (t *table) observations() int {
	n := 0
	for _, topic := range t.topics {
		for row := range t.data.rows {
			if t.filled(topic, row) {
				n++
			}
		}
	}
	return n
}

func (t *table) filled(topic topic, row int) bool {
	if _, ok := topic.column.Number(row); ok {
		return true
	}
	_, ok := topic.column.Text(row)
	return ok
}

// observations answers with a page of the figures.
func (s *Server) observations(w http.ResponseWriter, r *http.Request, t *table) {
	q := r.URL.Query()
	f, err := parseFilter(q.Get("$filter"))
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	skip, _ := strconv.Atoi(q.Get("$skip"))
	var rows [][]byte
	at, seen := 0, 0
	for row := range t.data.rows {
		for _, topic := range t.topics {
			if !t.filled(topic, row) {
				continue
			}
			at++
			if !f.holds(func(name string) string { return t.field(name, topic, row) }) {
				continue
			}
			if seen++; seen <= skip || len(rows) == s.pageV4 {
				continue
			}
			rows = append(rows, t.observation(at, topic, row))
		}
	}
	next := ""
	if seen > skip+len(rows) {
		next = link(r, skip+s.pageV4)
	}
	s.figures(w, r, skip, s.pageV4, rows, func(rows [][]byte, next string) { s.answerV4(w, r, "Observations", rows, next) }, next)
}

func (t *table) field(name string, topic topic, row int) string {
	if name == "Measure" {
		return topic.measure
	}
	return t.data.text(name, row)
}

func (t *table) observation(id int, topic topic, row int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"Id":` + strconv.Itoa(id) + `,"Measure":"` + topic.measure + `","ValueAttribute":"None","Value":`)
	if x, ok := topic.column.Number(row); ok {
		b.WriteString(strconv.FormatFloat(x, 'f', -1, 64) + `,"StringValue":null`)
	} else {
		text, _ := topic.column.Text(row)
		b.WriteString(`null,"StringValue":`)
		b.Write(marshal(text))
	}
	for _, d := range t.dimensions {
		b.WriteString(`,"` + d.key + `":`)
		b.Write(marshal(t.data.text(d.key, row)))
	}
	b.WriteByte('}')
	return b.Bytes()
}
