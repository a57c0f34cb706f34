package site

import (
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// nginx starts a real server with our snippet over a site, and returns its
// address.
func nginx(t *testing.T, root string) string {
	t.Helper()
	binary, err := exec.LookPath("nginx")
	if err != nil {
		binary = "/usr/sbin/nginx"
	}
	if _, err := os.Stat(binary); err != nil {
		if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
			t.Fatal("nginx is missing, and WIJKMONITOR_REQUIRE_BROWSER is set: make setup would install it")
		}
		t.Skip("nginx is missing: make setup would install it")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	dir := t.TempDir()
	lines := regexp.MustCompile(`(?m)^(\S+) (\S+) 301$`).ReplaceAllString(read1(t, filepath.Join(root, "_redirects")), "$1 $2;")
	snippet := strings.NewReplacer("/srv/wijkmonitor.redirects", filepath.Join(dir, "redirects"), "/srv/wijkmonitor;", root+";", "listen 8080", "listen "+address).
		Replace(read1(t, filepath.Join("hosting", "nginx.conf")))
	conf := "daemon off; master_process off; pid nginx.pid; error_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types; access_log off;\n" +
		"client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;\n" + snippet + "}\n"
	for name, text := range map[string]string{"redirects": lines, "nginx.conf": conf} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	server := exec.Command(binary, "-p", dir, "-c", "nginx.conf", "-e", "stderr")
	var said strings.Builder
	server.Stderr = &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Kill() //nolint:errcheck // it may have ended
		server.Wait()         //nolint:errcheck // killed is what it is
	})
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "http://" + address
		}
	}
	t.Fatalf("nginx does not answer: %s", said.String())
	return ""
}

// TestHosting serves a precompressed site with nginx: the headers are those of
// _headers, names redirect, what is not there gives the page that says so, and
// the compressed form is the page.
func TestHosting(t *testing.T) {
	o := tinyOptions(t, false)
	o.Packed = true
	build(t, o)
	for _, dir := range []string{filepath.Dir(o.Out), filepath.Dir(filepath.Dir(o.Out))} {
		if err := os.Chmod(dir, 0o755); err != nil { // the server may be another user
			t.Fatal(err)
		}
	}
	root := nginx(t, o.Out)
	css, err := filepath.Glob(filepath.Join(o.Out, "assets", "site-*.css"))
	if err != nil || len(css) != 1 {
		t.Fatal(css, err)
	}
	asset := "/assets/" + filepath.Base(css[0])
	for _, c := range []struct {
		path   string
		status int
		header string
		value  string
	}{
		{"/", 200, "Content-Security-Policy", policy(t, "/")},
		{"/gm9001/", 200, "Cache-Control", "public, max-age=0, must-revalidate"},
		{asset, 200, "Cache-Control", "public, max-age=31536000, immutable"},
		{"/gm9001/cijfers.csv", 200, "Content-Type", "text/csv; charset=utf-8"},
		{"/gm9001/data/arbeid.json", 200, "Content-Type", "application/json; charset=utf-8"},
		{"/gm9001/", 200, "X-Content-Type-Options", "nosniff"},
		{"/insluiten/", 200, "Content-Security-Policy", policy(t, "/insluiten/")},
		{"/gm9001/insluiten/", 200, "Content-Security-Policy", policy(t, "/gm9001/insluiten/")},
		{"/gm9001/insluiten/arbeid/", 200, "Content-Security-Policy", policy(t, "/gm9001/insluiten/arbeid/")},
		{"/gm9001/wk900100/insluiten/", 200, "Content-Security-Policy", policy(t, "/gm9001/wk900100/insluiten/")},
		{"/insluiten/insluiten.js", 200, "Cache-Control", "public, max-age=0, must-revalidate"},
		{"/bestaat-niet/", 404, "Content-Security-Policy", policy(t, "/")},
		{"/_headers", 404, "X-Content-Type-Options", "nosniff"},
		{"/kleinzand-co", 301, "Location", "/gm9001/"},
		{"/gm9001", 301, "Location", "/gm9001/"},
	} {
		t.Run(fmt.Sprint(c.path, " ", c.header), func(t *testing.T) {
			resp := ask(t, root+c.path, "")
			if resp.StatusCode != c.status || resp.Header.Get(c.header) != c.value {
				t.Errorf("status %d, %s: %q; %d and %q would be right", resp.StatusCode, c.header, resp.Header.Get(c.header), c.status, c.value)
			}
			if page := body(t, resp.Body); c.status == 404 && !strings.Contains(page, "Deze pagina is er niet") {
				t.Errorf("not our page: %.200s", page)
			}
		})
	}
	resp := ask(t, root+"/gm9001/", "gzip")
	z, err := gzip.NewReader(resp.Body)
	if err != nil || resp.Header.Get("Content-Encoding") != "gzip" {
		t.Fatalf("the compressed form is not sent: %v %v", resp.Header, err)
	}
	page := read1(t, filepath.Join(o.Out, "gm9001", "index.html"))
	if body(t, z) != page {
		t.Error("the .gz is not the page")
	}
	if body(t, brotli.NewReader(strings.NewReader(read1(t, filepath.Join(o.Out, "gm9001", "index.html.br"))))) != page {
		t.Error("the .br is not the page")
	}
}

// policy is what _headers sends with a path.
func policy(t *testing.T, path string) string {
	t.Helper()
	sent := Headers(ReadHeaders(headers(nil)), path)["Content-Security-Policy"]
	if len(sent) != 1 {
		t.Fatalf("%s has %d policies; one would be right", path, len(sent))
	}
	return sent[0]
}

func ask(t *testing.T, address, encoding string) *http.Response {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", encoding)
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

func body(t *testing.T, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
