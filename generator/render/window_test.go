package render_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"wijkmonitor/generator/render"
)

// TestWindows looks through every window on the page of all groups and on the
// report: in the middle stands the wheel of the group that the page names.
func TestWindows(t *testing.T) {
	m, r := newRenderer(t)
	window := regexp.MustCompile(`<svg class="venster" role="img" viewBox="(-?\d+) (-?\d+) (\d+) \d+"[^>]*><image href="\.\./taart/groepen\.svg"`)
	seen := 0
	for i := range m.Regions {
		place := r.Place(i, nil)
		sheet, any := place.GroupWheels(nil)
		if !any {
			continue
		}
		wheels := map[string]string{} // middle → whose wheel
		for _, w := range regexp.MustCompile(`<g transform="translate\((\d+) (\d+)\)"><title>[^<]*, ([^<,]*)</title>`).FindAllStringSubmatch(string(sheet), -1) {
			wheels[w[1]+" "+w[2]] = w[3]
		}
		pages := map[string]string{string(place.Groups(nil)): `<span>([^<]*)</span>`}
		if place.HasReport() {
			pages[string(place.Report(nil))] = ""
		}
		for page, caption := range pages {
			for _, w := range window.FindAllStringSubmatchIndex(page, -1) {
				var x, y, size int
				fmt.Sscan(strings.Join([]string{page[w[2]:w[3]], page[w[4]:w[5]], page[w[6]:w[7]]}, " "), &x, &y, &size)
				whose := wheels[fmt.Sprintf("%d %d", x+size/2, y+size/2)]
				name := nameBefore(page[:w[0]])
				if caption != "" {
					name = regexp.MustCompile(caption).FindStringSubmatch(page[w[0]:])[1]
				}
				seen++
				if lastWord(whose) != lastWord(name) {
					t.Errorf("%s: %q shows the wheel of %q", render.Path(m, i), name, whose)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("%d windows looked through; one for every group of two regions would be right", seen)
	}
}

// nameBefore is the group that the last heading of a part of a report names.
func nameBefore(page string) string {
	all := regexp.MustCompile(`<section class="deel g [^>]*><h2>([^<]*) <small>`).FindAllStringSubmatch(page, -1)
	if len(all) == 0 {
		return "?"
	}
	return all[len(all)-1][1]
}

// lastWord is what the groups of the country differ in: their number.
func lastWord(s string) string { return s[strings.LastIndex(s, " ")+1:] }
