package compose

import (
	"math"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

const (
	people  = iota
	benefit // share of people
	income  // mean
	combined
	lowBound
	highBound
)

// country is a country with a municipality, a district and four
// neighbourhoods; group 1 has 40 people in each.
func country() *model.Monitor {
	m := &model.Monitor{
		Periods: []model.Period{{Code: "2024JJ00"}},
		Themes:  []model.Theme{{Key: "x"}},
		Groups:  []model.Group{{Key: "totaal", Classification: -1, Parent: -1}, {Key: "g", MinBase: 100}},
		Indicators: []model.Indicator{
			{Key: "inwoners", Kind: model.Count},
			{Key: "bijstand", Kind: model.Share, Per: 100, Parts: [2]int{1, 1}, Base: model.RefTo(people), Polarity: model.LowerIsFavourable},
			{Key: "inkomen", Kind: model.Mean, Polarity: model.HigherIsFavourable},
			{Key: "samen", Kind: model.Mean, Low: model.RefTo(lowBound), High: model.RefTo(highBound)},
		},
		Inputs:      []model.Indicator{{Key: "low:samen"}, {Key: "high:samen"}},
		SpreadLevel: model.Municipality,
	}
	add := func(code string, level model.Level, parent int) {
		m.Regions = append(m.Regions, model.Region{Code: code, Name: code, Level: level, Parent: parent, Municipality: min(1, parent+1)})
	}
	add("NL00", model.Country, -1)
	m.Regions[0].Municipality = -1
	add("GM0001", model.Municipality, 0)
	add("WK000100", model.District, 1)
	for _, code := range []string{"BU00010000", "BU00010001", "BU00010002", "BU00010003"} {
		add(code, model.Neighbourhood, 2)
	}
	with := make([]bool, len(m.Regions))
	for i := range with {
		with[i] = true
	}
	m.Cube = model.NewCube(with, 2, 6, 1)
	for r := 3; r < 7; r++ {
		m.Cube.Set(r, 0, people, 0, model.Number(float64(100*(r-2))))
		m.Cube.Set(r, 0, benefit, 0, model.Number(float64(10*(r-2))))
		m.Cube.Set(r, 0, income, 0, model.Number(30))
		m.Cube.Set(r, 1, people, 0, model.Number(40))
		m.Cube.Set(r, 1, benefit, 0, model.Number(25))
	}
	return m
}

func area(codes ...string) *model.Definition {
	return &model.Definition{File: "monitor.yaml", Areas: []model.AreaSpec{{Line: 7, Key: "noord", Label: "Noord", Codes: codes}}}
}

func check(t *testing.T, m *model.Monitor, region, group, indicator int, want model.Figure) {
	t.Helper()
	got := m.Cube.At(region, group, indicator, 0)
	x, known := got.Value()
	y, wanted := want.Value()
	if got.State() != want.State() || known && wanted && math.Abs(x-y) > 1e-9 {
		t.Errorf("%s, group %d, %s: %v, want %v", m.Regions[region].Code, group, m.Indicators[indicator].Key, got, want)
	}
}

func TestAreas_SumsOfParts(t *testing.T) {
	m := country()
	if err := Areas(m, area("BU00010001", "BU00010000")); err != nil {
		t.Fatal(err)
	}
	a := len(m.Regions) - 1
	if r := m.Regions[a]; r.Level != model.OwnArea || r.Code != "noord" || len(r.Parts) != 2 || r.Municipality != -1 {
		t.Fatalf("%+v", r)
	}
	check(t, m, a, 0, people, model.Number(300))
	check(t, m, a, 0, benefit, model.Number((10*100+20*200)/300.0))
	check(t, m, a, 0, income, model.Gap(model.NotMeasured)) // a mean cannot be summed
	check(t, m, a, 1, people, model.Gap(model.Withheld))    // 80 of 100
	check(t, m, a, 1, benefit, model.Gap(model.Withheld))
}

func TestAreas_Gaps(t *testing.T) {
	m := country()
	m.Groups[1].MinBase = 0
	m.Cube.Set(3, 0, benefit, 0, model.Gap(model.Unknown))  // 100 of 1,000 people
	m.Cube.Set(4, 1, people, 0, model.Gap(model.Withheld))  // a withheld part withholds the whole
	m.Cube.Set(4, 1, benefit, 0, model.Gap(model.Withheld)) //
	if err := Areas(m, area("BU00010000", "BU00010001", "BU00010002", "BU00010003")); err != nil {
		t.Fatal(err)
	}
	a := len(m.Regions) - 1
	check(t, m, a, 0, people, model.Number(1000))
	check(t, m, a, 0, benefit, model.Number((20*200+30*300+40*400)/900.0))
	check(t, m, a, 1, people, model.Gap(model.Withheld))
	check(t, m, a, 1, benefit, model.Gap(model.Withheld))
	if got := m.Coverage[a][(0*len(m.Indicators)+benefit)*1]; math.Abs(got-0.9) > 1e-9 {
		t.Errorf("coverage %v, want 0.9", got)
	}
	m = country()
	m.Cube.Set(5, 0, benefit, 0, model.Gap(model.Unknown)) // 300 of 1,000: too many
	m.Cube.Set(6, 0, people, 0, model.Gap(model.Unknown))
	if err := Areas(m, area("BU00010000", "BU00010001", "BU00010002", "BU00010003")); err != nil {
		t.Fatal(err)
	}
	check(t, m, a, 0, people, model.Gap(model.Unknown))
	check(t, m, a, 0, benefit, model.Gap(model.Unknown))
}

// Nobody lives in a part: it has no share, and that is no gap.
func TestAreas_EmptyPart(t *testing.T) {
	m := country()
	m.Cube.Set(3, 0, people, 0, model.Number(0))
	m.Cube.Set(3, 0, benefit, 0, model.Gap(model.Unknown))
	if err := Areas(m, area("BU00010000", "BU00010001")); err != nil {
		t.Fatal(err)
	}
	a := len(m.Regions) - 1
	check(t, m, a, 0, people, model.Number(200))
	check(t, m, a, 0, benefit, model.Number(20))
}

func TestAreas_Errors(t *testing.T) {
	for _, test := range []struct {
		codes []string
		want  string
	}{
		{[]string{"BU00010009"}, `monitor.yaml:7: area "noord" has region "BU00010009", which no table has; did you mean "BU0001000`},
		{[]string{"WK000100", "BU00010000"}, "would be counted twice"},
		{[]string{"BU00010000", "BU00010000"}, "twice"},
	} {
		if err := Areas(country(), area(test.codes...)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v; %q would be right", test.codes, err, test.want)
		}
	}
}

// spread makes 40 municipalities with a reference of 15 and a spread of 5 for
// benefit, of 30 and 10 for income.
func spread() *model.Monitor {
	m := country()
	m.Regions = m.Regions[:1]
	for range 40 {
		m.Regions = append(m.Regions, model.Region{Code: "GM", Level: model.Municipality})
	}
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 2, 6, 1)
	m.Cube.Set(0, 0, benefit, 0, model.Number(15))
	m.Cube.Set(0, 0, income, 0, model.Number(30))
	for r := 1; r < len(m.Regions); r++ {
		sign := float64(2*(r%2) - 1)
		m.Cube.Set(r, 0, people, 0, model.Number(1e9)) // so many that chance plays no part
		m.Cube.Set(r, 0, benefit, 0, model.Number(15+5*sign))
		m.Cube.Set(r, 0, income, 0, model.Number(30+10*sign))
	}
	return m
}

