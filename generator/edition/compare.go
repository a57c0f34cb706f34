package edition

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Compare compares the files below a folder of the archive with those in dir.
// It returns how many are the same; the error names the first that differs.
func (a *Archive) Compare(below, dir string) (int, error) {
	found, err := walk("", dir, true, func(name string) bool { return !strings.HasPrefix(name, ".") })
	if err != nil {
		return 0, fmt.Errorf("edition: %w", err)
	}
	var have []string
	for _, o := range found {
		have = append(have, o.Path)
	}
	slices.Sort(have)
	want := a.Paths(below)
	for i, path := range want {
		name := strings.TrimPrefix(path, below)
		if i >= len(have) || have[i] > name {
			return 0, fmt.Errorf("edition: %s is in the archive, and was not made again", path)
		}
		if have[i] < name {
			return 0, fmt.Errorf("edition: %s was made, and is not in the archive", have[i])
		}
		kept, err := a.Read(path)
		if err != nil {
			return 0, err
		}
		made, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return 0, fmt.Errorf("edition: %w", err)
		}
		if !bytes.Equal(kept, made) {
			return 0, fmt.Errorf("edition: %s differs from the one that was made again", path)
		}
	}
	if len(have) > len(want) {
		return 0, fmt.Errorf("edition: %s was made, and is not in the archive", have[len(want)])
	}
	return len(want), nil
}
