package assets

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// entry is a line of layout/english.ts: a Dutch text and its English one.
var entry = regexp.MustCompile(`(?m)^  ("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*"),$`)

// wordsOf reads the texts that scripts say in English, by the Dutch ones.
func wordsOf(dir string) (map[string]string, error) {
	name := filepath.Join(dir, "layout", "english.ts")
	source, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("assets: %w", err)
	}
	words := map[string]string{}
	for _, m := range entry.FindAllStringSubmatch(string(source), -1) {
		dutch, err := strconv.Unquote(m[1])
		if err != nil {
			return nil, fmt.Errorf("assets: %s: %s: %w", name, m[1], err)
		}
		if words[dutch], err = strconv.Unquote(m[2]); err != nil {
			return nil, fmt.Errorf("assets: %s: %s: %w", name, m[2], err)
		}
	}
	return words, nil
}

// inEnglish is the step of a bundle that puts the English texts in the place of
// the Dutch ones, so that a script carries one language and no list of words.
func inEnglish(words map[string]string) api.Plugin {
	return api.Plugin{Name: "english", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `\.ts$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			source, err := os.ReadFile(args.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			lacks := map[string]bool{}
			text := translated(string(source), words, lacks)
			if len(lacks) > 0 {
				return api.OnLoadResult{}, fmt.Errorf("layout/english.ts has no English for %q", slices.Sorted(maps.Keys(lacks)))
			}
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderTS}, nil
		})
	}}
}

// place is where a text has a value: {0}.
var place = regexp.MustCompile(`\{[0-9]\}`)

// translated gives code with its texts in English; those without are noted.
func translated(code string, words map[string]string, lacks map[string]bool) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(code, "say`")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		var values []string
		dutch, rest := template(after, func(value string) { values = append(values, translated(value, words, lacks)) })
		english, has := words[dutch]
		if !has {
			lacks[dutch] = true
		}
		english = strings.NewReplacer("\\", "\\\\", "`", "\\`", "${", "\\${").Replace(english)
		b.WriteString("say`")
		b.WriteString(place.ReplaceAllStringFunc(english, func(at string) string {
			if k := int(at[1] - '0'); k < len(values) {
				return "${" + values[k] + "}"
			}
			return at
		}))
		b.WriteByte('`')
		code = rest
	}
}

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
