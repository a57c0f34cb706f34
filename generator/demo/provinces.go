package demo

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wijkmonitor/generator/model"
)

// provinces are the invented provinces of the fictional country.
var provinces = [...]string{"Noordmeren", "Middelland", "Zuiderwaard"}

// writeProvinces writes in which province each municipality lies: the first by
// code in the first, and so on.
func writeProvinces(dir string, nl *place) error {
	towns, _ := regionsOf(nl, leaves(nl), model.Municipality)
	var b strings.Builder
	b.WriteString("gemeente;provincie\n")
	for i, t := range towns {
		fmt.Fprintf(&b, "%s;%s\n", t.code, provinces[i*len(provinces)/len(towns)])
	}
	if err := os.WriteFile(filepath.Join(dir, "provincies.csv"), []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	return nil
}
