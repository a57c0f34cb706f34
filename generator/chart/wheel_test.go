package chart

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkmonitor/generator/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var drawings = map[string]func([]byte, *Wheel) []byte{"inline": AppendInline, "file": AppendFile}

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
			if regexp.MustCompile(`stroke-dasharray="[^"]*-`).Match(svg) {
				t.Errorf("%s, %s: has a dash below 0, which draws a whole circle", name, form)
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
	for form, most := range map[string][2]int{"inline": {6_000, 1_900}, "file": {4_300, 1_600}} {
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

// rings returns radius and width of the circles whose dashes are slices.
func rings(svg string) (all [][2]string) {
	for _, m := range regexp.MustCompile(`<circle r="([0-9.]+)" stroke="[^"]*" stroke-width="([0-9.]+)"`).FindAllStringSubmatch(svg, -1) {
		if strings.HasPrefix(m[0], `<circle r="`+m[1]+`" stroke="`+Light.Line) {
			continue // the edge of a pale slice
		}
		if m[2] != "100" || m[1] != "162" { // the tracks
			all = append(all, [2]string{m[1], m[2]})
		}
	}
	return all
}

// Length alone tells lower from higher: a reader may not see the colours.
func TestWheel_LengthFollowsTheClassNotTheJudgement(t *testing.T) {
	for class, length := range map[model.Class]string{model.MuchLower: "20", model.Lower: "40", model.Average: "60", model.Higher: "80", model.MuchHigher: "100"} {
		for _, p := range []model.Polarity{model.LowerIsFavourable, model.NoJudgement, model.HigherIsFavourable} {
			w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: class, Polarity: p}}}}}
			svg := string(AppendFile(nil, w))
			if class == model.MuchHigher {
				if strings.Count(svg, `stroke-width="100"`) != 2 {
					t.Errorf("class %d, polarity %d is not drawn at full length: %s", class, p, svg)
				}
				continue
			}
			if got := rings(svg); len(got) != 1 || got[0][1] != length {
				t.Errorf("class %d, polarity %d is drawn as %v, %s long would be right", class, p, got, length)
			}
			if svg := string(AppendInline(nil, w)); !strings.Contains(svg, fmt.Sprintf(`<use href="#w%d" class`, int(class))) {
				t.Errorf("class %d, polarity %d has another length on a page", class, p)
			}
		}
	}
}

// A gap is hatched to the average, whatever class it is given.
func TestWheel_Gap(t *testing.T) {
	w := &Wheel{ID: "w", Sectors: []Sector{{Slices: []Slice{{Key: "k", Class: model.MuchHigher, Gap: true}}}}}
	if svg := string(AppendFile(nil, w)); !strings.Contains(svg, `<circle r="142" stroke="url(#wh)" stroke-width="60"`) {
		t.Errorf("not hatched to the average: %s", svg)
	}
	if svg := string(AppendInline(nil, w)); !regexp.MustCompile(`<g id="w0">.*fill="url\(#wh\)" d="[^"]*A172 172`).MatchString(svg) {
		t.Errorf("not hatched to the average on a page: %s", svg)
	}
}

// Every slice stands in the file where it stands on the page.
func TestWheel_DashesStandWhereTheSlicesDo(t *testing.T) {
	w := sample()
	var want, got []float64
	for _, m := range regexp.MustCompile(`rotate\(([0-9.]+)\)"/></a>`).FindAllStringSubmatch(string(AppendInline(nil, w)), -1) {
		v, _ := strconv.ParseFloat(m[1], 64)
		want = append(want, v)
	}
	for _, m := range regexp.MustCompile(`<circle r="([0-9.]+)" stroke="([^"]*)" stroke-width="[0-9.]+" stroke-dasharray="0([^"]*) 999"`).FindAllStringSubmatch(string(AppendFile(nil, w)), -1) {
		if m[2] == Light.Wash || m[2] == Light.Line {
			continue
		}
		r, _ := strconv.ParseFloat(m[1], 64)
		at := 0.0
		fields := strings.Fields(m[3])
		for i := 0; i < len(fields); i += 2 {
			space, _ := strconv.ParseFloat(fields[i], 64)
			dash, _ := strconv.ParseFloat(fields[i+1], 64)
			got = append(got, (at+space+dash/2)/r*180/math.Pi)
			at += space + dash
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if len(got) != 40 || len(want) != 40 {
		t.Fatalf("%d slices on the page, %d in the file; 40 would be right", len(want), len(got))
	}
	for i := range want {
		if math.Abs(want[i]-got[i]) > 0.06 {
			t.Errorf("a slice stands at %.2f degrees on the page and at %.2f in the file", want[i], got[i])
		}
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
	for _, form := range []string{"file"} {
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
