package profile

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
	_ "wijkmonitor/generator/steady"
)

// one is a monitor with a single district: indicator 0 "inwoners", 1 "x", and
// two inputs for the bounds of a source.
func one(x model.Indicator, people, value model.Figure) *Baseline {
	m := &model.Monitor{
		Themes:     []model.Theme{{}},
		Indicators: []model.Indicator{{Key: "inwoners", Rounding: [model.LevelCount]float64{0, 0, 4, 4}}, x},
		Inputs:     []model.Indicator{{Key: "low:x"}, {Key: "high:x"}},
		Groups:     []model.Group{{Key: "totaal"}},
		Periods:    []model.Period{{Code: "2020JJ00"}},
		Regions:    []model.Region{{Code: "WK000100", Level: model.District, Parent: -1, Municipality: -1}},
	}
	m.Cube = model.NewCube([]bool{false}, 1, 4, 1)
	m.Cube.Set(0, 0, 0, 0, people)
	m.Cube.Set(0, 0, 1, 0, value)
	return &Baseline{m: m, periods: 1}
}

// off is a rounding that holds for every level.
func off(v float64) [model.LevelCount]float64 { return [model.LevelCount]float64{v, v, v, v} }

func TestInterval(t *testing.T) {
	people := model.RefTo(0)
	derived := model.Indicator{Kind: model.Share, Per: 100, Parts: [2]int{1, 1}, Base: people, Chance: true, Rounding: off(4)}
	exact := derived
	exact.Rounding = off(0)
	tests := []struct {
		about     string
		x         model.Indicator
		people    model.Figure
		value     float64
		low, high float64
	}{
		{"a count of a wijk", model.Indicator{Kind: model.Count, Rounding: off(4)}, model.Number(100), 20, 16, 24},
		{"a count is not below nothing", model.Indicator{Kind: model.Count, Rounding: off(4)}, model.Number(100), 0, 0, 4},
		{"a mean with one decimal", model.Indicator{Kind: model.Mean, Rounding: off(.05)}, model.Number(100), 31.2, 31.15, 31.25},
		{"a negative mean", model.Indicator{Kind: model.Mean, Rounding: off(.05)}, model.Number(100), -0.2, -0.25, -0.15},
		{"a whole percentage without a base", model.Indicator{Kind: model.Share, Rounding: off(.5)}, model.Number(100), 20, 19.5, 20.5},
		{"nobody: rounding only", model.Indicator{Kind: model.Share, Base: people, Chance: true, Rounding: off(.5)}, model.Number(0), 20, 19.5, 20.5},
		{"an unknown base: rounding only", model.Indicator{Kind: model.Share, Base: people, Chance: true, Rounding: off(.5)}, model.Gap(model.Unknown), 20, 19.5, 20.5},
		// Wilson: 20 of 100 gives 13.34% to 28.88%.
		{"an exact share", exact, model.Number(100), 20, 13.3367, 28.8829},
		{"0%", exact, model.Number(100), 0, 0, 3.6993},
		{"100%", exact, model.Number(100), 100, 96.3007, 100},
		{"100% of one", exact, model.Number(1), 100, 20.6549, 100},
		// 16 of 104 to 24 of 96, and Wilson with 96 people around these.
		{"a share of rounded counts", derived, model.Number(100), 20, 9.5150, 34.5098},
		{"5 of 5: anything", derived, model.Number(5), 100, 0.3049, 100},
		{"a share of about half the people", model.Indicator{Kind: model.Share, Base: people, BasePart: .5, Chance: true, Rounding: off(0)}, model.Number(204), 20, 13.3367, 28.8829},
		{"a share of hectares: rounding only", model.Indicator{Kind: model.Share, Base: people, Rounding: off(.5)}, model.Number(100), 20, 19.5, 20.5},
		{"more than 100%: rounding only", model.Indicator{Kind: model.Share, Base: people, Chance: true, Rounding: off(.5)}, model.Number(100), 120, 119.5, 120.5},
		// 10 events in 1,000 inhabitants: 5.43 to 18.41.
		{"a rate", model.Indicator{Kind: model.Rate, Per: 1000, Base: people, Chance: true, Rounding: off(0)}, model.Number(1004), 10, 5.4320, 18.4095},
		{"a rate without a base", model.Indicator{Kind: model.Rate, Rounding: off(.5)}, model.Number(1000), 10, 9.5, 10.5},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			b := one(test.x, test.people, model.Number(test.value))
			got := b.interval(cell{0, 0, 1, 0, test.value})
			if math.Abs(got.Low-test.low) > 1e-4 || math.Abs(got.High-test.high) > 1e-4 {
				t.Errorf("%.4f to %.4f, want %.4f to %.4f", got.Low, got.High, test.low, test.high)
			}
		})
	}
}

