package cbsserver

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// answerV3 writes a list in the envelope of v3.
func (s *Server) answerV3(w http.ResponseWriter, r *http.Request, part string, rows [][]byte, next string) {
	s.write(w, r, fmt.Sprintf(`{"odata.metadata":%q,"value":[`, origin(r)+r.URL.Path+"/$metadata#"+part), `"odata.nextLink"`, rows, next)
}

// answerV4 writes a list in the envelope of v4.
func (s *Server) answerV4(w http.ResponseWriter, r *http.Request, part string, rows [][]byte, next string) {
	s.write(w, r, fmt.Sprintf(`{"@odata.context":%q,"value":[`, origin(r)+r.URL.Path+"/$metadata#"+part), `"@odata.nextLink"`, rows, next)
}

func (s *Server) write(w http.ResponseWriter, r *http.Request, head, name string, rows [][]byte, next string) {
	var b bytes.Buffer
	b.WriteString(head)
	b.Write(bytes.Join(rows, []byte(",\n")))
	b.WriteByte(']')
	if next != "" {
		fmt.Fprintf(&b, ",%s:%s", name, marshal(next))
	}
	b.WriteByte('}')
	if r.Header.Get("X-Second") != "" && s.spoil(w, r, b.Bytes()) {
		return
	}
	w.Header().Set("Content-Type", "application/json;charset=utf-8")
	w.Write(b.Bytes())
}

func origin(r *http.Request) string { return "http://" + r.Host }

// link is the address of the page that begins after so many rows.
func link(r *http.Request, skip int) string {
	q := r.URL.Query()
	q.Set("$skip", strconv.Itoa(skip))
	u := url.URL{Scheme: "http", Host: r.Host, Path: r.URL.Path, RawQuery: q.Encode()}
	return u.String()
}

// figures gives a page of the figures, with the faults that pages have.
func (s *Server) figures(w http.ResponseWriter, r *http.Request, skip, size int, rows [][]byte, answer func([][]byte, string), next string) {
	s.mu.Lock()
	if s.fault == Changed && !s.paged {
		s.modified++
	}
	s.paged = true
	f := s.fault
	s.mu.Unlock()
	r.Header.Del("X-Second")
	if skip == size || skip == 0 && next == "" {
		r.Header.Set("X-Second", "1")
		switch f {
		case Loop:
			next = link(r, skip)
		case Foreign:
			next = "http://example.org" + r.URL.Path + "?$skip=1"
		case BadNumber:
			rows = append([][]byte{[]byte(`{"ID":"twaalf","Id":"twaalf"}`)}, rows[1:]...)
		}
	}
	answer(rows, next)
}

// info gives the properties of a table: those of its metadata, in the words of
// either protocol.
func (s *Server) info(t *table, protocol string) map[string]any {
	all := maps.Clone(t.info)
	all["Identifier"] = t.id
	if s.now() == OtherTable {
		all["Identifier"] = "00000XXX"
	}
	delete(all, "RecordCount")
	delete(all, "ColumnCount")
	if protocol == "v4" {
		all["ObservationCount"] = s.count(t.observations())
	}
	if text, ok := all["Modified"].(string); !ok || text == "" {
		all["Modified"] = "2020-01-01T02:00:00"
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fault == Changing {
		s.modified++
	}
	if s.modified > 0 {
		all["Modified"] = time.Date(2030, 1, s.modified, 2, 0, 0, 0, time.UTC).Format("2006-01-02T15:04:05")
	}
	return all
}

// count is the number of rows that the metadata tell.
func (s *Server) count(n int) int {
	switch s.now() {
	case TooFew:
		return n + 1
	case TooMany:
		return n - 1
	}
	return n
}

// catalogue answers with the tables that there are.
func (s *Server) catalogue(w http.ResponseWriter, r *http.Request) {
	f, err := parseFilter(r.URL.Query().Get("$filter"))
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	var rows [][]byte
	for _, t := range s.tables {
		if f.holds(func(string) string { return t.id }) {
			entry := s.info(t, "v3")
			entry["Identifier"] = t.id
			entry["RecordCount"] = s.count(t.data.rows)
			entry["ColumnCount"] = len(t.data.columns)
			rows = append(rows, marshal(entry))
		}
	}
	s.answerV3(w, r, "Tables", rows, "")
}
