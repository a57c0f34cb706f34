package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample is a wheel of six themes with n slices, of every class, polarity and
// a few gaps.
func sample(n int) *Wheel {
	w := &Wheel{ID: "w", Title: "Profieltaart van Zandwoude", Desc: "Vergeleken met Nederland: 5 onderwerpen hoger.",
		Centre: []string{"Zandwoude", "Totale bevolking", "vergeleken met Nederland", "editie 2025"}}
	for i, label := range []string{"Demografie", "Wonen en leefomgeving", "Onderwijs", "Arbeid en inkomen", "Veiligheid", "Zorg en welzijn"} {
		s := Sector{Label: label, Judged: i > 0, Score: model.Class(1 + (i*3)%5)}
		for j := i; j < n; j += 6 {
			s.Slices = append(s.Slices, Slice{Key: fmt.Sprintf("k%d", j), Class: model.Class(1 + (j*7+j/6)%5), Polarity: model.Polarity((j%3 - 1) * min(i, 1)), Gap: j%13 == 4, Title: "Koopwoningen: 43%, lager"})
		}
		w.Sectors = append(w.Sectors, s)
	}
	return w
}

var drawings = map[string]func([]byte, *Wheel) []byte{"inline": AppendInline, "file": AppendFile, "small": AppendSmall}

func wellFormed(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestWheel_WellFormedWhateverTheNames(t *testing.T) {
	nasty := sample(40)
	nasty.Title, nasty.Desc = `Haven <Noord> & 's-X "y"`, "\x00\x1b]]>"
	nasty.Centre[0] = `Haven <Noord> & 's-X "y" ]]> -->`
	nasty.Sectors[1].Label = `<script>alert(1)</script>`
	nasty.Sectors[0].Slices[0].Title = `" onload="x`
	nasty.Sectors[0].Slices[0].Key = `"><script>`
	none, one := sample(0), sample(40)
	one.Sectors = one.Sectors[:1]
	gaps := sample(12)
	for i := range gaps.Sectors {
		for j := range gaps.Sectors[i].Slices {
			gaps.Sectors[i].Slices[j].Gap = true
		}
	}
	wheels := map[string]*Wheel{"nasty": nasty, "no slices": none, "no sectors": {ID: "w"}, "one sector": one, "one slice": sample(1), "gaps": gaps, "sixty": sample(60)}
	for name, w := range wheels {
		for form, draw := range drawings {
			svg := draw(nil, w)
			if err := wellFormed(svg); err != nil {
				t.Errorf("%s, %s: %v\n%s", name, form, err, svg)
			}
			for _, bad := range []string{"<script", "NaN", "Inf", " style=", "<style"} {
				if bytes.Contains(svg, []byte(bad)) {
					t.Errorf("%s, %s: has %s", name, form, bad)
				}
			}
		}
	}
}

func TestWheel_Golden(t *testing.T) {
	for form, draw := range drawings {
		got := draw(nil, sample(40))
		name := filepath.Join("testdata", form+".svg")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; rewrite it with -update if it should", form, name)
		}
	}
}

// A wheel is sent with every page: its size is a budget.
func TestWheel_Size(t *testing.T) {
	for form, most := range map[string]int{"inline": 7_800, "file": 6_000, "small": 4_300} {
		if n := len(drawings[form](nil, sample(40))); n > most {
			t.Errorf("%s: %d bytes, at most %d", form, n, most)
		}
	}
}

// Length alone tells lower from higher: a reader may not see the colours.
func TestWheel_LengthFollowsTheClassNotTheJudgement(t *testing.T) {
	for class, shape := range map[model.Class]string{model.MuchLower: "#w1", model.Lower: "#w2", model.Average: "#w3", model.Higher: "#w4", model.MuchHigher: "#w5"} {
		for _, p := range []model.Polarity{model.LowerIsFavourable, model.NoJudgement, model.HigherIsFavourable} {
			w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: class, Polarity: p}}}}}
			if svg := string(AppendFile(nil, w)); !strings.Contains(svg, `<use href="`+shape+`"`) {
				t.Errorf("class %d, polarity %d is not drawn with %s", class, p, shape)
			}
		}
	}
}

func TestWheel_GapIsHatchedToTheAverage(t *testing.T) {
	w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: model.MuchHigher, Gap: true}}}}}
	svg := string(AppendFile(nil, w))
	if !strings.Contains(svg, `<use href="#w3"`) || !strings.Contains(svg, `fill="url(#wh)"`) {
		t.Errorf("not hatched: %s", svg)
	}
}

func TestSplit(t *testing.T) {
	for name, want := range map[string]string{
		"Zandwoude": "Zandwoude", "Nuenen, Gerwen en Nederwetten": "Nuenen, Gerwen en|Nederwetten",
		"Westvoornsepolder-zonder-spaties": "Westvoornsepolder-zonder-spaties", "": "",
	} {
		if got := strings.Join(split(name, 15), "|"); got != want {
			t.Errorf("split(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestWheel_Allocations(t *testing.T) {
	w, b := sample(40), make([]byte, 0, 1<<14)
	if n := testing.AllocsPerRun(50, func() { b = AppendInline(b[:0], w) }); n > 40 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkWheel(b *testing.B) {
	w, buffer := sample(40), make([]byte, 0, 1<<14)
	b.ReportAllocs()
	for b.Loop() {
		buffer = AppendInline(buffer[:0], w)
	}
	b.SetBytes(int64(len(buffer)))
}
