package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/site"
)

const (
	reloadPath   = "/_herlaad"
	reloadScript = `new EventSource("` + reloadPath + `").onmessage=()=>location.reload();`
	scriptTag    = `<script src="` + reloadPath + `.js"></script></body>`
)

// Handler serves the folder with the headers of its _headers file, and puts a
// script that reloads the page at the end of every page it sends.
func Handler(dir string, reload *Broadcast) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+reloadPath, reload.serve)
	mux.HandleFunc("GET "+reloadPath+".js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, reloadScript)
	})
	files := http.FileServer(http.Dir(dir))
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		setHeaders(w.Header(), dir, r.URL.Path)
		name := filepath.Join(dir, filepath.FromSlash(pathOf(r.URL.Path)))
		info, err := os.Stat(name)
		switch {
		case err != nil:
			sendPage(w, filepath.Join(dir, "404.html"), http.StatusNotFound)
		case info.IsDir() && strings.HasSuffix(r.URL.Path, "/"):
			sendPage(w, filepath.Join(name, "index.html"), http.StatusOK)
		default:
			files.ServeHTTP(w, r)
		}
	})
	return mux
}

// pathOf cleans a request path so that it cannot leave the folder.
func pathOf(p string) string { return filepath.ToSlash(filepath.Clean("/" + p)) }

func sendPage(w http.ResponseWriter, name string, status int) {
	page, err := os.ReadFile(name)
	if err != nil {
		http.Error(w, "404: this page does not exist", http.StatusNotFound)
		return
	}
	if end := bytes.LastIndex(page, []byte("</body>")); end >= 0 {
		page = append(page[:end:end], scriptTag+string(page[end+len("</body>"):])...)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(page) //nolint:errcheck // the browser left: nothing to do
}

// setHeaders sends what _headers says of a path, so that an editor sees the
// policy that the published site will have. Nothing is cached.
func setHeaders(h http.Header, dir, path string) {
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		return
	}
	for name, values := range site.Headers(site.ReadHeaders(string(text)), path) {
		h[http.CanonicalHeaderKey(name)] = values
	}
	h.Set("Cache-Control", "no-store")
}