func TestCombine_MeanOfDeviations(t *testing.T) {
	m := spread()
	m.Cube.Set(2, 0, income, 0, model.Gap(model.Withheld))
	m.Indicators[income].Rounding = [model.LevelCount]float64{0, 2, 0, 0, 0}
	def := &model.Definition{Indicators: []model.IndicatorSpec{{Key: "samen", MeanOf: []model.Weighted{{Key: "bijstand", Weight: 1}, {Key: "inkomen", Weight: 3}}}}}
	if err := Combine(m, def); err != nil {
		t.Fatal(err)
	}
	// Region 1: benefit 1 spread higher, which is less favourable: −1; income 1: (−1 + 3) / 4.
	if got, _ := m.Cube.At(1, 0, combined, 0).Value(); math.Abs(got-0.5) > 1e-3 {
		t.Errorf("the mean is %v, want 0.5", got)
	}
	low, _ := m.Cube.At(1, 0, lowBound, 0).Value()
	high, _ := m.Cube.At(1, 0, highBound, 0).Value()
	if math.Abs(low-(0.5-0.15)) > 1e-3 || math.Abs(high-(0.5+0.15)) > 1e-3 {
		t.Errorf("bounds %v to %v, want 0.35 to 0.65", low, high)
	}
	if got := m.Cube.At(0, 0, combined, 0); got != model.Number(0) {
		t.Errorf("the country has %v, want 0", got)
	}
	check(t, m, 2, 0, combined, model.Gap(model.Withheld))
}

func TestCombine_Formula(t *testing.T) {
	m := spread()
	m.Indicators[income].Rounding = [model.LevelCount]float64{0, 1, 0, 0, 0}
	def := &model.Definition{Indicators: []model.IndicatorSpec{{Key: "samen", Expression: "100 / (inkomen - 20)"}}}
	if err := Combine(m, def); err != nil {
		t.Fatal(err)
	}
	check(t, m, 1, 0, combined, model.Number(5))
	low, _ := m.Cube.At(1, 0, lowBound, 0).Value()
	high, _ := m.Cube.At(1, 0, highBound, 0).Value()
	if math.Abs(low-100/21.0) > 1e-9 || math.Abs(high-100/19.0) > 1e-9 {
		t.Errorf("bounds %v to %v", low, high)
	}
	check(t, m, 2, 0, combined, model.Gap(model.Impossible)) // 20 − 20
}

func TestCombine_Errors(t *testing.T) {
	for _, test := range []struct {
		spec model.IndicatorSpec
		want string
	}{
		{model.IndicatorSpec{Key: "samen", Line: 4, Expression: "nergens + 1"}, `monitor.yaml:4: indicator "samen": is made from "nergens", which is not there`},
		{model.IndicatorSpec{Key: "samen", Line: 4, Expression: "samen + 1"}, "is combined itself"},
		{model.IndicatorSpec{Key: "samen", Line: 4, Expression: "1 +"}, "ends where"},
	} {
		def := &model.Definition{File: "monitor.yaml", Indicators: []model.IndicatorSpec{test.spec}}
		if err := Combine(spread(), def); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v; %q would be right", test.spec, err, test.want)
		}
	}
}
