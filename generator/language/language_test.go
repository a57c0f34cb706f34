package language

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// said returns every Dutch text in the program that is said as a literal, or
// marked as a word of a table, with where it stands.
func said(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	fset := token.NewFileSet()
	for _, root := range []string{"..", filepath.Join("..", "..", "templates")} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(fset, path, content, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name := ""
				switch f := call.Fun.(type) {
				case *ast.SelectorExpr:
					name = f.Sel.Name
				case *ast.Ident:
					name = f.Name
				}
				most := 1
				switch {
				case name == "plural": // one, many
					most = 2
				case !slices.Contains([]string{"Say", "Sayf", "Word"}, name):
					return true
				}
				for _, arg := range call.Args { // a template gives its context first, plural a number
					if text, ok := literal(arg); ok && most > 0 {
						texts[text] = fset.Position(call.Pos()).String()
						most--
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// literal returns a string that is written out, possibly in parts.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, err := strconv.Unquote(e.Value)
			return text, err == nil
		}
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, also := literal(e.Y)
		return a + b, ok && also && e.Op == token.ADD
	}
	return "", false
}

// Every text that pages say has an English one, and no English text is of a
// Dutch one that is gone.
func TestEnglish_Whole(t *testing.T) {
	texts := said(t)
	for dutch, where := range texts {
		if _, ok := English.words[dutch]; !ok {
			t.Errorf("%s: no English for %q", where, dutch)
		}
	}
	for dutch := range English.words {
		if _, ok := texts[dutch]; !ok {
			t.Errorf("nothing says %q", dutch)
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+ #0]*\d*(\.\d+)?[a-zA-Z]`)

// A text has as many values in English as in Dutch.
func TestEnglish_Values(t *testing.T) {
	for dutch, text := range English.words {
		if a, b := len(verb.FindAllString(dutch, -1)), len(verb.FindAllString(text, -1)); a != b {
			t.Errorf("%q has %d values, %q has %d", dutch, a, text, b)
		}
		if strings.ContainsAny(text, "<>&\"") && !strings.ContainsAny(dutch, "<>&\"") {
			t.Errorf("%q has signs that HTML would take for its own", text)
		}
		if strings.TrimSpace(text) == "" {
			t.Errorf("%q is nothing in English", dutch)
		}
		if (strings.HasPrefix(dutch, " ") != strings.HasPrefix(text, " ")) || (strings.HasSuffix(dutch, " ") != strings.HasSuffix(text, " ")) {
			t.Errorf("%q and %q begin or end otherwise", dutch, text)
		}
	}
}
