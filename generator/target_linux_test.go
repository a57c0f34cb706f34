package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gofrs/flock"
	"golang.org/x/sys/unix"
)

// mounted returns a folder on a disk of its own, of a size in kilobytes.
func mounted(t *testing.T, kilobytes string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size="+kilobytes+"k"); err != nil {
		t.Skipf("a small disk cannot be mounted here (root could): %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// A disk that is full or read-only gives an error that says so, and the old
// output stays whole; with room again, the next one needs no cleaning.
func TestFullAndReadOnlyDisk(t *testing.T) {
	flags := hamlet(t)
	for name, command := range commands() {
		t.Run(name, func(t *testing.T) {
			disk := mounted(t, "40000")
			out := filepath.Join(disk, "output")
			own := prepare(t, name, flags)
			with := func(url string) []string {
				return append(append(command[:len(command):len(command)], out), own(url)...)
			}
			succeed(t, with("https://a.example/")...)
			old := state(t, out)

			fill := filepath.Join(disk, "fill")
			fillDisk(t, disk, fill, 4<<10)
			if said := fail(t, with("https://b.example/")...); !strings.Contains(said, "no space left on device") {
				t.Errorf("on a full disk: %s", said)
			}
			if state(t, out) != old {
				t.Error("a full disk changed the old output")
			}
			if err := os.Remove(fill); err != nil {
				t.Fatal(err)
			}

			if err := unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
				t.Fatal(err)
			}
			if said := fail(t, with("https://b.example/")...); !strings.Contains(said, "read-only file system") {
				t.Errorf("on a read-only disk: %s", said)
			}
			if state(t, out) != old {
				t.Error("a read-only disk changed the old output")
			}
			if err := unix.Mount("", disk, "", unix.MS_REMOUNT, ""); err != nil {
				t.Fatal(err)
			}
			succeed(t, with("https://b.example/")...)
			if state(t, out) == old {
				t.Error("with room again, the output is still the old one")
			}
			onlyLocks(t, disk)
		})
	}
}

// fillDisk writes a file that leaves only a few bytes free.
func fillDisk(t *testing.T, disk, name string, left uint64) {
	t.Helper()
	var s unix.Statfs_t
	if err := unix.Statfs(disk, &s); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, make([]byte, s.Bavail*uint64(s.Bsize)-left), 0o644); err != nil {
		t.Fatal(err)
	}
}

// While one is writing an output, another is refused, and told why.
func TestTwoAtOnce(t *testing.T) {
	flags := hamlet(t)
	for name, command := range commands() {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "output")
			args := append(append(command[:len(command):len(command)], out), prepare(t, name, flags)("https://a.example/")...)
			succeed(t, args...)
			old := state(t, out)
			other := flock.New(filepath.Join(filepath.Dir(out), ".output.lock"))
			if err := other.Lock(); err != nil {
				t.Fatal(err)
			}
			if said := fail(t, args...); !strings.Contains(said, "wait for it to end") || !strings.Contains(said, out) {
				t.Errorf("the second: %s", said)
			}
			if state(t, out) != old {
				t.Error("the second changed the output")
			}
			if err := other.Unlock(); err != nil {
				t.Fatal(err)
			}
			succeed(t, args...)
		})
	}
}
