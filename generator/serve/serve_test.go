package serve

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func testServer(t *testing.T) (*httptest.Server, *Broadcast) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html":        "<html><body>home</body></html>",
		"404.html":          "<html><body>not here</body></html>",
		"gm9001/index.html": "<html><body>place</body></html>",
		"data.json":         "{}",
		"_headers":          "/*\n  Content-Security-Policy: default-src 'none'\n\n/assets/*\n  X-Other: 1\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(dir), "secret"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	reload := newBroadcast()
	s := httptest.NewServer(Handler(dir, reload))
	t.Cleanup(func() { reload.close(); s.Close() })
	return s, reload
}

func get(t *testing.T, url string) (*http.Response, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(b)
}

func TestHandler(t *testing.T) {
	s, _ := testServer(t)
	tests := []struct {
		path   string
		status int
		has    string
	}{
		{"/", 200, "home" + scriptTag},
		{"/gm9001/", 200, "place"},
		{"/gm9001", 200, "place"},
		{"/data.json", 200, "{}"},
		{"/nowhere/", 404, "not here"},
		{"/..%2fsecret", 404, "not here"},
		{reloadPath + ".js", 200, "EventSource"},
	}
	for _, tt := range tests {
		r, body := get(t, s.URL+tt.path)
		if r.StatusCode != tt.status || !strings.Contains(body, tt.has) {
			t.Errorf("%s: %d %q", tt.path, r.StatusCode, body)
		}
	}
	if r, _ := get(t, s.URL+"/"); r.Header.Get("Content-Security-Policy") != "default-src 'none'" || r.Header.Get("X-Other") != "" {
		t.Errorf("headers: %v", r.Header)
	}
}

func TestBroadcast_ReachesAnOpenPage(t *testing.T) {
	s, reload := testServer(t)
	r, err := http.Get(s.URL + reloadPath)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	line := make(chan string, 1)
	go func() {
		text, _ := bufio.NewReader(r.Body).ReadString('\n')
		line <- text
	}()
	reload.send()
	select {
	case text := <-line:
		if text != "data: reload\n" {
			t.Errorf("got %q", text)
		}
	case <-time.After(10 * time.Second):
		t.Error("no event")
	}
}

func TestCounts(t *testing.T) {
	for name, want := range map[string]bool{
		"content/over.md": true, "templates/region/region.templ": true, "templates/region/region_templ.go": false,
		"content/.over.md.swp": false, "content/over.md~": false,
	} {
		if got := counts(fsnotify.Event{Name: name, Op: fsnotify.Write}); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
