package formula

import (
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

func figures(values map[string]model.Figure) func(string) model.Figure {
	return func(key string) model.Figure { return values[key] }
}

func TestEval(t *testing.T) {
	values := figures(map[string]model.Figure{
		"a": model.Number(7), "b": model.Number(2), "c": model.Number(0), "ouder-dan-65": model.Number(20), "gap": model.Gap(model.Withheld), "other": model.Gap(model.NotMeasured),
	})
	tests := []struct {
		text string
		want model.Figure
	}{
		{"1.5", model.Number(1.5)}, {"a", model.Number(7)}, {"a + b * 2", model.Number(11)}, {"(a + b) * 2", model.Number(18)},
		{"a - b - 1", model.Number(4)}, {"8 / b / 2", model.Number(2)}, {"-a + 1", model.Number(-6)}, {"2 * -b", model.Number(-4)},
		{"ouder-dan-65 / (100 - ouder-dan-65) * 100", model.Number(25)}, {" a*b ", model.Number(14)},
		{"a / c", model.Gap(model.Impossible)}, {"c / a", model.Number(0)},
		{"gap + other", model.Gap(model.Withheld)}, {"other * 0 + gap", model.Gap(model.NotMeasured)}, {"0 * gap", model.Gap(model.Withheld)},
	}
	for _, test := range tests {
		e, err := Parse(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if got := e.Eval(values); got != test.want {
			t.Errorf("%q = %v, want %v", test.text, got, test.want)
		}
	}
}

func TestParse_Keys(t *testing.T) {
	e, err := Parse("(b - a-1) / b * a-1 + 65-plus")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(e.Keys(), " "); got != "b a-1 65-plus" {
		t.Errorf("keys: %s", got)
	}
}

func TestParse_Errors(t *testing.T) {
	for text, want := range map[string]string{
		"":      "ends where a number",
		"a +":   "ends where a number",
		"(a":    "ends where a closing",
		"a b":   `has 'b' at character 3`,
		"a ^ 2": `has '^'`,
		"A":     `has 'A'`,
		"1.2.3": "which is none",
		"a)":    `has ')'`,
		strings.Repeat("(", 30) + "a" + strings.Repeat(")", 30): "nested deeper",
		strings.Repeat("-", 30) + "a":                           "nested deeper",
		strings.Repeat("a+", 150) + "a":                         "characters",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; an error with %q would be right", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("(a - b) / c * 100")
	f.Add("-(-1.5)*x-y")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := Parse(text)
		if err != nil {
			return
		}
		e.Eval(func(string) model.Figure { return model.Number(1) })
		for _, key := range e.Keys() {
			if !strings.Contains(text, key) {
				t.Errorf("%q has the key %q", text, key)
			}
		}
	})
}
