package assets

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
)

// template reads a template literal of TypeScript from behind its first
// backtick. It returns its text, with {0}, {1} for the values in it, and what
// follows it; and hands the code of each value to value.
func template(source string, value func(code string)) (text, rest string) {
	n := 0
	for i := 0; i < len(source); i++ {
		switch {
		case source[i] == '`':
			return text, source[i+1:]
		case strings.HasPrefix(source[i:], "${"):
			end := closing(source[i+2:])
			value(source[i+2 : i+2+end])
			text += "{" + strconv.Itoa(n) + "}"
			n++
			i += 2 + end
		default:
			text += source[i : i+1]
		}
	}
	return text, ""
}

// closing returns where the brace that is open is closed.
func closing(code string) int {
	depth := 1
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		case '`':
			_, rest := template(code[i+1:], func(string) {})
			i = len(code) - len(rest) - 1
		case '"':
			i += 1 + strings.IndexByte(code[i+1:], '"')
		}
	}
	return len(code)
}

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

var entry = regexp.MustCompile(`(?m)^  ("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*"),$`)

// englishOf reads the English texts of a folder's scripts.
func englishOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(templates, folder, "english.ts"))
	if err != nil {
		t.Fatal(err)
	}
	english := map[string]string{}
	for _, m := range entry.FindAllStringSubmatch(string(source), -1) {
		dutch, err := strconv.Unquote(m[1])
		text, err2 := strconv.Unquote(m[2])
		if err != nil || err2 != nil {
			t.Fatalf("%s: %v %v", m[0], err, err2)
		}
		english[dutch] = text
	}
	return english
}

// Every text that a script says has an English one with the same values, and no
// English text is of a Dutch one that is gone.
func TestScripts_English(t *testing.T) {
	english, in := map[string]string{}, map[string]string{}
	for _, folder := range []string{"layout", "compare", "take"} {
		for dutch, text := range englishOf(t, folder) {
			in[dutch] = folder
			if _, twice := english[dutch]; twice {
				t.Errorf("%s/english.ts has %q, as another has", folder, dutch)
			}
			english[dutch] = text
		}
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
		if filepath.Base(name) == "taal.ts" {
			code = regexp.MustCompile(`(?m)^//.*$`).ReplaceAll(code, nil)
		}
		saidIn(string(code), func(text string) {
			said[text] = true
			translated, ok := english[text]
			if folder := filepath.Base(filepath.Dir(name)); ok && in[text] != "layout" && in[text] != folder {
				t.Errorf("%s/%s says %q, of which the English is in %s: its script may lack it", folder, filepath.Base(name), text, in[text])
			}
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
	}{{language.Dutch, "Niets gevonden voor", "Nothing found for"}, {language.English, "Nothing found for", "zzz"}} {
		files, names, err := Bundle(templates, c.l)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{names.JS, names.CompareJS} {
			if text := string(files[name]); !strings.Contains(text, c.has) || strings.Contains(text, c.lack) {
				t.Errorf("%s in %s: has %q: %t, has %q: %t", name, c.l.Name, c.has, strings.Contains(text, c.has), c.lack, strings.Contains(text, c.lack))
			}
		}
		if n := gzipped(t, files[names.JS]); n > 13_000 {
			t.Errorf("the script is %d bytes after gzip in %s", n, c.l.Name)
		}
		t.Logf("%s: %d and %d bytes after gzip", c.l.Name, gzipped(t, files[names.JS]), gzipped(t, files[names.CompareJS]))
	}
}
