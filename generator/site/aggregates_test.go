package site

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Parts that are given the aggregates make the same site as the whole.
func TestAggregates_PartsAreTheWhole(t *testing.T) {
	o := Options{Dataset: "../../datasets/demo", Content: "../../content", Templates: "../../templates", Out: filepath.Join(t.TempDir(), "public")}
	build(t, o)
	whole := bare(t, o.Out)
	o.Aggregates = filepath.Join(t.TempDir(), "aggregates.bin")
	a, err := WriteAggregates(o, o.Aggregates)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Withheld) < 1000 {
		t.Fatalf("%d figures are withheld; thousands would be right", len(a.Withheld))
	}
	out := filepath.Join(t.TempDir(), "public")
	if _, err := Merge(t.Context(), buildParts(t, o, 2), out); err != nil {
		t.Fatal(err)
	}
	if got := bare(t, out); !maps.EqualFunc(got, whole, bytes.Equal) {
		t.Errorf("parts with aggregates make %d files, the whole has %d, or some differ", len(got), len(whole))
	}
}

// What is in the file is used: another reference gives other pages.
func TestAggregates_AreUsed(t *testing.T) {
	o := tinyOptions(t, false)
	a, err := WriteAggregates(o, filepath.Join(t.TempDir(), "a"))
	if err != nil {
		t.Fatal(err)
	}
	build(t, o)
	before := bare(t, o.Out)
	for i := range a.Baseline.Values {
		a.Baseline.Values[i]++
	}
	var file bytes.Buffer
	if err := a.write(&file); err != nil {
		t.Fatal(err)
	}
	o.Aggregates = filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(o.Aggregates, file.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	o.Out = filepath.Join(t.TempDir(), "public")
	build(t, o)
	if maps.EqualFunc(bare(t, o.Out), before, bytes.Equal) {
		t.Error("other references give the same pages")
	}
}

func TestAggregates_Refused(t *testing.T) {
	o := tinyOptions(t, false)
	name := filepath.Join(t.TempDir(), "aggregates.bin")
	if _, err := WriteAggregates(o, name); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(flipped)-10] ^= 4
	o.Aggregates = filepath.Join(t.TempDir(), "wrong.bin")
	for about, test := range map[string]struct {
		content []byte
		says    string
	}{
		"nothing":       {nil, "does not begin"},
		"something":     {[]byte("<!doctype html>..............................."), "does not begin"},
		"half a file":   {good[:len(good)/2], "generator aggregates"},
		"a flipped bit": {flipped, "generator aggregates"},
	} {
		if err := os.WriteFile(o.Aggregates, test.content, 0o644); err != nil {
			t.Fatal(err)
		}
		refuse(t, o, about, test.says)
	}
	other := tinyOptions(t, false)
	other.Dataset = t.TempDir()
	text, err := os.ReadFile(filepath.Join(o.Dataset, "monitor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other.Dataset, "monitor.yaml"), append(text, "\n# other\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	other.Aggregates = name
	refuse(t, other, "another definition", "another definition")
}

func refuse(t *testing.T, o Options, about, says string) {
	t.Helper()
	o.Out = filepath.Join(t.TempDir(), "public")
	if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), says) {
		t.Errorf("%s: %v; %q would be right", about, err, says)
	}
	if _, err := os.Stat(o.Out); err == nil {
		t.Errorf("%s: there is an output", about)
	}
}

// FuzzAggregates reads any bytes without a panic.
func FuzzAggregates(f *testing.F) {
	var file bytes.Buffer
	if err := (&Aggregates{Withheld: []int{3, 1}}).write(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte(aggregatesHead))
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, err := decodeAggregates(bytes.NewReader(b)); err == nil && a == nil {
			t.Error("no aggregates and no error")
		}
	})
}
