package browser

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLighthouse has Lighthouse look at the page of a region as a phone on a
// slow network loads it. What depends on the page alone must be perfect; how
// fast it was depends on the machine too, and is told.
func TestLighthouse(t *testing.T) {
	t.Parallel()
	node, err := exec.LookPath("node")
	if err != nil {
		lacking(t, "node")
	}
	tool := filepath.Join(project, ".ci/node_modules/lighthouse/cli/index.js")
	if _, err := os.Stat(tool); err != nil {
		lacking(t, "lighthouse in .ci/node_modules")
	}
	var chrome string
	for _, name := range []string{"google-chrome", "chromium-browser", "chromium"} {
		if found, err := exec.LookPath(name); err == nil {
			chrome = found
		}
	}
	if chrome == "" {
		lacking(t, "Chromium")
	}
	flags := "--headless=new --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
	if os.Getuid() == 0 { // Chromium's sandbox refuses root
		flags += " --no-sandbox"
	}
	h := newHost(t, "/")
	for _, kind := range []string{"municipality", "buurt"} {
		file := filepath.Join(t.TempDir(), "report.json")
		cmd := exec.Command(node, tool, h.address(kinds(t)[kind]), "--quiet", "--no-enable-error-reporting", "--output=json", "--output-path="+file, "--chrome-flags="+flags)
		cmd.Env = append(os.Environ(), "CHROME_PATH="+chrome)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("lighthouse: %v\n%.2000s", err, out)
		}
		var report struct {
			Categories map[string]struct {
				Score  float64
				Audits []struct {
					ID     string
					Weight float64
				} `json:"auditRefs"`
			}
			Audits map[string]struct {
				Score *float64
				Title string
			}
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &report); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: performance %.0f on this machine, now", kind, 100*report.Categories["performance"].Score)
		for _, category := range []string{"accessibility", "best-practices", "seo"} {
			c := report.Categories[category]
			var wrong []string
			for _, a := range c.Audits {
				if x := report.Audits[a.ID]; a.Weight > 0 && x.Score != nil && *x.Score < 1 {
					wrong = append(wrong, x.Title)
				}
			}
			if c.Score != 1 || len(c.Audits) == 0 {
				t.Errorf("%s: %s %.0f; 100 would be right: %s", kind, category, 100*c.Score, strings.Join(wrong, "; "))
			}
		}
	}
}
