package formula

import (
	"slices"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

// figures of the tests, by key.
func figure(key string) model.Figure {
	switch key {
	case "a":
		return model.Number(6)
	case "b":
		return model.Number(2)
	case "nul":
		return model.Number(0)
	case "65-plus":
		return model.Number(10)
	case "a-b":
		return model.Number(100)
	case "geheim":
		return model.Gap(model.Withheld)
	case "leeg":
		return model.Gap(model.NotYetPublished)
	}
	return model.Gap(model.NotMeasured)
}

func TestEval(t *testing.T) {
	tests := []struct {
		expression string
		want       model.Figure
	}{
		{"a", model.Number(6)},
		{"a - b - 1", model.Number(3)},
		{"a / b / 3", model.Number(1)},
		{"a + b * 10", model.Number(26)},
		{"(a + b) * 10", model.Number(80)},
		{"a*b+0.5", model.Number(12.5)},
		{"a-b", model.Number(100)},
		{"65-plus * 2", model.Number(20)},
		{"65 - 5", model.Number(60)},
		{"65-5", model.Gap(model.NotMeasured)}, // a key
		{"((a))", model.Number(6)},
		{"a / nul", model.Gap(model.Impossible)},
		{"nul / a", model.Number(0)},
		{"geheim + leeg", model.Gap(model.Withheld)},
		{"leeg * geheim", model.Gap(model.NotYetPublished)},
		{"a / (b * leeg)", model.Gap(model.NotYetPublished)},
		{"0 * geheim", model.Gap(model.Withheld)},
		{"a / nul + geheim", model.Gap(model.Impossible)},
		{"geheim / nul", model.Gap(model.Withheld)},
		{"1" + strings.Repeat("0", 100) + " * 1" + strings.Repeat("0", 90), model.Number(1e190)},
		{"9" + strings.Repeat("9", 150) + " * 1" + strings.Repeat("0", 40) + " / 1", model.Number(1e191)},
	}
	for _, tt := range tests {
		e, err := Parse(tt.expression)
		if err != nil {
			t.Errorf("%q: %v", tt.expression, err)
			continue
		}
		if got := e.Eval(figure); got != tt.want {
			t.Errorf("%q = %+v, want %+v", tt.expression, got, tt.want)
		}
	}
}

func TestParse_Problems(t *testing.T) {
	tests := []struct{ expression, want string }{
		{"", "stops where a key or number would be right"},
		{"a +", "stops where"},
		{"a b", `character 3: "b" has no operation before it`},
		{"a- b", "character 2: a minus sign needs a space on both sides"},
		{"a -b", "character 3: a minus sign"},
		{"-a", "character 1: a minus sign"},
		{"a - - b", `character 5: "-" stands where a key or number would be right`},
		{"(a", "character 1: this parenthesis is not closed"},
		{"a)", `character 2: ")" has no operation before it`},
		{"()", `character 2: ")" stands where`},
		{"A", `character 1: "A" has no place here`},
		{"a × b", `character 3: '×' has no place here`},
		{"a\tb", "character 2"},
		{"1.", `character 2: "." has no place here`},
		{"1.5.2", `character 4: "." has no place here`},
		{"1,5", `character 2: "," has no place here`},
		{"a--b", "character 2: a minus sign"},
		{strings.Repeat("(", 21) + "a" + strings.Repeat(")", 21), "character 21: more than 20 parentheses are open"},
		{strings.Repeat("a + ", 50) + "a", "more than 200 characters"},
	}
	for _, tt := range tests {
		if e, err := Parse(tt.expression); err == nil || e != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.expression, err, tt.want)
		}
	}
	if _, err := Parse(strings.Repeat("(", 20) + "a" + strings.Repeat(")", 20)); err != nil {
		t.Errorf("20 parentheses: %v", err)
	}
}

func TestText(t *testing.T) {
	e, err := Parse("( huur - corporatie)/woningen*1000 + 12.5")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := e.Text(strings.ToUpper), "(HUUR − CORPORATIE) / WONINGEN × 1.000 + 12,5"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := e.Keys(); !slices.Equal(got, []string{"huur", "corporatie", "woningen"}) {
		t.Errorf("keys %q", got)
	}
}

// Whatever is written, it is an expression that can be computed or an error; and an expression with
// more parentheses around it is the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a", "(a - b) / c * 100", "a-b", "1.5 * 65-plus", "((", "a - - b", "0 / 0", "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		if (e == nil) == (err == nil) {
			t.Fatalf("%v, %v", e, err)
		}
		if err != nil {
			return
		}
		got := e.Eval(figure)
		if again := e.Eval(figure); got != again {
			t.Fatalf("%v, then %v", got, again)
		}
		for _, k := range e.Keys() {
			if !strings.Contains(s, k) {
				t.Fatalf("%q has no key %q", s, k)
			}
		}
		_ = e.Text(func(k string) string { return k })
		inner, err := Parse("(" + s + ")")
		if err != nil {
			return // too long or too deep
		}
		if again := inner.Eval(figure); got != again {
			t.Fatalf("%v, in parentheses %v", got, again)
		}
	})
}
