package cbsserver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"wijkmonitor/generator/extract"
)

// apiLimit is how many rows ODataApi gives at most.
const apiLimit = 10_000

// wide answers as OData v3.
func (s *Server) wide(w http.ResponseWriter, r *http.Request, id, part string, api bool) {
	t := s.table(id)
	if t == nil {
		fail(w, http.StatusNotFound, "Table "+id+" does not exist.")
		return
	}
	if r.URL.Query().Get("$format") != "json" {
		w.Header().Set("Content-Type", "application/atom+xml")
		fmt.Fprintf(w, `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="text">%s</title></feed>`, part)
		return
	}
	switch part {
	case "TypedDataSet":
		s.dataSet(w, r, t, api)
	case "TableInfos":
		s.answerV3(w, r, part, [][]byte{marshal(s.info(t, "v3"))}, "")
	case "DataProperties":
		s.answerV3(w, r, part, t.properties.objects(func(c string, _ int) string { return strings.Replace(c, "odata_type", "odata.type", 1) }, nil), "")
	case "CategoryGroups":
		s.answerV3(w, r, part, nil, "")
	default:
		for _, d := range t.dimensions {
			if d.key == part {
				s.answerV3(w, r, part, d.codes.objects(nil, func(column string) int { return d.width(column) }), "")
				return
			}
		}
		fail(w, http.StatusNotFound, "Resource not found for the segment '"+part+"'.")
	}
}

// width is to how many characters CBS pads the keys of regions.
func (d *dimension) width(column string) int {
	if column == "Key" && (d.kind == "GeoDetail" || d.kind == "GeoDimension") {
		return 10
	}
	return 0
}

// dataSet answers with a page of the figures.
func (s *Server) dataSet(w http.ResponseWriter, r *http.Request, t *table, api bool) {
	q := r.URL.Query()
	f, err := parseFilter(q.Get("$filter"))
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	skip, _ := strconv.Atoi(q.Get("$skip"))
	var rows []int
	seen := 0
	more := false
	for row := range t.data.rows {
		if !f.holds(func(name string) string { return t.padded(name, row) }) {
			continue
		}
		if seen++; seen <= skip {
			continue
		}
		if len(rows) == s.pageV3 && !api {
			more = true
			break
		}
		rows = append(rows, row)
	}
	if api && seen > apiLimit || s.now() == APILimit {
		fail(w, http.StatusInternalServerError, "The query returns more than 10000 records")
		return
	}
	var chosen []*extract.PartColumn
	for _, c := range t.data.columns {
		if sel := q.Get("$select"); sel == "" || strings.Contains(","+sel+",", ","+c.Name+",") {
			chosen = append(chosen, c)
		}
	}
	var objects [][]byte
	for _, row := range rows {
		objects = append(objects, object(chosen, row, nil, t.widthOf))
	}
	next := ""
	if more {
		next = link(r, skip+s.pageV3)
	}
	s.figures(w, r, skip, s.pageV3, objects, func(rows [][]byte, next string) { s.answerV3(w, r, "TypedDataSet", rows, next) }, next)
}

// widthOf is to how many characters CBS pads a column of the figures.
func (t *table) widthOf(column string) int {
	for _, d := range t.dimensions {
		if d.key == column {
			return d.width("Key")
		}
	}
	if strings.HasPrefix(column, "Gemeentenaam") {
		return 40
	}
	return 10
}

func (t *table) padded(column string, row int) string {
	return pad(t.data.text(column, row), t.widthOf(column))
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// objects makes a JSON object of each row.
func (l *list) objects(rename func(string, int) string, width func(string) int) [][]byte {
	all := make([][]byte, l.rows)
	for row := range all {
		all[row] = object(l.columns, row, rename, width)
	}
	return all
}

func object(columns []*extract.PartColumn, row int, rename func(string, int) string, width func(string) int) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range columns {
		if i > 0 {
			b.WriteByte(',')
		}
		name := c.Name
		if rename != nil {
			name = rename(name, row)
		}
		b.Write(marshal(name))
		b.WriteByte(':')
		if x, ok := c.Number(row); ok {
			b.WriteString(strconv.FormatFloat(x, 'f', -1, 64))
		} else if text, ok := c.Text(row); ok {
			if width != nil {
				text = pad(text, width(c.Name))
			}
			b.Write(marshal(text))
		} else {
			b.WriteString("null")
		}
	}
	b.WriteByte('}')
	return b.Bytes()
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // of texts and numbers only
	}
	return b
}
