package serve

import (
	"fmt"
	"net/http"
	"sync"
)

// A Broadcast tells every open page to reload.
type Broadcast struct {
	mu    sync.Mutex
	pages map[chan struct{}]bool
	done  chan struct{}
	once  sync.Once
}

func newBroadcast() *Broadcast {
	return &Broadcast{pages: map[chan struct{}]bool{}, done: make(chan struct{})}
}

func (b *Broadcast) close() { b.once.Do(func() { close(b.done) }) }

// send wakes the pages; a page that is still busy with the last call is
// skipped, since it reloads anyway.
func (b *Broadcast) send() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for page := range b.pages {
		select {
		case page <- struct{}{}:
		default:
		}
	}
}

// serve keeps one page's connection open and writes an event per call of send.
func (b *Broadcast) serve(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusNotImplemented)
		return
	}
	page := make(chan struct{}, 1)
	b.mu.Lock()
	b.pages[page] = true
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.pages, page)
		b.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flusher.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-b.done:
			return
		case <-page:
			fmt.Fprint(w, "data: reload\n\n")
			flusher.Flush()
		}
	}
}
