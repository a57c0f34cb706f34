package cbs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A client asks a server, again where that may help.
type client struct {
	http     *http.Client
	hosts    hosts
	attempts int
	limits   Limits
	wait     func(context.Context, time.Duration) error
	report   Report
	refused  map[string]bool // hosts that want no Accept: application/json
}

func newClient(o Options, h hosts) *client {
	transport := o.Transport
	if transport == nil {
		t := http.DefaultTransport.(*http.Transport).Clone()
		t.ResponseHeaderTimeout = 3 * time.Minute
		transport = t
	}
	c := &client{hosts: h, attempts: o.Attempts, limits: o.Limits, wait: o.Wait, report: o.Report, refused: map[string]bool{}}
	c.http = &http.Client{Transport: transport, CheckRedirect: c.checkRedirect}
	return c
}

// checkRedirect follows a few redirects, to hosts that were configured only.
func (c *client) checkRedirect(r *http.Request, via []*http.Request) error {
	if len(via) > 5 {
		return lasting("", "more than 5 redirects")
	}
	if !c.hosts.has(r.URL) {
		return lasting("only "+c.hosts.String()+" would be right", "redirects to %s", clean(r.URL.Scheme+"://"+r.URL.Host))
	}
	return nil
}

// get asks for an address and lets read have the answer. read may be called
// again from the start, after a fault that passes.
func (c *client) get(ctx context.Context, at place, address string, read func(io.Reader) error) error {
	for attempt := 1; ; attempt++ {
		err := c.once(ctx, address, read)
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return at.wrap(fmt.Errorf("stopped: %w; what was got is kept, and the next run goes on from there", ctx.Err()))
		case !passing(err):
			return at.wrap(err)
		case attempt >= c.attempts:
			return at.wrap(fmt.Errorf("%w (%d attempts); try again later: what was got is kept", err, attempt))
		}
		f, _ := errors.AsType[*fault](err)
		d := max(pause(attempt-1), f.after)
		if f.after > c.limits.After {
			return at.wrap(fmt.Errorf("%w; the server asks to come back in %s: what was got is kept", err, f.after))
		}
		c.report.line(fmt.Sprintf("%s: %v; again in %s", at, err, d.Round(time.Second)))
		if err := c.wait(ctx, d); err != nil {
			return at.wrap(fmt.Errorf("stopped: %w; what was got is kept, and the next run goes on from there", err))
		}
	}
}

// once makes one request.
func (c *client) once(ctx context.Context, address string, read func(io.Reader) error) error {
	ctx, cancel := context.WithTimeout(ctx, c.limits.Request)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return lasting("", "%q is no address", clean(address))
	}
	r.Header.Set("User-Agent", "wijkmonitor-fetch/1")
	r.Header.Set("Accept", "application/json")
	if c.refused[r.URL.Host] {
		r.Header.Set("Accept", "*/*")
	}
	a, err := c.http.Do(r)
	if err != nil {
		return requestFault(err, c.limits.Request)
	}
	defer a.Body.Close()
	if a.StatusCode == http.StatusNotAcceptable && !c.refused[r.URL.Host] {
		c.refused[r.URL.Host] = true
		return c.once(ctx, address, read)
	}
	if a.StatusCode != http.StatusOK {
		return statusFault(a)
	}
	body := &bounded{r: a.Body, left: c.limits.Page, most: c.limits.Page}
	if err := read(body); err != nil {
		return bodyFault(err, body, c.limits.Request)
	}
	return nil
}

// hosts are the addresses, scheme://host, that may be asked.
type hosts []string

func (h hosts) has(u *url.URL) bool {
	for _, host := range h {
		if strings.EqualFold(u.Scheme+"://"+u.Host, host) && u.User == nil {
			return true
		}
	}
	return false
}

func (h hosts) String() string { return strings.Join(h, " or ") }
