package edition

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReplace_FailureLeavesTheOldFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(name, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Replace(name, func(f *os.File, work string) error {
		if err := os.MkdirAll(filepath.Join(work, "x"), 0o755); err != nil {
			return err
		}
		f.WriteString("half") //nolint:errcheck // it is thrown away
		if err := Replace(name, nil); err == nil || !strings.Contains(err.Error(), "another process is writing") {
			t.Errorf("two at once: %v", err)
		}
		return io.ErrShortWrite
	})
	if err == nil || string(readFile(t, name)) != "old" {
		t.Errorf("%v; the file holds %q", err, readFile(t, name))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(name), ".*[^k]")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
