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

// A host is a real server with our snippet for it.
type host struct {
	name     string
	binaries []string // where it may be
	snippet  string
	from, to string // what turns a line of _redirects into one of its list of redirects
	// configure returns the whole configuration, and the arguments that start it.
	configure func(dir, address, snippet string) (conf string, args []string)
}

var hosts = []host{
	{"nginx", []string{"nginx", "/usr/sbin/nginx"}, "nginx.conf", `^(\S+) (\S+) 301$`, "$1 $2;", func(dir, address, snippet string) (string, []string) {
		return "daemon off; master_process off; pid nginx.pid; error_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types; access_log off;\n" +
			"client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;\n" +
			strings.ReplaceAll(snippet, "listen 8080", "listen "+address) + "}\n", []string{"-p", dir, "-c", "server.conf", "-e", "stderr"}
	}},
	{"Apache", []string{"apache2", "/usr/sbin/apache2"}, "apache.conf", `^/(\S+) (\S+) 301$`, "$1 $2", func(dir, address, snippet string) (string, []string) {
		var b strings.Builder
		for _, module := range []string{"mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias"} {
			fmt.Fprintf(&b, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", module, module)
		}
		fmt.Fprintf(&b, "ServerRoot %s\nServerName localhost\nListen %s\nPidFile %s/pid\nErrorLog /dev/stderr\nTypesConfig /etc/mime.types\nMutex pthread\n", dir, address, dir)
		if os.Getuid() == 0 {
			b.WriteString("User nobody\nGroup nogroup\n")
		}
		return b.String() + snippet, []string{"-X", "-f", filepath.Join(dir, "server.conf")}
	}},
	{"Caddy", []string{"caddy", "/usr/bin/caddy"}, "Caddyfile", `^(\S+) (\S+) 301$`, "redir $1 $2 301", func(dir, address, snippet string) (string, []string) {
		return "{\n\tadmin off\n\tauto_https off\n}\n" + strings.Replace(snippet, "monitor.example.nl", "http://"+address, 1),
			[]string{"run", "--adapter", "caddyfile", "--config", filepath.Join(dir, "server.conf")}
	}},
}

// start starts the server over a site, and returns its address.
func (h *host) start(t *testing.T, root string) string {
	t.Helper()
	binary := ""
	for _, name := range h.binaries {
		if found, err := exec.LookPath(name); err == nil && binary == "" {
			binary = found
		}
	}
	if binary == "" {
		if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
			t.Fatalf("%s is missing, and WIJKMONITOR_REQUIRE_BROWSER is set: make setup would install it", h.name)
		}
		t.Skipf("%s is missing: make setup would install it", h.name)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil { // the server may be another user
		t.Fatal(err)
	}
	lines := regexp.MustCompile("(?m)"+h.from).ReplaceAllString(read1(t, filepath.Join(root, "_redirects")), h.to)
	snippet := strings.NewReplacer("/srv/wijkmonitor.redirects", filepath.Join(dir, "redirects"), "/srv/wijkmonitor", root).Replace(read1(t, filepath.Join("hosting", h.snippet)))
	conf, args := h.configure(dir, address, snippet)
	for name, text := range map[string]string{"redirects": lines, "server.conf": conf} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	server := exec.Command(binary, args...)
	server.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	said, err := os.Create(filepath.Join(dir, "said"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	server.Stderr = said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() {
		server.Process.Kill() //nolint:errcheck // it may have ended
		<-ended
	})
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "http://" + address
		}
	}
	t.Fatalf("%s does not answer: %s", h.name, read1(t, said.Name()))
	return ""
}

// TestHosting serves a precompressed site with each server: the headers are those of
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
	for _, h := range hosts {
		t.Run(h.name, func(t *testing.T) { h.check(t, o.Out) })
	}
}

// check asks a server for what matters.
func (h *host) check(t *testing.T, out string) {
	root := h.start(t, out)
	css, err := filepath.Glob(filepath.Join(out, "assets", "site-*.css"))
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
		{"/gm9001/data/arbeid.json", 200, "Content-Type", "application/json"},
		{"/gm9001/", 200, "X-Content-Type-Options", "nosniff"},
		{"/insluiten/", 200, "Content-Security-Policy", policy(t, "/insluiten/")},
		{"/gm9001/insluiten/", 200, "Content-Security-Policy", policy(t, "/gm9001/insluiten/")},
		{"/gm9001/insluiten/arbeid/", 200, "Content-Security-Policy", policy(t, "/gm9001/insluiten/arbeid/")},
		{"/gm9001/insluiten/onderwerp/bijstand/", 200, "Content-Security-Policy", policy(t, "/gm9001/insluiten/onderwerp/bijstand/")},
		{"/gm9001/wk900100/insluiten/", 200, "Content-Security-Policy", policy(t, "/gm9001/wk900100/insluiten/")},
		{"/insluiten/insluiten.js", 200, "Cache-Control", "public, max-age=0, must-revalidate"},
		{"/bestaat-niet/", 404, "Content-Security-Policy", policy(t, "/")},
		{"/_headers", 404, "X-Content-Type-Options", "nosniff"},
		{"/kleinzand-co", 301, "Location", "/gm9001/"},
		{"/gm9001", 301, "Location", "/gm9001/"},
	} {
		t.Run(fmt.Sprint(c.path, " ", c.header), func(t *testing.T) {
			resp := ask(t, root+c.path, "")
			got := resp.Header.Values(c.header)
			if c.header == "Location" && len(got) == 1 {
				got[0] = strings.TrimPrefix(got[0], root) // with and without the name of the host
			}
			if c.value == "application/json" && len(got) == 1 {
				got[0] = strings.TrimSuffix(got[0], "; charset=utf-8") // JSON is always that
			}
			if resp.StatusCode == http.StatusPermanentRedirect {
				resp.StatusCode = http.StatusMovedPermanently // the same to a reader
			}
			if resp.StatusCode != c.status || len(got) != 1 || got[0] != c.value {
				t.Errorf("status %d, %s: %q; %d and %q would be right", resp.StatusCode, c.header, got, c.status, c.value)
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
	page := read1(t, filepath.Join(out, "gm9001", "index.html"))
	if body(t, z) != page {
		t.Error("the .gz is not the page")
	}
	if body(t, brotli.NewReader(strings.NewReader(read1(t, filepath.Join(out, "gm9001", "index.html.br"))))) != page {
		t.Error("the .br is not the page")
	}
}

// policy is what _headers sends with a path.
func policy(t *testing.T, path string) string {
	t.Helper()
	sent := Headers(ReadHeaders(headers(nil, nil)), path)["Content-Security-Policy"]
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
