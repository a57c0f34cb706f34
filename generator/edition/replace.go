package edition

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// Replace writes a file beside its place and moves it there when it is whole:
// who is killed, or has no room, leaves the old file as it was. One process at
// a time writes it. Work is a folder for what write needs in between; it is
// gone afterwards, or cleared by the next that is not killed.
func Replace(name string, write func(f *os.File, work string) error) (err error) {
	dir, base := filepath.Split(name)
	hidden := filepath.Join(dir, "."+base)
	fresh, work := hidden+".new", hidden+".work"
	lock := flock.New(hidden + ".lock")
	ok, err := lock.TryLock()
	if err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	if !ok {
		return fmt.Errorf("edition: another process is writing %s: wait for it to end", name)
	}
	defer lock.Unlock() //nolint:errcheck // the lock ends with the process at the latest
	defer os.RemoveAll(work)
	if err := os.RemoveAll(work); err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	f, err := os.Create(fresh)
	if err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	defer os.Remove(fresh)
	if err := errors.Join(write(f, work), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(fresh, name); err != nil {
		return fmt.Errorf("edition: %w", err)
	}
	return nil
}
