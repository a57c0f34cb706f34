package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// A file is one path of the site and what makes its bytes. render appends to
// the given buffer; files are rendered in any order, on any worker.
type file struct {
	path   string // slash-separated, relative
	render func(b []byte) ([]byte, error)
}

// writeAll renders and stages every file, and counts what it wrote.
func writeAll(ctx context.Context, plan []file, s *stage, o Options, sum *Summary) error {
	if err := makeFolders(s.dir, plan); err != nil {
		return err
	}
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, size, written atomic.Int64
	bar := newProgress(o.Log, len(plan))
	g, ctx := errgroup.WithContext(ctx)
	for range workers {
		g.Go(func() error {
			w := writer{stage: s}
			if o.Packed {
				w.packer = new(packer)
			}
			for {
				i := int(next.Add(1)) - 1
				if i >= len(plan) || ctx.Err() != nil {
					return ctx.Err()
				}
				n, isNew, err := w.put(plan[i])
				if err != nil {
					return err
				}
				size.Add(int64(n))
				if isNew {
					written.Add(1)
				}
				bar.add()
			}
		})
	}
	err := g.Wait()
	bar.finish()
	if err != nil {
		return err
	}
	sum.Bytes, sum.Written = size.Load(), int(written.Load())
	for _, f := range plan {
		if strings.HasSuffix(f.path, ".html") {
			sum.Pages++
		}
	}
	return nil
}

// makeFolders makes each folder once, before the workers start.
func makeFolders(dir string, plan []file) error {
	last := ""
	for _, f := range plan {
		parent := filepath.Dir(filepath.FromSlash(f.path))
		if parent == last {
			continue
		}
		last = parent
		if err := os.MkdirAll(filepath.Join(dir, parent), 0o755); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	return nil
}

// A writer is one worker's buffers.
type writer struct {
	stage  *stage
	packer *packer // nil = no compressed forms
	next   []byte  // the bytes to write
	prev   []byte  // the bytes that the old output has
}

// put stages one file: a hard link to the old one where the bytes are the
// same, a new file otherwise. It returns the size and whether it wrote.
func (w *writer) put(f file) (n int, isNew bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("site: %s: %v\n%s", f.path, p, debug.Stack())
		}
	}()
	w.next, err = f.render(w.next[:0])
	if err != nil {
		return 0, false, fmt.Errorf("site: %s: %w", f.path, err)
	}
	if isNew, err = w.store(f.path, w.next); err != nil || w.packer == nil {
		return len(w.next), isNew, err
	}
	return len(w.next), isNew, w.packer.pack(f.path, w.next, func(path string, b []byte) error {
		_, err := w.store(path, b)
		return err
	})
}

// store stages one file's bytes; false when the old output has them.
func (w *writer) store(path string, content []byte) (isNew bool, err error) {
	w.stage.files.Add(path, content)
	local := filepath.FromSlash(path)
	from, to := filepath.Join(w.stage.out, local), filepath.Join(w.stage.dir, local)
	if w.same(from, content) && os.Link(from, to) == nil {
		return false, nil
	}
	if err := writeNew(to, content); err != nil {
		return false, fmt.Errorf("site: %w", err)
	}
	return true, nil
}

// same tells whether the old output's file holds exactly the new bytes.
func (w *writer) same(name string, content []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(content)) {
		return false
	}
	if cap(w.prev) < len(content) {
		w.prev = make([]byte, len(content)+len(content)/4)
	}
	w.prev = w.prev[:len(content)]
	if _, err := io.ReadFull(f, w.prev); err != nil {
		return false
	}
	return bytes.Equal(w.prev, content)
}

func writeNew(name string, b []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}
