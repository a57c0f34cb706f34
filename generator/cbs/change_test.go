package cbs_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/cbs"
	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
)

func TestFetch_TakesOnlyWhatChanged(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	for range 2 {
		if err := cbs.Fetch(t.Context(), tinyDefinition(), r.options); err != nil {
			t.Fatal(err)
		}
	}
	for address, n := range r.server.Asked() {
		if strings.Contains(address, "TypedDataSet") && n != 1 {
			t.Errorf("%s was asked for %d times; once would be right", address, n)
		}
	}
	name := extract.PartPath(r.options.Dir, "v3", tinyID, "TypedDataSet")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := extract.Load(tinyDefinition(), r.options.Dir); err == nil || !strings.Contains(err.Error(), "is not the file that was fetched") {
		t.Errorf("a file that changed on disk: %v", err)
	}
	if err := cbs.Fetch(t.Context(), tinyDefinition(), r.options); err != nil {
		t.Fatal(err)
	}
	load(t, tinyDefinition(), r.options.Dir)
}

func TestFetch_OtherProtocolTakesItsPlace(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	for _, protocol := range []string{"v3", "v4"} {
		r.options.Protocol = protocol
		if err := cbs.Fetch(t.Context(), tinyDefinition(), r.options); err != nil {
			t.Fatal(err)
		}
	}
	checkWhole(t, nil, r.options.Dir, "v4", left(t, r.options.Dir))
}

func TestFetch_LeavesFilesAloneThatItDidNotFetch(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	if err := extract.WriteTable(r.options.Dir, tinyTable()); err != nil {
		t.Fatal(err)
	}
	r.options.Protocol = "v4"
	if err := cbs.Fetch(t.Context(), tinyDefinition(), r.options); err == nil || !strings.Contains(err.Error(), "so it was not fetched") {
		t.Errorf("a table of another hand: %v", err)
	}
}

func TestFetch_TellsOfTopicsThatMoved(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	def := tinyDefinition()
	def.Indicators[1].Topic = "Afstand_12"
	if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
		t.Fatal(err)
	}
	want := `monitor.yaml:21: indicator "afstand" reads topic "Afstand_12", which table 90001DEM does not have; did you mean "Afstand_9"? (moved: {90001DEM: Afstand_9})`
	if all := strings.Join(r.lines, "\n"); !strings.Contains(all, want) {
		t.Errorf("said:\n%s\nwithout %s", all, want)
	}
}

func TestFetch_WrongYear(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	def := tinyDefinition()
	def.Tables[0].Period = "2019JJ00"
	if err := cbs.Fetch(t.Context(), def, r.options); err == nil || !strings.Contains(err.Error(), `its title is "Kerncijfers wijken en buurten 2020"`) {
		t.Errorf("a table of another year: %v", err)
	}
	if files := left(t, r.options.Dir); len(files) > 0 {
		t.Errorf("left on disk: %s", files)
	}
}

func TestFetch_Narrow(t *testing.T) {
	for _, protocol := range []string{"v3", "v4"} {
		r := newRig(t, tiny(t, ""))
		r.options.Protocol, r.options.Narrow = protocol, true
		def := tinyDefinition()
		if protocol == "v4" {
			def = measured(def, r.server)
		}
		if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
			t.Fatal(err)
		}
		m, err := extract.ReadManifest(r.options.Dir, protocol, tinyID)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]int{"v3": 28, "v4": 3 * 28}[protocol] // not the province, and not the men
		if m.Rows != want || len(m.Filters) == 0 {
			t.Errorf("%s: %d rows with the filters %q; %d would be right", protocol, m.Rows, m.Filters, want)
		}
	}
}

func TestDefine_IsADefinition(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	for _, protocol := range []string{"v3", "v4"} {
		r.options.Protocol = protocol
		text, err := cbs.Define(t.Context(), []string{tinyID}, r.options)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "monitor.yaml")
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		def, err := definition.Read(name)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		dir := r.options.Dir
		if err := cbs.Fetch(t.Context(), def, r.options); err != nil {
			t.Fatal(err)
		}
		m := load(t, def, dir)
		if len(m.Indicators) != 3 || m.Indicators[0].Key != "inwoners" || m.Indicators[2].Title != `Afstand tot "school"` {
			t.Errorf("indicators %+v", m.Indicators)
		}
	}
}

func TestListAndDescribe(t *testing.T) {
	r := newRig(t, tiny(t, ""))
	var out bytes.Buffer
	if err := cbs.List(t.Context(), &out, "wijken 2020", r.options); err != nil || !strings.Contains(out.String(), tinyID) {
		t.Errorf("%v, %s", err, &out)
	}
	if err := cbs.List(t.Context(), &out, "wijken 1789", r.options); err == nil {
		t.Error("no error where no table has the words")
	}
	d, err := cbs.Describe(t.Context(), tinyID, r.options)
	if err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := d.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"WK000100", "Bevolking › Geslacht", "M000006"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("lacks %q:\n%s", want, &out)
		}
	}
	if _, err := cbs.Describe(t.Context(), "00000AAA", r.options); err == nil || !strings.Contains(err.Error(), "is not there") {
		t.Errorf("a table that is not there: %v", err)
	}
}
