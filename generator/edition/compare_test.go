package edition

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
	datashard "wijkmonitor/generator/shard"
)

// Compare names the first file that is not as it was kept.
func TestCompare(t *testing.T) {
	b := smallBag(t)
	a, err := Open(writeBag(t, b))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if n, err := a.Compare("data/site/", b.Site); err != nil || n != 4 {
		t.Errorf("an archive and its own site: %d %v", n, err)
	}
	page, extra := filepath.Join(b.Site, "gm1", "data", "a.json"), filepath.Join(b.Site, "gm1", "z.html")
	for _, step := range []struct {
		want string
		do   func() error
	}{
		{"gm1/z.html was made, and is not", func() error { return os.WriteFile(extra, nil, 0o644) }},
		{"data/site/gm1/data/a.json differs", func() error { return os.WriteFile(page, []byte("{}"), 0o644) }},
		{"data/site/gm1/data/a.json is in the archive, and was not made", func() error { return os.Remove(page) }},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Compare("data/site/", b.Site); err == nil || !strings.Contains(err.Error(), step.want) {
			t.Errorf("%v; %q would be right", err, step.want)
		}
	}
}

func TestCell(t *testing.T) {
	s := &shard{Reasons: []string{"onbekend", "bekend", "te weinig inwoners"}, Indicators: []shardIndicator{{Decimals: 1}, {Decimals: 0}}}
	at := func(raw string, indicator int) cell {
		values := make([][]json.RawMessage, 2)
		values[indicator] = []json.RawMessage{json.RawMessage(raw)}
		return s.cell(&shardGroup{Values: values}, indicator, 0)
	}
	for _, c := range []struct {
		raw       string
		indicator int
		printed   string
	}{
		{"72", 0, "7,2"}, {"-5", 0, "-0,5"}, {"0", 0, "0,0"}, {"0", 1, "0"}, {"-1234", 1, "-1234"}, {`"a"`, 0, "onbekend"}, {`"c"`, 1, "te weinig inwoners"}, {`"z"`, 1, "geen cijfer"}, {"null", 0, "geen cijfer"},
	} {
		if got := at(c.raw, c.indicator).String(); got != c.printed {
			t.Errorf("%s prints as %q, want %q", c.raw, got, c.printed)
		}
	}
	for _, c := range []struct {
		old, fresh cell
		kind       Kind
		changed    bool
	}{
		{at("70", 0), at("7", 1), 0, false}, // one decimal less is no revision
		{at("71", 0), at("7", 1), Revised, true},
		{at("0", 1), at(`"a"`, 1), Vanished, true}, // a real zero is a number
		{at(`"c"`, 1), at("0", 1), Appeared, true},
		{at(`"a"`, 1), at(`"c"`, 1), Status, true},
		{at(`"a"`, 1), cell{}, 0, false},
		{cell{}, at("3", 1), Appeared, true},
	} {
		if kind, changed := kindOf(c.old, c.fresh); changed != c.changed || changed && kind != c.kind {
			t.Errorf("%s → %s: %v %v, want %v %v", c.old, c.fresh, kind, changed, c.kind, c.changed)
		}
	}
}

// The old number of what the new edition withholds is not told again; other
// numbers that are gone are.
func TestDiff_TellsNothingWithheld(t *testing.T) {
	if withheld != datashard.StateNames[model.Withheld] {
		t.Fatalf("shards say %q of what is withheld", datashard.StateNames[model.Withheld])
	}
	with := func(values ...string) map[placeKey]place {
		s := &shard{Reasons: []string{"onbekend", "bekend", withheld}, Groups: []string{"totaal", "h"}, Periods: []string{"2024JJ00"}, Indicators: []shardIndicator{{Key: "a"}},
			Regions: []shardRegion{{Code: "GM1"}}}
		for g, v := range values {
			s.Regions[0].Groups = append(s.Regions[0].Groups, shardGroup{Group: g, Values: [][]json.RawMessage{{json.RawMessage(v)}}})
		}
		return map[placeKey]place{{"GM1", "a"}: {s, &s.Regions[0], 0}}
	}
	var d Difference
	d.compare(with("70", "45"), with(`"a"`, `"c"`), &origins{})
	if len(d.Changes) != 2 || d.Changes[0].Old != "70" || d.Changes[1].Old != notTold || d.Changes[1].New != withheld || d.Changes[1].Kind != Vanished {
		t.Errorf("%+v", d.Changes)
	}
	d = Difference{}
	d.compare(with("70", `"a"`), with("70", `"c"`), &origins{})
	if len(d.Changes) != 1 || d.Changes[0].Old != "onbekend" {
		t.Errorf("%+v", d.Changes)
	}
}
