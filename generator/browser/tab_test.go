package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// within lends the tab to a part of the test, which then reports its failures.
func (b *tab) within(t testing.TB) *tab { return &tab{t: t, ctx: b.ctx, notes: b.notes} }

// do runs actions; a failure ends the test.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// open goes to an address and waits until the page is loaded.
func (b *tab) open(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(address))
	b.until("the page is loaded", `document.readyState === "complete"`)
}

// js evaluates an expression, or what its promise gives.
func js[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v\nin %.200s", err, expression)
	}
	return v
}

// until waits at most thirty seconds for an expression to be true. While the
// page is on its way to another, there may be nothing to evaluate it in; what
// asks for another page asks for all of it.
func (b *tab) until(what, expression string) {
	b.t.Helper()
	if strings.Contains(expression, "location.pathname") {
		expression = `document.readyState === "complete" && (` + expression + `)`
	}
	var ok bool
	var err error
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ok, err = chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if ok && err == nil {
			return
		}
	}
	b.t.Fatalf("at %s, not so after thirty seconds: %s\n%s\n%v", js[string](b, "location.href"), what, expression, err)
}

// click presses the mouse in the middle of an element, as a person would: when
// it stands still. What comes into sight is laid out then, and may move it away
// from under the mouse at the last moment; who missed clicks again.
func (b *tab) click(selector string) {
	b.t.Helper()
	for range 10 {
		p := b.middle(selector)
		for range 50 {
			time.Sleep(30 * time.Millisecond)
			now := b.middle(selector)
			if slices.Equal(now, p) {
				break
			}
			p = now
		}
		b.aim(selector)
		b.do(chromedp.MouseClickXY(p[0], p[1]))
		if b.landed() {
			return
		}
	}
	b.t.Fatalf("ten clicks at %s missed %s", js[string](b, "location.href"), selector)
}

// aim has the page remember whether the next click lands on an element.
func (b *tab) aim(selector string) {
	b.t.Helper()
	js[bool](b, fmt.Sprintf(`(() => {
		const at = document.querySelector(%q);
		window.aim = { at, focus: document.activeElement, checked: at.control?.checked, address: location.href };
		at.addEventListener("click", () => aim.hit = true, { capture: true, once: true });
		return true;
	})()`, selector))
}

// landed tells whether the click landed: the element heard it, or the address
// changes. Without JavaScript an element hears nothing: then what its label names
// changes, or the focus goes to what is clicked.
func (b *tab) landed() bool {
	b.t.Helper()
	for range 20 {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`!window.aim || !!aim.hit || location.href !== aim.address || aim.at.control?.checked !== aim.checked ||
			(now => now !== aim.focus && [aim.at, aim.at.control, aim.at.closest("a, summary, button")].includes(now))(document.activeElement)`))
		if ok || err != nil { // an error: the page is on its way to another
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

// middle brings an element into view, and returns where its middle is.
func (b *tab) middle(selector string) []float64 {
	b.t.Helper()
	p := js[[]float64](b, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		if (!e) return [];
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const r = e.getClientRects()[0] ?? e.getBoundingClientRect(); // the first line of a link
		return [r.x + r.width / 2, r.y + r.height / 2, r.width * r.height];
	})()`, selector))
	if len(p) < 3 || p[2] == 0 {
		b.t.Fatalf("nothing to click at %s: %s", js[string](b, "location.href"), selector)
	}
	return p
}

// press presses keys one by one, as a keyboard does: the character comes with
// the key, so that a page that handles the key keeps the character from the
// form. chromedp.KeyEvent sends it apart, and Enter would also submit.
func (b *tab) press(keys string) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			events := kb.Encode(r)
			if len(events) == 3 {
				events[0].Text = events[1].Text
				events = []*input.DispatchKeyEventParams{events[0], events[2]}
			}
			for _, e := range events {
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, *e); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}
