package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// picture is what is on the screen.
func (b *tab) picture() image.Image {
	b.t.Helper()
	shot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		b.t.Fatal(err)
	}
	return img
}

// A point is a pixel of the window.
type point struct{ X, Y int }

// A slice is one of the wheel, with points of the screen that lie on it alone.
type slice struct {
	Class  string
	Points []point
}

const wheelSlices = `[...document.querySelectorAll("svg.wiel a use[class]")].map(use => {
	const r = use.getBoundingClientRect(), points = [];
	for (let x = Math.ceil(r.x); x < r.right; x += 3) for (let y = Math.ceil(r.y); y < r.bottom; y += 3)
		if (document.elementFromPoint(x, y) === use) points.push({ X: x, Y: y });
	return { Class: use.getAttribute("class"), Points: points };
}).filter(s => s.Points.length > 20)`

// usual returns the colour that most points have that do not show the paper,
// and the share of all points that have it: a slice stands on a track that
// shows it.
func usual(img image.Image, points []point, paper color.Color) (color.Color, float64) {
	count := map[color.Color]int{}
	most := paper
	for _, p := range points {
		c := img.At(p.X, p.Y)
		if c == paper {
			continue
		}
		if count[c]++; count[c] > count[most] {
			most = c
		}
	}
	return most, float64(count[most]) / float64(len(points))
}

// TestForcedColours looks at the pixels of a page whose colours the system
// chooses: the classes of the wheel, its hatching, the chosen group and the
// focus can still be told apart.
func TestForcedColours(t *testing.T) {
	t.Parallel()
	h := newHost(t, "/")
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			b := newTab(t, 1280, 900, features("forced-colors", "active", "prefers-color-scheme", scheme))
			b.open(h.address(kinds(t)["municipality"]))
			if !js[bool](b, `matchMedia("(forced-colors: active)").matches`) {
				t.Fatal("the colours are not forced")
			}
			b.choose(b.someGroup())
			b.until("its wheel is drawn", `!document.querySelector(".keuze").matches(".wacht") && document.querySelector("svg.wiel use.gap")`)
			b.wheelIsClear()
			b.choose("totaal")
			b.choiceIsClear()
			b.focusIsClear("svg.wiel a[href^='#i-']")
		})
	}
}

// wheelIsClear holds the colours of the wheel's classes apart, from each other,
// from the paper and from the lines of the hatching.
func (b *tab) wheelIsClear() {
	b.t.Helper()
	img := b.picture()
	paper := img.At(2, 2)
	class := map[color.Color]string{}
	gaps := 0
	for _, s := range js[[]slice](b, wheelSlices) {
		c, share := usual(img, s.Points, paper)
		if c == paper {
			b.t.Errorf("a slice of class %s cannot be seen", s.Class)
		}
		if s.Class == "gap" {
			gaps++
			if share > .7 {
				b.t.Errorf("a slice without a figure has one colour, %v; hatching would be right", c)
			}
		}
		if other, taken := class[c]; taken && other != s.Class {
			b.t.Errorf("classes %s and %s have the same colour %v", other, s.Class, c)
		}
		class[c] = s.Class
	}
	b.t.Logf("%d colours of slices, %d slices without a figure", len(class), gaps)
	if len(class) < 4 || gaps == 0 {
		b.t.Errorf("the wheel shows %d colours and %d gaps: too few to tell", len(class), gaps)
	}
}

// choiceIsClear holds the chosen group and another apart.
func (b *tab) choiceIsClear() {
	b.t.Helper()
	js[any](b, `document.getElementById("g-totaal").scrollIntoView({ block: "center", behavior: "instant" }), null`)
	inside := js[[]point](b, `["#g-totaal + label", ".optie ~ .optie label"].map(s => document.querySelector(s).getBoundingClientRect()).map(r => ({ X: Math.round(r.x + 7), Y: Math.round(r.y + r.height / 2) }))`)
	img := b.picture()
	if chosen, other := img.At(inside[0].X, inside[0].Y), img.At(inside[1].X, inside[1].Y); chosen == other {
		b.t.Errorf("the chosen group and another both stand on %v", chosen)
	}
}

// focusIsClear walks onto an element with the keyboard: it must change.
func (b *tab) focusIsClear(selector string) {
	b.t.Helper()
	js[any](b, `document.activeElement.blur(), document.querySelector("#taart-kop").scrollIntoView({ behavior: "instant" }), null`)
	before := b.picture()
	js[any](b, fmt.Sprintf(`(list => list[0].focus())(document.querySelectorAll(%q)), null`, selector))
	b.press(kb.Tab)
	b.until("the next one has the focus", fmt.Sprintf(`document.activeElement === document.querySelectorAll(%q)[1]`, selector))
	on := js[[]point](b, `(r => { const p = []; for (let x = r.x | 0; x < r.right; x++) for (let y = r.y | 0; y < r.bottom; y++) p.push({ X: x, Y: y }); return p; })(document.activeElement.getBoundingClientRect())`)
	after := b.picture()
	changed := slices.DeleteFunc(on, func(p point) bool { return before.At(p.X, p.Y) == after.At(p.X, p.Y) })
	if len(changed) < 50 {
		b.t.Errorf("%s with the focus differs in %d pixels from one without", selector, len(changed))
	}
}
