package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"wijkmonitor/generator/site"
)

// A host serves the demo edition as Netlify would: with the lines of its
// _headers file, and 404.html for what does not exist.
type host struct {
	*httptest.Server
	rules  []site.HeaderRule
	below  string // the path of the site on this host: "/" or "/a/b/c/"
	mu     sync.Mutex
	failed []string // requests that had no answer
	served []string // files that were sent
	slow   bool     // pages come in parts, then pictures and scripts, as they do from afar
}

func newHost(t testing.TB, below string) *host {
	t.Helper()
	h := &host{below: below}
	h.rules = site.ReadHeaders(string(read(t, "_headers")))
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, inside := strings.CutPrefix(r.URL.Path, strings.TrimSuffix(below, "/"))
		for header, values := range site.Headers(h.rules, name) {
			w.Header()[http.CanonicalHeaderKey(header)] = values
		}
		if ext := filepath.Ext(name); h.slow && (ext == ".js" || ext == ".svg") {
			time.Sleep(100 * time.Millisecond)
		}
		file := filepath.Join(demo, filepath.FromSlash(name))
		if info, err := os.Stat(file); inside && err == nil && (!info.IsDir() || isFile(filepath.Join(file, "index.html"))) {
			h.sends(name)
			if page, err := os.ReadFile(filepath.Join(file, "index.html")); h.slow && err == nil {
				trickle(w, page)
				return
			}
			http.StripPrefix(strings.TrimSuffix(below, "/"), http.FileServer(http.Dir(demo))).ServeHTTP(w, r)
			return
		}
		h.mu.Lock()
		h.failed = append(h.failed, r.URL.Path)
		h.mu.Unlock()
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		body, _ := os.ReadFile(filepath.Join(demo, "404.html"))
		_, _ = w.Write(body)
	}))
	t.Cleanup(h.Close)
	return h
}

// trickle sends a page in about twenty parts, each up to the next row of a table
// or section: what is on the screen then must stay where it is. Each part goes
// out whole, as half a word would move whatever comes.
func trickle(w http.ResponseWriter, page []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Connection", "close")
	conn, out, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(err) // the test server lets go of its connections
	}
	defer conn.Close()
	fmt.Fprintf(out, "HTTP/1.1 200 OK\r\n")
	_ = w.Header().Write(out)
	fmt.Fprintf(out, "\r\n")
	_ = out.Flush()
	for step := len(page) / 20; len(page) > 0; {
		part := min(step, len(page))
		if at := blockStart.FindIndex(page[part:]); at != nil {
			part += at[0]
		} else {
			part = len(page)
		}
		if _, err := conn.Write(page[:part]); err != nil {
			return
		}
		time.Sleep(30 * time.Millisecond)
		page = page[part:]
	}
}

var blockStart = regexp.MustCompile(`<(tr|section)[ >]`)

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// address returns the address of a page of the site.
func (h *host) address(page string) string { return h.URL + h.below + page }

// sends remembers a file that is sent.
func (h *host) sends(name string) {
	if name = strings.TrimPrefix(name, "/"); name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.served = append(h.served, name)
}

// sent returns and forgets the files that were sent.
func (h *host) sent() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := h.served
	h.served = nil
	return s
}

// missed returns and forgets the requests that had no answer.
func (h *host) missed() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	m := h.failed
	h.failed = nil
	return m
}

func TestHostSendsThePolicy(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/a/b/c/")
	for page, status := range map[string]int{"": 200, "methode/": 200, "bestaat/niet/": 404} {
		resp, err := http.Get(h.address(page))
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if policy := resp.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || resp.StatusCode != status {
			t.Errorf("%q: %s with policy %q; %d and default-src 'none' would be right", page, fmt.Sprint(resp.StatusCode), policy, status)
		}
	}
}
