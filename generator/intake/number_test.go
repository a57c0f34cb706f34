package intake

import "testing"

func TestMarks(t *testing.T) {
	tests := []struct {
		name               string
		cells              []string
		decimal, thousands string
		asks               bool
	}{
		{"decimal comma", []string{"12,5", "3"}, ",", "", false},
		{"thousands points and decimal comma", []string{"1.234,5"}, ",", ".", false},
		{"as pandas writes", []string{"244210.0", "1.9"}, ".", "", false},
		{"thousands points alone", []string{"1.234.567", "12"}, ",", ".", false},
		{"spaces", []string{"12 345", "1,5"}, ",", " ", false},
		{"three decimals after a zero", []string{"0.141", "2"}, ".", "", false},
		{"decimal comma decides over a point", []string{"12,5", "1.234"}, ",", ".", false},
		{"one mark, three digits: may be both", []string{"1.234", "5.678"}, open, open, true},
		{"two decimal marks", []string{"1,5", "1.5"}, open, open, true},
		{"whole numbers", []string{"12", "13"}, ".", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := newEvidence()
			for _, c := range tt.cells {
				e.see(c)
			}
			m, question := e.marks()
			if m != (Marks{tt.decimal, tt.thousands}) || (question != "") != tt.asks {
				t.Errorf("%+v %q", m, question)
			}
		})
	}
}

func TestMarks_Parse(t *testing.T) {
	dutch, plain := Marks{",", "."}, Marks{".", ""}
	good := []struct {
		m    Marks
		text string
		want float64
	}{{dutch, "1.234.567,8", 1234567.8}, {dutch, "-12", -12}, {dutch, "\u22125,0", -5}, {plain, "244210.0", 244210}, {plain, "1.5e3", 1500}, {Marks{",", " "}, "12 345", 12345}}
	for _, g := range good {
		if v, err := g.m.parse(g.text); err != nil || v != g.want {
			t.Errorf("%q: %v %v", g.text, v, err)
		}
	}
	for _, text := range []string{"", "-", "1.23", "1.2345", ".5", "5,", "12a", "1,2,3", "Inf", "1e999", "0x10", "--1", "1..234"} {
		if v, err := dutch.parse(text); err == nil {
			t.Errorf("%q became %v", text, v)
		}
	}
}

func FuzzMarks(f *testing.F) {
	for _, text := range []string{"1.234,5", "1e5", "-", "1\u00a0234", "1,,2"} {
		f.Add(text, ",", ".")
	}
	f.Fuzz(func(t *testing.T, text, decimal, thousands string) {
		newEvidence().see(text)
		if v, err := (Marks{decimal, thousands}).parse(text); err == nil && v != v {
			t.Errorf("%q became no number", text)
		}
	})
}
