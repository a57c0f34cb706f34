package oracle

import (
	"os"
	"testing"
)

// TestLong: one table of the demo in the v4 layout and the other in v3 are the
// same to the oracle as both in v3 are to Go.
func TestLong(t *testing.T) {
	dir := project + "/datasets/demo"
	d, m := load(t, "demo", dir)
	mixed := t.TempDir()
	if err := os.CopyFS(mixed, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	id := d.Tables[len(d.Tables)-1].ID
	node(t, "oracle-long.mjs", dir, mixed, id)
	if err := os.Remove(mixed + "/cbs.v3." + id + "_TypedDataSet.parquet"); err != nil {
		t.Fatal(err)
	}
	agree(t, m, ask(t, d, m, mixed, nil))
}
