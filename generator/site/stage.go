package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"wijkmonitor/generator/edition"
)

// marker is the file by which a folder shows that a build wrote it.
const marker = edition.Marker

// placeholder is what a checkout keeps in the output folder.
const placeholder = ".gitkeep"

// A stage is the folder in which a build is put together, beside the output
// so that a rename can swap the two. It holds a lock for as long as it lives:
// two builds never write to one output.
type stage struct {
	out  string // the output that will be replaced
	dir  string // the folder being filled
	old  string // where the previous output goes for a moment
	lock *flock.Flock
	done bool

	files edition.Collector // what was written
	state string            // where the state of the last build lies
	last  *state            // what that build left; empty when it is not to be used
	lying map[string]found  // what the old output holds
}

// openStage locks the output and makes an empty folder beside it. It clears
// what a killed build left behind.
func openStage(out string) (*stage, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	parent, name := filepath.Split(out)
	if name == "" {
		return nil, fmt.Errorf("site: %s cannot be the output: a folder that may be replaced would be right", out)
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	s := &stage{
		out:  out,
		dir:  filepath.Join(parent, "."+name+".new"),
		old:  filepath.Join(parent, "."+name+".old"),
		lock: flock.New(filepath.Join(parent, "."+name+".lock")),

		state: filepath.Join(parent, "."+name+".state"),
		last:  &state{},
	}
	ok, err := s.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if !ok {
		return nil, fmt.Errorf("site: another build is writing %s: wait for it to end", out)
	}
	if err := s.prepare(); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

func (s *stage) prepare() error {
	if err := s.recoverSwap(); err != nil {
		return err
	}
	if err := checkOutput(s.out); err != nil {
		return err
	}
	var err error
	if s.lying, err = look(s.out); err != nil {
		return err
	}
	for _, dir := range []string{s.dir, s.old} {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	if err := os.Mkdir(s.dir, 0o755); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// recoverSwap puts the previous output back if a build was killed between the
// two renames of a swap on a system without an exchanging rename.
func (s *stage) recoverSwap() error {
	_, err := os.Lstat(s.out)
	if !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Stat(filepath.Join(s.old, marker)); err != nil {
		return nil
	}
	return os.Rename(s.old, s.out)
}

// checkOutput refuses to replace a folder that a build did not write.
func checkOutput(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	for _, e := range entries {
		if e.Name() == marker {
			return nil
		}
	}
	for _, e := range entries {
		if e.Name() != placeholder {
			return fmt.Errorf("site: %s holds files that no build wrote (%s): an empty or a new folder would be right", out, e.Name())
		}
	}
	return nil
}

// publish swaps the finished folder with the output and clears the old one.
func (s *stage) publish() error {
	if err := s.carryPlaceholder(); err != nil {
		return err
	}
	if _, err := os.Lstat(s.out); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(s.dir, s.out); err != nil {
			return fmt.Errorf("site: %w", err)
		}
		s.done = true
		return nil
	}
	if err := exchange(s.dir, s.out, s.old); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	s.done = true
	for _, dir := range []string{s.dir, s.old} {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("site: the new site is in place, but the old one could not be cleared: %w", err)
		}
	}
	return nil
}

func (s *stage) carryPlaceholder() error {
	err := os.Link(filepath.Join(s.out, placeholder), filepath.Join(s.dir, placeholder))
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.WriteFile(filepath.Join(s.dir, placeholder), nil, 0o644); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// discard clears an unfinished folder and lets the lock go. The lock's file
// stays: removing it would let two builds each hold a lock of the same name.
func (s *stage) discard() {
	if !s.done {
		os.RemoveAll(s.dir) //nolint:errcheck // the next build clears what is left
	}
	s.lock.Unlock() //nolint:errcheck // the lock ends with the process at the latest
}
