package assets

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
)

var templates = filepath.Join("..", "..", "templates")

func gzipped(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

func TestBundle(t *testing.T) {
	files, names, err := Bundle(templates, language.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	again, same, err := Bundle(templates, language.Dutch)
	if err != nil || names != same || !bytes.Equal(files[names.CSS], again[names.CSS]) || !bytes.Equal(files[names.JS], again[names.JS]) {
		t.Errorf("a second bundle differs: %v %v %v", names, same, err)
	}
	if !regexp.MustCompile(`^assets/site-[0-9a-f]{10}\.css$`).MatchString(names.CSS) || !regexp.MustCompile(`^assets/site-[0-9a-f]{10}\.js$`).MatchString(names.JS) {
		t.Errorf("names: %v", names)
	}
	if n := gzipped(t, files[names.CSS]); n > 10_000 {
		t.Errorf("the style sheet is %d bytes after gzip", n)
	}
	if n := gzipped(t, files[names.JS]); n > 12_000 {
		t.Errorf("the script is %d bytes after gzip", n)
	}
	if n := len(files[resize]); n == 0 || n > 1000 {
		t.Errorf("the script for other sites is %d bytes; at most 1,000 would be right", n)
	}
	if n := len(files[names.Height]); n == 0 || n > 1000 {
		t.Errorf("the script of embedded pages is %d bytes; at most 1,000 would be right", n)
	}
	for _, bad := range []string{"url(", "@import", "http:", "https:"} {
		if bytes.Contains(files[names.CSS], []byte(bad)) {
			t.Errorf("the style sheet asks for another file: %s", bad)
		}
	}
	for _, bad := range []string{"eval(", "new Function", "https:", "document.cookie", "localStorage"} {
		if bytes.Contains(files[names.JS], []byte(bad)) {
			t.Errorf("the script has %s", bad)
		}
	}
}

func TestBundle_ErrorNamesFileAndLine(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "layout"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"site.css": "a { color: red }", "site.ts": "const a = 1;\nconst b = ;\n"} {
		if err := os.WriteFile(filepath.Join(dir, "layout", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := Bundle(dir, language.Dutch); err == nil || !strings.Contains(err.Error(), "site.ts:2:11") {
		t.Errorf("got %v", err)
	}
}
