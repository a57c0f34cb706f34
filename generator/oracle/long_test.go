package oracle

import (
	"encoding/json"
	"os"
	"testing"

	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

// TestLong: one table of the demo in the v4 layout, with other codes for its
// topics and a dimension more, is the same to the oracle as in v3 to Go, and
// the same to Go.
func TestLong(t *testing.T) {
	dir := project + "/datasets/demo"
	d, m := load(t, "demo", dir)
	mixed := t.TempDir()
	if err := os.CopyFS(mixed, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	table := &d.Tables[len(d.Tables)-1]
	renamed, err := json.Marshal(rename(d, table.ID))
	if err != nil {
		t.Fatal(err)
	}
	table.Select = []model.Selection{{Dimension: "Geslacht", Code: "T001038"}}
	node(t, "oracle-long.mjs", dir, mixed, table.ID, string(renamed))
	if err := os.Remove(mixed + "/cbs.v3." + table.ID + "_TypedDataSet.parquet"); err != nil {
		t.Fatal(err)
	}
	agree(t, m, ask(t, d, m, mixed, nil))
	long, err := extract.Load(d, mixed)
	if err != nil {
		t.Fatal(err)
	}
	agree(t, long, ask(t, d, long, mixed, nil))
}

// rename gives the topics of a table that only stand by themselves another
// code, and says so in the definition.
func rename(d *model.Definition, table string) map[string]string {
	parts := map[string]bool{}
	for _, i := range d.Indicators {
		for _, topic := range append(list(i.Numerator), i.Denominator...) {
			parts[topic] = true
		}
	}
	renamed := map[string]string{}
	for k := range d.Indicators {
		if i := &d.Indicators[k]; i.Topic != "" && !parts[i.Topic] {
			renamed[i.Topic] = "M" + i.Topic
			i.Moved = map[string]string{table: "M" + i.Topic}
		}
	}
	return renamed
}
