package browser

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"wijkmonitor/generator/serve"
	"wijkmonitor/generator/site"
)

// A log collects what the server says.
type serverLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *serverLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *serverLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestServe_EditIsSeen walks an editor's loop: open a page, change its text,
// see the browser reload; break the text, keep the last good page and read
// why; mend it.
func TestServe_EditIsSeen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(project, "content"))); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(dir, "content", "over.md")
	edit := func(body string) {
		t.Helper()
		if err := os.WriteFile(text, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("---\ntitle: Over\n---\n\nDe eerste tekst.\n")
	b := newTab(t, 1000, 800)
	ctx, stop := context.WithCancel(context.Background())
	said, ended := &serverLog{}, make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, serve.Options{Log: said, Site: site.Options{
			Dataset: filepath.Join(project, "datasets/demo"), Content: filepath.Join(dir, "content"),
			Templates: filepath.Join(project, "templates"), Out: filepath.Join(dir, "public"), Workers: 1,
		}})
	}()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	}()
	root := addressOf(t, said)
	b.open(root + "over/")
	b.until("the first text is there", `document.querySelector("main").innerText.includes("De eerste tekst.")`)

	edit("---\ntitle: Over\n---\n\nDe tweede tekst.\n")
	b.until("the page has reloaded with the second", `document.querySelector("main").innerText.includes("De tweede tekst.")`)

	edit("---\ntitel: Over\n---\n\nZonder titel.\n")
	waitFor(t, "the server says what is wrong", func() bool { return strings.Contains(said.String(), "over.md") })
	b.until("the last good page stays", `document.querySelector("main").innerText.includes("De tweede tekst.")`)

	edit("---\ntitle: Over\n---\n\nDe derde tekst.\n")
	b.until("the page has reloaded with the third", `document.querySelector("main").innerText.includes("De derde tekst.")`)
	// The server ends with the test, and must have nobody who asks it for more.
	b.do(chromedp.Navigate("about:blank"))
	b.notes.forget() // the browser notes that the stream it listened to ended
}

func addressOf(t *testing.T, said *serverLog) string {
	t.Helper()
	address := regexp.MustCompile(`http://[0-9.:]+/`)
	waitFor(t, "the server says where it is", func() bool { return address.MatchString(said.String()) })
	return address.FindString(said.String())
}

func waitFor(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("not so after thirty seconds: %s", what)
}
