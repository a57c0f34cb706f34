package similar

import (
	"os"
	"slices"
	"testing"
	"time"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

const kwbExtracts = "../../../shared/data/cbs-parquet/84799NED"

// TestKWB2020 asks of the real figures of 2020 what everybody knows.
func TestKWB2020(t *testing.T) {
	if _, err := os.Stat(kwbExtracts); err != nil {
		t.Skipf("the real extract of KWB 2020 is not here: %v", err)
	}
	d, err := definition.Read("../../datasets/kwb-2020/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(d, kwbExtracts)
	if err != nil {
		t.Fatal(err)
	}
	b := profile.NewBaseline(m)
	start := time.Now()
	lists := New(m, b)
	t.Logf("%v for %d regions, %d indicators", time.Since(start), len(m.Regions), lists.Indicators())
	region := map[string]int{}
	without := [model.LevelCount]int{}
	for i := range m.Regions {
		region[m.Regions[i].Code] = i
		if len(lists.Of(i)) == 0 {
			without[m.Regions[i].Level]++
		}
	}
	for code, want := range map[string]string{"GM0599": "GM0518", "GM0344": "GM0546", "GM0060": "GM0096"} {
		var names []string
		for _, match := range lists.Of(region[code]) {
			names = append(names, m.Regions[match.Region].Code+" "+m.Regions[match.Region].Name)
		}
		t.Logf("%s: %v, %+v", m.Regions[region[code]].Name, names, lists.Of(region[code]))
		if !slices.ContainsFunc(lists.Of(region[code]), func(n Match) bool { return m.Regions[n.Region].Code == want }) {
			t.Errorf("%s is not like %s: %v", code, want, names)
		}
	}
	t.Logf("%d municipalities and %d districts are like no other", without[model.Municipality], without[model.District])
}
