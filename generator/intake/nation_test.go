package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/site"
)

// cut leaves of datasets/nederland what there are real tables of: those that
// are imported from files, and Kerncijfers 2020 in the layout in which it was
// downloaded, of which it reads the inhabitants.
func cut(t *testing.T) string {
	content, err := os.ReadFile("../../datasets/nederland/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	dropped := ""
	for line := range strings.SplitSeq(string(content), "\n") {
		starts := func(words string) bool { return strings.HasPrefix(strings.TrimLeft(line, " -{"), words) }
		switch {
		case starts("id: 85458NED"), line == "  - key: migratieachtergrond":
			dropped = line
		case starts("id: "), line == "indicators:":
			dropped = ""
		}
		switch {
		case dropped != "", starts("id: 83648NED"), strings.Contains(line, "period: 20") && !strings.Contains(line, "84799NED"):
			continue
		case strings.Contains(line, "key: inwoners,"):
			line = strings.NewReplacer(`"T001036"`, "AantalInwoners_5", "moved: {85458NED: Bevolking_1}, ", "").Replace(line)
		case strings.Contains(line, ", theme: ") && (!strings.Contains(line, "tables: [") || starts("key: misdrijven")):
			continue
		}
		line, _, _ = strings.Cut(line, `, topics: {inwoners: `)
		if strings.Count(line, "{") > strings.Count(line, "}") {
			line += "}"
		}
		kept = append(kept, line)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "monitor.yaml"), []byte(strings.Join(kept, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// The definition of datasets/nederland fits the real tables: imported from
// files, with Kerncijfers 2020 as it was downloaded, they make a site with the
// figures that CBS published.
func TestNation_RealTables(t *testing.T) {
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
	if _, err := site.Build(t.Context(), site.Options{Dataset: cut(t), Extracts: dir, Content: "../../content", Templates: "../../templates", Out: out}); err != nil {
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
