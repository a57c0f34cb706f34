package chart

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func sheet(n int) []Wheel {
	var wheels []Wheel
	for k := range n {
		w := *sample()
		w.ID, w.Title = fmt.Sprintf("h-%d", k), fmt.Sprintf("Taart <%d>", k)
		wheels = append(wheels, w)
	}
	return wheels
}

// Every wheel of a sheet can be shown by itself, and no wheel stands in
// another's view.
func TestSheet_Views(t *testing.T) {
	svg := AppendSheet(nil, sheet(7))
	if err := wellFormed(svg); err != nil {
		t.Fatal(err)
	}
	ids, boxes := map[string]bool{}, map[string]string{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"(?: viewBox="([^"]*)")?`).FindAllStringSubmatch(string(svg), -1) {
		if ids[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		ids[m[1]] = true
		boxes[m[1]] = m[2]
	}
	for name, box := range map[string]string{"h-0": "-250 -250 500 500", "h-6": "250 250 500 500", "h-4": "1750 -250 500 500"} {
		if boxes[name] != box {
			t.Errorf("the view of %s is %q; %q would be right", name, boxes[name], box)
		}
	}
	for _, m := range regexp.MustCompile(`(?:href="#|url\(#)([^")]*)`).FindAllStringSubmatch(string(svg), -1) {
		if !ids[m[1]] {
			t.Errorf("nothing has id %q", m[1])
		}
	}
	if n := strings.Count(string(svg), "<title>Taart &lt;"); n != 7 {
		t.Errorf("%d titles; one for each of 7 wheels would be right", n)
	}
}

// A window shows what the view of the same wheel does, and without the names
// around the wheel a smaller part with the same middle.
func TestWindow(t *testing.T) {
	const n = 7
	svg := string(AppendSheet(nil, sheet(n)))
	whole := regexp.MustCompile(`<svg[^>]* viewBox="(-250 -250 (\d+) (\d+))"`).FindStringSubmatch(svg)
	for k := range n {
		view := regexp.MustCompile(fmt.Sprintf(`<view id="h-%d" viewBox="([^"]*)"`, k)).FindStringSubmatch(svg)[1]
		w := Window{Href: "w.svg", At: k, Of: n, Name: "<"}
		window := string(AppendWindow(nil, &w))
		for _, part := range []string{`viewBox="` + view + `"`, `x="-250" y="-250" width="` + whole[2] + `" height="` + whole[3] + `"`, `aria-label="&lt;"`} {
			if !strings.Contains(window, part) {
				t.Errorf("the window of wheel %d lacks %s: %s", k, part, window)
			}
		}
		var x, y, size, small, left, top int
		fmt.Sscan(view, &x, &y, &size)
		w.Small = true
		fmt.Sscan(regexp.MustCompile(`viewBox="([^"]*)"`).FindStringSubmatch(string(AppendWindow(nil, &w)))[1], &left, &top, &small)
		if small >= size || left+small/2 != x+size/2 || top+small/2 != y+size/2 {
			t.Errorf("the small window of wheel %d shows %d %d %d of %s", k, left, top, small, view)
		}
	}
}

// The slices of a wheel in a sheet are those of the wheel as a file.
func TestSheet_SlicesAreThoseOfTheFile(t *testing.T) {
	dashes := func(svg string) []string {
		return regexp.MustCompile(`stroke-dasharray="0[^"]*"`).FindAllString(svg, -1)
	}
	all := dashes(string(AppendSheet(nil, sheet(1))))
	for _, d := range dashes(string(AppendFile(nil, sample()))) {
		if !strings.Contains(strings.Join(all, "\n"), d) {
			t.Errorf("the sheet lacks %s", d)
		}
	}
}

// Most of a sheet's bytes are slices: another wheel costs little.
func TestSheet_Size(t *testing.T) {
	if more := len(AppendSheet(nil, sheet(9))) - len(AppendSheet(nil, sheet(8))); more > 2600 {
		t.Errorf("another wheel costs %d bytes; at most 2,600 would be right", more)
	}
}
