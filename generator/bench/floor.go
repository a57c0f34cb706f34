package bench

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// A file is a path below a folder, and its size.
type file struct {
	path string
	size int64
}

// list returns the files of a tree, in the order of their paths.
func list(dir string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		files = append(files, file{name, info.Size()})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	return files, nil
}

// floor writes files of the given sizes into a new folder and returns how many
// seconds that took. The bytes are there already, and are the same for every
// file: nothing is made.
func floor(dir string, files []file, workers int) (seconds float64, err error) {
	most := int64(0)
	for _, f := range files {
		most = max(most, f.size)
	}
	content := make([]byte, most)
	for i := range content {
		content[i] = byte(i * 7)
	}
	start := time.Now()
	var next atomic.Int64
	var group errgroup.Group
	for range workers {
		group.Go(func() error {
			last := ""
			for {
				i := int(next.Add(1)) - 1
				if i >= len(files) {
					return nil
				}
				name := filepath.Join(dir, files[i].path)
				if folder := filepath.Dir(name); folder != last {
					if err := os.MkdirAll(folder, 0o755); err != nil {
						return err
					}
					last = folder
				}
				if err := os.WriteFile(name, content[:files[i].size], 0o644); err != nil {
					return err
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return 0, fmt.Errorf("bench: %w", err)
	}
	return time.Since(start).Seconds(), nil
}
