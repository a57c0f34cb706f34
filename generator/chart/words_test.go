package chart

import (
	"math"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text string
		most int
		want string
	}{
		{"Zandwoude", 3, "Zandwoude"},
		{"Nuenen, Gerwen en Nederwetten", 2, "Nuenen, Gerwen|en Nederwetten"},
		{"Nuenen, Gerwen en Nederwetten", 3, "Nuenen,|Gerwen en|Nederwetten"},
		{"Bodegraven-Reeuwijk", 2, "Bodegraven-|Reeuwijk"},
		{"Wonen en leefomgeving", 2, "Wonen en|leefomgeving"},
		{"Westvoornsepolderzonderspaties", 3, "Westvoornsepolderzonderspaties"},
		{"  a  b ", 1, "a  b"}, {"-", 2, "-"}, {"- - -", 2, "- -|-"}, {"", 2, ""}, {"   ", 3, ""},
	}
	for _, tt := range tests {
		l := wrap(tt.text, tt.most)
		if got := strings.Join(l.text[:l.n], "|"); got != tt.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", tt.text, tt.most, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Nuenen, Gerwen en Nederwetten", uint8(2))
	f.Add("\xff- /", uint8(0))
	f.Fuzz(func(t *testing.T, text string, most uint8) {
		l := wrap(text, 1+int(most%3))
		got := strings.Join(strings.Fields(strings.Join(l.text[:l.n], " ")), "")
		if want := strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("wrap(%q) loses or adds letters: %q", text, l.text)
		}
	})
}

// A theme's name keeps to its part of the circle, even of one slice in sixty.
func TestFit_KeepsToItsRoom(t *testing.T) {
	for _, name := range []string{"Zorg", "Wonen en leefomgeving", "Arbeid en inkomen", "Leefbaarheidsmonitor"} {
		for _, room := range []float64{20, 40, 80, 160, 320} {
			l, size := fit(name, room)
			if got := l.widest() * size; got > room+0.01 {
				t.Errorf("%q takes %.1f of %.1f", name, got, room)
			}
		}
	}
}

// The words in the middle stay within the ring, whatever the place is called.
func TestRows_StayInTheHole(t *testing.T) {
	for _, place := range []string{"Ee", "Zandwoude", "Nuenen, Gerwen en Nederwetten", "Bedrijventerrein Beneden-Leeuwen/Boven-Leeuwen", "Westvoornsepolderzonderspatiesenlanger"} {
		for _, group := range []string{"Totale bevolking", "Inwoners met herkomst overig buiten Europa"} {
			d := drawing{w: &Wheel{Centre: []string{place, group, "vergeleken met Nederland", "editie 2025"}}}
			height := 0.0
			for _, r := range d.rows(nil) {
				height += r.lead
				if r.text == "" {
					t.Errorf("%s: an empty line", place)
				}
			}
			if height/2 > hole-10 {
				t.Errorf("%s, %s: %.0f high", place, group, height)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.04: "0", 0.06: ".1", -0.5: "-.5", 12: "12", -12.34: "-12.3", 180.05: "180.1", 359.96: "360"} {
		var d drawing
		if d.f(v); string(d.b) != want {
			t.Errorf("%v is written %q, want %q", v, d.b, want)
		}
	}
	var d drawing
	for _, v := range []float64{1, -1, 0.5, -0.01} {
		d.next(v)
	}
	if string(d.b) != " 1-1 .5 0" {
		t.Errorf("numbers run together: %q", d.b)
	}
}

// Slices of equal angles and gaps between themes make the circle round.
func TestPlan(t *testing.T) {
	for name, w := range wheels() {
		d := drawing{w: w}
		p, ok := d.plan()
		if !ok {
			continue
		}
		last, total := 0.0, 0.0
		d.each(p, func(s *Sector, from, to float64) {
			if from-last < 1 {
				t.Errorf("%s: %s begins at %.1f, the theme before it ends at %.1f", name, s.Label, from, last)
			}
			if centre := from + p.step/2; math.Abs(centre*10-math.Round(centre*10)) > 1e-6 {
				t.Errorf("%s: a slice at %v has more than one decimal", name, centre)
			}
			last, total = to, total+to-from
		})
		if last > 360-1 || total < 300 {
			t.Errorf("%s: ends at %.1f, slices take %.1f", name, last, total)
		}
	}
}
