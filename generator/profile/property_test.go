package profile

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"wijkmonitor/generator/model"
)

// drawn is a random country of 30 to 60 municipalities whose figures are not near a class border.
func drawn(t *rapid.T) country1 {
	n := rapid.IntRange(30, 60).Draw(t, "n")
	c := country1{weights: make([]float64, n), values: make([]model.Figure, n)}
	for i := range n {
		c.weights[i] = float64(rapid.IntRange(1, 1000).Draw(t, "inhabitants"))
		c.values[i] = model.Number(float64(rapid.IntRange(-1000, 1000).Draw(t, "figure")))
		if rapid.IntRange(0, 9).Draw(t, "gap") == 0 {
			c.values[i] = model.Gap(model.State(rapid.IntRange(2, int(model.StateCount)-1).Draw(t, "state")))
		}
	}
	c.reference = model.Number(float64(rapid.IntRange(-1000, 1000).Draw(t, "reference")))
	c.polarity = model.Polarity(rapid.IntRange(-1, 1).Draw(t, "polarity"))
	return c
}

// nearBorder reports whether rounding alone could move z to another class.
func nearBorder(z float64) bool {
	for _, border := range []float64{-1.5, -0.5, 0.5, 1.5} {
		if math.Abs(z-border) < 1e-9 {
			return true
		}
	}
	return false
}

func TestProperty_UnitDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		scale := rapid.Float64Range(0.001, 1000).Draw(t, "scale")
		shift := rapid.Float64Range(-1000, 1000).Draw(t, "shift")
		other := c
		other.values = make([]model.Figure, len(c.values))
		convert := func(f model.Figure) model.Figure {
			if v, known := f.Value(); known {
				return model.Number(v*scale + shift)
			}
			return f
		}
		for i, f := range c.values {
			other.values[i] = convert(f)
		}
		other.reference = convert(c.reference)
		b, ob := NewBaseline(c.monitor()), NewBaseline(other.monitor())
		for r := range b.m.Regions {
			p, op := b.Profile(r, 0), ob.Profile(r, 0)
			if item, o := p.Items[1], op.Items[1]; item.Class != o.Class && !nearBorder(item.Deviation) {
				t.Fatalf("region %d: class %v (%v) became %v (%v)", r, item.Class, item.Deviation, o.Class, o.Deviation)
			}
		}
	})
}

func TestProperty_OrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		order := make([]int, len(c.values))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		other := c
		other.values, other.weights = nil, nil
		for _, i := range order {
			other.values = append(other.values, c.values[i])
			other.weights = append(other.weights, c.weights[i])
		}
		b, ob := NewBaseline(c.monitor()), NewBaseline(other.monitor())
		for i, from := range order {
			p, op := b.Profile(1+2*from, 0), ob.Profile(1+2*i, 0)
			item, o := p.Items[1], op.Items[1]
			if item.Figure != o.Figure || math.Abs(item.Deviation-o.Deviation) > 1e-9 {
				t.Fatalf("region %d: %+v became %+v", from, item, o)
			}
			if item.Class != o.Class && !nearBorder(item.Deviation) {
				t.Fatalf("region %d: class %v became %v", from, item.Class, o.Class)
			}
		}
	})
}

func TestProperty_PolarityTurnsScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		c.polarity = model.HigherIsFavourable
		other := c
		other.polarity = model.LowerIsFavourable
		b, ob := NewBaseline(c.monitor()), NewBaseline(other.monitor())
		for r := range b.m.Regions {
			p, op := b.Profile(r, 0), ob.Profile(r, 0)
			s, o := p.Scores[0], op.Scores[0]
			if s.Known != o.Known || s.Value != -o.Value {
				t.Fatalf("region %d: score %+v turned to %+v", r, s, o)
			}
			if p.Items[1] != op.Items[1] {
				t.Fatalf("region %d: polarity changed the item", r)
			}
			if s.Known && !nearBorder(s.Value) && s.Class.Step() != -o.Class.Step() {
				t.Fatalf("region %d: class %v turned to %v", r, s.Class, o.Class)
			}
		}
	})
}

// A deviation plus the reference would give a withheld figure away.
func TestProperty_GapsStayGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBaseline(drawn(t).monitor())
		for r := range b.m.Regions {
			p := b.Profile(r, 0)
			for _, item := range p.Items {
				if !item.Figure.Known() && (item.Class != model.NotCompared || item.Deviation != 0) {
					t.Fatalf("region %d: %+v", r, item)
				}
			}
		}
	})
}
