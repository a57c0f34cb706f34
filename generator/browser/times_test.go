package browser

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// slowDown makes the page's processor so many times slower.
func (b *tab) slowDown(times float64) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
		return err
	}))
}

// TestTimes reports how long a visitor of a slow phone waits: for another
// group and for suggestions, each after its data have come, and the longest task
// of the first group, whose data are read then. It fails when they never come;
// how long is for people to judge, since machines differ.
func TestTimes(t *testing.T) {
	h := newHost(t, "/")
	b := newTab(t, 390, 800)
	page := kinds(t)["municipality"]
	b.open(h.address(page))
	b.slowDown(4)
	key := b.someGroup()
	js[bool](b, `(() => {
		window.tasks = [0];
		new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration))).observe({ type: "longtask" });
		return true;
	})()`)
	b.choose(key) // loads the page of all groups
	b.until("the group is there", `document.getElementById("groep-melding").textContent.includes("de groep")`)
	first := js[float64](b, `new Promise(done => setTimeout(() => done(Math.max(...tasks)), 100))`)
	t.Logf("the first group, four times slowed down: longest task %.0f ms (0 = none over 50)", first)
	b.choose("totaal")
	b.until("everybody is back", `document.getElementById("groep-melding").textContent.includes("totale bevolking")`)
	other := js[[]float64](b, fmt.Sprintf(`new Promise(done => {
		const radio = document.getElementById(%q), note = document.getElementById("groep-melding");
		const start = performance.now();
		new MutationObserver(() => {
			const script = performance.now() - start;
			requestAnimationFrame(() => {
				const frame = performance.now(), after = new MessageChannel();
				after.port1.onmessage = () => done([script, performance.now() - frame, performance.now() - start]);
				after.port2.postMessage(0); // comes when the frame is drawn
			});
		}).observe(note, { childList: true, characterData: true, subtree: true });
		radio.click();
	})`, "g-"+key))
	t.Logf("another group, four times slowed down: %.0f ms of script, %.0f ms to lay out and paint, %.0f ms with the wait for the frame", other[0], other[1], other[2])

	town := municipality(t)
	typed := js[float64](b, fmt.Sprintf(`new Promise(async done => {
		const field = document.getElementById("zoek");
		const type = text => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
		const seen = () => document.querySelectorAll('[role="listbox"] [role="option"]').length > 0;
		const wait = async test => { while (!test()) await new Promise(r => setTimeout(r, 5)); };
		field.focus();
		type(%[1]q); await wait(seen); // loads the lists
		type(""); await wait(() => !seen());
		const start = performance.now();
		type(%[1]q); await wait(seen);
		done(performance.now() - start);
	})`, firstLetters(town, 4)))
	t.Logf("suggestions, four times slowed down, the lists being there: %.0f ms", typed)
}

// BenchmarkOpening reports the longest task while a page of each kind opens on a
// slow phone and at a slow desk, and how many are over 50 ms. TestWork counts the
// rows and drawings that make a task long.
func BenchmarkOpening(b *testing.B) {
	h := newHost(b, "/")
	pages := kinds(b)
	for _, width := range []int64{390, 1280} {
		for _, kind := range slices.Sorted(maps.Keys(pages)) {
			b.Run(fmt.Sprintf("%s at %d", kind, width), func(b *testing.B) {
				var longest, long float64
				for b.Loop() {
					tasks := tasksOf(b, h.address(pages[kind]), width)
					longest += slices.Max(append(tasks, 0))
					long += float64(len(tasks))
				}
				b.ReportMetric(longest/float64(b.N), "ms/longest")
				b.ReportMetric(long/float64(b.N), "tasks>50ms")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// tasksOf opens a page in a tab of its own, four times slowed down, and returns
// how long each task of over 50 ms took, in ms.
func tasksOf(t testing.TB, address string, width int64) []float64 {
	t.Helper()
	b := newTab(t, width, 844)
	b.slowDown(4)
	b.open(address)
	return js[[]float64](b, `new Promise(done => {
		const tasks = [];
		new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration))).observe({ type: "longtask", buffered: true });
		setTimeout(() => requestIdleCallback(() => done(tasks), { timeout: 3000 }), 300);
	})`)
}
