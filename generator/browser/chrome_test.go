package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium is one browser for all tests; each test has tabs of its own.
var chromium struct {
	once  sync.Once
	ctx   context.Context
	close func()
	err   error
}

func startBrowser() {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.Flag("lang", "nl-NL"))
	if os.Getuid() == 0 { // Chromium's sandbox refuses root
		options = append(options, chromedp.NoSandbox)
	}
	alloc, closeAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeCtx := chromedp.NewContext(alloc)
	chromium.ctx = ctx
	chromium.close = func() { closeCtx(); closeAlloc() }
	chromium.err = chromedp.Do(ctx)
}

func closeBrowser() {
	if chromium.close != nil {
		chromium.close()
	}
}

// A tab is a page in Chromium that remembers what went wrong in it.
type tab struct {
	t     testing.TB
	ctx   context.Context
	notes *notes
}

// newTab opens a tab of the given size in CSS pixels. At the end of the test
// an error in the console, a blocked or failed request or an exception fails it.
func newTab(t testing.TB, width, height int64, settings ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	chromium.once.Do(startBrowser)
	if errors.Is(chromium.err, exec.ErrNotFound) {
		lacking(t, "Chromium")
	}
	if chromium.err != nil {
		t.Fatal("Chromium does not start: ", chromium.err)
	}
	n := new(notes)
	opened, closeTab := chromedp.NewContext(chromium.ctx, chromedp.WithListener(n.listen))
	if err := chromedp.Do(opened); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(opened, 6*time.Minute)
	b := &tab{t: t, ctx: ctx, notes: n}
	t.Cleanup(func() {
		b.clean()
		stop()
		closeTab()
	})
	b.do(chromedp.EmulateViewport(width, height))
	// Tabs of other tests may be open: each behaves as the one in front.
	b.do(command(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}))
	b.do(settings...)
	return b
}

// features sets what a visitor chose in the system: names of media features,
// each with its value.
func features(pairs ...string) chromedp.Action[chromedp.Void] {
	var set []*emulation.MediaFeature
	for i := 0; i+1 < len(pairs); i += 2 {
		set = append(set, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: set})
}

// scale enlarges a page as a browser's zoom does: the window stays, and has
// fewer pixels of the page.
func scale(width int64, times float64) chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(width, 900, chromedp.EmulateScale(times))
}

// noScript turns JavaScript off for the page; the test itself still evaluates.
func noScript() chromedp.Action[chromedp.Void] {
	return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// notes holds what went wrong in a tab.
type notes struct {
	mu       sync.Mutex
	problems []string
}

func (n *notes) listen(event any) {
	problem := ""
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			problem = fmt.Sprintf("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			problem = "console." + e.Type.String()
			for _, a := range e.Args {
				problem += " " + string(a.Value)
			}
		}
	case *runtime.EventExceptionThrown:
		problem = e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			problem += " " + x.Description
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			problem = "a request failed: " + e.ErrorText
		}
	}
	if problem != "" {
		n.mu.Lock()
		n.problems = append(n.problems, problem)
		n.mu.Unlock()
	}
}

// forget drops what went wrong so far, and returns it.
func (n *notes) forget() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	p := n.problems
	n.problems = nil
	return p
}

// clean fails the test for what went wrong so far.
func (b *tab) clean() {
	b.t.Helper()
	if p := b.notes.forget(); len(p) > 0 {
		b.t.Errorf("in the browser: %s", strings.Join(p, "\n  "))
	}
}
