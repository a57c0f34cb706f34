package site

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func fixed(path, content string) unit {
	return rendered(path, func(b []byte) ([]byte, error) { return append(b, content...), nil })
}

func rendered(path string, render func(b []byte) ([]byte, error)) unit {
	var p planner
	p.file(path, render)
	return p.units[0]
}

// stageFiles writes and publishes a plan, as Build does.
func stageFiles(t *testing.T, out string, plan []unit) (Summary, error) {
	t.Helper()
	s, err := openStage(out)
	if err != nil {
		return Summary{}, err
	}
	defer s.discard()
	var sum Summary
	if _, err := writeAll(context.Background(), plan, s, nil, Options{Log: os.Stderr}, &sum, map[string]unitState{}); err != nil {
		return sum, err
	}
	return sum, s.publish()
}

func read1(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestStage_CarriesUnchangedFilesOver(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	plan := []unit{fixed("a/index.html", "one"), fixed("b.txt", ""), fixed(marker, "{}")}
	if sum, err := stageFiles(t, out, plan); err != nil || sum.Written != 3 || sum.Pages != 1 {
		t.Fatalf("%+v %v", sum, err)
	}
	before, err := os.Stat(filepath.Join(out, "a/index.html"))
	if err != nil {
		t.Fatal(err)
	}
	plan = []unit{fixed("a/index.html", "one"), fixed("b.txt", "new"), fixed(marker, "{}")}
	sum, err := stageFiles(t, out, plan)
	if err != nil || sum.Written != 1 {
		t.Fatalf("%+v %v", sum, err)
	}
	after, err := os.Stat(filepath.Join(out, "a/index.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("an unchanged file was written again: %v", err)
	}
	if got := read1(t, filepath.Join(out, "b.txt")); got != "new" {
		t.Errorf("b.txt holds %q", got)
	}
}

func TestStage_DropsFilesThatAreNoLongerPlanned(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := stageFiles(t, out, []unit{fixed("gone.html", "x"), fixed(marker, "{}")}); err != nil {
		t.Fatal(err)
	}
	if _, err := stageFiles(t, out, []unit{fixed(marker, "{}")}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "gone.html")); err == nil {
		t.Error("gone.html is still there")
	}
}

func TestStage_FailureLeavesTheOldOutputWhole(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	if _, err := stageFiles(t, out, []unit{fixed("a.html", "old"), fixed(marker, "{}")}); err != nil {
		t.Fatal(err)
	}
	bad := map[string]func(b []byte) ([]byte, error){
		"error": func([]byte) ([]byte, error) { return nil, errors.New("no") },
		"panic": func([]byte) ([]byte, error) { panic("no") },
	}
	for name, render := range bad {
		_, err := stageFiles(t, out, []unit{fixed("a.html", "new"), rendered("b.html", render), fixed(marker, "{}")})
		if err == nil || !strings.Contains(err.Error(), "b.html") {
			t.Errorf("%s: the error does not name the page: %v", name, err)
		}
		if got := read1(t, filepath.Join(out, "a.html")); got != "old" {
			t.Errorf("%s: a.html holds %q", name, got)
		}
	}
	left, err := filepath.Glob(filepath.Join(parent, ".public.new", "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestStage_LeavingsOfAKilledBuildAreCleared(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	if err := os.MkdirAll(filepath.Join(parent, ".public.new", "half"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := stageFiles(t, out, []unit{fixed(marker, "{}")}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "half")); err == nil {
		t.Error("a killed build's folder was published")
	}
}

func TestStage_KilledBetweenTwoRenames(t *testing.T) {
	parent := t.TempDir()
	old := filepath.Join(parent, ".public.old")
	if err := os.Mkdir(old, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(old, marker), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := openStage(filepath.Join(parent, "public"))
	if err != nil {
		t.Fatal(err)
	}
	s.discard()
	if got := read1(t, filepath.Join(parent, "public", marker)); got != "{}" {
		t.Errorf("the old output was not put back: %q", got)
	}
}

func TestStage_RefusesAForeignFolder(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "thesis.doc"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := openStage(out); err == nil || !strings.Contains(err.Error(), "thesis.doc") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(out, "thesis.doc")); err != nil {
		t.Error(err)
	}
}

func TestStage_SecondBuildIsRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := openStage(out)
	if err != nil {
		t.Fatal(err)
	}
	defer first.discard()
	if _, err := openStage(out); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("got %v", err)
	}
}

func TestExchangeByRename(t *testing.T) {
	dir := t.TempDir()
	fresh, out, old := filepath.Join(dir, "fresh"), filepath.Join(dir, "out"), filepath.Join(dir, "old")
	for _, d := range []string{fresh, out} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(d, "name"), []byte(filepath.Base(d)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := exchangeByRename(fresh, out, old); err != nil {
		t.Fatal(err)
	}
	if read1(t, filepath.Join(out, "name")) != "fresh" || read1(t, filepath.Join(old, "name")) != "out" {
		t.Error("not exchanged")
	}
	if err := exchangeByRename(filepath.Join(dir, "absent"), out, filepath.Join(dir, "old2")); err == nil {
		t.Error("no error for an absent folder")
	}
	if read1(t, filepath.Join(out, "name")) != "fresh" {
		t.Error("a failed exchange was not undone")
	}
}

func TestWriter_RefusesPaths(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := stageFiles(t, out, []unit{fixed("a/b.txt", ""), {name: "twice", make: func(w *writer) error { return w.put("a/b.txt", nil) }}}); err == nil || !strings.Contains(err.Error(), "claim a/b.txt") {
		t.Errorf("twice the same path: %v", err)
	}
	if err := checkUnits([]unit{fixed("a", ""), fixed("b", ""), fixed("a", "")}); err == nil || !strings.Contains(err.Error(), "claim a") {
		t.Errorf("twice the same unit: %v", err)
	}
	for _, path := range []string{"../a", "a//b", "/a", "a b", "a/./b", "é", ""} {
		if _, err := stageFiles(t, out, []unit{fixed(path, "")}); err == nil || !strings.Contains(err.Error(), "is not a path") {
			t.Errorf("%q is taken for a path: %v", path, err)
		}
	}
}

// A site of a thousand files is written without a word when nobody listens.
func TestWriteAll_Silent(t *testing.T) {
	s, err := openStage(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.discard()
	var plan []unit
	for i := range 1000 {
		plan = append(plan, fixed(fmt.Sprintf("%d.txt", i), ""))
	}
	if paths, err := writeAll(context.Background(), plan, s, nil, Options{}, new(Summary), map[string]unitState{}); err != nil || len(paths) != len(plan) {
		t.Errorf("%d %v", len(paths), err)
	}
}
