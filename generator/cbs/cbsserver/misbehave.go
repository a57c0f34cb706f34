package cbsserver

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
)

// refuses answers a request with a fault that concerns every request.
func (s *Server) refuses(w http.ResponseWriter, r *http.Request) bool {
	switch f := s.now(); {
	case f == NeverJSON, f == NotAcceptable && r.Header.Get("Accept") == "application/json":
		http.Error(w, "Not Acceptable", http.StatusNotAcceptable)
	case f == Down:
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "<html><body><h1>Service Unavailable</h1></body></html>")
	case f == ControlWords:
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, "bad\x1b[31m request\x07\r\nline\u202e two"+string(bytes.Repeat([]byte("x"), 5000)))
	default:
		return false
	}
	return true
}

func (s *Server) now() Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fault
}

// first tells whether a fault of once is still to come, and has it come.
func (s *Server) first() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.fired
	s.fired = true
	return !was
}

// spoil gives the second page of the figures with a fault; false when the page
// is to be given as it is.
func (s *Server) spoil(w http.ResponseWriter, r *http.Request, page []byte) bool {
	f := s.now()
	switch f {
	case Reset, Truncated, HTML, Busy, Slow:
		if !s.first() {
			return false
		}
	}
	switch f {
	case Reset, ResetAlways:
		w.Header().Set("Content-Length", strconv.Itoa(len(page)))
		w.Write(page[:len(page)/2])
		w.(http.Flusher).Flush() // else the client takes it for a connection that was idle
		panic(http.ErrAbortHandler)
	case Truncated, TruncatedEver:
		w.Write(page[:len(page)/2])
	case HTML:
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "<!DOCTYPE html><html><head><title>Onderhoud</title></head><body>CBS Open data is even niet bereikbaar</body></html>")
	case Busy, BusyLong:
		w.Header().Set("Retry-After", map[Fault]string{Busy: "7", BusyLong: "86400"}[f])
		http.Error(w, "Too many requests", http.StatusTooManyRequests)
	case Slow:
		w.Write(page[:len(page)/2])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	case Redirect:
		http.Redirect(w, r, "http://example.org/page", http.StatusFound)
	case Endless, EndlessRow:
		endless(w, r, f)
	default:
		return false
	}
	return true
}

// endless writes rows, or one row, until the reader has had enough.
func endless(w http.ResponseWriter, r *http.Request, f Fault) {
	io.WriteString(w, `{"value":[`)
	more := []byte(`{"ID":1},`)
	if f == EndlessRow {
		io.WriteString(w, `{"ID":"`)
		more = []byte("aaaaaaaaa")
	}
	more = bytes.Repeat(more, 1000)
	for r.Context().Err() == nil {
		if _, err := w.Write(more); err != nil {
			return
		}
	}
}
