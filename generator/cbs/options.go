package cbs

import (
	"context"
	"math/rand/v2"
	"net/http"
	"time"
)

// Options say how to fetch. The zero value of each but Dir has a default.
type Options struct {
	Dir      string // folder of the dataset
	Protocol string // v3, v4, or auto: v4, and v3 for a table that is not there
	BaseURL  string // scheme and host of a mirror, for every service; "" = CBS
	Narrow   bool   // only the topics and regions that the definition uses
	Attempts int    // how often a request is made before giving up; 0 = 6
	Limits   Limits
	Report   Report

	Transport http.RoundTripper                          // nil = the usual one
	Now       func() time.Time                           // nil = the clock
	Wait      func(context.Context, time.Duration) error // nil = wait so long
}

// Limits bound what a server may send.
type Limits struct {
	Page    int64         // bytes of an answer; 0 = 256 MiB
	Row     int64         // bytes of a row; 0 = 4 MiB
	Pages   int           // answers of a part; 0 = 20,000
	Request time.Duration // for one answer; 0 = 10 minutes
	After   time.Duration // the longest wait that a server may ask for; 0 = 5 minutes
}

// Report is told how a fetch goes on. Its functions may be nil.
type Report struct {
	Line func(line string)                                         // something to know
	Page func(table, part string, rows, expected int, bytes int64) // so many rows and bytes of a part are there; expected 0 = not known
}

func (r Report) line(s string) {
	if r.Line != nil {
		r.Line(s)
	}
}

func (r Report) page(table, part string, rows, expected int, bytes int64) {
	if r.Page != nil {
		r.Page(table, part, rows, expected, bytes)
	}
}

// complete gives every option that was left out its default.
func (o Options) complete() Options {
	set(&o.Protocol, "auto")
	set(&o.Attempts, 6)
	set(&o.Limits.Page, 256<<20)
	set(&o.Limits.Row, 4<<20)
	set(&o.Limits.Pages, 20_000)
	set(&o.Limits.Request, 10*time.Minute)
	set(&o.Limits.After, 5*time.Minute)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wait == nil {
		o.Wait = wait
	}
	return o
}

func set[T comparable](v *T, other T) {
	var zero T
	if *v == zero {
		*v = other
	}
}

// wait waits, unless the context ends.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

const (
	firstPause = time.Second
	mostPause  = time.Minute
)

// pause is how long to wait before the next attempt: twice as long each time,
// and between half and all of that, so that many readers do not come back at once.
func pause(attempt int) time.Duration {
	d := min(firstPause<<min(attempt, 10), mostPause)
	return d/2 + rand.N(d/2+1)
}
