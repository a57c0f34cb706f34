// Package serve is for editors: it serves the built site on this machine,
// rebuilds it when a text, a template or a dataset changes, and reloads the
// browser.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"wijkmonitor/generator/site"
)

// Options says what to serve and where.
type Options struct {
	Site site.Options
	Port int // 0 = any free port
	Log  io.Writer
}

// Run builds once, then serves and rebuilds until ctx ends.
func Run(ctx context.Context, o Options) error {
	sum, err := site.Build(ctx, o.Site)
	if err != nil {
		return err
	}
	fmt.Fprintln(o.Log, sum)
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.Port)))
	if err != nil {
		return fmt.Errorf("serve: %w; another --port would be right", err)
	}
	fmt.Fprintf(o.Log, "serving http://%s/ – stop with Ctrl-C\n", listener.Addr())

	reload := newBroadcast()
	server := &http.Server{Handler: Handler(o.Site.Out, reload), ReadHeaderTimeout: 10 * time.Second}
	watching := make(chan error, 1)
	go func() { watching <- watch(ctx, o, reload) }()
	serving := make(chan error, 1)
	go func() { serving <- server.Serve(listener) }()

	select {
	case <-ctx.Done():
	case err = <-watching:
	case err = <-serving:
	}
	reload.close()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	return errors.Join(err, server.Shutdown(stop))
}
