package demo

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"wijkmonitor/generator/definition"
	"wijkmonitor/generator/extract"
	"wijkmonitor/generator/model"
)

const dataset = "../../datasets/demo"

// committed reads the committed dataset once.
var committed = sync.OnceValues(func() (*model.Monitor, error) {
	def, err := definition.Read(filepath.Join(dataset, "monitor.yaml"))
	if err != nil {
		return nil, err
	}
	return extract.Load(def, dataset)
})

// A view finds regions, groups, indicators and periods of a monitor by name.
type view struct {
	*model.Monitor
	t *testing.T
}

func load(t *testing.T) view {
	t.Helper()
	m, err := committed()
	if err != nil {
		t.Fatal(err)
	}
	return view{m, t}
}

func (v view) region(code string) int {
	for i, r := range v.Regions {
		if r.Code == code {
			return i
		}
	}
	v.t.Fatalf("no region %s", code)
	return 0
}

func (v view) group(key string) int {
	for i, g := range v.Groups {
		if g.Key == key {
			return i
		}
	}
	v.t.Fatalf("no group %s", key)
	return 0
}

func (v view) indicator(key string) int {
	for i := range v.Indicators {
		if v.Indicators[i].Key == key {
			return i
		}
	}
	v.t.Fatalf("no indicator %s", key)
	return 0
}

func (v view) period(year string) int {
	for i, p := range v.Periods {
		if p.Label == year {
			return i
		}
	}
	v.t.Fatalf("no period %s", year)
	return 0
}

// at returns a figure by name.
func (v view) at(region, group, indicator, year string) model.Figure {
	return v.Cube.At(v.region(region), v.group(group), v.indicator(indicator), v.period(year))
}

// number returns a figure that must be known.
func (v view) number(region, group, indicator, year string) float64 {
	v.t.Helper()
	n, ok := v.at(region, group, indicator, year).Value()
	if !ok {
		v.t.Fatalf("%s of %s in %s, %s has no number", indicator, group, region, year)
	}
	return n
}

