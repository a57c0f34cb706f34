package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"wijkmonitor/generator/site"
)

const project = "../.."

// demo is the folder that holds the demo edition, built once for all tests.
var demo string

// tabs is how many tests have a tab at a time: they wait more than they compute.
const tabs = 4

func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", strconv.Itoa(tabs)); err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(1)
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "wijkmonitor-demo-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	demo = filepath.Join(dir, "public")
	_, err = site.Build(context.Background(), site.Options{
		Dataset:   filepath.Join(project, "datasets/demo"),
		Content:   filepath.Join(project, "content"),
		Templates: filepath.Join(project, "templates"),
		Out:       demo,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser: the demo site cannot be built:", err)
		return 1
	}
	defer closeBrowser()
	return m.Run()
}

// lacking ends a test that needs something this machine does not have: as a
// skip at home, as a failure where everything must be tested.
func lacking(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("WIJKMONITOR_REQUIRE_BROWSER") != "" {
		t.Fatalf("%s is missing, and WIJKMONITOR_REQUIRE_BROWSER is set: make setup would install it", what)
	}
	t.Skipf("%s is missing: make setup would install it", what)
}
