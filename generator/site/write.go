package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/render"
)

// writeAll lets workers make the units, and returns every path that was
// written or carried over, sorted.
func writeAll(ctx context.Context, units []unit, s *stage, form *localForm, o Options, sum *Summary) ([]string, error) {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	bar := newProgress(o.Log, len(units))
	g, ctx := errgroup.WithContext(ctx)
	all := make([]writer, workers)
	for k := range all {
		all[k].stage = s
		if form != nil {
			own := *form
			all[k].local = &own
		}
		if o.Packed {
			all[k].packer = new(packer)
		}
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(units) || ctx.Err() != nil {
					return ctx.Err()
				}
				if err := all[k].make(units[i]); err != nil {
					return err
				}
				bar.add()
			}
		})
	}
	err := g.Wait()
	bar.finish()
	if err != nil {
		return nil, err
	}
	var paths []string
	for k := range all {
		paths = append(paths, all[k].paths...)
		sum.Bytes += all[k].bytes
		sum.Written += all[k].written
	}
	slices.Sort(paths)
	sum.Files += len(paths)
	for _, path := range paths {
		if strings.HasSuffix(path, ".html") {
			sum.Pages++
		}
	}
	return paths, nil
}

// A writer is one worker's buffers, and the account of what it did.
type writer struct {
	stage   *stage
	local   *localForm // nil for a site that a server sends
	packer  *packer    // nil = no compressed forms
	place   *render.Place
	page    []byte // for units to append to
	prev    []byte // the bytes that the old output has
	folder  string // that exists
	paths   []string
	bytes   int64
	written int
}

// make makes one unit; a panic is an error that names the unit.
func (w *writer) make(u unit) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("site: %s: %v\n%s", u.name, p, debug.Stack())
		}
	}()
	return u.make(w)
}

// put stages one file, in the form of the site and with what belongs to it.
func (w *writer) put(path string, b []byte) error {
	if w.local != nil {
		return w.local.put(path, b, w.pack)
	}
	return w.pack(path, b)
}

// pack stages one file, and its compressed forms where they are asked for.
func (w *writer) pack(path string, b []byte) error {
	if err := w.store(path, b); err != nil || w.packer == nil {
		return err
	}
	return w.packer.pack(path, b, w.store)
}

// store stages one file's bytes: a hard link to the old file where the bytes
// are the same, a new file otherwise. A path that another page has, or that
// leaves the folder, is an error.
func (w *writer) store(path string, b []byte) error {
	if !safePath(path) {
		return fmt.Errorf("site: %q is not a path of letters, digits, - _ . and /", path)
	}
	w.stage.files.Add(path, b)
	local := filepath.FromSlash(path)
	from, to := filepath.Join(w.stage.out, local), filepath.Join(w.stage.dir, local)
	if folder := filepath.Dir(to); folder != w.folder {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("site: %w", err)
		}
		w.folder = folder
	}
	w.paths = append(w.paths, path)
	w.bytes += int64(len(b))
	if w.same(from, b) && os.Link(from, to) == nil {
		return nil
	}
	w.written++
	err := writeNew(to, b)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("site: two pages claim %s: keys and codes that differ in more than capitals would be right", path)
	}
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// same tells whether the old output's file holds exactly the new bytes.
func (w *writer) same(name string, b []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(b)) {
		return false
	}
	if cap(w.prev) < len(b) {
		w.prev = make([]byte, len(b)+len(b)/4)
	}
	w.prev = w.prev[:len(b)]
	if _, err := io.ReadFull(f, w.prev); err != nil {
		return false
	}
	return bytes.Equal(w.prev, b)
}

func writeNew(name string, b []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}
