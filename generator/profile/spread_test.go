package profile

import (
	"math"
	"testing"

	"wijkmonitor/generator/model"
)

func TestSpread(t *testing.T) {
	gapped := append(halves(30, 10, 20), model.Gap(model.Unknown), model.Gap(model.Withheld), model.Gap(model.NotYetPublished))
	third := 100.0 / 3
	noisy := halves(40, third, math.Nextafter(third, 100))
	uneven := make([]float64, 40) // 20 low regions of 3 inhabitants, 20 high ones of 1: mean 12.5, variance 18.75
	for i := range uneven {
		uneven[i] = 1
		if i < 20 {
			uneven[i] = 3
		}
	}
	empty := make([]float64, 40)
	someEmpty := append([]float64{0, 0}, make([]float64, 38)...)
	for i := 2; i < 40; i++ {
		someEmpty[i] = 1
	}
	tests := []struct {
		about string
		c     country1
		want  float64
	}{
		{"half 10, half 20", country1{values: halves(40, 10, 20)}, 5},
		{"exactly 30 regions", country1{values: halves(30, 10, 20)}, 5},
		{"29 regions", country1{values: halves(29, 10, 20)}, 0},
		{"one region", country1{values: numbers(10)}, 0},
		{"no regions", country1{}, 0},
		{"all equal", country1{values: halves(40, 8.8, 8.8)}, 0},
		{"equal but for floating-point rounding", country1{values: noisy}, 0},
		{"all zero", country1{values: halves(40, 0, 0)}, 0},
		{"negative figures", country1{values: halves(40, -10, 10)}, 10},
		{"gaps do not count", country1{values: gapped}, 5},
		{"gaps leave too few", country1{values: gapped[1:]}, 0},
		{"weighted by inhabitants", country1{values: halves(40, 10, 20), weights: uneven}, math.Sqrt(18.75)},
		{"regions without inhabitants do not count", country1{values: append(numbers(1e6, -1e6), halves(38, 1, 3)...), weights: someEmpty}, 1},
		{"nobody lives anywhere", country1{values: halves(40, 10, 20), weights: empty}, 0},
		{"over districts", country1{values: halves(40, 10, 20), spreadOver: model.District}, 5},
		{"over neighbourhoods that are not there", country1{values: halves(40, 10, 20), spreadOver: model.Neighbourhood}, 0},
		{"too large for a square", country1{values: halves(40, -1e300, 1e300)}, 0},
	}
	for _, test := range tests {
		t.Run(test.about, func(t *testing.T) {
			got, ok := NewBaseline(test.c.monitor()).Spread(1, 0)
			if math.Abs(got-test.want) > 1e-12 || ok != (test.want > 0) {
				t.Errorf("spread %v, %v; want %v", got, ok, test.want)
			}
		})
	}
}

func TestSpread_CountHasNone(t *testing.T) {
	m := country1{values: halves(40, 10, 20)}.monitor()
	m.Indicators[1].Kind = model.Count
	if s, ok := NewBaseline(m).Spread(1, 0); ok {
		t.Errorf("a count has spread %v", s)
	}
}

func TestSpread_NoInhabitants(t *testing.T) {
	m := country1{values: halves(40, 10, 20)}.monitor()
	m.Indicators[0].Key = "huishoudens"
	if s, ok := NewBaseline(m).Spread(1, 0); ok {
		t.Errorf("spread %v without an indicator of inhabitants", s)
	}
}

func TestSpread_NoPeriod(t *testing.T) {
	b := NewBaseline(country1{values: halves(40, 10, 20)}.monitor())
	if s, ok := b.Spread(1, -1); ok {
		t.Errorf("spread %v without a period", s)
	}
	if f := b.Reference(1, -1); f.State() != model.NotMeasured {
		t.Errorf("reference %v without a period", f)
	}
}

// A period without inhabitants weighs by the latest known number of the region.
func TestSpread_LatestWeight(t *testing.T) {
	m := country1{values: halves(40, 10, 20)}.monitor()
	m.Periods = append(m.Periods, model.Period{Code: "2021JJ00"})
	m.Cube = model.NewCube(make([]bool, len(m.Regions)), 1, 2, 2)
	for r := 1; r < len(m.Regions); r++ {
		m.Regions[r].Last = 1
		low := r <= 40
		weight, value := 1.0, 20.0
		if low {
			weight, value = 3, 10
		}
		m.Cube.Set(r, 0, 0, 0, model.Number(weight))
		m.Cube.Set(r, 0, 1, 1, model.Number(value))
	}
	got, ok := NewBaseline(m).Spread(1, 1)
	if want := math.Sqrt(18.75); !ok || math.Abs(got-want) > 1e-12 {
		t.Errorf("spread %v, %v; want %v", got, ok, want)
	}
}

// A region that is gone does not weigh, whatever figure a table still has of it.
func TestSpread_RegionThatIsGone(t *testing.T) {
	m := country1{values: append(halves(40, 10, 20), numbers(1e6, -1e6)...)}.monitor()
	m.Periods = append(m.Periods, model.Period{Code: "2021JJ00"})
	cube := model.NewCube(make([]bool, len(m.Regions)), 1, 2, 2)
	for r := range m.Regions {
		m.Regions[r].Last = 1
		if r > 80 {
			m.Regions[r].Last = 0
		}
		cube.Set(r, 0, 0, 0, m.Cube.At(r, 0, 0, 0))
		cube.Set(r, 0, 1, 1, m.Cube.At(r, 0, 1, 0))
	}
	m.Cube = cube
	if got, ok := NewBaseline(m).Spread(1, 1); !ok || math.Abs(got-5) > 1e-12 {
		t.Errorf("spread %v, %v; want 5", got, ok)
	}
}
