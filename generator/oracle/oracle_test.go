package oracle

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const (
	project = "../.."
	// kwb is the real national extract of 2020, which is not part of the project.
	kwb = project + "/../shared/data/cbs-parquet/84799NED"
)

// A report is what the oracle found.
type report struct {
	Parts []struct {
		Part          string
		Go, SQL, Both int // cells with a number or class on each side, and on both
		Moved         int // classes nearer to average than the deviation alone would give
	}
	Counts []struct {
		Part, Field string
		N           int
	}
	First []difference // the first 20
}

// A difference is one field of a cell in which the two sides differ; empty is none.
type difference struct {
	Part, Field, Region, Grp, Indicator, Period string
	Go, SQL                                     string
}

func (d *difference) String() string {
	return fmt.Sprintf("%s of %s: Go %q, SQL %q", d.Field, strings.Join([]string{d.Part, d.Region, d.Grp, d.Indicator, d.Period}, " "), d.Go, d.SQL)
}

func TestDemo(t *testing.T) {
	d, m := load(t, "demo", project+"/datasets/demo")
	agree(t, m, ask(t, d, m, project+"/datasets/demo", nil))
}

func TestKWB2020(t *testing.T) {
	if _, err := os.Stat(kwb); err != nil {
		t.Skipf("the real extract of KWB 2020 is not here: %v", err)
	}
	d, m := load(t, "kwb-2020", kwb)
	agree(t, m, ask(t, d, m, kwb, nil))
}

func load(t *testing.T, dataset, dir string) (*model.Definition, *model.Monitor) {
	t.Helper()
	d, err := definition.Read(filepath.Join(project, "datasets", dataset, "monitor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(d, dir)
	if err != nil {
		t.Fatal(err)
	}
	return d, m
}

// agree demands that both sides have the same cells and the same in them.
func agree(t *testing.T, m *model.Monitor, r *report) {
	t.Helper()
	t.Log(cells(m))
	for _, p := range r.Parts {
		t.Logf("%ss compared: %d (Go has %d, SQL has %d), %d classes moved by intervals", p.Part, p.Both, p.Go, p.SQL, p.Moved)
		if p.Both == 0 || p.Go != p.Both || p.SQL != p.Both {
			t.Errorf("%ss: Go has %d, SQL has %d and both have %d; the same on both sides would be right", p.Part, p.Go, p.SQL, p.Both)
		}
	}
	if len(r.Parts) != 3 {
		t.Errorf("%d parts were compared; figures, items and scores would be right", len(r.Parts))
	}
	total := 0
	for _, c := range r.Counts {
		t.Errorf("%s of %s: %d differences", c.Field, c.Part, c.N)
		total += c.N
	}
	for i := range r.First {
		t.Log(&r.First[i])
	}
	t.Logf("differences: %d", total)
}

// ask runs the oracle on the extracts in dir and Go's results of m, which
// change may alter.
func ask(t *testing.T, d *model.Definition, m *model.Monitor, dir string, change func(*line) bool) *report {
	t.Helper()
	s := newSpec(d, m)
	temp := t.TempDir()
	s.Dir, s.Steps, s.Results = absolute(t, dir), absolute(t, "."), filepath.Join(temp, "results.csv")
	write(t, s.Results, m, change)
	s.write(t, filepath.Join(temp, "spec.json"))
	out := node(t, "oracle.mjs", filepath.Join(temp, "spec.json"))
	var r report
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("the oracle failed: %v\n%.2000s", err, out)
	}
	return &r
}

// node runs a script of .ci and returns what it prints.
func node(t *testing.T, script string, args ...string) []byte {
	t.Helper()
	program, err := exec.LookPath("node")
	if err != nil {
		lacking(t, "node")
	}
	if _, err := os.Stat(filepath.Join(project, ".ci/node_modules/@duckdb/node-api")); err != nil {
		lacking(t, "@duckdb/node-api in .ci/node_modules")
	}
	cmd := exec.Command(program, append([]string{filepath.Join(project, ".ci", script)}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%.2000s", script, err, out)
	}
	return out
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	a, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// lacking ends a test that needs something this machine does not have: as a
// skip at home, as a failure where everything must be tested.
func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
		t.Fatalf("%s is missing, and WIJKMONITOR_REQUIRE_BROWSER is set: make setup would install it", what)
	}
	t.Skipf("%s is missing: make setup would install it", what)
}