func TestWrite_SameBytesAsCommitted(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := Write(dir, Options{Municipalities: 10}); err != nil {
			t.Fatal(err)
		}
	}
	tables, err := filepath.Glob(filepath.Join(first, "*.*"))
	shapes, also := filepath.Glob(filepath.Join(first, "geo", "*"))
	if err != nil || also != nil || len(tables) != 14 || len(shapes) != 3 {
		t.Fatalf("%d files of tables, postcodes and provinces and %d of shapes written, %v %v; 14 and 3 would be right", len(tables), len(shapes), err, also)
	}
	total := 0
	for _, name := range append(tables, shapes...) {
		a := read(t, name)
		total += len(a)
		local, _ := filepath.Rel(first, name)
		if !bytes.Equal(a, read(t, filepath.Join(second, local))) {
			t.Errorf("%s: written twice gives other bytes", local)
		}
		if !bytes.Equal(a, read(t, filepath.Join(dataset, local))) {
			t.Errorf("%s: the committed file differs; run: go run ./generator demo", local)
		}
	}
	if total >= 4<<20 {
		t.Errorf("%d bytes; less than 4 MB would be right", total)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWrite_OptionsOutOfRange(t *testing.T) {
	for _, n := range []int{-1, largest + 1} {
		if err := Write(t.TempDir(), Options{Municipalities: n}); err == nil {
			t.Errorf("%d municipalities are written", n)
		}
	}
}

func TestCommitted_Shape(t *testing.T) {
	v := load(t)
	n, gone := map[model.Level]int{}, map[model.Level]int{}
	for _, r := range v.Regions {
		if r.Last < len(v.Periods)-1 {
			gone[r.Level]++
		} else {
			n[r.Level]++
		}
		if len([]rune(r.Name)) > 40 || r.Name == "" {
			t.Errorf("%s: name %q; 1 to 40 characters would be right", r.Code, r.Name)
		}
	}
	if n[model.Country] != 1 || n[model.Municipality] != 10 || n[model.District] != 47 || n[model.Neighbourhood] != 148 {
		t.Errorf("regions by level: %v", n)
	}
	if gone[model.Municipality] != 2 || gone[model.District] != 4 || gone[model.Neighbourhood] != 9 {
		t.Errorf("regions that are gone, by level: %v", gone)
	}
	if len(v.Groups) != 24 || len(v.Indicators) != 46 || len(v.Periods) != 11 || len(v.Themes) != 6 || !v.Fictional {
		t.Errorf("%d groups, %d indicators, %d periods, %d themes, fictional %v", len(v.Groups), len(v.Indicators), len(v.Periods), len(v.Themes), v.Fictional)
	}
	if got := len(v.Regions[v.region("GM9009")].Children); got != 1 {
		t.Errorf("Zilverplaat has %d wijken; 1 would be right", got)
	}
	for code, name := range map[string]string{"GM9002": "'s-Gravenmeer", "GM9003": "Sint Jânsterp", "WK900104": "Haven <Noord>", "WK900105": "Oost & West", "BU9003AAA1": "Nijbuorren"} {
		if got := v.Regions[v.region(code)].Name; got != name {
			t.Errorf("%s is called %q; %q would be right", code, got, name)
		}
	}
	for i := range v.Indicators {
		if len([]rune(v.Indicators[i].Short)) > 22 {
			t.Errorf("%s: short title %q is too long for the wheel", v.Indicators[i].Key, v.Indicators[i].Short)
		}
	}
}

func TestCommitted_Gaps(t *testing.T) {
	v := load(t)
	tests := []struct {
		name, region, group, indicator, year string
		want                                 model.Figure
	}{
		{"uninhabited: nobody lives there", "BU90010402", "totaal", "inwoners", "2025", model.Number(0)},
		{"uninhabited: a share of nobody", "BU90010402", "totaal", "jonger-dan-15", "2025", model.Gap(model.Impossible)},
		{"uninhabited: a rate", "BU90010402", "totaal", "koopwoningen", "2025", model.Gap(model.Unknown)},
		{"too few people", "BU90100400", "totaal", "koopwoningen", "2025", model.Gap(model.Unknown)},
		{"small group in a wijk", "WK900900", "somalie", "laag-inkomen", "2022", model.Gap(model.Unknown)},
		{"topic not for buurten", "BU90010100", "totaal", "vve-deelname", "2025", model.Gap(model.NotMeasured)},
		{"topic about the area", "GM9001", "h-marokko", "woz-waarde", "2025", model.Gap(model.NotMeasured)},
		{"not every year", "NL00", "totaal", "onveilig-gevoel", "2024", model.Gap(model.NotMeasured)},
		{"empty in the newer table", "NL00", "totaal", "eenzaamheid", "2024", model.Gap(model.NotYetPublished)},
		{"another area", "WK900403", "totaal", "inwoners", "2020", model.Gap(model.Broken)},
		{"another area, of a group", "WK900403", "marokko", "inwoners", "2019", model.Gap(model.Broken)},
		{"gone", "GM9801", "totaal", "inwoners", "2019", model.Gap(model.NoRegion)},
		{"gone, a wijk", "WK980201", "geen", "bijstand", "2022", model.Gap(model.NoRegion)},
		{"not formed yet", "GM9007", "totaal", "inwoners", "2018", model.Gap(model.NoRegion)},
		{"not there yet", "BU90010003", "totaal", "inwoners", "2018", model.Gap(model.NoRegion)},
	}
	for _, tt := range tests {
		if got := v.at(tt.region, tt.group, tt.indicator, tt.year); got != tt.want {
			t.Errorf("%s: %s of %s in %s is %v; %v would be right", tt.name, tt.indicator, tt.region, tt.year, got, tt.want)
		}
	}
	if got := v.number("BU90010003", "totaal", "inwoners", "2019"); got == 0 {
		t.Error("the new buurt is empty in its first year")
	}
}
