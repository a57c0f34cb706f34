package shard

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

func foldTable(t *testing.T) [][2]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "vouw.json"))
	if err != nil {
		t.Fatal(err)
	}
	var table [][2]string
	if err := json.Unmarshal(b, &table); err != nil {
		t.Fatal(err)
	}
	return table
}

func TestFold(t *testing.T) {
	for _, row := range foldTable(t) {
		if got := Fold(row[0]); got != row[1] {
			t.Errorf("Fold(%q) = %q, want %q", row[0], got, row[1])
		}
	}
}

// script runs JavaScript after the search box's folding, in Node.
func script(t *testing.T, code string) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
			t.Fatal("node is missing")
		}
		t.Skip("node is not installed: the script of the search box is not tested")
	}
	source, err := os.ReadFile(filepath.Join("..", "..", "templates", "layout", "vouw.ts"))
	if err != nil {
		t.Fatal(err)
	}
	js := api.Transform(string(source), api.TransformOptions{Loader: api.LoaderTS, Format: api.FormatCommonJS, Target: api.ES2022})
	if len(js.Errors) > 0 {
		t.Fatal(js.Errors)
	}
	out, err := exec.Command(node, "-e", "const module = { exports: {} };\n"+string(js.Code)+"\nconst api = module.exports;\n"+strings.NewReplacer("fold(", "api.fold(", "score(", "api.score(").Replace(code)).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestFold_TheScriptFoldsTheSame(t *testing.T) {
	table, err := json.Marshal(foldTable(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := script(t, `console.log(JSON.stringify(`+string(table)+`.filter(([name, want]) => fold(name) !== want)))`); got != "[]" {
		t.Errorf("folded in another way: %s", got)
	}
}

func TestScore(t *testing.T) {
	tests := []struct{ question, name, want string }{
		{"amsterdam", "Amsterdam", "0"}, {"amst", "Amsterdam", "1"}, {"gerwen", "Nuenen, Gerwen en Nederwetten", "2"},
		{"amstedam", "Amsterdam", "4"}, {"amstrdam", "Amsterdam", "4"}, {"amstrerdam", "Amsterdam", "4"}, {"masterdam", "Amsterdam", "4"},
		{"sloterdijk west", "West Sloterdijk", "3"}, {"rotterdam", "Amsterdam", "-1"}, {"xyz", "Amsterdam", "-1"},
	}
	for _, tt := range tests {
		code, err := json.Marshal([]string{tt.question, tt.name})
		if err != nil {
			t.Fatal(err)
		}
		if got := script(t, `const [q, n] = `+string(code)+`; console.log(score(fold(q), fold(n)))`); got != tt.want {
			t.Errorf("score(%q, %q) = %s, want %s", tt.question, tt.name, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("'s-Gravenhage")
	f.Add("Súdwest")
	f.Fuzz(func(t *testing.T, name string) {
		once := Fold(name)
		if strings.Trim(once, "abcdefghijklmnopqrstuvwxyz0123456789 ") != "" || strings.Contains(once, "  ") || strings.TrimSpace(once) != once {
			t.Errorf("Fold(%q) = %q", name, once)
		}
	})
}
