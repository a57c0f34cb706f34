package render

import (
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/language"
	"wijkmonitor/generator/model"
	"wijkmonitor/generator/profile"
)

// village is a monitor of one region with a count of inhabitants and some
// shares; the profile holds what a test puts in it.
func village(name string, level model.Level) (*Renderer, *profile.Profile) {
	m := &model.Monitor{Periods: []model.Period{{Label: "2023"}, {Label: "2024"}, {Label: "2025"}},
		Groups:  []model.Group{{Key: "totaal", Label: "Totale bevolking"}, {Key: "h-marokko", Label: "Marokko", Phrase: "met herkomst Marokko"}, {Key: "x", Label: "Overig"}},
		Regions: []model.Region{{Name: "Nederland"}, {Name: name, Level: level}},
		Themes:  []model.Theme{{Label: "Wonen"}, {Label: "Werk"}}}
	m.Indicators = append(m.Indicators, model.Indicator{Key: "inwoners", Kind: model.Count})
	m.Indicators[0].Rounding[model.District] = 4
	for _, key := range []string{"a", "b", "c"} {
		m.Indicators = append(m.Indicators, model.Indicator{Key: key, Title: strings.ToUpper(key), Kind: model.Share, Unit: "%", Decimals: 1, Polarity: model.LowerIsFavourable})
	}
	m.Cube = model.NewCube([]bool{true, true}, 3, len(m.Indicators), 3)
	p := &profile.Profile{Region: 1, Items: make([]profile.Item, len(m.Indicators)), Scores: make([]profile.Score, 2)}
	for i := range p.Items {
		p.Items[i] = profile.Item{Indicator: i, Period: 2, Figure: model.Gap(model.Unknown)}
	}
	return &Renderer{speech: dutch, m: m, country: "Nederland", tops: make([][]top, 2), places: make([][]places, 2)}, p
}

func TestInhabitants(t *testing.T) {
	tests := []struct {
		name   string
		level  model.Level
		group  int
		figure model.Figure
		want   string
	}{
		{"Zandwoude", model.Municipality, 0, model.Number(12345), "In Zandwoude wonen 12.345 mensen (2025)."},
		{"'s-Gravenmeer", model.Municipality, 0, model.Number(2), "In 's-Gravenmeer wonen 2 mensen (2025)."},
		{"Wâldein", model.District, 0, model.Number(1230), "In Wâldein wonen ongeveer 1.230 mensen (2025)."},
		{"Wâldein", model.District, 1, model.Number(85), "In Wâldein wonen ongeveer 85 mensen met herkomst Marokko (2025)."},
		{"Zandwoude", model.Municipality, 0, model.Number(1), "In Zandwoude woont 1 persoon (2025)."},
		{"Zandwoude", model.Municipality, 1, model.Number(1), "In Zandwoude woont 1 persoon met herkomst Marokko (2025)."},
		{"Kade", model.District, 0, model.Number(0), "In Kade woont niemand (2025)."},
		{"Kade", model.District, 1, model.Number(0), "In Kade wonen geen mensen met herkomst Marokko (2025)."},
		{"Kade", model.Municipality, 2, model.Number(7), "In Kade wonen 7 mensen uit de groep Overig (2025)."},
		{"Kade", model.District, 0, model.Gap(model.Unknown), "Hoeveel mensen er in Kade wonen, staat hier niet: onbekend."},
		{"Kade", model.District, 1, model.Gap(model.Withheld), "Hoeveel mensen met herkomst Marokko er in Kade wonen, staat hier niet: te weinig inwoners."},
	}
	for _, test := range tests {
		r, p := village(test.name, test.level)
		p.Group, p.Items[0].Figure = test.group, test.figure
		if got := r.inhabitants(p); got != test.want {
			t.Errorf("%q\n%q would be right", got, test.want)
		}
	}
}

func TestGrowth(t *testing.T) {
	tests := []struct {
		first  model.Figure
		breaks []int
		want   string
	}{
		{model.Number(1200), nil, "In 2023 waren het er 1.200."},
		{model.Number(1), nil, "In 2023 was het er 1."},
		{model.Number(0), nil, "In 2023 woonde er niemand."},
		{model.Gap(model.Broken), nil, ""},
		{model.Number(1200), []int{2}, ""},
	}
	for _, test := range tests {
		r, p := village("Zandwoude", model.Municipality)
		r.m.Indicators[0].Breaks = test.breaks
		for k, f := range []model.Figure{test.first, model.Gap(model.Unknown), model.Number(1300)} {
			r.m.Cube.Set(1, 0, 0, k, f)
		}
		p.Items[0].Figure = model.Number(1300)
		if got := r.growth(p); got != test.want {
			t.Errorf("%v %v: %q; %q would be right", test.first, test.breaks, got, test.want)
		}
	}
}

