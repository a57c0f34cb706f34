package demo

import (
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

// The share of people with another origin is of everybody alone, though the
// tables have it for every group, where it can only be nought or all.
func TestWholeOnly(t *testing.T) {
	def, err := definition.Read("../../datasets/demo/monitor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := extract.Load(def, "../../datasets/demo")
	if err != nil {
		t.Fatal(err)
	}
	at, beside := m.Find("herkomst-buiten-nederland"), m.Find("jonger-dan-15")
	last := len(m.Periods) - 1
	groups := 0
	for g := range m.Groups {
		f := m.Cube.At(0, g, at, last)
		if g == 0 && !f.Known() || g > 0 && f.State() != model.NotMeasured {
			t.Errorf("group %s: %+v", m.Groups[g].Key, f)
		}
		if g > 0 && m.Cube.At(0, g, beside, last).Known() {
			groups++
		}
	}
	if groups == 0 {
		t.Error("no group has any figure")
	}
}
