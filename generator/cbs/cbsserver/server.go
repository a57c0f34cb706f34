package cbsserver

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
)

// Options say what to serve.
type Options struct {
	Extracts string // folder with tables in the v3 layout
	Fault    Fault
	PageV3   int // rows in a page; 0 = 10,000
	PageV4   int // observations in a page; 0 = 100,000
}

// A Server answers as CBS does.
type Server struct {
	tables         []*table
	fault          Fault
	pageV3, pageV4 int

	mu       sync.Mutex
	asked    map[string]int // requests by path and query
	fired    bool           // the fault of once has come
	paged    bool           // a page of figures was given
	modified int            // how often the table was modified
}

// New reads the tables.
func New(o Options) (*Server, error) {
	tables, err := readTables(o.Extracts)
	if err != nil {
		return nil, err
	}
	s := &Server{tables: tables, fault: o.Fault, pageV3: o.PageV3, pageV4: o.PageV4, asked: map[string]int{}}
	if s.pageV3 == 0 {
		s.pageV3 = 10_000
	}
	if s.pageV4 == 0 {
		s.pageV4 = 100_000
	}
	return s, nil
}

// Asked gives how often each address, path and query, was asked for.
func (s *Server) Asked() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make(map[string]int, len(s.asked))
	for k, n := range s.asked {
		all[k] = n
	}
	return all
}

// SetFault switches to another fault.
func (s *Server) SetFault(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault, s.fired, s.paged = f, false, false
}

// Tables names the tables that there are.
func (s *Server) Tables() []string {
	var ids []string
	for _, t := range s.tables {
		ids = append(ids, t.id)
	}
	return ids
}

// Measures gives the measure of v4 that each topic of a table has become.
func (s *Server) Measures(id string) map[string]string {
	all := map[string]string{}
	if t := s.table(id); t != nil {
		for _, topic := range t.topics {
			all[topic.key] = topic.measure
		}
	}
	return all
}

func (s *Server) table(id string) *table {
	for _, t := range s.tables {
		if strings.EqualFold(t.id, id) {
			return t
		}
	}
	return nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked[r.URL.RequestURI()]++
	s.mu.Unlock()
	if s.refuses(w, r) {
		return
	}
	part := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case len(part) == 5 && strings.HasPrefix(r.URL.Path, "/odata/v1/CBS/"):
		s.long(w, r, part[3], part[4])
	case len(part) == 4 && part[0] == "ODataFeed":
		s.wide(w, r, part[2], part[3], false)
	case len(part) == 4 && part[0] == "ODataApi":
		s.wide(w, r, part[2], part[3], true)
	case len(part) == 2 && part[0] == "ODataCatalog" && part[1] == "Tables":
		s.catalogue(w, r)
	default:
		fail(w, http.StatusNotFound, "Resource not found for the segment.")
	}
}

// fail answers with an error in the form of OData v3.
func fail(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Type", "application/json;charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"odata.error":{"code":"","message":{"lang":"en-US","value":%q}}}`, words)
}
