package chart

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var drawings = map[string]func([]byte, *Wheel) []byte{"inline": AppendInline, "file": AppendFile, "small": AppendSmall}

// wheels are the ordinary one and those at the edges.
func wheels() map[string]*Wheel {
	nasty := sample()
	nasty.Title, nasty.Desc = `Haven <Noord> & 's-X "y"`, "\x00\x1b]]>\xff"
	nasty.Centre = []string{`Haven <Noord> & 's-X "y" ]]> -->`, "", " ", "<b>"}
	nasty.Sectors[1].Label = `<script>alert(1)</script>`
	nasty.Sectors[0].Slices[0].Title = `" onload="x`
	nasty.Sectors[0].Slices[0].Key = `"><script>`
	one, single, gaps, sixty, empty := sample(), sample(), sample(), sample(), sample()
	one.Sectors = one.Sectors[:1]
	single.Sectors = single.Sectors[3:4]
	single.Sectors[0].Slices = single.Sectors[0].Slices[2:3]
	for i := range gaps.Sectors {
		gaps.Sectors[i].Score = model.NotCompared
		for j := range gaps.Sectors[i].Slices {
			gaps.Sectors[i].Slices[j].Gap = true
		}
	}
	for i := range 20 {
		s := &sixty.Sectors[i%6]
		s.Slices = append(s.Slices, Slice{Key: fmt.Sprintf("k%d", i), Class: model.Class(1 + i%5)})
	}
	for i := range empty.Sectors {
		empty.Sectors[i].Slices = nil
	}
	return map[string]*Wheel{
		"sample": sample(), "nasty": nasty, "one sector": one, "one slice": single, "gaps": gaps, "sixty": sixty,
		"no slices": empty, "no sectors": {ID: "w"},
	}
}

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
	for name, w := range wheels() {
		for form, draw := range drawings {
			svg := draw(nil, w)
			if err := wellFormed(svg); err != nil {
				t.Errorf("%s, %s: %v\n%s", name, form, err, svg)
			}
			for _, bad := range []string{"<script", "NaN", "Inf", " style=", "<style", "--", "e+", `font-size="0"`} {
				if bytes.Contains(svg, []byte(bad)) && !(bad == "--" && name == "nasty") {
					t.Errorf("%s, %s: has %s", name, form, bad)
				}
			}
			if form != "inline" && bytes.Contains(svg, []byte(" class=")) {
				t.Errorf("%s, %s: has a class; a file has no style sheet", name, form)
			}
		}
	}
}

// A page may hold several wheels: each keeps to ids of its own.
func TestWheel_IdsAreItsOwn(t *testing.T) {
	for name, w := range wheels() {
		w.ID = "taart"
		for form, draw := range drawings {
			svg := string(draw(nil, w))
			ids := map[string]bool{}
			for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(svg, -1) {
				if ids[m[1]] || !strings.HasPrefix(m[1], "taart") {
					t.Errorf("%s, %s: id %q is twice there or not its own", name, form, m[1])
				}
				ids[m[1]] = true
			}
			for _, m := range regexp.MustCompile(`(?:href="#|url\(#)([^i][^")]*)`).FindAllStringSubmatch(svg, -1) {
				if !ids[m[1]] {
					t.Errorf("%s, %s: nothing has id %q", name, form, m[1])
				}
			}
		}
	}
}

func TestWheel_Golden(t *testing.T) {
	for form, draw := range drawings {
		got := draw(nil, sample())
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

// A wheel is sent with every page: its size is a budget, in bytes as they are
// and after gzip. Its text equivalent, what a slice says and where it leads are not
// the drawing's.
func TestWheel_Size(t *testing.T) {
	for form, most := range map[string][2]int{"inline": {6_000, 1_900}, "file": {5_000, 1_550}, "small": {3_750, 1_150}} {
		svg := drawings[form](nil, sample())
		n := len(svg)
		if form == "inline" {
			n -= len(sample().Title) + len(sample().Desc)
			for _, s := range sample().Sectors {
				for i := range s.Slices {
					n -= len(s.Slices[i].Key) + len(s.Slices[i].Title)
				}
			}
		}
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		_, _ = w.Write(svg)
		_ = w.Close()
		if n > most[0] || z.Len() > most[1] {
			t.Errorf("%s: %d bytes, %d after gzip; at most %v", form, n, z.Len(), most)
		}
	}
}

// Length alone tells lower from higher: a reader may not see the colours.
func TestWheel_LengthFollowsTheClassNotTheJudgement(t *testing.T) {
	for class, shape := range map[model.Class]string{model.MuchLower: "#w1", model.Lower: "#w2", model.Average: "#w3", model.Higher: "#w4", model.MuchHigher: "#w5"} {
		for _, p := range []model.Polarity{model.LowerIsFavourable, model.NoJudgement, model.HigherIsFavourable} {
			w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: class, Polarity: p}}}}}
			if svg := string(AppendFile(nil, w)); !strings.Contains(svg, `<use href="`+shape+`" transform`) {
				t.Errorf("class %d, polarity %d is not drawn with %s", class, p, shape)
			}
		}
	}
}

// A gap is hatched to the average, whatever class it is given.
func TestWheel_Gap(t *testing.T) {
	w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: model.MuchHigher, Gap: true}}}}}
	svg := string(AppendFile(nil, w))
	if !regexp.MustCompile(`<g id="w0">.*fill="url\(#wh\)" d="[^"]*A172 172`).MatchString(svg) || !strings.Contains(svg, `<use href="#w0" transform`) {
		t.Errorf("not hatched to the average: %s", svg)
	}
}

// The link of a slice goes to its row, on this page or another.
func TestWheel_Links(t *testing.T) {
	w := sample()
	if svg := string(AppendInline(nil, w)); !strings.Contains(svg, `<a href="#i-bijstand"><title>bijstand: 12,4%, veel hoger</title><use `) {
		t.Error("no link to bijstand")
	}
	w.Href = "gm0001/"
	if svg := string(AppendInline(nil, w)); strings.Count(svg, `<a href="gm0001/#i-`) != 40 {
		t.Error("links do not go to the other page")
	}
	for _, form := range []string{"file", "small"} {
		if svg := string(drawings[form](nil, w)); strings.Contains(svg, "<a ") {
			t.Errorf("%s: has links", form)
		}
	}
}

func TestWheel_Allocations(t *testing.T) {
	for name, w := range wheels() {
		for form, draw := range drawings {
			b := make([]byte, 0, 1<<15)
			if n := testing.AllocsPerRun(20, func() { b = draw(b[:0], w) }); n > 0 {
				t.Errorf("%s, %s: %v allocations", name, form, n)
			}
		}
	}
}

func BenchmarkWheel(b *testing.B) {
	for form, draw := range drawings {
		b.Run(form, func(b *testing.B) {
			w, buffer := sample(), make([]byte, 0, 1<<14)
			b.ReportAllocs()
			for b.Loop() {
				buffer = draw(buffer[:0], w)
			}
			b.SetBytes(int64(len(buffer)))
		})
	}
}
