package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/site"
)

// The definition of datasets/sociaal fits the real tables: imported from files,
// with Kerncijfers 2020 as it was downloaded, they make a site with the figures
// that CBS published.
func TestSociaal_RealTables(t *testing.T) {
	const kwb = "../../../shared/data/cbs-parquet/84799NED"
	if _, err := os.Stat(kwb); err != nil {
		t.Skip("the real tables of ../shared/data are not here")
	}
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(kwb)); err != nil {
		t.Fatal(err)
	}
	for _, c := range realCases() {
		switch c.file {
		case "81064ned", "85512NED", "85990NED", "86003NED", "86092NED":
			c.importTo(t, dir)
		}
	}
	out := filepath.Join(t.TempDir(), "public")
	if _, err := site.Build(t.Context(), site.Options{Dataset: "../../datasets/sociaal", Extracts: dir, Content: "../../content", Templates: "../../templates", Out: out}); err != nil {
		t.Fatal(err)
	}
	for page, wants := range map[string][]string{
		"gm0363/index.html":                  {"Amsterdam", "872.757", "1,7%"},              // inhabitants of 2020, defaulters of 2023
		"gm0358/index.html":                  {"Aalsmeer", "76%"},                           // labour participation of 2021
		"gm1680/index.html":                  {"505", "0,169<", "0,165–0,173"},              // youth care; the score with CBS's own interval
		"gm0363/groepen/index.html":          {"Marokko", "Nederlandse Cariben", "Turkije"}, // by origin
		"indicatoren/wanbetalers/index.html": {"Nederland: 1,1%", "Amsterdam"},
	} {
		content, err := os.ReadFile(filepath.Join(out, page))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, want := range wants {
			if !strings.Contains(string(content), want) {
				t.Errorf("%s has no %q", page, want)
			}
		}
	}
}