func TestComparison(t *testing.T) {
	const gone = model.NotCompared
	tests := []struct {
		classes []model.Class
		states  []model.State // of those that are not compared
		want    string
	}{
		{[]model.Class{model.MuchHigher, model.Lower, model.Average}, nil,
			"Van 3 onderwerpen kunnen we het cijfer vergelijken met dat van Nederland. Op 1 onderwerp is het cijfer duidelijk hoger, op 1 onderwerp duidelijk lager en op 1 onderwerp rond gemiddeld. Waar een oordeel is gekozen, is het cijfer 1 keer duidelijk gunstiger en 1 keer duidelijk ongunstiger."},
		{[]model.Class{model.Higher, model.Higher, model.Higher}, nil,
			"Van 3 onderwerpen kunnen we het cijfer vergelijken met dat van Nederland. Op 3 onderwerpen is het cijfer duidelijk hoger, op geen enkel onderwerp duidelijk lager en op geen enkel onderwerp rond gemiddeld. Waar een oordeel is gekozen, is het cijfer geen enkele keer duidelijk gunstiger en 3 keer duidelijk ongunstiger."},
		{[]model.Class{model.Average, model.Average, gone}, []model.State{model.Withheld},
			"Van 2 onderwerpen kunnen we het cijfer vergelijken met dat van Nederland. Geen enkel cijfer wijkt duidelijk af: elk verschil is klein of onzeker. Van 1 onderwerp is er geen vergelijking: te weinig inwoners."},
		{[]model.Class{model.Average, gone, gone}, []model.State{model.Unknown, model.Withheld},
			"Van 1 onderwerp kunnen we het cijfer vergelijken met dat van Nederland. Het cijfer wijkt niet duidelijk af: het verschil is klein of onzeker. Van 2 onderwerpen is er geen vergelijking: 1 keer onbekend en 1 keer te weinig inwoners."},
		{[]model.Class{gone, gone, gone}, []model.State{model.Impossible, model.Impossible, model.Impossible},
			"Er is geen cijfer om met Nederland te vergelijken. Van 3 onderwerpen is er geen vergelijking: kan niet voorkomen."},
	}
	for _, test := range tests {
		r, p := village("Zandwoude", model.Municipality)
		for i, c := range test.classes {
			p.Items[1+i].Class = c
			if c != gone {
				p.Items[1+i].Figure = model.Number(1)
			} else {
				p.Items[1+i].Figure = model.Gap(test.states[0])
				test.states = test.states[1:]
			}
		}
		if got := strings.Join(r.comparison(p), " "); got != test.want {
			t.Errorf("%s\n%s\nwould be right", got, test.want)
		}
	}
}

func TestRemarks(t *testing.T) {
	item := func(i int, c model.Class, low, high float64) profile.Item {
		return profile.Item{Indicator: i, Period: 2, Figure: model.Number(12.4), Reference: model.Number(5), Class: c, Reach: profile.Interval{Low: low, High: high}}
	}
	r, p := village("Zandwoude", model.Municipality)
	r.themes = [][]int{{1}, {2}, {3}}
	place := &Place{r: r, index: 1}
	said := func() string { return string(place.appendRemarks(nil, p, "")) }

	if got, want := said(), "<p>Er zijn geen cijfers om te vergelijken. Daarom kunnen we niet zeggen wat opvalt.</p>"; got != want {
		t.Errorf("nothing known: %s", got)
	}
	p.Items[1] = item(1, model.Average, -0.1, 0.1)
	if got, want := said(), "<p>Er valt niets op: elk verschil met Nederland is klein of onzeker.</p>"; got != want {
		t.Errorf("nothing stands out: %s", got)
	}
	// The class first, then the bound nearest to the average; a withheld figure
	// has no class and is never in the list.
	p.Items[1], p.Items[2] = item(1, model.Higher, 0.6, 9), item(2, model.Lower, -3, -0.9)
	p.Items[3].Figure = model.Gap(model.Withheld)
	if got, want := said(), `<ul><li><a href="#i-b">B</a>: 12,4% in 2025, lager dan in Nederland (5,0%).<li><a href="#i-a">A</a>: 12,4% in 2025, hoger dan in Nederland (5,0%).</ul>`; got != want {
		t.Errorf("%s\n%s would be right", got, want)
	}
	p.Items[3] = item(3, model.MuchHigher, 1.5, 1.6)
	r.setTop(1, 3, 10)
	if got := said(); !strings.HasPrefix(got, `<ul><li><a href="#i-c">C</a>: 12,4% in 2025, veel hoger dan in Nederland (5,0%). Hoort bij de 10 gemeenten met het hoogste aandeel.<li>`) {
		t.Errorf("%s", got)
	}
	// One figure of many is too little for a picture.
	for range 10 {
		r.m.Indicators = append(r.m.Indicators, model.Indicator{Kind: model.Share})
		p.Items = append(p.Items, profile.Item{})
	}
	if got := said(); !strings.HasSuffix(got, `<p class="klein">Van de 13 onderwerpen kunnen we er hier maar 3 vergelijken. Dat is te weinig voor een beeld van het hele gebied.</p>`) {
		t.Errorf("%s", got)
	}
}

func TestRemarkable_AtMostFiveAndTwoOfATheme(t *testing.T) {
	r := &Renderer{speech: dutch, themes: [][]int{{0, 1, 2, 7}, {3, 4, 5}, {6, 8}}}
	var items []profile.Item
	for i := range 9 {
		items = append(items, profile.Item{Indicator: i, Class: model.Higher, Reach: profile.Interval{Low: float64(i * 7 % 9)}})
	}
	var got []int
	for _, item := range r.remarkable(items, nil) {
		got = append(got, int(item.Reach.Low))
	}
	if !slices.Equal(got, []int{8, 7, 6, 5, 3}) {
		t.Errorf("%v", got)
	}
}

// A sentence begins with a capital, also where English puts "about" in front.
func TestInhabitants_English(t *testing.T) {
	r, p := village("Wâldein", model.District)
	r.speech = newSpeech(language.English)
	p.Items[0].Figure = model.Number(1230)
	if got, want := r.inhabitants(p), "About 1,230 people live in Wâldein (2025)."; got != want {
		t.Errorf("%q\n%q would be right", got, want)
	}
}
