package model

import (
	"math"
	"testing"
)

func TestFigure_ZeroValueIsUnknown(t *testing.T) {
	var f Figure
	if f.Known() || f.State() != Unknown {
		t.Fatalf("the zero Figure is %v, known %v", f.State(), f.Known())
	}
}

func TestNumber_NotFinite(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if Number(v).Known() {
			t.Errorf("Number(%v) is known", v)
		}
	}
	if !Number(0).Known() {
		t.Error("a real zero is not known")
	}
}

func TestFigure_Over(t *testing.T) {
	tests := []struct {
		name string
		f, g Figure
		want Figure
	}{
		{"share", Number(77210), Number(872757), Number(100 * 77210.0 / 872757)},
		{"zero over something is zero", Number(0), Number(5), Number(0)},
		{"zero denominator cannot occur", Number(0), Number(0), Gap(Impossible)},
		{"gap above", Gap(Withheld), Number(5), Gap(Withheld)},
		{"gap below", Number(5), Gap(NotYetPublished), Gap(NotYetPublished)},
	}
	for _, tt := range tests {
		if got := tt.f.Over(tt.g, 100); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestFigure_MinusKeepsTheGap(t *testing.T) {
	if got := Gap(Withheld).Minus(Number(1)); got != Gap(Withheld) {
		t.Errorf("got %v", got)
	}
	if got := Number(1).Minus(Gap(NotMeasured)); got != Gap(NotMeasured) {
		t.Errorf("got %v", got)
	}
	if got := Number(3).Minus(Number(1)); got != Number(2) {
		t.Errorf("got %v", got)
	}
}

func TestCube_RoundTrip(t *testing.T) {
	c := NewCube([]bool{true, false}, 3, 2, 2)
	if got := c.At(0, 2, 1, 1); got != Gap(NotMeasured) {
		t.Errorf("an untouched cell is %v", got)
	}
	for s := State(0); s < StateCount; s++ {
		want := Gap(s)
		if s == Known {
			want = Number(-1.5)
		}
		c.Set(0, 2, 1, 1, want)
		if got := c.At(0, 2, 1, 1); got != want {
			t.Errorf("state %d: got %v, want %v", s, got, want)
		}
	}
	c.Set(1, 2, 0, 0, Number(7))
	if got := c.At(1, 2, 0, 0); got != Gap(NotMeasured) {
		t.Errorf("a group that the region does not keep has %v", got)
	}
	if got := c.At(1, 0, 0, 0); got.Known() {
		t.Errorf("it was stored with the whole population: %v", got)
	}
	if !c.HasGroups(0) || c.HasGroups(1) || c.Len() != 3*2*2+2*2 {
		t.Errorf("blocks: %v %v %d", c.HasGroups(0), c.HasGroups(1), c.Len())
	}
}

func TestClassify_Bounds(t *testing.T) {
	tests := []struct {
		z    float64
		want Class
	}{
		{-1.5, MuchLower}, {-1.4999, Lower}, {-0.5, Lower}, {-0.4999, Average}, {0, Average},
		{0.4999, Average}, {0.5, Higher}, {1.4999, Higher}, {1.5, MuchHigher}, {math.NaN(), NotCompared},
	}
	for _, tt := range tests {
		if got := Classify(tt.z); got != tt.want {
			t.Errorf("Classify(%v) = %d, want %d", tt.z, got, tt.want)
		}
	}
}

func TestClass_Oriented(t *testing.T) {
	if got := MuchLower.Oriented(LowerIsFavourable); got != MuchHigher {
		t.Errorf("much lower where lower is favourable: %d", got)
	}
	if got := Higher.Oriented(HigherIsFavourable); got != Higher {
		t.Errorf("higher where higher is favourable: %d", got)
	}
	if got := Higher.Oriented(NoJudgement); got != NotCompared {
		t.Errorf("no judgement: %d", got)
	}
}

func TestParseCode(t *testing.T) {
	good := map[string]Level{"NL00": Country, "NL01": Country, "GM0363": Municipality, "WK0363AA": District, "BU0363AH07": Neighbourhood, "BU00340101": Neighbourhood}
	for code, want := range good {
		if got, err := ParseCode(code); err != nil || got != want {
			t.Errorf("ParseCode(%q) = %v, %v", code, got, err)
		}
	}
	for _, code := range []string{"", "GM", "GM363", "GM03A3", "GM0363 ", "WK0363aa", "WK03630", "BU036300", "PV20", "gm0363", "BU0363/../1", "WKA363AA"} {
		if _, err := ParseCode(code); err == nil {
			t.Errorf("ParseCode(%q) is taken for a code", code)
		}
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add("BU0363AH07")
	f.Add("NL00")
	f.Fuzz(func(t *testing.T, code string) {
		if _, err := ParseCode(code); err != nil {
			return
		}
		if parent := ParentCode(code); parent != "" {
			if _, err := ParseCode(parent); err != nil {
				t.Errorf("the parent of %q is %q: %v", code, parent, err)
			}
		}
	})
}
