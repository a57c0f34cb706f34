package shard

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// country is two municipalities of the same name for a district, one real
// zero, one gap of every kind, and a name that a spreadsheet would compute.
func country() *model.Monitor {
	m := &model.Monitor{
		Title: "Test", Edition: 2024,
		Themes:          []model.Theme{{Key: "wonen", Label: "Wonen"}},
		Periods:         []model.Period{{Code: "2023JJ00", Label: "2023"}, {Code: "2024JJ00", Label: "2024"}},
		Groups:          []model.Group{{Key: "totaal", Label: "Totale bevolking", Classification: -1, Parent: -1}, {Key: "a", Label: "A"}},
		Classifications: []model.Classification{{Key: "indeling", Label: "Indeling"}},
		Indicators: []model.Indicator{
			{Key: "inwoners", Title: "Inwoners", Kind: model.Count, Unit: "aantal"},
			{Key: "koop", Title: "Koop", Kind: model.Share, Unit: "%", Decimals: 1, Provisional: []int{1}},
		},
		Regions: []model.Region{
			{Code: "NL00", Name: "Land", Parent: -1, Municipality: -1, Children: []int{1, 3}},
			{Code: "GM0001", Name: "'s-Gravenhage", Level: model.Municipality, Municipality: 1, Children: []int{2}},
			{Code: "WK000101", Name: "=Centrum; \"oud\"", Level: model.District, Parent: 1, Municipality: 1},
			{Code: "GM0002", Name: "Âldgea", Level: model.Municipality, Municipality: 3, Children: []int{4}},
			{Code: "WK0002AA", Name: "Centrum", Level: model.District, Parent: 3, Municipality: 3},
		},
	}
	m.Cube = model.NewCube([]bool{true, true, false, true, false}, 2, 2, 2)
	m.Cube.Set(1, 0, 0, 1, model.Number(0))
	m.Cube.Set(1, 0, 1, 1, model.Number(12.34))
	m.Cube.Set(1, 1, 1, 1, model.Gap(model.Withheld))
	m.Cube.Set(2, 0, 1, 0, model.Gap(model.NoRegion))
	m.Cube.Set(2, 0, 1, 1, model.Number(-7))
	m.Cube.Set(2, 0, 0, 1, model.Gap(model.Unknown))
	return m
}

// A document is a shard as a reader sees it.
type document struct {
	Version int     `json:"versie"`
	Shown   [][]int `json:"getoond"`
	Regions []struct {
		Code   string `json:"code"`
		Groups []struct {
			Values  [][]any `json:"waarden"`
			Classes []int   `json:"klassen"`
		} `json:"groepen"`
	} `json:"gebieden"`
}

// expand writes out runs of reasons.
func expand(t *testing.T, row []any) (all []any) {
	t.Helper()
	for _, v := range row {
		s, is := v.(string)
		n := 1
		if is && len(s) > 1 {
			var err error
			if n, err = strconv.Atoi(s[1:]); err != nil || n < 2 {
				t.Fatalf("%q is no run of a reason", s)
			}
			v = s[:1]
		}
		for range n {
			all = append(all, v)
		}
	}
	return all
}

// themes returns the shards of some regions.
func themes(m *model.Monitor, regions ...int) ([][]byte, error) {
	b := profile.NewBaseline(m)
	w, err := NewWriter(m, b)
	if err != nil {
		return nil, err
	}
	w.Begin()
	for _, r := range regions {
		profiles := make([]profile.Profile, groupsOf(m, r))
		for g := range profiles {
			profiles[g] = b.Profile(r, g)
		}
		if err := w.Region(r, profiles); err != nil {
			return nil, err
		}
	}
	return w.End(), nil
}

func TestTheme(t *testing.T) {
	m := country()
	all, err := themes(m, 1, 2)
	b := all[0]
	if err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	for _, r := range doc.Regions {
		for g := range r.Groups {
			for i, row := range r.Groups[g].Values {
				if r.Groups[g].Values[i] = expand(t, row); len(r.Groups[g].Values[i]) != 2 {
					t.Errorf("%v is %v; one for each of two periods would be right", row, r.Groups[g].Values[i])
				}
			}
		}
	}
	if doc.Version != Version || len(doc.Regions) != 2 || doc.Regions[1].Code != "WK000101" {
		t.Fatalf("%+v", doc)
	}
	town, district := doc.Regions[0].Groups, doc.Regions[1].Groups[0].Values
	if len(town) != 2 || town[1].Values[1][1] != string(rune('a'+model.Withheld)) {
		t.Errorf("a withheld figure is not said to be withheld: %+v", town)
	}
	for _, tt := range []struct {
		name      string
		got, want any
	}{
		{"a real zero", town[0].Values[0][1], 0.0},
		{"one decimal", town[0].Values[1][1], 123.0},
		{"not measured", town[0].Values[0][0], string(rune('a' + model.NotMeasured))},
		{"no region", district[1][0], string(rune('a' + model.NoRegion))},
		{"unknown", district[0][1], "a"},
		{"negative", district[1][1], -70.0},
		{"not compared", float64(town[0].Classes[1]), 9.0},
		{"the period on the page", float64(doc.Shown[0][1]), 1.0}, // the country has no figure, the town has
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

// The schema names every key that a shard has, and asks for no other.
func TestSchema_FitsTheShard(t *testing.T) {
	m := country()
	all, err := themes(m, 1, 2)
	b := all[0]
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	var s struct {
		Required   []string       `json:"required"`
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	for _, key := range s.Required {
		if _, ok := doc[key]; !ok {
			t.Errorf("the schema requires %q, which the shard lacks", key)
		}
	}
	for key := range doc {
		if _, ok := s.Properties[key]; !ok {
			t.Errorf("the shard has %q, which the schema does not describe", key)
		}
	}
}

func TestCSV(t *testing.T) {
	text := string(AppendCSV(AppendCSV(AppendCSVHead(nil, country()), country(), 1), country(), 2))
	for _, want := range []string{
		"\uFEFFregio_code;regio_naam;niveau;indeling;groep;periode;inwoners;koop\r\n",
		"GM0001;'s-Gravenhage;gemeente;;Totale bevolking;2024;0;12,3\r\n", "gemeente;Indeling;A;2024;–;∘\r\n",
		`WK000101;"'=Centrum; ""oud""";wijk;;Totale bevolking;2023;–;∅`, ";2024;.;-7,0\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Totale bevolking;2023;–;–") {
		t.Error("what was not measured has a row")
	}
	if strings.Contains(text, "GM0002") {
		t.Error("another municipality is in it")
	}
}

func TestIndicators(t *testing.T) {
	if text := string(Indicators(country())); !strings.Contains(text, "\r\nkoop;Koop;Wonen;%;1;2024;;\r\n") {
		t.Errorf("%s", text)
	}
}

func TestSearch(t *testing.T) {
	files := Search(country())
	towns := string(files["zoek/gemeenten.json"])
	for _, want := range []string{`["NL00","Land",0]`, `["GM0001","'s-Gravenhage",1,"","Den Haag"]`, `["GM0002","Âldgea",1]`} {
		if !strings.Contains(towns, want) {
			t.Errorf("%s is not in %s", want, towns)
		}
	}
	if got := string(files["zoek/ce.json"]); !strings.Contains(got, `["WK0002AA","Centrum",2,"Âldgea"]`) || !strings.Contains(got, "'s-Gravenhage") {
		t.Errorf("two districts of one name are not told apart: %s", got)
	}
	if got := strings.TrimSpace(string(files["zoek/lijsten.json"])); got != `["ce","ou"]` {
		t.Errorf("lists: %s", got)
	}
}
