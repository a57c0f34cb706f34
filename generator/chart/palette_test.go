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

var appearances = map[string]Palette{"light": Light, "dark": Dark}

func TestPalette_TextIsReadable(t *testing.T) {
	for name, p := range appearances {
		for what, colour := range map[string]string{"ink": p.Ink, "soft": p.Soft} {
			if c := contrast(parse(t, colour), parse(t, p.Paper)); c < 4.5 {
				t.Errorf("%s: %s on paper has contrast %.2f", name, what, c)
			}
		}
		for _, strong := range []string{"f2", "u2", "nh2"} {
			if c := contrast(parse(t, p.Fill[strong]), parse(t, p.Paper)); c < 3 {
				t.Errorf("%s: %s on paper has contrast %.2f", name, strong, c)
			}
		}
		if c := contrast(parse(t, p.Line), parse(t, p.Paper)); c < 3 {
			t.Errorf("%s: lines on paper have contrast %.2f", name, c)
		}
	}
}

// Favourable, unfavourable and average must not be taken for one another,
// whatever colours the reader sees.
func TestPalette_ColourVisionDeficiency(t *testing.T) {
	const least = 10 // ΔE*ab; 2.3 is just noticeable side by side
	pairs := [][2]string{{"f2", "u2"}, {"f1", "u1"}, {"f2", "z"}, {"u2", "z"}, {"f1", "z"}, {"u1", "z"}, {"f2", "f1"}, {"u2", "u1"}, {"nl2", "nh1"}, {"nl1", "nh2"}, {"nl2", "nh2"}, {"z", "nh1"}, {"z", "nl1"}}
	for name, p := range appearances {
		for deficiency, m := range deficiencies {
			for _, pair := range pairs {
				if d := distance(parse(t, p.Fill[pair[0]]), parse(t, p.Fill[pair[1]]), m); d < least {
					t.Errorf("%s, %s: %s and %s are %.1f apart", name, deficiency, pair[0], pair[1], d)
				}
			}
		}
	}
}

func TestPalette_TheStyleSheetHasTheSame(t *testing.T) {
	css, err := os.ReadFile(filepath.Join("..", "..", "templates", "layout", "colours.css"))
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark palette")
	}
	for text, p := range map[string]Palette{light: Light, dark: Dark} {
		values := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(text, -1) {
			values[m[1]] = m[2]
		}
		want := map[string]string{"paper": p.Paper, "ink": p.Ink, "soft": p.Soft, "line": p.Line}
		for name, colour := range p.Fill {
			want[name] = colour
		}
		for name, colour := range want {
			if values[name] != colour {
				t.Errorf("--%s is %q in the style sheet, %q in Go", name, values[name], colour)
			}
		}
	}
}
