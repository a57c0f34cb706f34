package edition

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// publish writes a site of some files as a build does.
func publish(t *testing.T, files map[string]string) *Published {
	t.Helper()
	dir := t.TempDir()
	var list Collector
	for name, content := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		list.Add(name, []byte(content))
	}
	manifest := Manifest(list.Files())
	doc := Document{Version: DocumentVersion, Edition: 2024, Files: NewListing(list.Files(), manifest)}
	for name, content := range map[string][]byte{ManifestName: manifest, Marker: doc.Encode()} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := OpenPublished(dir)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// figures is a shard of one region, with the groups that it is given.
func figures(groups string) map[string]string {
	return map[string]string{
		"data/bronnen.json": `{"tabellen":[],"groepen":[],"indicatoren":[]}`,
		"gm1/data/a.json": `{"perioden":["2023JJ00","2024JJ00"],"groepen":["totaal","klein"],"redenen":["onbekend","bekend","onmogelijk","te weinig inwoners"],
			"indicatoren":[{"sleutel":"i","titel":"I","decimalen":1}],"gebieden":[{"code":"GM1","naam":"Dorp","groepen":[` + groups + `]}]}`,
	}
}

// A number that is withheld now is not repeated from the edition before:
// neither where the shard says so, nor where a group is gone from it.
func TestWalk_RepeatsNothingWithheld(t *testing.T) {
	const total, small = `{"groep":0,"waarden":[[70,71]]}`, `,{"groep":1,"waarden":[[123,124]]}`
	old := publish(t, figures(total+small))
	for about, c := range map[string]struct{ groups, says string }{
		"said to be withheld":   {total + `,{"groep":1,"waarden":[[123,"d"]]}`, "Vanished 1 of 4: niet meer getoond → te weinig inwoners"},
		"a group that is gone":  {total, "Vanished 2 of 4: niet meer getoond → geen cijfer"},
		"of everybody, unknown": {`{"groep":0,"waarden":[[70,"a"]]}` + small, "Vanished 1 of 4: 7,1 → onbekend"},
		"of everybody, too few": {`{"groep":0,"waarden":[["d2"]]}` + small, "Vanished 2 of 4: niet meer getoond → te weinig inwoners"},
		"another number":        {`{"groep":0,"waarden":[[70,72]]}` + small, "Revised 1 of 4: 7,1 → 7,2"},
	} {
		var all []Change
		d, err := Walk(context.Background(), old, publish(t, figures(c.groups)), func(changes []Change) error {
			all = append(all, changes...)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		kind := map[Kind]string{Revised: "Revised", Vanished: "Vanished"}[all[0].Kind]
		if got := fmt.Sprintf("%s %d of %d: %s → %s", kind, len(all), d.Compared, all[0].Old, all[0].New); got != c.says || d.Counts[all[0].Kind] != len(all) || len(d.Tallies) != 1 {
			t.Errorf("%s: %s; %s would be right", about, got, c.says)
		}
	}
}

// A few bytes that stand for many figures are refused before they are written out.
func TestParseShard_Refuses(t *testing.T) {
	shardOf := func(periods int, row string) string {
		return `{"perioden":[` + strings.TrimSuffix(strings.Repeat(`"2024",`, periods), ",") + `],"groepen":["a"],"redenen":["x"],"indicatoren":[{"sleutel":"i"}],"gebieden":[{"code":"GM1","groepen":[{"groep":0,"waarden":[` + row + `]}]}]}`
	}
	for about, c := range map[string]struct{ shard, want string }{
		"a run too long":     {shardOf(2, `["a999999999"]`), "is no figure"},
		"a run of nothing":   {shardOf(2, `["a0",1,1]`), "is no figure"},
		"too few":            {shardOf(2, `[1]`), "a row has 1 figures"},
		"too many":           {shardOf(2, `[1,2,3]`), "is no figure"},
		"half a number":      {shardOf(1, `[1.5]`), "is no figure"},
		"an unknown reason":  {shardOf(1, `["q"]`), "is no figure"},
		"no row":             {shardOf(1, `{}`), "is no row"},
		"a row of its own":   {shardOf(1, `[1],[1]`), "more figures than"},
		"too many periods":   {shardOf(mostPeriods+1, `[1]`), "periods are too many"},
		"a list in a number": {shardOf(1, `[[1]]`), "is no figure"},
		"no JSON":            {`{`, "unexpected end"},
	} {
		if _, err := parseShard([]byte(c.shard)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; %q would be right", about, err, c.want)
		}
	}
}

func FuzzParseShard(f *testing.F) {
	for _, s := range figures(`{"groep":0,"waarden":[[70,"a"]]},{"groep":1,"waarden":[["b2"]]}`) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := parseShard(b)
		if err != nil {
			return
		}
		newCatalog().note(s)
		for r := range s.Regions {
			for g := range s.Groups {
				group := s.Regions[r].group(g)
				for i := range s.Indicators {
					for p := range s.Periods {
						_ = group.cell(i, p).String()
					}
				}
			}
		}
	})
}
