package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"wijkmonitor/generator/edition"
	"wijkmonitor/generator/render"
	"wijkmonitor/generator/shard"
)

// writeAll lets workers make the units, and returns every path that was
// written or carried over, sorted. It notes the units in made.
func writeAll(ctx context.Context, units []unit, s *stage, form *localForm, o Options, sum *Summary, made map[string]unitState) ([]string, error) {
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
		maps.Copy(made, all[k].units)
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
	page    []byte        // for units to append to
	csv     []byte        // of the municipality at hand
	shards  *shard.Writer // nil before the first
	below   string        // folder that the unit at hand puts its files in
	prev    []byte        // the bytes that the old output has
	folder  string        // that exists
	paths   []string
	bytes   int64
	written int
	made    []stored             // files of the unit at hand
	units   map[string]unitState // that this worker made or carried over
}

// make makes one unit, or carries it over where nothing that it is made from
// changed; a panic is an error that names the unit.
func (w *writer) make(u unit) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("site: %s: %v\n%s", u.name, p, debug.Stack())
		}
	}()
	w.made, w.below = nil, u.folder
	var now digest
	carried := false
	if u.digest != nil {
		now = u.digest()
		if carried, err = w.carry(w.stage.last.Units[u.name], now); err != nil {
			return err
		}
	}
	if !carried {
		if err := u.make(w); err != nil {
			return err
		}
	}
	if w.units == nil {
		w.units = map[string]unitState{}
	}
	w.units[u.name] = unitState{now, w.made}
	return nil
}

// carry stages the files of a unit as they lie in the old output; false when
// the unit is made from something else now, or a file was touched.
func (w *writer) carry(old unitState, now digest) (bool, error) {
	if old.Print != now || len(old.Files) == 0 {
		return false, nil
	}
	for i := range old.Files {
		if !old.Files[i].lies(w.stage.lying) {
			return false, nil
		}
	}
	for i := range old.Files {
		f := &old.Files[i]
		from, to, err := w.disk(f.Path)
		if err != nil {
			return false, err
		}
		if err := os.Link(from, to); err != nil {
			return false, fmt.Errorf("site: %w", err)
		}
		w.account(*f)
	}
	return true, nil
}

// put stages one file, in the form of the site and with what belongs to it.
func (w *writer) put(path string, b []byte) error {
	path = w.below + path
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
	from, to, err := w.disk(path)
	if err != nil {
		return err
	}
	f := stored{File: edition.Hash(path, b)}
	if at, same := w.same(path, from, b); same && os.Link(from, to) == nil {
		f.Modified = at
		w.account(f)
		return nil
	}
	w.written++
	f.Modified, err = writeNew(to, b)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("site: two pages claim %s: keys and codes that differ in more than capitals would be right", path)
	}
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	w.account(f)
	return nil
}

// disk returns where a path lies in the old output and in the stage, whose
// folder it makes.
func (w *writer) disk(path string) (from, to string, err error) {
	local := filepath.FromSlash(path)
	from, to = filepath.Join(w.stage.out, local), filepath.Join(w.stage.dir, local)
	if folder := filepath.Dir(to); folder != w.folder {
		if err := makeFolder(folder); err != nil {
			return "", "", fmt.Errorf("site: %w", err)
		}
		w.folder = folder
	}
	return from, to, nil
}

// makeFolder makes a folder, which mostly is new below one that is there.
func makeFolder(name string) error {
	err := os.Mkdir(name, 0o755)
	if err == nil {
		return nil
	}
	return os.MkdirAll(name, 0o755) // it is there, or the one that it is in is not
}

// account notes a file that was staged.
func (w *writer) account(f stored) {
	w.stage.files.Put(f.File)
	w.made = append(w.made, f)
	w.paths = append(w.paths, f.Path)
	w.bytes += f.Bytes
}

// same tells whether the old output's file holds exactly the new bytes, and
// when it was written. It opens only what was seen there with as many.
func (w *writer) same(path, name string, b []byte) (modified int64, same bool) {
	if w.stage.lying[path].size != int64(len(b)) {
		return 0, false
	}
	f, err := os.Open(name)
	if err != nil {
		return 0, false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(b)) {
		return 0, false
	}
	if cap(w.prev) < len(b) {
		w.prev = make([]byte, len(b)+len(b)/4)
	}
	w.prev = w.prev[:len(b)]
	if _, err := io.ReadFull(f, w.prev); err != nil {
		return 0, false
	}
	return info.ModTime().UnixNano(), bytes.Equal(w.prev, b)
}

// writeNew writes a file that must not be there yet, and returns when it was.
func writeNew(name string, b []byte) (modified int64, err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return 0, err
	}
	if _, err = f.Write(b); err == nil {
		var info fs.FileInfo
		if info, err = f.Stat(); err == nil {
			modified = info.ModTime().UnixNano()
		}
	}
	return modified, errors.Join(err, f.Close())
}
