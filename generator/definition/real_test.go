package definition

import (
	"path/filepath"
	"testing"
)

// Every definition that the project ships is read without a problem.
func TestRead_Datasets(t *testing.T) {
	files, err := filepath.Glob("../../datasets/*/monitor.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no definitions found: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			d, err := Read(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range d.Indicators {
				if n := len([]rune(i.Short)); n > 24 {
					t.Errorf("%s:%d: short %q has %d characters; at most 24 fit the wheel", file, i.Line, i.Short, n)
				}
			}
			t.Logf("%d tables, %d themes, %d classifications, %d indicators", len(d.Tables), len(d.Themes), len(d.Classifications), len(d.Indicators))
		})
	}
}
