package chart

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

type rgb [3]float64 // linear light, 0 … 1

func parse(t *testing.T, hex string) rgb {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		t.Fatalf("%q is not a colour", hex)
	}
	var c rgb
	for i := range c {
		v := float64(n>>(16-8*i)&0xff) / 255
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is the ratio that WCAG 2.2 defines.
func contrast(a, b rgb) float64 {
	l := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] + 0.05 }
	return max(l(a)/l(b), l(b)/l(a))
}

// Matrices of Machado, Oliveira and Fernandes (2009) for full deficiency, in
// linear light.
var deficiencies = map[string][9]float64{
	"none":         {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// lab is CIE L*a*b* under D65.
func lab(c rgb) [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b rgb, m [9]float64) float64 {
	see := func(c rgb) (out rgb) {
		for i := range out {
			out[i] = min(1, max(0, m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2]))
		}
		return out
	}
	p, q := lab(see(a)), lab(see(b))
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

var appearances = map[string]*Palette{"light": &Light, "dark": &Dark}

// Words need 4.5; lines, signs and the strong colours need 3. The pale colours
// have less: every slice has an outline, which has 3.
func TestPalette_Contrast(t *testing.T) {
	for name, p := range appearances {
		tests := []struct {
			what, colour, on string
			least            float64
		}{
			{"ink", p.Ink, p.Paper, 7},
			{"soft words", p.Soft, p.Paper, 4.5},
			{"outline", p.Line, p.Paper, 3},
			{"outline on the track", p.Line, p.Wash, 3},
			{"dashed circle on average", p.Ink, p.Fill[average], 3},
			{"sign on favourable", p.Ink, p.Fill[favourable1], 3},
			{"sign on unfavourable", p.Ink, p.Fill[unfavourable1], 3},
			{"sign on much favourable", p.Paper, p.Fill[favourable2], 3},
			{"sign on much unfavourable", p.Paper, p.Fill[unfavourable2], 3},
			{"much favourable", p.Fill[favourable2], p.Wash, 3},
			{"much unfavourable", p.Fill[unfavourable2], p.Wash, 3},
			{"much higher", p.Fill[higher2], p.Wash, 3},
		}
		for _, tt := range tests {
			if c := contrast(parse(t, tt.colour), parse(t, tt.on)); c < tt.least {
				t.Errorf("%s: %s has contrast %.2f; %.1f is needed", name, tt.what, c, tt.least)
			}
		}
	}
}

// Whatever colours the reader sees, no judgement may be taken for another, nor
// for the lack of one. Among the blues the length of the slice says the same
// as the colour, so that less will do.
func TestPalette_ColourVision(t *testing.T) {
	judged := []tone{favourable2, favourable1, average, unfavourable1, unfavourable2}
	blues := []tone{lower2, lower1, higher1, higher2}
	type pair struct{ a, b tone }
	least := map[pair]float64{} // ΔE*ab; 2.3 is just noticeable side by side
	for i, a := range judged {
		least[pair{a, notJudged}] = 10 // in the ring only
		for _, b := range judged[i+1:] {
			least[pair{a, b}] = 18
		}
		for _, b := range blues {
			least[pair{a, b}] = 15
		}
	}
	for i, a := range blues {
		for _, b := range blues[i+1:] {
			least[pair{a, b}] = 13
		}
	}
	for name, p := range appearances {
		for deficiency, m := range deficiencies {
			for pair, least := range least {
				if d := distance(parse(t, p.Fill[pair.a]), parse(t, p.Fill[pair.b]), m); d < least {
					t.Errorf("%s, %s: %s and %s are %.1f apart; %.0f is needed", name, deficiency, names[pair.a], names[pair.b], d, least)
				}
			}
		}
	}
}

// In grey the unfavourable is the heavier of the two.
func TestPalette_Grey(t *testing.T) {
	for name, p := range appearances {
		for _, pair := range [][2]tone{{favourable2, unfavourable2}, {favourable1, unfavourable1}} {
			good, bad := lab(parse(t, p.Fill[pair[0]]))[0], lab(parse(t, p.Fill[pair[1]]))[0]
			if math.Abs(good-bad) < 5 {
				t.Errorf("%s: %s and %s are equally light (%.0f, %.0f)", name, names[pair[0]], names[pair[1]], good, bad)
			}
		}
	}
}

func style(t *testing.T, name string) string {
	t.Helper()
	css, err := os.ReadFile(filepath.Join("..", "..", "templates", "layout", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(css)
}

func TestPalette_TheStyleSheetHasTheSame(t *testing.T) {
	light, dark, ok := strings.Cut(style(t, "colours.css"), "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark palette")
	}
	for text, p := range map[string]*Palette{light: &Light, dark: &Dark} {
		values := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(text, -1) {
			values[m[1]] = m[2]
		}
		want := map[string]string{"paper": p.Paper, "wash": p.Wash, "ink": p.Ink, "soft": p.Soft, "line": p.Line}
		for i, colour := range p.Fill {
			want[names[i]] = colour
		}
		for name, colour := range want {
			if values[name] != colour {
				t.Errorf("--%s is %q in the style sheet, %q in Go", name, values[name], colour)
			}
		}
	}
}

// Every class that a wheel in a page uses is in its style sheet.
func TestWheel_TheStyleSheetHasItsClasses(t *testing.T) {
	css := style(t, "wheel.css")
	svg := string(AppendInline(nil, sample()))
	for _, m := range regexp.MustCompile(`class="([^"]+)"`).FindAllStringSubmatch(svg, -1) {
		if !strings.Contains(css, "."+m[1]+" ") {
			t.Errorf("wheel.css has no .%s", m[1])
		}
	}
	for _, name := range names[:tones] {
		if !strings.Contains(css, ".wiel ."+name+" { color: var(--"+name+")") {
			t.Errorf("wheel.css does not colour .%s", name)
		}
	}
}