// The bounds that a source gives stand as they are, and only both together.
func TestInterval_OfTheSource(t *testing.T) {
	b := one(model.Indicator{Kind: model.Mean, Rounding: off(.05), Low: model.RefTo(2), High: model.RefTo(3)}, model.Number(100), model.Number(3))
	b.m.Cube.Set(0, 0, 2, 0, model.Number(2.5))
	if got := b.interval(cell{0, 0, 1, 0, 3}); math.Abs(got.Low-2.95) > 1e-9 {
		t.Errorf("one bound only gives %v", got)
	}
	b.m.Cube.Set(0, 0, 3, 0, model.Number(4))
	if got := b.interval(cell{0, 0, 1, 0, 3}); got != (Interval{2.5, 4}) {
		t.Errorf("got %v", got)
	}
}

func TestReachable(t *testing.T) {
	inf := math.Inf(1)
	tests := []struct {
		low, high float64
		want      model.Class
	}{
		{-0.4, 0.4, model.Average}, {-3, 3, model.Average}, {0.4, 9, model.Average}, {-9, -0.4, model.Average},
		{0.5, 0.5, model.Higher}, {0.5, 9, model.Higher}, {1.4, inf, model.Higher}, {1.5, inf, model.MuchHigher},
		{-9, -0.5, model.Lower}, {-inf, -1.4, model.Lower}, {-inf, -1.5, model.MuchLower}, {-inf, inf, model.Average},
		{math.NaN(), 1, model.NotCompared},
	}
	for _, test := range tests {
		if got := reachable(test.low, test.high); got != test.want {
			t.Errorf("reachable(%v, %v) = %v, want %v", test.low, test.high, got, test.want)
		}
	}
}

// margined is a random country whose shares have a base and a rounding.
func margined(t *rapid.T) country1 {
	n := rapid.IntRange(30, 60).Draw(t, "n")
	c := country1{weights: make([]float64, n), values: make([]model.Figure, n), reference: model.Number(float64(rapid.IntRange(0, 100).Draw(t, "reference")))}
	for i := range n {
		c.weights[i] = float64(rapid.IntRange(1, 5000).Draw(t, "inhabitants"))
		c.values[i] = model.Number(float64(rapid.IntRange(0, 100).Draw(t, "share")))
	}
	return c
}

// No colour that chance or rounding alone could give: wherever in its interval
// the truth lies, it is on the side of the colour, and at least as far from
// average.
func TestProperty_ClassHoldsInTheWholeInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := margined(t).monitor()
		m.Indicators[1].Base, m.Indicators[1].Chance = model.RefTo(0), true
		m.Indicators[1].Rounding = off(float64(rapid.IntRange(0, 10).Draw(t, "rounding")) / 10)
		m.Indicators[0].Rounding = off(4)
		b := NewBaseline(m)
		for r := range m.Regions {
			item := b.Profile(r, 0).Items[1]
			v, known := item.Figure.Value()
			if !known {
				continue
			}
			if item.Interval.Low > v || item.Interval.High < v {
				t.Fatalf("region %d: %v is not in %v", r, v, item.Interval)
			}
			if item.Class == model.NotCompared {
				continue
			}
			if item.Reach.Low > item.Deviation || item.Reach.High < item.Deviation {
				t.Fatalf("region %d: %v is not in %v", r, item.Deviation, item.Reach)
			}
			at := rapid.Float64Range(0, 1).Draw(t, "truth")
			truth := model.Classify(item.Reach.Low + at*(item.Reach.High-item.Reach.Low)).Step()
			shown := item.Class.Step()
			if shown > 0 && truth < shown || shown < 0 && truth > shown {
				t.Fatalf("region %d shows %d where %d is possible: %+v", r, shown, truth, item)
			}
		}
	})
}

// The more people, the narrower the interval; and it never gives a class that
// the figure itself does not have.
func TestProperty_MorePeopleMoreCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0, 1).Draw(t, "share")
		n := rapid.Float64Range(1, 1e6).Draw(t, "people")
		more := n * rapid.Float64Range(1, 100).Draw(t, "times")
		if wilson(p, more, 1)-wilson(p, more, -1) > wilson(p, n, 1)-wilson(p, n, -1)+1e-12 {
			t.Fatalf("%v of %v people is more certain than of %v", p, n, more)
		}
		if low, high := wilson(p, n, -1), wilson(p, n, 1); low > p+1e-12 || high < p-1e-12 || low < 0 || high > 1 {
			t.Fatalf("%v of %v: %v to %v", p, n, low, high)
		}
		x := p * n
		if low, high := poisson(x, -1), poisson(x, 1); low > x || high < x || low < 0 {
			t.Fatalf("%v events: %v to %v", x, low, high)
		}
	})
}

func TestScore_IntervalKeepsItAverage(t *testing.T) {
	m := scored([]model.Polarity{model.LowerIsFavourable}, numbers(25))
	m.Indicators[1].Rounding = off(9)
	s := NewBaseline(m).Profile(2, 0).Scores[0]
	// z = 2, but 16 to 34 against 6 to 24 reaches from below 0.
	if s.Class != model.Average || s.Value != -2 || s.Reach.Low >= s.Value || s.Reach.High <= s.Value {
		t.Errorf("%+v", s)
	}
}
