package browser

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A report is what html-validate says of one file.
type report struct {
	FilePath string
	Messages []struct {
		RuleID   string
		Message  string
		Line     int
		Column   int
		Severity int
	}
}

// codes are what tells pages of one kind apart.
var codes = regexp.MustCompile(`(gm|wk|bu)[0-9a-z]{4,8}|[a-z0-9-]+/index\.html$`)

// mostOfAKind is how many pages of one kind are validated: they come from one
// template.
const mostOfAKind = 15

// someOfEachKind picks pages, spread over all of their kind.
func someOfEachKind(all []string) []string {
	kinds := map[string][]string{}
	for _, name := range all {
		kind := codes.ReplaceAllString(name, "$1")
		kinds[kind] = append(kinds[kind], name)
	}
	var some []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		of := kinds[kind]
		for i := range min(len(of), mostOfAKind) {
			some = append(some, of[i*len(of)/min(len(of), mostOfAKind)])
		}
	}
	return some
}

// TestValidHTML gives pages of every kind to html-validate, one run of Node per
// core.
func TestValidHTML(t *testing.T) {
	t.Parallel()
	node, err := exec.LookPath("node")
	if err != nil {
		lacking(t, "node")
	}
	tool := filepath.Join(project, ".ci/node_modules/html-validate/bin/html-validate.mjs")
	if _, err := os.Stat(tool); err != nil {
		lacking(t, "html-validate in .ci/node_modules")
	}
	// A fragment is no page: it has no head, which the tool would miss.
	all := someOfEachKind(slices.DeleteFunc(files(t, ".html"), func(name string) bool { return strings.HasSuffix(name, "/fragment.html") }))
	reports := make([][]report, runtime.NumCPU())
	var work sync.WaitGroup
	for i := range reports {
		var share []string // every nth page, so that the large ones are spread
		for j := i; j < len(all); j += len(reports) {
			share = append(share, filepath.Join(demo, filepath.FromSlash(all[j])))
		}
		work.Go(func() {
			args := append([]string{tool, "--config", filepath.Join(project, ".ci/.htmlvalidate.json"), "--formatter", "json"}, share...)
			cmd := exec.Command(node, args...)
			cmd.Stderr = os.Stderr
			out, failed := cmd.Output() // fails too when it has found something
			if err := json.Unmarshal(out, &reports[i]); err != nil {
				t.Errorf("html-validate: %v, %v\n%.2000s", failed, err, out)
			}
		})
	}
	work.Wait()
	shown := 0
	for _, r := range slices.Concat(reports...) {
		name, _ := filepath.Rel(demo, r.FilePath)
		for _, m := range r.Messages {
			if shown++; shown <= 20 {
				t.Errorf("%s:%d:%d: %s (%s)", name, m.Line, m.Column, m.Message, m.RuleID)
			}
		}
	}
	if shown > 20 {
		t.Errorf("and %d more", shown-20)
	}
}
