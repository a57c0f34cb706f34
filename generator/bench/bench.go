package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"wijkmonitor/generator/site"
)

// A Result is what one build took and made.
type Result struct {
	Stages  []Stage
	Floor   float64 // seconds of writing alone
	Peak    int64   // bytes of memory, of the whole program so far
	Summary site.Summary
	Sizes   []Size
	Alone   Alone
}

// Run reads the extracts alone and writes the pages of regions alone, then builds
// a site into o.Out, which must not exist, and writes as many bytes into as many
// files beside it. What is measured alone comes first: memory that a system gives
// after it has taken in gigabytes of files on a memory disk is slower, by two
// and a half times where it was seen. The caller clears all
// that after its last run: on ext4, making files after a large deletion
// took twice the time and processor for minutes, so that a run would measure the
// deletion of the one before.
func Run(ctx context.Context, o site.Options) (Result, error) {
	if _, err := os.Stat(o.Out); err == nil {
		return Result{}, fmt.Errorf("bench: %s exists; a new folder would be right, or the time to carry old files over is measured", o.Out)
	}
	var r Result
	if err := r.Alone.read(o); err != nil {
		return r, err
	}
	beside := strings.TrimSuffix(filepath.Clean(o.Out), string(filepath.Separator)) + ".floor"
	pages := beside + "/pages"
	if err := os.MkdirAll(pages, 0o755); err != nil {
		return r, fmt.Errorf("bench: %w", err)
	}
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	if err := r.Alone.pages(ctx, o, pages, workers); err != nil {
		return r, err
	}
	debug.FreeOSMemory() // a build begins with nothing
	c := &clock{}
	o.Stage = c.begin
	var err error
	r.Summary, err = site.Build(ctx, o)
	c.begin("")
	if err != nil {
		return r, err
	}
	r.Stages, r.Peak = c.stages, peakMemory()
	files, err := list(o.Out)
	if err != nil {
		return r, err
	}
	if r.Sizes, err = sizes(o.Out, files); err != nil {
		return r, err
	}
	r.Floor, err = floor(beside, files, workers)
	return r, err
}
