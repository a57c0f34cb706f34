package assets

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
)

// saidIn notes every text that code says.
func saidIn(code string, note func(text string)) {
	for {
		_, after, found := strings.Cut(code, "say`")
		if !found {
			return
		}
		text, rest := template(after, func(inner string) { saidIn(inner, note) })
		note(text)
		code = rest
	}
}

// Every text that a script says has an English one with the same values, and no
// English text is of a Dutch one that is gone.
func TestScripts_English(t *testing.T) {
	english, err := wordsOf(templates)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	scripts, err := filepath.Glob(filepath.Join(templates, "*", "*.ts"))
	if err != nil || len(scripts) < 10 {
		t.Fatalf("%d scripts: %v", len(scripts), err)
	}
	for _, name := range scripts {
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		saidIn(string(code), func(text string) {
			said[text] = true
			translated, ok := english[text]
			if !ok {
				t.Errorf("%s: no English for %q", filepath.Base(name), text)
			}
			for n := range strings.Count(text, "{") {
				if value := fmt.Sprintf("{%d}", n); ok && strings.Contains(text, value) && !strings.Contains(translated, value) {
					t.Errorf("%q lacks %s of %q", translated, value, text)
				}
			}
		})
	}
	for text := range english {
		if !said[text] {
			t.Errorf("no script says %q", text)
		}
	}
}

// The script of Dutch pages has no English, and that of English pages no Dutch
// sentence.
func TestBundle_Languages(t *testing.T) {
	for _, c := range []struct {
		l         *language.Language
		has, lack string
	}{{language.Dutch, "Niets gevonden voor", "Nothing found for"}, {language.English, "Nothing found for", "Niets gevonden"}} {
		files, names, err := Bundle(templates, c.l)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{names.JS, names.CompareJS} {
			if text := string(files[name]); !strings.Contains(text, c.has) || strings.Contains(text, c.lack) {
				t.Errorf("%s in %s: has %q: %t, has %q: %t", name, c.l.Name, c.has, strings.Contains(text, c.has), c.lack, strings.Contains(text, c.lack))
			}
		}
		for _, name := range []string{names.JS, names.CompareJS} {
			if n := gzipped(t, files[name]); n > 12_000 {
				t.Errorf("%s is %d bytes after gzip in %s; at most 12 kB would be right", name, n, c.l.Name)
			}
		}
		t.Logf("%s: %d and %d bytes after gzip", c.l.Name, gzipped(t, files[names.JS]), gzipped(t, files[names.CompareJS]))
	}
}
